// What the user has chosen on the cards of names and not yet accepted: a target for each form, lines to skip, and how the
// form is remembered.
import type { Choice } from '../engine/types';
import type { Card } from './cards';
import { candidatesOf, choicesFor, isName, NEW, newPersonIn, rememberWays, type NameTarget, type NameCandidate, type RememberWay } from './names';

export class NameChoices {
  readonly #changed: () => void;
  /** The index of the chosen candidate by card; the index behind the last one stands for somebody new. */
  readonly #chosen = new Map<string, number>();
  readonly #skipped = new Map<string, Set<string>>();
  readonly #remember = new Map<string, RememberWay>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The chosen candidate, or the likeliest one where somebody new is chosen. */
  person({ id, findings }: Card): NameCandidate | undefined {
    const [first] = findings;
    if (!first || !isName(first)) return undefined;
    const candidates = candidatesOf(findings);
    return candidates[this.#chosen.get(id) ?? 0] ?? candidates[0];
  }

  /** The chosen target; undefined where the card is not about a name. */
  target(card: Card): NameTarget | undefined {
    const { id, findings } = card;
    const isNew = this.#chosen.get(id) === candidatesOf(findings).length && newPersonIn(findings) !== undefined;
    return isNew ? NEW : this.person(card)?.path;
  }

  /** Chooses another candidate or somebody new. Skipped lines and the way to remember are reset. */
  choose({ id, findings }: Card, at: number): void {
    const count = candidatesOf(findings).length + (newPersonIn(findings) ? 1 : 0);
    if (at < 0 || at >= count) return;
    this.#chosen.set(id, at);
    this.#skipped.delete(id);
    this.#remember.delete(id);
    this.#changed();
  }

  /** Skips a line, or includes it again. */
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

  /** What accepting the name writes. */
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
