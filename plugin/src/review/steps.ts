// What was done in this session, newest first, and after a restart the newest batch of the journal: each can be taken back.
import { messageOf } from '../engine/protocol';
import type { ReviewDeps, Step } from './types';

type StepDeps = Pick<ReviewDeps, 'undoBatch' | 'forget' | 'newestBatch'>;

export class Steps {
  readonly #deps: StepDeps;
  readonly #changed: () => void;
  #all: Step[] = [];
  #next = 1;
  /** The step that the strip shows. */
  #shown: Step | undefined;
  /** The newest batch of an earlier session. */
  #earlier: Step | undefined;
  /** Steps whose undo waits for its turn; the next undo is about another one. */
  readonly #asked = new Set<Step>();

  constructor(deps: StepDeps, changed: () => void) {
    this.#deps = deps;
    this.#changed = changed;
  }

  /** Those of this session, newest first. */
  get all(): readonly Step[] {
    return this.#all;
  }

  get newest(): Step | undefined {
    return this.#shown;
  }

  /** What undo takes back: the newest of this session, or else the newest of the journal. */
  get undoable(): Step | undefined {
    const isOpen = (step: Step): boolean => (step.state === 'running' || step.state === 'done') && !this.#asked.has(step);
    return this.#all.find(isOpen) ?? (this.#earlier && isOpen(this.#earlier) ? this.#earlier : undefined);
  }

  get canUndo(): boolean {
    return this.undoable !== undefined;
  }

  add(step: Partial<Step> & Pick<Step, 'title' | 'state'>): Step {
    const whole: Step = {
      id: this.#next, question: undefined, findings: [], decisions: [], batch: undefined, notes: [], restored: undefined, details: [], aside: undefined, reason: undefined, ...step,
    };
    this.#next += 1;
    this.#all = [whole, ...this.#all];
    this.#shown = whole;
    this.#changed();
    return whole;
  }

  has(batch: string): boolean {
    return this.#all.some((step) => step.batch === batch);
  }

  /** Asks the journal what can still be undone. */
  async load(): Promise<void> {
    const newest = await this.#deps.newestBatch();
    this.#earlier = newest && !this.has(newest.id)
      ? { id: 0, title: newest.title, state: 'done', question: undefined, findings: [], decisions: [], batch: newest.id, notes: newest.notes, restored: undefined, details: [], aside: undefined, reason: undefined }
      : undefined;
  }

  /** The user asked to take this step back. */
  ask(step: Step): void {
    this.#asked.add(step);
    this.#changed();
  }

  /** Takes a step back; whether all of it went. */
  async undo(step: Step): Promise<boolean> {
    this.#asked.delete(step);
    if (step.state !== 'done') return false;
    // At once: the undo of a batch is also told to whoever shows it.
    step.state = 'undoing';
    try {
      this.#shown = step;
      const undone = step.batch === undefined ? undefined : await this.#deps.undoBatch(step.batch);
      step.reason = undone?.reasons[0];
      step.restored = undone?.restored;
      if (undone && !undone.whole) {
        step.state = 'done';
        return false;
      }
      if (step.decisions.length > 0) await this.#deps.forget(step.decisions);
      step.state = 'undone';
      if (step === this.#earlier) await this.load();
      return true;
    } catch (thrown) {
      step.state = 'done';
      step.reason = messageOf(thrown);
      return false;
    } finally {
      this.#changed();
    }
  }

  /** A batch was undone outside the pane; the step that wrote it, if it is one of these. */
  undone(batch: string): Step | undefined {
    const step = this.#all.find((one) => one.batch === batch && one.state === 'done');
    if (step) step.state = 'undone';
    if (this.#earlier?.batch === batch) this.#earlier = undefined;
    this.#changed();
    return step;
  }

  /** Why the newest decision about a question did not go through. */
  failureOf(question: string): string | undefined {
    const newest = this.#all.find((step) => step.question?.id === question);
    return newest?.state === 'failed' ? newest.reason : undefined;
  }

  /** The strip has been read. */
  dismiss(): void {
    this.#shown = undefined;
    this.#changed();
  }
}
