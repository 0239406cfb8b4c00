// data.json: settings and decisions. Other devices write it too, at any time: before it is written, what they wrote is
// joined. A file that cannot be read is copied before it is overwritten, and given time, as a sync may be writing it.
// A copy of all that this device knows stays on it, in case a sync puts an older file in place while the app is closed.
import { Mutex } from 'async-mutex';
import type { DataAdapter } from 'obsidian';
import { isRefusal } from '../engine/errors';
import { messageOf } from '../engine/protocol';
import type { Config, DatedDecision, DecisionChanges, EngineApi, Settings } from '../engine/types';
import { locale } from '../locales';
import { diskReason, InCloud, inTime, LATE, patiently } from './disk-errors';
import { standInFor } from './paths';

/** Milliseconds before each further look at a file that is not whole, or away. */
const PAUSES = [200, 1000, 3000];

export type StoreFiles = Pick<DataAdapter, 'exists' | 'read' | 'copy'>;

export interface StoreDeps {
  files: StoreFiles;
  /** The plugin's own folder. */
  folder: string;
  /** Obsidian's `saveData`, so that the app does not take our save for a change from outside. */
  save: (data: Config) => Promise<void>;
  /** What belongs to this device alone; null where there is nothing. */
  device: { load: () => unknown; save: (data: Config | null) => void };
  say: (message: string) => void;
  changed: () => void;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The engine, which is there once a config was accepted. */
  engine: () => Pick<EngineApi, 'configure' | 'joined' | 'decisionChanges'>;
}

export class Store {
  /** The content of data.json with all defaults, as the engine gives it; undefined until then. */
  config: Config | undefined;
  readonly #deps: StoreDeps;
  #raw: unknown = null;
  #text: string | undefined;
  /** The content of the file as this device last read or wrote it, without layout. */
  #known: string | undefined;
  #mayOverwrite = true;
  /** Whether what the device kept is joined. Until then nothing is kept over it. */
  #isRecalled = false;
  readonly #saving = new Mutex();
  /** Two at a time would each take what the other one found half for what was broken before. */
  readonly #reading = new Mutex();
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

  /** What the user decided and did not take back. */
  get decisions(): DatedDecision[] {
    return this.config?.decisions.filter(({ verdict }) => verdict === 'accepted' || verdict === 'rejected') ?? [];
  }

  async load(): Promise<void> {
    const { device } = this.#deps;
    this.#raw = await this.#read();
    // A sync may take the file away before it brings the new one.
    const isGone = (): boolean => this.#text === undefined && this.#mayOverwrite && device.load() !== null;
    for (const pause of PAUSES) {
      if (!isGone()) return;
      await new Promise((resolve) => window.setTimeout(resolve, pause));
      this.#raw = await this.#read();
    }
    // Without a file the user begins anew.
    if (isGone()) device.save(null);
  }

