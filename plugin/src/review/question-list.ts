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

  /** `whole`: the changes hold every question. */
  take({ gone, order, questions, safe, open }: QueueChanges, whole: boolean): void {
    if (whole) {
      this.#byId.clear();
      this.#byFinding.clear();
    }
    for (const id of [...gone, ...questions.map((question) => question.id)]) this.#forget(id);
    for (const question of questions) {
      this.#byId.set(question.id, question);
      for (const { finding } of question.places) this.#byFinding.set(finding, question);
    }
    if (order !== undefined || gone.length + questions.length > 0) {
      this.all = (order ?? this.all.map(({ id }) => id)).map((id) => this.#byId.get(id)).filter((question) => question !== undefined);
    }
    this.safe = sumOf(safe);
    if (open === undefined) return;
    this.open = new Map(Object.entries(open));
    this.known = sumOf(open);
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
