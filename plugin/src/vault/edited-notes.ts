// Which notes may be repaired by themselves: those somebody typed in on this device. What arrives by sync, and the
// plugin's own edits, never arm a note; otherwise two devices would answer each other for ever.
import type { PluginWrites } from './plugin-writes';

export class EditedNotes {
  readonly #writes: PluginWrites;
  readonly #edited = new Set<string>();
  readonly #held = new Set<string>();

  constructor(writes: PluginWrites) {
    this.#writes = writes;
  }

  /** An editor of this note changed and now shows this text. Says whether the note is armed by it. */
  add(path: string, text: string): boolean {
    if (this.#writes.isWrite(path, text)) return false;
    if (this.#writes.isUndoOf(path, text)) {
      // The user undid our repair with the editor's own undo. Doing it again would be a fight.
      this.#edited.delete(path);
      this.#held.add(path);
      return false;
    }
    this.#edited.add(path);
    return true;
  }

  has(path: string): boolean {
    return this.#edited.has(path);
  }

  remove(path: string): void {
    this.#edited.delete(path);
  }

  /** Keeps automatic repairs away from this note until the app restarts: its repairs were taken back. */
  hold(path: string): void {
    this.#held.add(path);
  }

  isHeld(path: string): boolean {
    return this.#held.has(path);
  }

  renamed(from: string, to: string): void {
    if (this.#edited.delete(from)) this.#edited.add(to);
    if (this.#held.delete(from)) this.#held.add(to);
  }
}
