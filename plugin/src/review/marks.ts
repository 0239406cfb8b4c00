// What the user set on questions before answering them: places that stay as they are, how a name is remembered, and
// whether all places are shown.
import type { Marks } from './answers';
import type { NameTarget, RememberWay } from './names';

const NONE: Marks = { left: new Set(), remember: undefined, chosen: undefined };

export class MarksByQuestion {
  readonly #changed: () => void;
  readonly #marks = new Map<string, Marks>();
  readonly #open = new Set<string>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  of(id: string): Marks {
    return this.#marks.get(id) ?? NONE;
  }

  /** Leaves a place as it is, or takes it in again. */
  leave(id: string, key: string, out: boolean): void {
    const now = new Set(this.of(id).left);
    if (out) now.add(key);
    else now.delete(key);
    this.#marks.set(id, { ...this.of(id), left: now });
    this.#changed();
  }

  remember(id: string, way: RememberWay): void {
    this.#marks.set(id, { ...this.of(id), remember: way });
    this.#changed();
  }

  /** Chooses an answer, to see what it writes before it is given. */
  choose(id: string, chosen: NameTarget): void {
    this.#marks.set(id, { ...NONE, chosen });
    this.#changed();
  }

  /** Whether all places and reasons of the question are shown. */
  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  toggle(id: string): void {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.#changed();
  }

  /** Forgets questions that are gone. */
  keep(isThere: (id: string) => boolean): void {
    for (const id of this.#marks.keys()) if (!isThere(id)) this.#marks.delete(id);
    for (const id of this.#open) if (!isThere(id)) this.#open.delete(id);
  }
}
