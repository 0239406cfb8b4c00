// Decisions that the user has made and the engine has not taken yet. This device keeps them, so that they count also where
// the plugin is switched off or the app ends in between. Never synced.
import type { App } from 'obsidian';
import type { DatedDecision } from '../engine/types';

export class DecisionsOnTheirWay {
  readonly #app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>;
  readonly #key: string;
  /** What a run before left. It stays on the device until this one has taken it. */
  #left: DatedDecision[];
  #all: DatedDecision[] = [];

  constructor(app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>, id: string) {
    this.#app = app;
    this.#key = `${id}-deciding`;
    const kept: unknown = app.loadLocalStorage(this.#key);
    this.#left = Array.isArray(kept) ? (kept as DatedDecision[]) : [];
  }

  get left(): readonly DatedDecision[] {
    return this.#left;
  }

  /** What was left is decided, or refused. */
  dropLeft(): void {
    this.#left = [];
    this.#save();
  }

  add(decisions: readonly DatedDecision[]): void {
    this.#all.push(...decisions);
    this.#save();
  }

  drop(decisions: readonly DatedDecision[]): void {
    this.#all = this.#all.filter((one) => !decisions.includes(one));
    this.#save();
  }

  #save(): void {
    const all = [...this.#left, ...this.#all];
    try {
      this.#app.saveLocalStorage(this.#key, all.length === 0 ? null : all);
    } catch (thrown) {
      // The browser's storage is small. Without it the decision counts from when the engine has taken it.
      console.warn('Namesake: no copy of a decision on this device.', thrown);
    }
  }
}
