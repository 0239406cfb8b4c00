// The record of every batch, one JSON file each, written before any note is. The command line writes the same files.
// A record is written beside its place and moved there when it is whole, so that a crash leaves the old one or the new one.
// A file that cannot be read is renamed, never overwritten, and the user is told.
import { Mutex } from 'async-mutex';
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { DecisionChanges, JournalEntry } from '../engine/types';
import { locale } from '../locales';
import { patiently } from './disk-errors';
import type { MovedNotes } from './moved-notes';
import { NEW, writeWhole } from './whole-file';

/**
 * `saved`: small repairs after a save, which come by the dozen. `answer`: one press on a question or a task, of which a day has
 * hundreds. `asked`: what else somebody asked for, such as a merge or a whole vault.
 */
export type BatchKind = 'saved' | 'answer' | 'asked';

/** How many batches of each kind are kept, and how many days; the oldest go first, and none for a batch of another kind. */
export const QUOTAS: Record<BatchKind, { batches: number; days: number }> = {
  saved: { batches: 200, days: 30 },
  answer: { batches: 500, days: 730 },
  asked: { batches: 200, days: 730 },
};

const DAY = 86_400_000;
/** Records that a list goes without because the disk does not give them. */
const MOST_UNREAD = 2;
/** Ends of ids, by which the kind of a batch is known without reading it. */
const ENDS: Record<BatchKind, string> = { saved: '-saved', answer: '-answer', asked: '' };

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
  /** The last move of notes that its paths have behind them; without it they are older than all. */
  movedAt?: number;
}

export type JournalFiles = Pick<DataAdapter, 'exists' | 'mkdir' | 'list' | 'read' | 'write' | 'rename' | 'remove'>;

export interface JournalOptions {
  files: JournalFiles;
  folder: string;
  now: () => Date;
  say: (message: string) => void;
  /** Where notes went since a batch was written. Its record then names them as they are called now. */
  moved?: MovedNotes;
}

