// Previews of fixes, kept until the findings are loaded again.
import type { Preview } from '../engine/types';

type Ask = (path: string, id: string, fix: number) => Promise<Preview[]>;

export class Previews {
  readonly #ask: Ask;
  readonly #known = new Map<string, Promise<Preview[]>>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  of(path: string, id: string, fix: number): Promise<Preview[]> {
    const key = `${id} ${fix}`;
    const known = this.#known.get(key) ?? this.#ask(path, id, fix);
    this.#known.set(key, known);
    return known;
  }

  clear(): void {
    this.#known.clear();
  }
}
