// The texts that the plugin wrote. An event that shows exactly such a text is an echo of the plugin's own write. Texts
// are compared instead of times, since the event may come at once, after two seconds, or after a sync.

/** Notes remembered; an echo comes within seconds, so the newest are enough. */
const REMEMBERED = 200;

interface Write {
  before: string | undefined;
  after: string | undefined;
}

export class PluginWrites {
  readonly #writes = new Map<string, Write>();

  remember(path: string, before: string | undefined, after: string | undefined): void {
    this.#writes.delete(path);
    this.#writes.set(path, { before, after });
    const oldest = this.#writes.keys().next();
    if (this.#writes.size > REMEMBERED && !oldest.done) this.#writes.delete(oldest.value);
  }

  /** Whether this is the text that the plugin last wrote there. */
  isWrite(path: string, text: string): boolean {
    return this.#writes.get(path)?.after === text;
  }

  /** Whether this is the text before the plugin's last write: the user undid it in the editor. */
  isUndoOf(path: string, text: string): boolean {
    return this.#writes.get(path)?.before === text;
  }
}
