// Keeps one engine alive. Calls go through one at a time, so that it is known which call crashes the engine. After a
// crash, which is reported once, a new engine is made and given all notes again.
import { Mutex } from 'async-mutex';
import { locale } from '../locales';
import { apiOf } from './api';
import { Blame, pathsOf } from './blame';
import { EngineCrash, EngineMissing, PluginUnloaded } from './errors';
import { messageOf, type Host, type Outcome } from './protocol';
import { PANIC, type AdoptedSettings, type Call, type Config, type EngineApi, type NoteText, type SettingsFile } from './types';

/** Crashes in a row that no note can be blamed for; after so many the supervisor gives up. */
const BLAMELESS_RESTARTS = 3;

export interface Batch {
  notes: NoteText[];
  rejected: { path: string; reason: string }[];
}

/** What a new engine is given, and who hears of it. */
export interface EngineSource {
  /** The whole of data.json, or null. */
  config(): unknown;
  /** The engine refuses the shape of `config()`. The next `config()` must be one that it accepts. */
  configRefused(message: string): Promise<void>;
  configured(config: Config): void;
  /** Calls `take` with the settings files of Obsidian and of other plugins. */
  adopt(take: (files: SettingsFile[]) => Promise<AdoptedSettings>): Promise<unknown>;
  /** All notes of the vault as they are now. */
  batches(): AsyncIterable<Batch>;
  /** The paths of all files that may hold a transcript. */
  files(): string[];
  /** The text of such a file, if it can be read. */
  fileText(path: string): Promise<string | undefined>;
  /** Called once for each crash. */
  crashed(message: string): void;
  /** Called for a note that is left out from now on. */
  condemned(path: string, reason: string): void;
}

class FeedCrash extends EngineCrash {
  constructor(message: string, readonly paths: string[]) {
    super(message);
  }
}

export class Supervisor {
  readonly api: EngineApi;
  readonly #start: () => Promise<Host>;
  readonly #source: EngineSource;
  readonly #blame = new Blame();
  #host: Host | undefined;
  readonly #turn = new Mutex();
  #failure: string | undefined;
  #stopped = false;
  /** Whether there is to be an engine. A call before that is refused, and starts none: the settings are not known yet. */
  #begun = false;

