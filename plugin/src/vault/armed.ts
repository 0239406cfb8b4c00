// Which notes may be repaired by themselves: those somebody typed in on this device. What arrives by sync, and the
// plugin's own edits, never arm a note; otherwise two devices would answer each other for ever.
import type { OwnWrites } from './own';

export class Armed {
  readonly #own: OwnWrites;
  readonly #armed = new Set<string>();
  readonly #held = new Set<string>();

  constructor(own: OwnWrites) {
    this.#own = own;
  }

  /** An editor of this note changed and now shows this text. Says whether the note is armed by it. */
  typed(path: string, text: string): boolean {
    if (this.#own.wrote(path, text)) return false;
    if (this.#own.takenBack(path, text)) {
      // The user undid our repair with the editor's own undo. Doing it again would be a fight.
      this.#armed.delete(path);
      this.#held.add(path);
      return false;
    }
    this.#armed.add(path);
    return true;
  }

  has(path: string): boolean {
    return this.#armed.has(path);
  }

  disarm(path: string): void {
    this.#armed.delete(path);
  }

  /** Keeps automatic repairs away from this note until the app restarts: its repairs were taken back. */
  hold(path: string): void {
    this.#held.add(path);
  }

  isHeld(path: string): boolean {
    return this.#held.has(path);
  }

  renamed(from: string, to: string): void {
    if (this.#armed.delete(from)) this.#armed.add(to);
    if (this.#held.delete(from)) this.#held.add(to);
  }
}
