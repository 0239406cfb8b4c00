// Waits until a note that was typed in has come to rest: nobody types, and what the editor shows is what is on disk.
// Leaves what happens then to `settled`.
import type { EditedNotes } from './edited-notes';
import { PathQueues } from './path-queues';
import { sameText } from './writer';

/** Milliseconds of rest after the last keystroke or save. */
export const REST = 2000;

export interface SavedNotesDeps {
  edited: EditedNotes;
  /** Texts of the note's open editors. */
  editors: (path: string) => string[];
  /** The text on disk; undefined when it cannot be read. */
  disk: (path: string) => Promise<string | undefined>;
  /** The note is at rest and was typed in on this device: it was `before`, and is `after`. It is disarmed by then. */
  settled: (path: string, before: string | undefined, after: string) => Promise<void>;
  failed: (thrown: unknown) => void;
}

export class SavedNotes {
  readonly #deps: SavedNotesDeps;
  readonly #timers = new Map<string, number>();
  /** What was on disk when somebody began to type. */
  readonly #before = new Map<string, Promise<string | undefined>>();
  readonly #queues = new PathQueues();

  constructor(deps: SavedNotesDeps) {
    this.#deps = deps;
  }

  /** An editor of the note changed and shows this text now. */
  edit(path: string, text: string): void {
    if (this.#deps.edited.add(path, text)) this.touch(path);
  }

  /** Something happened to the note: somebody typed, or it was saved. Only an armed note is waited for. */
  touch(path: string): void {
    if (!this.#deps.edited.has(path)) {
      this.#before.delete(path);
      return;
    }
    if (!this.#before.has(path)) this.#before.set(path, this.#deps.disk(path));
    window.clearTimeout(this.#timers.get(path));
    this.#timers.set(path, window.setTimeout(() => {
      this.#timers.delete(path);
      this.#queues.run(path, () => this.#atRest(path)).catch(this.#deps.failed);
    }, REST));
  }

  /** Resolves when all that has come to rest until now is dealt with. */
  settled(): Promise<void> {
    return this.#queues.settled();
  }

  renamed(from: string, to: string): void {
    window.clearTimeout(this.#timers.get(from));
    const before = this.#before.get(from);
    if (before && this.#before.delete(from)) this.#before.set(to, before);
    if (this.#timers.delete(from)) this.touch(to);
  }

  stop(): void {
    for (const timer of this.#timers.values()) window.clearTimeout(timer);
    this.#timers.clear();
  }

  async #atRest(path: string): Promise<void> {
    const { edited, editors, disk, settled } = this.#deps;
    const text = await disk(path);
    // A note that comes to lie here after this one is another.
    if (text === undefined) this.#before.delete(path);
    // Not saved yet, or typed in meanwhile: the save or the next keystroke starts the wait again.
    if (text === undefined || this.#timers.has(path) || !edited.has(path)) return;
    if (!editors(path).every((edited) => sameText(edited, text))) return;
    const before = this.#before.get(path);
    this.#before.delete(path);
    edited.remove(path);
    await settled(path, await before, text);
  }
}
