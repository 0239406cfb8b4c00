// The notes that the user typed in on this device. Only they are repaired automatically: if a sync or other plugins
// counted too, two devices or two plugins would answer each other's changes for ever.
import type { PluginWrites } from './plugin-writes';

export class EditedNotes {
  readonly #writes: PluginWrites;
  readonly #edited = new Set<string>();
  readonly #held = new Set<string>();

  constructor(writes: PluginWrites) {
    this.#writes = writes;
  }

  /** The user changed this note, which says this now. Returns whether that counts: redo and undo of a repair do not. */
  add(path: string, text: string): boolean {
    if (this.#writes.isWrite(path, text)) return false;
    if (this.#writes.isUndoOf(path, text)) {
      // The user undid a repair with the editor's own undo; the plugin must not repeat it.
      this.#edited.delete(path);
      this.#held.add(path);
      return false;
    }
    this.#edited.add(path);
    return true;
  }

  /** The note counts as edited again: what was to be done there has to wait. */
  keep(path: string): void {
    this.#edited.add(path);
  }

  has(path: string): boolean {
    return this.#edited.has(path);
  }

  remove(path: string): void {
    this.#edited.delete(path);
  }

  /** Stops automatic repairs of this note until the app restarts, because the user undid one. */
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