  constructor(start: () => Promise<Host>, source: EngineSource) {
    this.#start = start;
    this.#source = source;
    this.api = apiOf((...call) => this.#inTurn(() => this.#call(...call)));
  }

  /** Makes the first engine and feeds it. Rejects when there is no way to run one. */
  start(): Promise<void> {
    this.#begun = true;
    return this.#inTurn(() => this.#restart());
  }

  /** Makes a new engine from the vault as it is now. Notes that were left out are tried again. */
  rebuild(): Promise<void> {
    return this.#inTurn(async () => {
      this.#blame.clear();
      this.#host?.stop();
      await this.#restart();
    });
  }

  /** Makes the core panic. The ordinary build has no such method and refuses. */
  panic(): Promise<unknown> {
    return this.#inTurn(() => this.#carryOut(PANIC, [], []));
  }

  stop(): void {
    this.#stopped = true;
    this.#host?.stop();
    this.#host = undefined;
  }

  /** Runs the job after all earlier ones. Its caller hears of a crash at once; the next job waits for the new engine. */
  async #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const release = await this.#turn.acquire();
    const result = job();
    void result.catch(() => this.#recover()).finally(release);
    return result;
  }

  async #recover(): Promise<void> {
    if (!this.#begun || this.#host || this.#failure !== undefined || this.#stopped) return;
    await this.#restart().catch(() => undefined); // The failure is kept and given to every later call.
  }

  async #call(...call: Call): Promise<unknown> {
    const [method, args] = call;
    if (method === 'upsert') return this.#upsert(...args);
    return this.#carryOut(method, args, pathsOf(...call));
  }

  /** Hands over the notes, without condemned ones: those stay rejected, whatever their new text is. */
  async #upsert(notes: NoteText[]): Promise<void> {
    const { condemned } = this.#blame.sort(notes);
    for (const path of condemned) await this.#carryOut('reject', [path, this.#blame.reason(path)], []);
    const rest = notes.filter(({ path }) => !condemned.includes(path));
    if (rest.length > 0 || condemned.length === 0) await this.#carryOut('upsert', [rest], rest.map(({ path }) => path));
  }

  /** Has the engine carry out a call that is about these notes; a crash is blamed on them. */
  async #carryOut(method: string, args: readonly unknown[], paths: string[]): Promise<unknown> {
    if (this.#stopped) throw new PluginUnloaded(locale.engine.unloaded);
    if (!this.#host) throw new EngineMissing(this.#failure ?? locale.engine.notStarted);
    const outcome = await this.#host.call(method, args);
    if (outcome.kind !== 'crashed') return valueOf(outcome);
    if (this.#stopped) throw new PluginUnloaded(locale.engine.unloaded);
    this.#host.stop();
    this.#host = undefined;
    this.#accuse(paths, outcome.message);
    throw new EngineCrash(outcome.message);
  }

  #accuse(paths: string[], message: string): void {
    this.#source.crashed(message);
    for (const path of this.#blame.accuse(paths, message)) this.#source.condemned(path, this.#blame.reason(path));
  }

  async #restart(): Promise<void> {
    this.#failure = undefined;
    this.#host = undefined;
    for (let blameless = 0; !this.#stopped; ) {
      let host: Host | undefined;
      try {
        host = await this.#start();
        await this.#feed(host);
        if (this.#stopped) host.stop();
        else this.#host = host;
        return;
      } catch (thrown) {
        host?.stop();
        if (thrown instanceof FeedCrash) this.#accuse(thrown.paths, thrown.message);
        if (!(thrown instanceof FeedCrash) || thrown.paths.length === 0) blameless += 1;
        if (!(thrown instanceof FeedCrash) || blameless >= BLAMELESS_RESTARTS) {
          this.#failure = messageOf(thrown);
          throw new Error(this.#failure, { cause: thrown });
        }
      }
    }
  }

  async #feed(host: Host): Promise<void> {
    await this.#configure(host);
    await this.#source.adopt(async (files) => await feedCall(host, ['adopt', [files]], []) as AdoptedSettings);
    const suspects: NoteText[] = [];
    for await (const batch of this.#source.batches()) {
      if (this.#stopped) return;
      for (const { path, reason } of batch.rejected) await feedCall(host, ['reject', [path, reason]], [path]);
      const { free, suspected, condemned } = this.#blame.sort(batch.notes);
      for (const path of condemned) await feedCall(host, ['reject', [path, this.#blame.reason(path)]], []);
      if (free.length > 0) await feedCall(host, ['upsert', [free]], free.map((note) => note.path));
      suspects.push(...suspected);
    }
    // Suspects come last and one by one, and the rules run on each: a crash then points at one note.
    for (const note of suspects) {
      await feedCall(host, ['upsert', [[note]]], [note.path]);
      await feedCall(host, ['findings', [{ paths: [note.path] }]], [note.path]);
      this.#blame.acquit(note.path);
    }
    await this.#feedFiles(host);
  }

  /** Gives a new engine the transcripts that it wants. */
  async #feedFiles(host: Host): Promise<void> {
    await feedCall(host, ['addFiles', [this.#source.files()]], []);
    for (const path of await feedCall(host, ['wantedFiles', []], []) as string[]) {
      const text = await this.#source.fileText(path);
      if (text === undefined || this.#blame.sort([{ path, text }]).condemned.length > 0) continue;
      await feedCall(host, ['putFile', [path, text]], [path]);
    }
  }

  async #configure(host: Host): Promise<void> {
    let outcome = await host.call('configure', [this.#source.config()]);
    if (outcome.kind === 'refused') {
      await this.#source.configRefused(outcome.message);
      outcome = await host.call('configure', [this.#source.config()]);
    }
    if (outcome.kind === 'crashed') throw new FeedCrash(outcome.message, []);
    this.#source.configured(valueOf(outcome) as Config);
  }
}

/** A call of an engine that is being fed; a crash is blamed on these notes. */
async function feedCall(host: Host, [method, args]: Call, paths: string[]): Promise<unknown> {
  const outcome = await host.call(method, args);
  if (outcome.kind === 'crashed') throw new FeedCrash(outcome.message, paths);
  return valueOf(outcome);
}

function valueOf(outcome: Outcome): unknown {
  if (outcome.kind === 'value') return outcome.value;
  throw new Error(outcome.message);
}
