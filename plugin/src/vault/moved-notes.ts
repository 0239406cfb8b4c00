// Which notes and folders were renamed or moved, and when, so that the journal finds a note at its new place. One file for
// all: a rename must not read every batch of the journal. Without it, or where it cannot be read, undo finds nothing at the
// old place and says so; a note that is found must still say what the batch left there. A file that is broken is renamed,
// and one that the disk does not give is not overwritten.
import { Mutex } from 'async-mutex';
import type { DataAdapter } from 'obsidian';
import { InCloud, patiently } from './disk-errors';
import { isWritten, standInFor } from './paths';
import { NEW, writeWhole } from './whole-file';

/** A file or folder that was at `from`. `at` is milliseconds since 1970, of no two moves the same. */
interface Move {
  at: number;
  from: string;
  to: string;
}

const FILE = 'moved-notes.json';
/** The oldest go first. What was written before them can still be undone where the notes were not moved. */
const MOST = 10_000;
/** Milliseconds in which the app reports the notes of a folder that moves. */
const TOGETHER = 10_000;

type MovedFiles = Pick<DataAdapter, 'exists' | 'mkdir' | 'read' | 'write' | 'rename' | 'remove'>;

export class MovedNotes {
  readonly #files: MovedFiles;
  readonly #folder: string;
  readonly #now: () => number;
  readonly #turn = new Mutex();
  /** What nobody has looked at yet. */
  #heard: Omit<Move, 'at'>[] = [];
  /** What the disk has not taken yet. */
  #unsaved: Move[] = [];

  /** @param folder the plugin's own folder */
  constructor(files: MovedFiles, folder: string, now: () => number) {
    this.#files = files;
    this.#folder = folder;
    this.#now = now;
  }

  /** Rejects when the disk does not take it; then it is known until the app ends. */
  moved(from: string, to: string): Promise<void> {
    this.#heard.push({ from, to });
    return this.#turn.runExclusive(async () => {
      // A folder's notes are reported at once, and the first turn takes them all along.
      if (this.#heard.length > 0) await this.#save(this.#all(await this.#read()));
    });
  }

  /** The time of the last move, which paths that are written down now have behind them; 0 where nothing was moved. */
  latest(): Promise<number> {
    return this.#turn.runExclusive(async () => {
      const known = await this.#known();
      // Without the file nobody knows which moves a path has behind it. It has all that were before now.
      return known ? known.at(-1)?.at ?? 0 : this.#now();
    });
  }

  /** `now` says where a file is that was at a path after the move of the given time; `latest` is the time of the last one. */
  since(at: number): Promise<{ now: (path: string) => string; latest: number }> {
    return this.#turn.runExclusive(async () => {
      const later = (await this.#known() ?? []).filter((move) => move.at > at);
      return { now: (path) => later.reduce(follow, path), latest: later.at(-1)?.at ?? at };
    });
  }

  /** What the file holds, which another device may write too, and what was heard since. */
  #all(read: Move[]): Move[] {
    const all = [...read, ...this.#unsaved];
    for (const move of this.#heard.splice(0)) {
      const heard = { at: Math.max(this.#now(), (all.at(-1)?.at ?? 0) + 1), ...move };
      all.push(heard);
      this.#unsaved.push(heard);
    }
    return all;
  }

  /** Undefined where the disk does not give the file. */
  async #known(): Promise<Move[] | undefined> {
    const read = await this.#read().catch((thrown: unknown) => {
      console.error('Namesake:', thrown);
      return undefined;
    });
    return read && this.#all(read);
  }

  /** A folder's move says those of its notes. */
  async #save(all: Move[]): Promise<void> {
    const folders = all.filter(({ from }) => !isWritten(from));
    const kept = all.filter((move) => !folders.some((folder) => isOf(folder, move))).slice(-MOST);
    await writeWhole(this.#files, this.#folder, FILE, `${JSON.stringify(kept)}\n`);
    this.#unsaved = [];
  }

  async #read(): Promise<Move[]> {
    const place = `${this.#folder}/${FILE}`;
    for (const path of [place, `${place}${NEW}`]) {
      if (!(await this.#files.exists(path))) continue;
      const moves = movesIn(await patiently(() => this.#files.read(path)));
      if (moves) return moves;
      await this.#putAside(path);
    }
    if (await this.#files.exists(standInFor(place))) throw new InCloud();
    return [];
  }

  async #putAside(path: string): Promise<void> {
    for (let n = 1; ; n += 1) {
      const kept = `${path}.broken-${n}`;
      if (await this.#files.exists(kept)) continue;
      await this.#files.rename(path, kept);
      return;
    }
  }
}

/** Undefined where the text is broken. */
function movesIn(text: string): Move[] | undefined {
  try {
    const all: unknown = JSON.parse(text);
    return Array.isArray(all) ? all.filter(isMove) : undefined;
  } catch {
    return undefined;
  }
}

function follow(path: string, { from, to }: Move): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/** Whether the move of the folder says this one, too. */
function isOf(folder: Move, { at, from, to }: Move): boolean {
  return Math.abs(folder.at - at) < TOGETHER && from.startsWith(`${folder.from}/`) && to === folder.to + from.slice(folder.from.length);
}

function isMove(one: unknown): one is Move {
  if (typeof one !== 'object' || one === null) return false;
  const { at, from, to } = one as Partial<Move>;
  return typeof at === 'number' && typeof from === 'string' && typeof to === 'string';
}
