// The queue as the engine says it, kept up to date by what changed: all questions in their order.
import type { Question, QueueChanges } from '../engine/types';

export class QuestionList {
  readonly #byId = new Map<string, Question>();
  readonly #byFinding = new Map<string, Question>();
  /** All questions in the order of the core. */
  all: Question[] = [];
  /** How many repairs are certain. */
  safe = 0;
  /** How many findings have no answer on offer, by note. */
  open: ReadonlyMap<string, number> = new Map();
  /** How many those are in all. */
  known = 0;

  /**
   * `whole`: the changes hold every question.
   *
   * Returns whether the list is another one than without the questions that are gone.
   */
  take({ gone, questions, safe, open }: QueueChanges, whole: boolean): boolean {
    if (whole) {
      this.#byId.clear();
      this.#byFinding.clear();
      this.all = [];
    }
    const moved = new Set([...gone, ...questions.map(([, { id }]) => id)]);
    if (moved.size > 0) this.all = this.all.filter(({ id }) => !moved.has(id));
    for (const id of moved) this.#forget(id);
    for (const [index, question] of questions) {
      this.all.splice(index, 0, question);
      this.#byId.set(question.id, question);
      for (const { finding } of question.places) this.#byFinding.set(finding, question);
    }
    this.safe = sumOf(safe);
    if (open !== undefined) {
      this.open = new Map(Object.entries(open));
      this.known = sumOf(open);
    }
    return whole || questions.length > 0;
  }

  get(id: string): Question | undefined {
    return this.#byId.get(id);
  }

  /** The question that a finding belongs to. */
  asking(finding: string): Question | undefined {
    return this.#byFinding.get(finding);
  }

  /** Whether all questions are known; fewer are where the engine was made anew in between. */
  isWhole({ count }: QueueChanges): boolean {
    return this.all.length === count;
  }

  #forget(id: string): void {
    for (const { finding } of this.#byId.get(id)?.places ?? []) this.#byFinding.delete(finding);
    this.#byId.delete(id);
  }
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