export class Journal {
  readonly #options: JournalOptions;
  readonly #turn = new Mutex();

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Writes the record of a new batch. If this rejects, no note may be written. */
  open(title: string, entries: JournalEntry[], kind: BatchKind = 'asked'): Promise<BatchRecord> {
    return this.#turn.runExclusive(async () => {
      const movedAt = await this.#options.moved?.latest();
      const record: BatchRecord = { version: 1, id: await this.#nextId(kind), title, state: 'writing', entries, ...(movedAt ? { movedAt } : {}) };
      await this.#write(record);
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
    let unread = 0;
    return this.#newest(limit, (id) => this.#read(id).catch((thrown: unknown) => {
      // Where the disk gives nothing, each further file would take as long.
      if ((unread += 1) > MOST_UNREAD) throw thrown;
      this.#options.say(locale.notice.unreadBatch(this.#file(id), messageOf(thrown)));
      return undefined;
    }));
  }

  /** One batch; undefined when there is none of that id. */
  find(id: string): Promise<BatchRecord | undefined> {
    return this.#turn.runExclusive(async () => ((await this.#ids()).includes(id) ? this.#read(id) : undefined));
  }

  /** The newest batch that can still be undone. Rejects where the disk does not give a newer one: that may be the one. */
  async newest(): Promise<BatchRecord | undefined> {
    const standing = async (id: string): Promise<BatchRecord | undefined> => {
      const record = await this.#read(id);
      return record?.state === 'undone' ? undefined : record;
    };
    return (await this.#newest(1, standing))[0];
  }

  /** Reads no more files than it takes. */
  #newest(limit: number, read: (id: string) => Promise<BatchRecord | undefined>): Promise<BatchRecord[]> {
    return this.#turn.runExclusive(async () => {
      const records: BatchRecord[] = [];
      for (const id of (await this.#ids()).reverse()) {
        if (records.length >= limit) break;
        const record = await read(id);
        if (record) records.push(record);
      }
      return records;
    });
  }

  async #read(id: string): Promise<BatchRecord | undefined> {
    const { files, say } = this.#options;
    const path = this.#file(id);
    const text = await patiently(() => files.read(path));
    try {
      return await this.#asNamedNow(parseRecord(text, id));
    } catch (thrown) {
      const kept = `${path}.broken`;
      if (!(await files.exists(kept))) await files.rename(path, kept);
      say(`${locale.notice.brokenJournal(kept)} (${messageOf(thrown)})`);
      return undefined;
    }
  }

  /** The record with its notes as they are called now. A note that went, or whose batch was undone, was not there to be moved. */
  async #asNamedNow(record: BatchRecord): Promise<BatchRecord> {
    const { moved } = this.#options;
    if (!moved || record.state === 'undone') return record;
    const before = record.movedAt ?? 0;
    const { now: follow, latest } = await moved.since(before);
    if (latest === before) return record;
    const gone = new Set(record.entries.filter((entry) => entry.gone === true).map(({ path }) => path));
    const now = (path: string): string => (gone.has(path) ? path : follow(path));
    const named = <T extends { path: string }>(all: T[]): T[] => all.map((one) => ({ ...one, path: now(one.path) }));
    const entries = named(record.entries).map((entry) => (entry.from === undefined ? entry : { ...entry, from: now(entry.from) }));
    const { decided } = record;
    return { ...record, entries, movedAt: latest, ...(decided ? { decided: { made: named(decided.made), lost: named(decided.lost) } } : {}) };
  }

  #write(record: BatchRecord): Promise<void> {
    const { files, folder } = this.#options;
    return writeWhole(files, folder, `${record.id}.json`, `${JSON.stringify(record, null, 1)}\n`);
  }

  /** Takes a record that was on its way when the app ended. Without an old one beside it, it was whole already. */
  async #recover(names: string[]): Promise<void> {
    const { files, folder } = this.#options;
    for (const name of names.filter((each) => each.endsWith(`.json${NEW}`))) {
      const place = name.slice(0, -NEW.length);
      const isWhole = !names.includes(place) && isRecord(await files.read(`${folder}/${name}`), place.slice(0, -'.json'.length));
      if (isWhole) await files.rename(`${folder}/${name}`, `${folder}/${place}`);
      else await files.remove(`${folder}/${name}`);
    }
  }

  /** A batch may be saved empty more than once: when it is planned anew, and at its end. */
  async #drop(id: string): Promise<void> {
    const { files } = this.#options;
    if (await files.exists(this.#file(id))) await files.remove(this.#file(id));
  }

  async #nextId(kind: BatchKind): Promise<string> {
    const second = idTime(this.#options.now());
    const { files } = this.#options;
    for (let n = 1; ; n += 1) {
      const id = `${second}-${String(n).padStart(4, '0')}`;
      const paths = Object.values(ENDS).map((end) => this.#file(id + end)).flatMap((path) => [path, `${path}.broken`]);
      const taken = await Promise.all(paths.map((path) => files.exists(path)));
      if (!taken.includes(true)) return id + ENDS[kind];
    }
  }

  async #ids(): Promise<string[]> {
    const { files, folder } = this.#options;
    if (!(await files.exists(folder))) return [];
    const listed = async (): Promise<string[]> => (await files.list(folder)).files.map((path) => path.slice(path.lastIndexOf('/') + 1));
    let names = await listed();
    if (names.some((name) => name.endsWith(`.json${NEW}`))) {
      await this.#recover(names);
      names = await listed();
    }
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort();
  }

  async #prune(): Promise<void> {
    const ids = await this.#ids();
    for (const [kind, { batches, days }] of Object.entries(QUOTAS)) {
      const oldest = idTime(new Date(this.#options.now().getTime() - days * DAY));
      const own = ids.filter((id) => kindOf(id) === kind);
      const gone = own.filter((id, at) => at < own.length - batches || id < oldest);
      for (const id of gone) await this.#drop(id);
    }
  }

  #file(id: string): string {
    return `${this.#options.folder}/${id}.json`;
  }
}

function kindOf(id: string): BatchKind {
  return (['saved', 'answer'] as const).find((kind) => id.endsWith(ENDS[kind])) ?? 'asked';
}

/** When a batch was begun, by its id `20261121T013000Z-0001`, in the reader's own time and form. */
export function whenOf(id: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/u.exec(id) ?? [];
  if (year === undefined) return id;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toLocaleString();
}

/** The beginning of an id: `20261121T013000Z`. */
function idTime(time: Date): string {
  return time.toISOString().replace(/\.\d+/u, '').replace(/[-:]/gu, '');
}

function isRecord(text: string, id: string): boolean {
  try {
    parseRecord(text, id);
    return true;
  } catch {
    return false;
  }
}

function parseRecord(text: string, id: string): BatchRecord {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error(locale.notice.unsound.object());
  const record = value as Partial<BatchRecord>;
  const sound = record.version === 1 && record.id === id && typeof record.title === 'string' && typeof record.state === 'string';
  if (!sound || !Array.isArray(record.entries)) throw new Error(locale.notice.unsound.version());
  if (!record.entries.every((entry: unknown) => typeof (entry as JournalEntry | null)?.path === 'string')) {
    throw new Error(locale.notice.unsound.path());
  }
  const { decided } = record;
  if (decided !== undefined && !(Array.isArray(decided.made) && Array.isArray(decided.lost))) throw new Error(locale.notice.unsound.decisions());
  return record as BatchRecord;
}
