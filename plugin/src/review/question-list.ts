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
  take({ gone, order, questions, safe, open }: QueueChanges, whole: boolean): boolean {
    if (whole) {
      this.#byId.clear();
      this.#byFinding.clear();
    }
    const isNew = questions.some(({ id }) => !this.#byId.has(id));
    for (const id of [...gone, ...questions.map((question) => question.id)]) this.#forget(id);
    for (const question of questions) {
      this.#byId.set(question.id, question);
      for (const { finding } of question.places) this.#byFinding.set(finding, question);
    }
    if (whole || isNew || order !== undefined) this.all = this.#inOrder(order ?? this.all.map(({ id }) => id));
    else if (gone.length + questions.length > 0) this.#exchange(new Set(gone), new Map(questions.map((question) => [question.id, question])));
    this.safe = sumOf(safe);
    if (open !== undefined) {
      this.open = new Map(Object.entries(open));
      this.known = sumOf(open);
    }
    return whole || order !== undefined || questions.length > 0;
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

  #inOrder(ids: string[]): Question[] {
    return ids.map((id) => this.#byId.get(id)).filter((question) => question !== undefined);
  }

  /** Looks up only what changed, since the list may be long. */
  #exchange(gone: ReadonlySet<string>, changed: ReadonlyMap<string, Question>): void {
    const all: Question[] = [];
    for (const question of this.all) if (!gone.has(question.id)) all.push(changed.get(question.id) ?? question);
    this.all = all;
  }

  #forget(id: string): void {
    for (const { finding } of this.#byId.get(id)?.places ?? []) this.#byFinding.delete(finding);
    this.#byId.delete(id);
  }
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
