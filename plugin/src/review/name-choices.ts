// What was chosen on the cards of names and not done yet: whom each form is taken for, which lines stay as they are, and
// how it is remembered.
import type { Choice } from '../engine/types';
import type { Card } from './cards';
import { candidatesOf, choicesFor, isName, NEW, newPersonIn, rememberWays, type NameTarget, type NameCandidate, type RememberWay } from './names';

export class NameChoices {
  readonly #changed: () => void;
  /** Candidates by their number; behind them comes somebody new. */
  readonly #chosen = new Map<string, number>();
  readonly #skipped = new Map<string, Set<string>>();
  readonly #remember = new Map<string, RememberWay>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The candidate that the card's name is taken for, and where it is somebody new, the likeliest. */
  person({ id, findings }: Card): NameCandidate | undefined {
    const [first] = findings;
    if (!first || !isName(first)) return undefined;
    const candidates = candidatesOf(findings);
    return candidates[this.#chosen.get(id) ?? 0] ?? candidates[0];
  }

  /** Who the card's name is taken for; undefined where it is about no name. */
  target(card: Card): NameTarget | undefined {
    const { id, findings } = card;
    const isNew = this.#chosen.get(id) === candidatesOf(findings).length && newPersonIn(findings) !== undefined;
    return isNew ? NEW : this.person(card)?.path;
  }

  /** Takes the name for another candidate or for somebody new, with all lines and the usual way to remember it. */
  choose({ id, findings }: Card, at: number): void {
    const count = candidatesOf(findings).length + (newPersonIn(findings) ? 1 : 0);
    if (at < 0 || at >= count) return;
    this.#chosen.set(id, at);
    this.#skipped.delete(id);
    this.#remember.delete(id);
    this.#changed();
  }

  /** Leaves a line as it is, or takes it in again. */
  skip(id: string, line: string, out: boolean): void {
    const skipped = new Set(this.#skipped.get(id));
    if (out) skipped.add(line);
    else skipped.delete(line);
    this.#skipped.set(id, skipped);
    this.#changed();
  }

  isSkipped(id: string, line: string): boolean {
    return this.#skipped.get(id)?.has(line) ?? false;
  }

  /** What is written where the name is accepted. */
  choices(card: Card, target: NameTarget): Choice[] {
    return choicesFor(card.findings, target, this.#skipped.get(card.id) ?? new Set());
  }

  /** How the name will be remembered once it is accepted. */
  remember(card: Card): RememberWay {
    const ways = this.#ways(card);
    const chosen = this.#remember.get(card.id);
    return (chosen !== undefined && ways.includes(chosen) ? chosen : ways[0]) ?? 'no';
  }

  setRemember(id: string, way: RememberWay): void {
    this.#remember.set(id, way);
    this.#changed();
  }

  /** Turns to the next way to remember the name. */
  nextRemember(card: Card): void {
    const ways = this.#ways(card);
    const next = ways[(ways.indexOf(this.remember(card)) + 1) % ways.length];
    if (next !== undefined) this.setRemember(card.id, next);
  }

  /** Forgets what was chosen on cards that are gone. */
  keep(ids: ReadonlySet<string>): void {
    for (const kept of [this.#chosen, this.#skipped, this.#remember]) for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
  }

  #ways(card: Card): RememberWay[] {
    const person = this.person(card);
    return person ? rememberWays(card.findings, person.path) : [];
  }
}
