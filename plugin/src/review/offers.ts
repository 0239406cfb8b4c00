// What is offered above the list, one thing at a time, and what the user declined of it.
import { isEarned, recordOf } from './record';
import type { Offer, ReviewDeps } from './types';

export class Offers {
  readonly #deps: Pick<ReviewDeps, 'automatic' | 'automaticByContext' | 'decisions'>;
  #automaticDeclined = false;
  #namesDeclined = false;
  /** The meeting that is offered as the worked example. */
  #example: string | undefined;
  /** Whether a first batch was reviewed since the pane opened: nothing is offered to who reviewed one before. */
  #firstBatchReviewed = false;

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
  }

  /** Offers a meeting as the worked example, or takes the offer back. */
  showExample(path: string | undefined): void {
    this.#example = path;
  }

  firstBatchDone(): void {
    this.#firstBatchReviewed = true;
  }

  current(): Offer {
    if (this.#example !== undefined) return { kind: 'example', path: this.#example };
    if (this.#deps.automatic()) {
      if (this.#namesDeclined || this.#deps.automaticByContext()) return { kind: 'none' };
      const record = recordOf(this.#deps.decisions());
      return isEarned(record) ? { kind: 'names', ...record } : { kind: 'none' };
    }
    if (this.#firstBatchReviewed && !this.#automaticDeclined) return { kind: 'automatic' };
    return { kind: 'none' };
  }

  decline({ kind }: Offer): void {
    if (kind === 'example') this.#example = undefined;
    else if (kind === 'names') this.#namesDeclined = true;
    else this.#automaticDeclined = true;
  }
}
