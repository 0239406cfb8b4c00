// What of the queue the list shows, and which of its questions is selected. The selection stays where it can, and follows the
// user's own decisions; where it moved otherwise, or asks something else by now, the first key only shows it.
import type { Question } from '../engine/types';
import { isAsSeen, type Sight } from './answers';
import { WIDE, type Filter } from './narrowing';
import { countByFolder, countByPerson, dropRow, viewOf, type Known, type QueueView } from './rows';
import type { Row } from './types';

interface QueueSource extends Known {
  /** Questions with something that is not decided about, in the order of the core. */
  open: () => Question[];
  sight: (question: Question) => Sight;
  /** ISO date. A new day wakes questions. */
  today: () => string;
}

export class ShownQueue {
  readonly #source: QueueSource;
  #filter: Filter = { ...WIDE, note: undefined };
  /** Who is on offer, by question; looked up once, and only where somebody asks. */
  readonly #offered = new WeakMap<Question, string[]>();
  /** When notes were last changed as it was when that order was asked for: an answer moves no other question of its note. */
  readonly #times = new Map<string, number>();
  readonly #known: Known;
  /** What the list shows on that day, until something changes it. */
  #view: { day: string; queue: QueueView } | undefined;
  #selected: string | undefined;
  #lastAt = 0;
  /** Whether the user has not gone to any question yet, so that the first one stays selected. */
  #isAtStart = true;
  /** Whether the selection moved to a question that the user did not go to, or what it asks became something else. */
  #unseen = false;
  /** What the user sees of the selected question. */
  #sight: Sight = new Map();
  #editing = false;

  constructor(source: QueueSource) {
    this.#source = source;
    this.#known = { ...source, offered: (question) => this.#offeredIn(question), changed: (path) => this.#changedAt(path) };
  }

  get filter(): Readonly<Filter> {
    return this.#filter;
  }

  /** Whether the field for the user's own words is open on the selected question. */
  get editing(): boolean {
    return this.#editing;
  }

  get view(): QueueView {
    const day = this.#source.today();
    if (this.#view?.day !== day) this.#view = { day, queue: viewOf(this.#source.open(), this.#filter, this.#known) };
    return this.#view.queue;
  }

  /** The row of the selected question; the one at its place where that is gone. */
  get at(): number {
    const { rows } = this.view;
    const isSelected = (row: Row | undefined): boolean => row?.kind === 'question' && row.question.id === this.#selected;
    const at = isSelected(rows[this.#lastAt]) ? this.#lastAt : rows.findIndex(isSelected);
    if (at >= 0) {
      this.#lastAt = at;
      return at;
    }
    const behind = rows.findIndex((row, index) => index >= this.#lastAt && row.kind === 'question');
    return behind >= 0 ? behind : rows.findLastIndex((row) => row.kind === 'question');
  }

  get selected(): Question | undefined {
    const row = this.view.rows[this.at];
    return row?.kind === 'question' ? row.question : undefined;
  }

  /** The note in front of the user; its questions come first. */
  showNote(note: string | undefined): void {
    this.#filter = { ...this.#filter, note };
    if (this.#isAtStart) [this.#selected, this.#lastAt] = [undefined, 0];
    this.changed();
  }

  narrow(change: Partial<Filter>): void {
    if (change.sort !== undefined) this.#times.clear();
    this.#filter = { ...this.#filter, ...change };
    this.changed();
  }

  /** How many questions there are about each of these people. */
  byPerson(people: ReadonlySet<string>): Map<string, number> {
    return countByPerson(this.#shown, people, this.#known);
  }

  byFolder(): Map<string, number> {
    return countByFolder(this.#shown);
  }

  /** The user goes to a question. Says whether another one was selected. */
  select(id: string): boolean {
    this.#unseen = false;
    this.#isAtStart = false;
    if (this.#selected === id) return false;
    this.#selected = id;
    this.#editing = false;
    this.#see();
    return true;
  }

  /** The question so many questions further on, or the last one that way. */
  further(by: number): Question | undefined {
    const { rows } = this.view;
    const step = Math.sign(by);
    let found = this.selected;
    for (let left = Math.abs(by), at = this.at + step; left > 0; at += step) {
      const row = rows[at];
      if (!row) break;
      if (row.kind !== 'question') continue;
      found = row.question;
      left -= 1;
    }
    return found;
  }

  /** Whether a key may decide now. The first one after the list moved by itself only shows what is selected. */
  takesDecision(): boolean {
    const takes = !this.#unseen;
    this.#unseen = false;
    return takes;
  }

  edit(isEditing: boolean): void {
    this.#editing = isEditing;
  }

  /** What is shown may differ: the rows are made anew, and the selection stays where it can, or is at `back`. */
  changed(back?: Question): void {
    if (back) this.#selected = back.id;
    this.#view = undefined;
    const id = this.selected?.id;
    if (id === this.#selected) return back ? this.#see() : this.looked();
    this.#unseen = this.#selected !== undefined;
    this.#selected = id;
    this.#editing = false;
    this.#see();
  }

  /** The selected question stays, and may ask something else by now. */
  looked(): void {
    const before = this.#sight;
    this.#see();
    this.#unseen ||= !isAsSeen(this.#sight, before);
  }

  #see(): void {
    const { selected } = this;
    this.#sight = selected ? this.#source.sight(selected) : new Map();
  }

  /** The selected question was put aside, so the one behind it is next, wherever it stands now. */
  putAside(): void {
    this.#selected = undefined;
    this.gone();
  }

  /** The selected question went away by the user's own decision, so the next one is theirs to decide about. */
  gone(decided?: Question): void {
    this.#editing = false;
    const queue = this.#view?.queue;
    const at = decided && queue ? queue.rows.findIndex((row) => row.kind === 'question' && row.question === decided) : -1;
    if (queue && at >= 0) dropRow(queue, at, this.#filter.note);
    else this.#view = undefined;
    this.#selected = this.selected?.id;
    this.#unseen = false;
    this.#see();
  }

  /** Questions that can be shown. */
  get #shown(): Question[] {
    return this.#source.open().filter((question) => this.#source.standing(question) !== 'unopened');
  }

  #offeredIn(question: Question): string[] {
    const known = this.#offered.get(question) ?? this.#source.offered(question);
    this.#offered.set(question, known);
    return known;
  }

  #changedAt(path: string): number {
    const known = this.#times.get(path) ?? this.#source.changed(path);
    this.#times.set(path, known);
    return known;
  }
}
