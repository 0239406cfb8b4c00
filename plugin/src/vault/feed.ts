// Gives the engine all notes of the vault at first, then every change, in order for each note. A note that the disk is
// slow to give comes later. If one cannot be read, the user is told, and the engine keeps what it knew of the note.
import { TFile, type EventRef, type TAbstractFile, type Vault } from 'obsidian';
import { PluginUnloaded } from '../engine/errors';
import type { Batch } from '../engine/supervisor';
import { messageOf } from '../engine/protocol';
import type { Config, EngineApi } from '../engine/types';
import { locale } from '../locales';
import { inTime, LATE, patiently } from './disk-errors';
import type { PathQueues } from './path-queues';
import { isWritten } from './paths';
import { readNote, type Reading } from './read';

/** A batch is full at this many notes or bytes: small enough for a phone to stay responsive between two. */
const BATCH_NOTES = 50;
const BATCH_BYTES = 1_000_000;
/** The limit until the settings (`maxNoteBytes`) are known. */
export const DEFAULT_LIMIT = 16_000_000;

export interface FeedDeps {
  vault: Vault;
  engine: EngineApi;
  queues: PathQueues;
  limit: () => number | undefined;
  /** The text, existence or name of these notes changed, and the engine knows it. */
  changed: (paths: string[]) => void;
  /** A note was modified on disk, by the user, the plugin or a sync. */
  modified: (path: string) => void;
  /** A note moved. `rename` tells the engine, which moves the decisions about the note too. */
  renamed: (from: string, to: string, rename: () => Promise<Config>) => Promise<void>;
  /** A folder moved, or a file that the plugin may have written. */
  moved: (from: string, to: string) => void;
  progress: (done: number, total: number) => void;
  /** The last of the notes that came late is there. */
  complete: () => void;
  say: (message: string) => void;
}

export class Feed {
  readonly #deps: FeedDeps;
  readonly #late = new Set<string>();
  /** Notes that were in a cloud alone when the app started. */
  readonly #away = new Set<string>();
  /** Notes that could not be read when that was tried last. */
  readonly #unread = new Set<string>();

  constructor(deps: FeedDeps) {
    this.#deps = deps;
  }

  /** Whether the engine has all notes. Without one of them a name may look as if it meant another person for certain. */
  get isComplete(): boolean {
    return this.#missing === 0;
  }

