// How long the rest of the queue takes, by the user's own pace.

/** Milliseconds that a question takes until the user's own pace is known. */
const USUAL = 8000;
/** A longer pause is no thinking about a question. */
const PAUSE = 60_000;
/** So many of the last decisions count. */
const LAST = 20;

export class Pace {
  readonly #took: number[] = [];
  #last: number | undefined;

  decided(now: number): void {
    if (this.#last !== undefined && now - this.#last < PAUSE) this.#took.push(now - this.#last);
    this.#last = now;
  }

  /** Whole minutes for so many questions, at least one where any is left. */
  minutes(questions: number): number {
    const took = this.#took.slice(-LAST);
    const known = took.length >= 5 ? took.reduce((sum, one) => sum + one, 0) / took.length : USUAL;
    return Math.ceil((questions * known) / 60_000);
  }
}
