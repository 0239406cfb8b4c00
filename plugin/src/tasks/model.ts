// What the task view shows and does, without a screen: the open tasks of all notes, kept up to date note by note while
// somebody looks, the selection, and clicks on checkboxes. Everything outside comes in as callbacks.
import { Mutex } from 'async-mutex';
import type { TaskRow } from '../engine/types';
import { belongs, groupsOf, matches, WAYS, type Reader, type Way } from './groups';

/** Rows shown at first, and with each “show more”: what a phone draws without a pause. */
export const PAGE = 100;

export interface TaskDeps {
  /** Open tasks of this note, or of all. */
  tasks: (path?: string) => Promise<TaskRow[]>;
  /** Completes a task; says whether the note was written. */
  complete: (row: TaskRow) => Promise<CompletionResult>;
  reader: () => Reader;
  failed: (thrown: unknown) => void;
}

/** Whether the note was written, and the notice about it, which is shown once the list is up to date. */
export interface CompletionResult {
  written: boolean;
  announce: () => void;
}

/** A task under a heading; one of two owners is two entries. */
export interface Entry {
  key: string;
  row: TaskRow;
}

/** A heading, the number of its tasks, and those that are shown. */
export interface Section {
  title: string;
  count: number;
  entries: Entry[];
}

export interface TaskState {
  ready: boolean;
  way: Way;
  filter: string;
  /** Tasks in each way of looking, the filter aside. */
  counts: Record<Way, number>;
  sections: Section[];
  /** Entries in all, and how many of them are shown. */
  count: number;
  shown: number;
  selected: string | undefined;
  busy: boolean;
  reader: Reader;
}

/** What is drawn, computed once from the tasks, the way, the filter and the reader, and used until one of them changes. */
interface View {
  reader: Reader;
  sections: Section[];
  entries: Entry[];
  counts: Record<Way, number>;
}

export class TaskModel {
  readonly #deps: TaskDeps;
  readonly #listeners = new Set<() => void>();
  readonly #byPath = new Map<string, TaskRow[]>();
  #view: View | undefined;
  #ready = false;
  #way: Way = 'due';
  #filter = '';
  #limit = PAGE;
  #selected: string | undefined;
  #lastAt = 0;
  /** Whether the selection moved to a task that the user did not go to. */
  #unseen = false;
  #busy = false;
  readonly #turn = new Mutex();

  constructor(deps: TaskDeps) {
    this.#deps = deps;
  }

  /** Adds a listener. Without listeners nothing is kept up to date. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#forget();
    };
  }

  /** Asks for all tasks anew. */
  load(): Promise<void> {
    return this.#turn.runExclusive(async () => {
      if (this.#listeners.size === 0) return;
      const rows = await this.#deps.tasks();
      this.#byPath.clear();
      for (const row of rows) this.#add(row);
      this.#ready = true;
      this.redraw();
    });
  }

  /** Asks for the tasks of these notes anew. */
  refresh(paths: string[]): Promise<void> {
    return this.#turn.runExclusive(async () => {
      if (!this.#ready) return;
      for (const path of paths) {
        const rows = await this.#deps.tasks(path);
        this.#byPath.delete(path);
        for (const row of rows) this.#add(row);
      }
      this.redraw();
    });
  }

  /** Settings or the day changed what is to be shown, not what there is. */
  redraw(): void {
    this.#view = undefined;
    this.#notify();
  }

  state(): TaskState {
    const { reader, sections, entries, counts } = this.#viewed();
    const at = this.#at(entries);
    const shown = Math.min(entries.length, Math.max(this.#limit, at + 1));
    return {
      ready: this.#ready, way: this.#way, filter: this.#filter, counts, sections: firstOf(sections, shown),
      count: entries.length, shown, selected: entries[at]?.key, busy: this.#busy, reader,
    };
  }

  look(way: Way): void {
    this.#way = way;
    this.#fromTheTop();
  }

  filter(text: string): void {
    this.#filter = text.trim();
    this.#fromTheTop();
  }

  more(): void {
    this.#limit += PAGE;
    this.#notify();
  }

  select(key: string): void {
    if (this.#selected === key) return;
    this.#selected = key;
    this.#unseen = false;
    this.#notify();
  }

  /** Moves the selection by so many tasks and stops at the ends. */
  move(by: number): void {
    const { entries } = this.#viewed();
    const next = entries[Math.min(entries.length - 1, Math.max(0, this.#at(entries) + by))];
    this.#unseen = false;
    if (next) this.select(next.key);
  }

  /** Whether a key may complete the selected task now. The first one after the list moved by itself only shows what is selected. */
  takesDecision(): boolean {
    this.#at(this.#viewed().entries);
    const takes = !this.#unseen;
    this.#unseen = false;
    return takes;
  }

  /** One at a time: a second click while the first is being written is ignored. */
  async complete(row: TaskRow): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#notify();
    const { entries } = this.#viewed();
    const isSelected = entries[this.#at(entries)]?.row === row;
    try {
      const { written, announce } = await this.#deps.complete(row);
      try {
        if (written) await this.refresh([row.path]);
        // The user's own click made it go, so the next task is theirs to complete.
        if (isSelected) this.takesDecision();
      } finally {
        announce();
      }
    } catch (thrown) {
      this.#deps.failed(thrown);
    } finally {
      this.#busy = false;
      this.#notify();
    }
  }

  #viewed(): View {
    const reader = this.#deps.reader();
    const known = this.#view;
    if (known && known.reader.today === reader.today && known.reader.me === reader.me) return known;
    const rows = [...this.#byPath.values()].flat();
    const found = this.#filter === '' ? rows : rows.filter((row) => matches(row, this.#filter));
    const sections = groupsOf(found, this.#way, reader).map(({ title, rows: of }): Section => ({ title, count: of.length, entries: entriesOf(title, of) }));
    const counted = WAYS.map((way) => [way, rows.filter((row) => belongs(row, way, reader)).length]);
    this.#view = { reader, sections, entries: sections.flatMap((section) => section.entries), counts: Object.fromEntries(counted) as Record<Way, number> };
    return this.#view;
  }

  /** Where the selection stands; when the selected task is gone, what stands in its place is selected. */
  #at(entries: Entry[]): number {
    const at = entries.findIndex((entry) => entry.key === this.#selected);
    if (at < 0 && this.#selected !== undefined) this.#unseen = true;
    this.#lastAt = at >= 0 ? at : Math.max(0, Math.min(this.#lastAt, entries.length - 1));
    this.#selected = entries[this.#lastAt]?.key;
    return this.#lastAt;
  }

  #fromTheTop(): void {
    this.#limit = PAGE;
    this.#selected = undefined;
    this.#unseen = false;
    this.#lastAt = 0;
    this.redraw();
  }

  #add(row: TaskRow): void {
    const rows = this.#byPath.get(row.path);
    if (rows) rows.push(row);
    else this.#byPath.set(row.path, [row]);
  }

  #forget(): void {
    this.#ready = false;
    this.#view = undefined;
    this.#byPath.clear();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A task is known by its words: its line changes with every line above it. Tasks of equal words are counted. */
function entriesOf(title: string, rows: TaskRow[]): Entry[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = `${title}\n${row.path}\n${row.raw}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: `${name}\n${count}`, row };
  });
}

function firstOf(sections: Section[], limit: number): Section[] {
  const cut: Section[] = [];
  let left = limit;
  for (const section of sections) {
    if (left <= 0) break;
    cut.push({ ...section, entries: section.entries.slice(0, left) });
    left -= section.entries.length;
  }
  return cut;
}