  /** Joins what this device knew when the app was closed. After the first config was accepted. */
  recall(): Promise<void> {
    return this.#changing.runExclusive(async () => {
      const { device, engine } = this.#deps;
      if (!this.config) return;
      const kept = device.load();
      if (kept === null) {
        this.#isRecalled = true;
        return;
      }
      let both: Config | undefined;
      try {
        const { config, lacking } = await engine().joined(kept as Config, this.config);
        if (lacking) both = await engine().configure(config);
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        device.save(null); // Of another form: the file alone counts.
      }
      this.#isRecalled = true;
      if (both) await this.keep(both);
    });
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
      if (this.config !== config) return; // A newer one is waiting behind.
      if (JSON.stringify(config) === this.#known) return;
      this.#remember(config);
      let both = config;
      // Somebody may write while the engine joins what they wrote before.
      do both = await this.#withOthers(both);
      while (this.#mayOverwrite && (await this.#hasChanged()));
      if (!this.#mayOverwrite) return;
      await this.#write(both);
      this.#known = JSON.stringify(both);
    });
  }

  async #write(config: Config): Promise<void> {
    try {
      await patiently(() => this.#deps.save(config));
    } catch (thrown) {
      throw new Error(locale.notice.unsavedData(diskReason(thrown)), { cause: thrown });
    }
  }

  /** Saves the config that a rename or merge gives, after all earlier changes. Returns how the decisions changed. */
  take(make: (at: number) => Promise<Config>): Promise<DecisionChanges> {
    return this.takeEach([this.#deps.now], (now) => make(now()));
  }

  /** The same for several, one after the other. */
  takeEach<T>(all: readonly T[], make: (one: T) => Promise<Config>): Promise<DecisionChanges> {
    return this.#changing.runExclusive(async () => {
      const { engine } = this.#deps;
      const before = this.config?.decisions ?? [];
      let config: Config | undefined;
      try {
        for (const one of all) config = await make(one);
      } finally {
        if (config) await this.keep(config);
      }
      return engine().decisionChanges(before, config?.decisions ?? before);
    });
  }

  /** Undoes changes of decisions. */
  takeBack(engine: EngineApi, decided: DecisionChanges): Promise<void> {
    return this.#changing.runExclusive(async () => {
      if (!this.config) throw new Error(locale.notice.notReady);
      await this.keep(await engine.takeBack(decided, this.#deps.now()));
    });
  }

  /** Changes settings through the engine, which checks them. Rejects with its message when it refuses. */
  change(engine: EngineApi, make: (settings: Settings) => Partial<Settings>): Promise<void> {
    return this.#changing.runExclusive(async () => {
      const { config } = this;
      if (!config) throw new Error(locale.notice.notReady);
      await this.keep(await engine.configure(this.#withSettings(config, make)));
    });
  }

  /** The user has looked through what was recognised: keeps the answers. */
  confirmRecognition(engine: EngineApi, make: (settings: Settings) => Partial<Settings>): Promise<void> {
    return this.#changing.runExclusive(async () => {
      const { config } = this;
      if (!config) throw new Error(locale.notice.notReady);
      await this.keep(await engine.configure({ ...this.#withSettings(config, make), recognitionConfirmed: true }));
    });
  }

  markFirstBatch(engine: EngineApi): Promise<void> {
    return this.#changing.runExclusive(async () => {
      if (!this.config || this.config.firstBatchReviewed) return;
      await this.keep(await engine.configure({ ...this.config, firstBatchReviewed: true }));
    });
  }

  /** A sync changed data.json: what both sides know counts, and is written if the other side lacks some of it. */
  reload(): Promise<void> {
    return this.#changing.runExclusive(async () => {
      const theirs = await this.#read();
      if (theirs === null) return;
      const { engine } = this.#deps;
      let both: Config;
      try {
        const { config, lacking } = this.config ? await engine().joined(this.config, theirs) : { config: theirs, lacking: false };
        both = await engine().configure(config);
        if (!lacking) this.#known = JSON.stringify(both);
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        if (this.#text !== undefined) await this.#keepAside(this.#text, messageOf(thrown));
        return;
      }
      await this.keep(both);
      this.#remember(both);
    });
  }

  #withSettings(config: Config, make: (settings: Settings) => Partial<Settings>): Config {
    // A clock that is behind must not make this count less than what it replaces.
    const settingsAt = Math.max(this.#deps.now(), config.settingsAt + 1);
    return { ...config, settings: { ...config.settings, ...make(config.settings) }, settingsAt };
  }

  #remember(config: Config): void {
    if (this.#isRecalled) this.#deps.device.save(config);
  }

  /** `config` with what the file knows besides: what somebody else wrote, or this device itself while `config` was made. */
  async #withOthers(config: Config): Promise<Config> {
    const theirs = await this.#read();
    if (theirs === null || JSON.stringify(theirs) === JSON.stringify(config)) return config;
    const { engine } = this.#deps;
    try {
      const joined = (await engine().joined(config, theirs)).config;
      // As after every save of this device alone: the engine has all of it already.
      if (JSON.stringify(joined) === JSON.stringify(config)) return config;
      const both = await engine().configure(joined);
      // A newer one is waiting behind, and joins what this one writes.
      if (this.config === config) this.accept(both);
      this.#remember(both);
      return both;
    } catch (thrown) {
      // Without an engine nothing can be joined, so nothing is written. The device remembers `config` until the next start.
      if (!isRefusal(thrown)) throw thrown;
      if (this.#text !== undefined) await this.#keepAside(this.#text, messageOf(thrown));
      return config;
    }
  }

  /** Whether the file is another one than was read last. */
  async #hasChanged(): Promise<boolean> {
    const read = this.#text;
    return (await this.#readText()) !== read;
  }

  /** Null when there is no file or it is broken; a broken one is given time to become whole, and is copied then. */
  #read(): Promise<unknown> {
    return this.#reading.runExclusive(() => this.#readWhole());
  }

  async #readWhole(): Promise<unknown> {
    const before = this.#text;
    for (const pause of [...PAUSES, undefined]) {
      const text = await this.#readText();
      this.#text = text;
      if (text === undefined) return null;
      try {
        const data: unknown = JSON.parse(text);
        this.#mayOverwrite = true;
        return data;
      } catch (thrown) {
        if (pause === undefined || text === before) {
          await this.#keepAside(text, messageOf(thrown));
          return null;
        }
        await new Promise((resolve) => window.setTimeout(resolve, pause));
      }
    }
    return null;
  }

  /** Undefined when there is no file, or none that can be read: that one is not overwritten. */
  async #readText(): Promise<string | undefined> {
    const path = `${this.#deps.folder}/data.json`;
    try {
      const reading = this.#textOf(path);
      // Until the settings are known, the user sees nothing but that the vault is being read.
      if (!this.config && await inTime(reading) === LATE) this.#deps.say(locale.notice.lateData);
      const text = await reading;
      this.#mayOverwrite = true;
      return text;
    } catch (thrown) {
      this.#mayOverwrite = false;
      this.#deps.say(thrown instanceof InCloud ? locale.notice.dataInCloud : locale.notice.brokenDataStuck(messageOf(thrown)));
      return undefined;
    }
  }

  async #textOf(path: string): Promise<string | undefined> {
    const { files } = this.#deps;
    if (await files.exists(path)) return patiently(() => files.read(path));
    if (await files.exists(standInFor(path))) throw new InCloud();
    return undefined;
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
        say(locale.notice.brokenData(copy, message));
        return;
      }
    } catch (thrown) {
      say(locale.notice.brokenDataStuck(messageOf(thrown)));
    }
  }
}
