// data.json: settings and decisions. A file that cannot be read is copied before it is overwritten. Decisions that
// arrive from another device are merged with those of this device.
import { Mutex } from 'async-mutex';
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { Config, DecisionChanges, EngineApi, Settings } from '../engine/types';
import { en } from '../locales/en';

export type StoreFiles = Pick<DataAdapter, 'exists' | 'read' | 'copy'>;

export interface StoreDeps {
  files: StoreFiles;
  /** The plugin's own folder. */
  folder: string;
  /** Obsidian's `saveData`, so that the app does not take our save for a change from outside. */
  save: (data: Config) => Promise<void>;
  say: (message: string) => void;
  changed: () => void;
  compare: EngineApi['decisionChanges'];
}

export class Store {
  /** The content of data.json with all defaults, as the engine gives it; undefined until then. */
  config: Config | undefined;
  readonly #deps: StoreDeps;
  #raw: unknown = null;
  #text: string | undefined;
  #mayOverwrite = true;
  readonly #saving = new Mutex();
  /** Held from reading the config to keeping the new one: a change made in between would be lost. */
  readonly #changing = new Mutex();

  constructor(deps: StoreDeps) {
    this.#deps = deps;
  }

  /** The argument for `configure`: the accepted config, else the file's content, else null for defaults. */
  get raw(): unknown {
    return this.config ?? this.#raw;
  }

  /** Whether certain repairs are written on save: the user switched that on and went through a first batch. */
  get automatic(): boolean {
    return this.config !== undefined && this.config.settings.automatic && this.config.firstBatchReviewed;
  }

  async load(): Promise<void> {
    this.#raw = await this.#read();
  }

  /** The engine refused the content's shape: copies the file and goes on with defaults. */
  async refuse(message: string): Promise<void> {
    this.#raw = null;
    this.config = undefined;
    if (this.#text !== undefined) await this.#keepAside(this.#text, message);
  }

  /** Uses a config that the engine gave, without saving it. */
  accept(config: Config): void {
    this.config = config;
    this.#deps.changed();
  }

  /** Uses and saves a config. */
  keep(config: Config): Promise<void> {
    this.accept(config);
    return this.#saving.runExclusive(async () => {
      if (!this.#mayOverwrite || this.config !== config) return; // A newer one is waiting behind.
      await this.#deps.save(config);
    });
  }

  /** Saves the config that a rename or merge gives, after all earlier changes. Returns how the decisions changed. */
  take(make: () => Promise<Config>): Promise<DecisionChanges> {
    return this.takeEach([undefined], make);
  }

  /** The same for several, one after the other. */
  takeEach<T>(all: T[], make: (one: T) => Promise<Config>): Promise<DecisionChanges> {
    return this.#changing.runExclusive(async () => {
      const before = this.config?.decisions ?? [];
      let after = before;
      for (const one of all) {
        const config = await make(one);
        after = config.decisions;
        await this.keep(config);
      }
      return this.#deps.compare(before, after);
    });
  }

  /** Undoes changes of decisions. */
  takeBack(engine: EngineApi, decided: DecisionChanges): Promise<void> {
    return this.#changing.runExclusive(async () => {
      if (!this.config) throw new Error(en.notice.notReady);
      await this.keep(await engine.takeBack(decided));
    });
  }

  /** Changes settings through the engine, which checks them. Rejects with its message when it refuses. */
  change(engine: EngineApi, make: (settings: Settings) => Partial<Settings>): Promise<void> {
    return this.#changing.runExclusive(async () => {
      const { config } = this;
      if (!config) throw new Error(en.notice.notReady);
      await this.keep(await engine.configure({ ...config, settings: { ...config.settings, ...make(config.settings) } }));
    });
  }

  /** The user has looked through what was recognised: keeps the answers. */
  confirmRecognition(engine: EngineApi, make: (settings: Settings) => Partial<Settings>): Promise<void> {
    return this.#changing.runExclusive(async () => {
      const { config } = this;
      if (!config) throw new Error(en.notice.notReady);
      const settings = { ...config.settings, ...make(config.settings) };
      await this.keep(await engine.configure({ ...config, settings, recognitionConfirmed: true }));
    });
  }

  markFirstBatch(engine: EngineApi): Promise<void> {
    return this.#changing.runExclusive(async () => {
      if (!this.config || this.config.firstBatchReviewed) return;
      await this.keep(await engine.configure({ ...this.config, firstBatchReviewed: true }));
    });
  }

  /** A sync changed data.json: its settings are used, and the decisions of both sides are kept. */
  reload(engine: EngineApi): Promise<void> {
    return this.#changing.runExclusive(() => this.#reload(engine));
  }

  async #reload(engine: EngineApi): Promise<void> {
    const mine = this.config;
    const theirs = await this.#read();
    if (theirs === null) return;
    try {
      const read = await engine.configure(theirs);
      const merged = mine ? await engine.joined(mine, read) : read;
      const differs = merged.decisions.length !== read.decisions.length || merged.firstBatchReviewed !== read.firstBatchReviewed
        || merged.recognitionConfirmed !== read.recognitionConfirmed;
      if (differs) await this.keep(await engine.configure(merged));
      else this.accept(read);
    } catch (thrown) {
      if (this.#text !== undefined) await this.#keepAside(this.#text, messageOf(thrown));
    }
  }

  /** Null when there is no file or it is broken; a broken one is copied. */
  async #read(): Promise<unknown> {
    const path = `${this.#deps.folder}/data.json`;
    this.#text = undefined;
    try {
      if (!(await this.#deps.files.exists(path))) return null;
      this.#text = await this.#deps.files.read(path);
    } catch (thrown) {
      this.#mayOverwrite = false;
      this.#deps.say(en.notice.brokenDataStuck(messageOf(thrown)));
      return null;
    }
    try {
      const data: unknown = JSON.parse(this.#text);
      this.#mayOverwrite = true;
      return data;
    } catch (thrown) {
      await this.#keepAside(this.#text, messageOf(thrown));
      return null;
    }
  }

  async #keepAside(text: string, message: string): Promise<void> {
    const { files, folder, say } = this.#deps;
    this.#mayOverwrite = false;
    try {
      for (let n = 1; ; n += 1) {
        const copy = `${folder}/data.broken-${n}.json`;
        if (await files.exists(copy)) {
          if ((await files.read(copy)) !== text) continue;
        } else {
          await files.copy(`${folder}/data.json`, copy);
        }
        this.#mayOverwrite = true;
        say(en.notice.brokenData(copy, message));
        return;
      }
    } catch (thrown) {
      say(en.notice.brokenDataStuck(messageOf(thrown)));
    }
  }
}
