// What Obsidian was told that properties hold: `types.json` in its configuration folder. Read for the engine, never
// written. One that is broken is said once, and the engine goes on without it.
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import { EngineCrash, PluginUnloaded } from '../engine/errors';
import { en } from '../locales/en';

export interface PropertyTypesDeps {
  files: Pick<DataAdapter, 'exists' | 'read'>;
  path: string;
  say: (message: string) => void;
}

/** What a vault without the file is told to have. */
const NONE = { types: {} };

export class PropertyTypes {
  readonly #deps: PropertyTypesDeps;
  #complaint: string | undefined;
  #known: string | undefined;

  constructor(deps: PropertyTypesDeps) {
    this.#deps = deps;
  }

  /** Reads the file and gives its content to an engine. Says whether it is other than the last time. */
  async giveTo(take: (types: unknown) => Promise<void>): Promise<boolean> {
    const before = this.#known;
    try {
      await this.#give(await this.#read(), take);
    } catch (thrown) {
      if (thrown instanceof EngineCrash || thrown instanceof PluginUnloaded) throw thrown;
      this.#complain(messageOf(thrown));
      await this.#give(NONE, take);
    }
    return this.#known !== before;
  }

  async #read(): Promise<unknown> {
    const { files, path } = this.#deps;
    return (await files.exists(path)) ? JSON.parse(await files.read(path)) : NONE;
  }

  async #give(types: unknown, take: (types: unknown) => Promise<void>): Promise<void> {
    await take(types);
    this.#known = JSON.stringify(types);
  }

  #complain(message: string): void {
    if (message === this.#complaint) return;
    this.#complaint = message;
    this.#deps.say(en.notice.brokenTypes(this.#deps.path, message));
  }
}
