// What was chosen on the cards of names and not done yet: whom each form is taken for, which lines stay as they are, and
// how it is remembered.
import type { Choice } from '../engine/types';
import type { Card } from './cards';
import { candidatesOf, choicesFor, isName, NEW, newPersonIn, remembered, type Meant, type NameCandidate, type Remember } from './names';

export class NameChoices {
  readonly #changed: () => void;
  /** Candidates by their number; behind them comes somebody new. */
  readonly #chosen = new Map<string, number>();
  readonly #left = new Map<string, Set<string>>();
  readonly #remember = new Map<string, Remember>();

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
  meant(card: Card): Meant | undefined {
    const { id, findings } = card;
    const isNew = this.#chosen.get(id) === candidatesOf(findings).length && newPersonIn(findings) !== undefined;
    return isNew ? NEW : this.person(card)?.path;
  }

  /** Takes the name for another candidate or for somebody new, with all lines and the usual way to remember it. */
  choose({ id, findings }: Card, at: number): void {
    const count = candidatesOf(findings).length + (newPersonIn(findings) ? 1 : 0);
    if (at < 0 || at >= count) return;
    this.#chosen.set(id, at);
    this.#left.delete(id);
    this.#remember.delete(id);
    this.#changed();
  }

  /** Leaves a line as it is, or takes it in again. */
  leave(id: string, line: string, out: boolean): void {
    const left = new Set(this.#left.get(id));
    if (out) left.add(line);
    else left.delete(line);
    this.#left.set(id, left);
    this.#changed();
  }

  isLeft(id: string, line: string): boolean {
    return this.#left.get(id)?.has(line) ?? false;
  }

  /** What is written where the name is accepted. */
  choices(card: Card, meant: Meant): Choice[] {
    return choicesFor(card.findings, meant, this.#left.get(card.id) ?? new Set());
  }

  /** How the name will be remembered once it is accepted. */
  remember(card: Card): Remember {
    const ways = this.#ways(card);
    const chosen = this.#remember.get(card.id);
    return (chosen !== undefined && ways.includes(chosen) ? chosen : ways[0]) ?? 'no';
  }

  setRemember(id: string, way: Remember): void {
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
    for (const kept of [this.#chosen, this.#left, this.#remember]) for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
  }

  #ways(card: Card): Remember[] {
    const person = this.person(card);
    return person ? remembered(card.findings, person.path) : [];
  }
}
