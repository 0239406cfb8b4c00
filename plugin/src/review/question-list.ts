// The queue as the engine says it, kept up to date by what changed: all questions in their order.
import type { Question, QueueChanges } from '../engine/types';

export class QuestionList {
  readonly #byId = new Map<string, Question>();
  /** All questions in the order of the core. */
  all: Question[] = [];
  /** How many repairs are certain. */
  safe = 0;
  /** How many findings have no answer on offer, by note. */
  open: ReadonlyMap<string, number> = new Map();

  /** `whole`: the changes hold every question. */
  take({ order, questions, safe, open }: QueueChanges, whole: boolean): void {
    if (whole) this.#byId.clear();
    for (const question of questions) this.#byId.set(question.id, question);
    this.all = order.map((id) => this.#byId.get(id)).filter((question) => question !== undefined);
    if (this.all.length < this.#byId.size) {
      const asked = new Set(order);
      for (const id of this.#byId.keys()) if (!asked.has(id)) this.#byId.delete(id);
    }
    this.safe = Object.values(safe).reduce((sum, count) => sum + count, 0);
    this.open = new Map(Object.entries(open));
  }

  get(id: string): Question | undefined {
    return this.#byId.get(id);
  }

  /** How many questions are known; fewer than the engine names where it was made anew in between. */
  isWhole(order: string[]): boolean {
    return this.all.length === order.length;
  }
}
