// The record of every batch, one JSON file each, written before any note is. The command line writes the same files.
// A file that cannot be read is renamed, never overwritten, and the user is told.
import { Mutex } from 'async-mutex';
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { DecisionChanges, JournalEntry } from '../engine/types';
import { en } from '../locales/en';
import { patiently } from './disk-errors';

/** Batches kept; the oldest go first. */
export const MAX_BATCHES = 200;

/** `writing`: notes may or may not have been written when the app ended; undo finds out note by note. */
export type BatchState = 'writing' | 'written' | 'undone';

export interface BatchRecord {
  version: 1;
  id: string;
  title: string;
  state: BatchState;
  entries: JournalEntry[];
  /** Decisions that were made with the batch. They are undone when all of its notes are. */
  decided?: DecisionChanges;
}

export type JournalFiles = Pick<DataAdapter, 'exists' | 'mkdir' | 'list' | 'read' | 'write' | 'rename' | 'remove'>;

export interface JournalOptions {
  files: JournalFiles;
  folder: string;
  now: () => Date;
  say: (message: string) => void;
}

export class Journal {
  readonly #options: JournalOptions;
  readonly #turn = new Mutex();

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Writes the record of a new batch. If this rejects, no note may be written. */
  open(title: string, entries: JournalEntry[]): Promise<BatchRecord> {
    return this.#turn.runExclusive(async () => {
      const { files, folder } = this.#options;
      if (!(await files.exists(folder))) await files.mkdir(folder);
      const record: BatchRecord = { version: 1, id: await this.#nextId(), title, state: 'writing', entries };
      try {
        await this.#write(record);
      } catch (thrown) {
        // Half a record would be taken for a broken one later.
        await this.#drop(record.id).catch(() => undefined);
        throw thrown;
      }
      return record;
    });
  }

  /** Writes the record as it is now. A batch of which nothing was written leaves no file. */
  save(record: BatchRecord): Promise<void> {
    return this.#turn.runExclusive(async () => {
      if (record.entries.length === 0) await this.#drop(record.id);
      else await this.#write(record);
      await this.#prune();
    });
  }

  /** Adds the decisions that were made with a batch to its record. */
  addDecisions(id: string, decided: DecisionChanges): Promise<void> {
    return this.#turn.runExclusive(async () => {
      if (decided.made.length + decided.lost.length === 0) return;
      const record = (await this.#ids()).includes(id) ? await this.#read(id) : undefined;
      if (record) await this.#write({ ...record, decided });
    });
  }

  /** The newest readable batches, newest first. */
  list(limit: number): Promise<BatchRecord[]> {
    return this.#turn.runExclusive(async () => {
      const records: BatchRecord[] = [];
      for (const id of (await this.#ids()).reverse()) {
        if (records.length >= limit) break;
        const record = await this.#read(id);
        if (record) records.push(record);
      }
      return records;
    });
  }

  /** One batch; undefined when there is none of that id. */
  find(id: string): Promise<BatchRecord | undefined> {
    return this.#turn.runExclusive(async () => ((await this.#ids()).includes(id) ? this.#read(id) : undefined));
  }

  /** The newest batch that can still be undone. */
  async newest(): Promise<BatchRecord | undefined> {
    return (await this.list(MAX_BATCHES)).find((record) => record.state !== 'undone');
  }

  async #read(id: string): Promise<BatchRecord | undefined> {
    const { files, say } = this.#options;
    const path = this.#file(id);
    const text = await files.read(path);
    try {
      return parseRecord(text, id);
    } catch (thrown) {
      const kept = `${path}.broken`;
      if (!(await files.exists(kept))) await files.rename(path, kept);
      say(`${en.notice.brokenJournal(kept)} (${messageOf(thrown)})`);
      return undefined;
    }
  }

  #write(record: BatchRecord): Promise<void> {
    return patiently(() => this.#options.files.write(this.#file(record.id), `${JSON.stringify(record, null, 1)}\n`));
  }

  /** A batch may be saved empty more than once: when it is planned anew, and at its end. */
  async #drop(id: string): Promise<void> {
    const { files } = this.#options;
    if (await files.exists(this.#file(id))) await files.remove(this.#file(id));
  }

  async #nextId(): Promise<string> {
    const second = this.#options.now().toISOString().replace(/\.\d+/u, '').replace(/[-:]/gu, '');
    const { files } = this.#options;
    for (let n = 1; ; n += 1) {
      const id = `${second}-${String(n).padStart(4, '0')}`;
      const path = this.#file(id);
      if (!(await files.exists(path)) && !(await files.exists(`${path}.broken`))) return id;
    }
  }

  async #ids(): Promise<string[]> {
    const { files, folder } = this.#options;
    if (!(await files.exists(folder))) return [];
    const names = (await files.list(folder)).files.map((path) => path.slice(path.lastIndexOf('/') + 1));
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort();
  }

  async #prune(): Promise<void> {
    const ids = await this.#ids();
    for (const id of ids.slice(0, Math.max(0, ids.length - MAX_BATCHES))) await this.#options.files.remove(this.#file(id));
  }

  #file(id: string): string {
    return `${this.#options.folder}/${id}.json`;
  }
}

function parseRecord(text: string, id: string): BatchRecord {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  const record = value as Partial<BatchRecord>;
  const sound = record.version === 1 && record.id === id && typeof record.title === 'string' && typeof record.state === 'string';
  if (!sound || !Array.isArray(record.entries)) throw new Error('not a batch of this version');
  if (!record.entries.every((entry: unknown) => typeof (entry as JournalEntry | null)?.path === 'string')) {
    throw new Error('an entry without a path');
  }
  const { decided } = record;
  if (decided !== undefined && !(Array.isArray(decided.made) && Array.isArray(decided.lost))) throw new Error('decisions of another form');
  return record as BatchRecord;
}
