// The types of properties that the user has set in Obsidian: `types.json` in its configuration folder. It is read for
// the engine and never written. If it is broken, the user is told once and the engine goes on without it.
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import { EngineCrash, PluginUnloaded } from '../engine/errors';
import { en } from '../locales/en';

export interface PropertyTypesDeps {
  files: Pick<DataAdapter, 'exists' | 'read'>;
  path: string;
  say: (message: string) => void;
}

/** The content that stands for a missing or broken file. */
const NONE = { types: {} };

export class PropertyTypes {
  readonly #deps: PropertyTypesDeps;
  #complaint: string | undefined;
  #known: string | undefined;

  constructor(deps: PropertyTypesDeps) {
    this.#deps = deps;
  }

  /** Reads the file and gives its content to an engine. Returns whether it has changed since the last time. */
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