  get #missing(): number {
    return this.#late.size + this.#away.size;
  }

  /** Listens to the vault. Only after layout-ready: before, the app reports every existing file as new. */
  listen(): EventRef[] {
    const { vault } = this.#deps;
    return [
      vault.on('create', (file) => this.#whenNote(file, (note) => this.#track([note.path], () => this.#read(note.path)))),
      vault.on('modify', (file) => this.#whenNote(file, (note) => {
        this.#deps.modified(note.path);
        this.#track([note.path], () => this.#read(note.path));
      })),
      vault.on('delete', (file) => this.#whenNote(file, (note) => this.#track([note.path], () => this.#remove(note.path)))),
      vault.on('rename', (file, from) => this.#renamed(file, from)),
    ];
  }

  /** Every note of the vault as it is now, in batches; progress is told after each. */
  async *batches(): AsyncGenerator<Batch> {
    const files = this.#deps.vault.getMarkdownFiles();
    let done = 0;
    for (const group of inGroups(files)) {
      yield await this.#batch(group);
      done += group.length;
      this.#deps.progress(done, files.length);
    }
    if (!this.isComplete) this.#deps.say(locale.notice.late(this.#missing));
  }

  /** Somebody opened the note, for which the disk fetches what it has not got; it need not tell of that. */
  opened(path: string): void {
    if (this.#unread.has(path)) this.#track([path], () => this.#read(path));
  }

  /** Reads a note again and gives it to the engine, after all earlier work on it. */
  refresh(path: string): Promise<void> {
    return this.#deps.queues.run(path, () => this.#read(path));
  }

  /** Gives the engine a text that was just written there; undefined when the note was deleted. */
  async learn(path: string, text: string | undefined): Promise<void> {
    if (!path.endsWith('.md')) return; // A base is no note.
    if (text === undefined) await this.#deps.engine.remove(path);
    else await this.#deps.engine.upsert([{ path, text }]);
    this.#deps.changed([path]);
  }

  async #batch(files: TFile[]): Promise<Batch> {
    const batch: Batch = { notes: [], rejected: [] };
    const readings = await Promise.all(files.map((file) => this.#inTime(file)));
    for (const [at, { path }] of files.entries()) {
      const reading = readings[at];
      if (!reading) continue;
      if ('text' in reading) batch.notes.push({ path, text: reading.text });
      else batch.rejected.push({ path, reason: reading.rejected });
      if ('away' in reading) this.#isAway(path);
    }
    return batch;
  }

  /** The note, unless the disk is slow: then it is given to the engine when it comes, before any later change of it. */
  async #inTime(file: TFile): Promise<Reading> {
    const { path } = file;
    const reading = this.#reading(file).catch((thrown: unknown): Reading => {
      this.#unread.add(path);
      return { rejected: locale.refusal.unreadable(messageOf(thrown)) };
    });
    const first = await inTime(reading);
    if (first !== LATE) return first;
    this.#late.add(path);
    this.#track([path], async () => {
      const come = await reading;
      if ('away' in come) this.#isAway(path);
      await this.#give(path, come);
      this.#came(this.#late, path);
    });
    return { rejected: locale.refusal.late() };
  }

  async #read(path: string): Promise<void> {
    const file = this.#deps.vault.getAbstractFileByPath(path);
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    let reading: Reading;
    try {
      reading = await this.#reading(file);
    } catch (thrown) {
      if (this.#deps.vault.getAbstractFileByPath(path)) this.#failed(path, messageOf(thrown));
      return;
    }
    if ('away' in reading) return this.#failed(path, reading.rejected);
    await this.#give(path, reading);
    this.#came(this.#away, path);
  }

  #isAway(path: string): void {
    this.#away.add(path);
    this.#unread.add(path);
  }

  /** A failed read is not evidence that the note is empty. */
  #failed(path: string, why: string): void {
    this.#unread.add(path);
    this.#deps.say(locale.notice.unread(path, why));
  }

  /** A note is no longer missing; it may have been the last. */
  #came(missing: Set<string>, path: string): void {
    if (missing.delete(path) && this.isComplete) this.#deps.complete();
  }

  async #give(path: string, reading: Reading): Promise<void> {
    if (!('away' in reading)) this.#unread.delete(path);
    if ('text' in reading) await this.#deps.engine.upsert([{ path, text: reading.text }]);
    else await this.#deps.engine.reject(path, reading.rejected);
    this.#deps.changed([path]);
  }

  #reading(file: TFile): Promise<Reading> {
    const { vault, limit } = this.#deps;
    const reader = { read: () => vault.read(file), readBinary: () => vault.readBinary(file) };
    return patiently(() => readNote(reader, file.path, file.stat.size, limit() ?? DEFAULT_LIMIT));
  }

  async #remove(path: string): Promise<void> {
    await this.#deps.engine.remove(path);
    this.#deps.changed([path]);
    this.#unread.delete(path);
    this.#came(this.#away, path);
  }

  #renamed(file: TAbstractFile, from: string): void {
    if (!(file instanceof TFile) || (isWritten(from) && isWritten(file.path))) this.#deps.moved(from, file.path);
    if (!(file instanceof TFile)) return; // A folder's notes are reported one by one.
    const was = from.endsWith('.md');
    const is = file.extension === 'md';
    const to = file.path;
    if (was && is) this.#track([from, to], () => this.#move(from, to));
    else if (was) this.#track([from], () => this.#remove(from));
    else if (is) this.#track([to], () => this.#read(to));
  }

  async #move(from: string, to: string): Promise<void> {
    await this.#deps.renamed(from, to, () => this.#deps.engine.rename(from, to));
    for (const notes of [this.#away, this.#unread]) if (notes.delete(from)) notes.add(to);
    this.#deps.changed([from, to]);
  }

  #whenNote(file: TAbstractFile, then: (note: TFile) => void): void {
    if (file instanceof TFile && file.extension === 'md') then(file);
  }

  /** Runs a job for an event, whose handler cannot wait. Failures go to the console. */
  #track(paths: string[], job: () => Promise<void>): void {
    this.#deps.queues.runAll(paths, job).catch((thrown: unknown) => {
      if (!(thrown instanceof PluginUnloaded)) console.error(`Namesake: ${paths.join(', ')}`, thrown);
    });
  }
}

function inGroups(files: TFile[]): TFile[][] {
  const groups: TFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = groups.at(-1);
    const fits = last !== undefined && last.length < BATCH_NOTES && bytes + file.stat.size <= BATCH_BYTES;
    bytes = fits ? bytes + file.stat.size : file.stat.size;
    if (fits) last.push(file);
    else groups.push([file]);
  }
  return groups;
}
