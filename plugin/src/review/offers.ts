// What is offered above the list, one thing at a time, and what the user said to it.
import { locale } from '../locales';
import type { Finding, Question } from '../engine/types';
import { earnedHabit, habit, kindOf, mayBeHabit } from './habits';
import { isEarned, recordOf } from './record';
import type { Steps } from './steps';
import type { Habit, Offer, ReviewDeps } from './types';

export class Offers {
  readonly #deps: ReviewDeps;
  readonly #steps: Steps;
  readonly #changed: () => void;
  #automaticDeclined = false;
  #namesDeclined = false;
  #habit: Habit | undefined;
  /** The meeting that is offered as the worked example. */
  #example: string | undefined;
  /** Whether a first batch was reviewed since the pane opened: nothing is offered to who reviewed one before. */
  #firstBatchReviewed = false;

  constructor(deps: ReviewDeps, steps: Steps, changed: () => void) {
    this.#deps = deps;
    this.#steps = steps;
    this.#changed = changed;
  }

  /** Offers a meeting as the worked example, or takes the offer back. */
  showExample(path: string | undefined): void {
    this.#example = path;
    this.#changed();
  }

  /** The user went through the certain repairs together. Offers automatic repairs if they are off. */
  async firstBatchDone(): Promise<void> {
    this.#firstBatchReviewed = true;
    await this.#deps.markFirstBatch();
    this.#changed();
  }

  /** The user said yes to these findings of a question. */
  saidYes(question: Question, findings: Finding[]): void {
    const of = kindOf(question);
    const { length } = question.places;
    const record = of && findings.every(mayBeHabit) ? earnedHabit(this.#deps.decisions(), of, findings.length === length ? length : 0) : undefined;
    if (of && record) this.#habit = { kind: 'habit', of, ...record };
  }

  /** An answer was taken back, and what it made an offer of with it. */
  forgetHabit(): void {
    this.#habit = undefined;
  }

  /** From now on that is done by itself. */
  async take({ of }: Habit): Promise<void> {
    const decisions = [habit(of, 'accepted')];
    try {
      await this.#deps.decide(decisions);
      this.#habit = undefined;
      this.#steps.add({ title: locale.steps.habit(of.says), decisions, state: 'done' });
    } catch (thrown) {
      this.#deps.failed(thrown);
    }
  }

  current(): Offer {
    if (this.#example !== undefined) return { kind: 'example', path: this.#example };
    if (this.#deps.automatic()) {
      if (this.#habit) return this.#habit;
      if (this.#namesDeclined || this.#deps.automaticByContext()) return { kind: 'none' };
      const record = recordOf(this.#deps.decisions());
      return isEarned(record) ? { kind: 'names', ...record } : { kind: 'none' };
    }
    if (this.#firstBatchReviewed && !this.#automaticDeclined) return { kind: 'automatic' };
    return { kind: 'none' };
  }

  /** A habit is never offered again then, the other offers not in this session. */
  async decline(): Promise<void> {
    const offer = this.current();
    if (offer.kind === 'example') this.#example = undefined;
    else if (offer.kind === 'habit') this.#habit = undefined;
    else if (offer.kind === 'names') this.#namesDeclined = true;
    else this.#automaticDeclined = true;
    this.#changed();
    if (offer.kind === 'habit') await this.#deps.decide([habit(offer.of, 'rejected')]).catch(this.#deps.failed);
  }
}
