// Waits until the user is done editing a note: nobody types or has it in hand, and the editors show what is on disk.
// `settled` then does what there is to do, or says that it has to wait for the cursor.
import type { EditedNotes } from './edited-notes';
import { PathQueues } from './path-queues';
import { sameText } from './writer';

/** Milliseconds of rest after the last keystroke or save. */
export const REST = 2000;

/** `later`: there is something to do in the line where the cursor stands, or notes or the engine are missing. */
export type Settled = 'done' | 'later';

export interface SavedNotesDeps {
  edited: EditedNotes;
  /** Texts of the note's open editors. */
  editors: (path: string) => string[];
  /** The text on disk; undefined when it cannot be read. */
  disk: (path: string) => Promise<string | undefined>;
  /** Whether the vault is read and there is an engine to ask. */
  ready: () => boolean;
  /** Whether the user has the note in hand. */
  inHand: (path: string) => boolean;
  /** The user is done editing the note, whose text was `before` and is `after`. It no longer counts as edited. */
  settled: (path: string, before: string | undefined, after: string) => Promise<Settled>;
  failed: (thrown: unknown) => void;
}

export class SavedNotes {
  readonly #deps: SavedNotesDeps;
  readonly #timers = new Map<string, number>();
  /** The text on disk when the user began to type. */
  readonly #before = new Map<string, Promise<string | undefined>>();
  /** Notes where something waits, until `moved`. */
  readonly #postponed = new Set<string>();
  /** Notes that are looked at just now, by the path at which that began. */
  readonly #resting = new Set<string>();
  readonly #queues = new PathQueues();

  constructor(deps: SavedNotesDeps) {
    this.#deps = deps;
  }

  /** The user changed the note, which says this now. */
  edit(path: string, text: string): void {
    if (this.#deps.edited.add(path, text)) this.touch(path);
  }

  /** Somebody typed in the note, or it was saved. Starts the wait again, if the user edited the note. */
  touch(path: string): void {
    if (!this.#deps.edited.has(path)) {
      this.#before.delete(path);
      return;
    }
    if (!this.#before.has(path)) this.#before.set(path, this.#deps.disk(path));
    window.clearTimeout(this.#timers.get(path));
    this.#timers.set(path, window.setTimeout(() => {
      this.#timers.delete(path);
      this.#resting.add(path);
      this.#queues.run(path, () => this.#rest(path)).catch(this.#deps.failed);
    }, REST));
  }

  /** A cursor moved, or the notes or the engine came that were missing. */
  moved(): void {
    const waiting = [...this.#postponed];
    this.#postponed.clear();
    for (const path of waiting) this.touch(path);
  }

  /** Resolves when `settled` is done for all notes so far. */
  settled(): Promise<void> {
    return this.#queues.settled();
  }

  renamed(from: string, to: string): void {
    window.clearTimeout(this.#timers.get(from));
    const before = this.#before.get(from);
    if (before && this.#before.delete(from)) this.#before.set(to, before);
    if (this.#postponed.delete(from)) this.#postponed.add(to);
    // What is looked at under its old path is found nowhere.
    const wasResting = this.#resting.has(from);
    if (wasResting) this.#deps.edited.keep(to);
    if (this.#timers.delete(from) || wasResting) this.touch(to);
  }

  stop(): void {
    for (const timer of this.#timers.values()) window.clearTimeout(timer);
    this.#timers.clear();
  }

  async #rest(path: string): Promise<void> {
    try {
      await this.#atRest(path);
    } finally {
      this.#resting.delete(path);
    }
  }

  async #atRest(path: string): Promise<void> {
    const { edited, editors, disk, ready, inHand, settled } = this.#deps;
    const text = await disk(path);
    // The note is gone. One that is made at this path later is another note.
    if (text === undefined) this.#before.delete(path);
    // Not saved yet, or edited meanwhile: the save or the next keystroke starts the wait again.
    if (text === undefined || this.#timers.has(path) || !edited.has(path)) return;
    if (!editors(path).every((edited) => sameText(edited, text))) return;
    if (inHand(path)) {
      this.touch(path);
      return;
    }
    if (!ready()) {
      this.#postponed.add(path);
      return;
    }
    const before = this.#before.get(path);
    this.#before.delete(path);
    edited.remove(path);
    if ((await settled(path, await before, text)) === 'done') return;
    edited.keep(path);
    this.#postponed.add(path);
  }
}
