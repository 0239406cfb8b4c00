// Taking batches back, with the decisions that were made with them, and the notices that offer it.
import type { Notice } from 'obsidian';
import type { NoteChange } from '../engine/types';
import { locale } from '../locales';
import type { ReviewModel } from '../review/model';
import { say, sayChanged, sayFailure, sayUndone, sayWithUndo } from '../screen/notices';
import type { Journal } from '../vault/journal';
import type { BatchResult, Repairs, UndoResult } from '../vault/repairs';
import { noteName } from '../vault/paths';
import type { Decisions } from './decisions';

export interface UndoDeps {
  repairs: Repairs;
  journal: Journal;
  decisions: Decisions;
  review: ReviewModel;
  /** The journal changed: whatever lists it is to be drawn again. */
  redraw: () => void;
}

export class Undo {
  readonly #deps: UndoDeps;
  /** What the last save led to. */
  #notice: Notice | undefined;

  constructor(deps: UndoDeps) {
    this.#deps = deps;
  }

  /** Says what a batch changed, and offers to take it back. */
  offer(applied: BatchResult): void {
    sayChanged(applied, (batch) => this.#asked(batch));
    const { title, batch, written } = applied;
    // The pane's undo takes back what was done last, also where that was not done in the pane.
    if (batch !== undefined && !this.#deps.review.steps.has(batch)) this.#deps.review.saved(title, batch, written, []);
    this.#deps.redraw();
  }

  /** Says in one place what a save of this note led to: in the pane's history, and in a notice that takes the place of the last. */
  saved(title: string, applied: BatchResult, changes: NoteChange[]): void {
    const { batch, written } = applied;
    if (batch === undefined) return;
    const details = changes.filter(({ path }) => written.includes(path)).map(({ path, edits }) => locale.steps.detail(noteName(path), edits.length));
    this.#deps.review.saved(title, batch, written, details);
    this.#notice?.hide();
    this.#notice = sayWithUndo(locale.notice.changed(written.length), () => this.#asked(batch), details);
    this.#deps.redraw();
  }

  #asked(batch: string): void {
    this.batch(batch).catch(sayFailure);
  }

  /** Takes a batch back, or one note of it, and says so. */
  async batch(id: string, path?: string): Promise<UndoResult> {
    const undone = await this.quietly(id, path);
    this.report(undone);
    return undone;
  }

  async last(): Promise<void> {
    const newest = await this.#deps.journal.newest();
    if (newest) await this.batch(newest.id);
    else say(locale.notice.nothingToUndo);
  }

  /** Takes a batch back; whoever asks calls `report` when the screen shows it. */
  async quietly(id: string, path?: string): Promise<UndoResult> {
    const { repairs, decisions, review } = this.#deps;
    const undone = await repairs.undo(id, path);
    if (undone.decisions) {
      await decisions.takeBack(undone.decisions);
      await review.batchUndone(id);
    }
    return undone;
  }

  report(undone: UndoResult): void {
    sayUndone(undone);
    this.changed();
  }

  /** The journal changed without a notice. */
  changed(): void {
    this.#deps.redraw();
  }
}
