// Collects notes that changed, then has them and the notes that depend on them looked at again, all at once.
import { Mutex } from 'async-mutex';

/** Milliseconds to wait for more: a sync or a git pull changes many notes at once. */
const GATHER = 100;

export interface ChangedNotesDeps {
  /** Notes whose findings may change when this one does. */
  related: (path: string) => Promise<string[]>;
  refresh: (paths: string[]) => Promise<void>;
  failed: (thrown: unknown) => void;
}

export class ChangedNotes {
  readonly #deps: ChangedNotesDeps;
  readonly #paths = new Set<string>();
  #timer: number | undefined;
  readonly #turn = new Mutex();

  constructor(deps: ChangedNotesDeps) {
    this.#deps = deps;
  }

  add(paths: string[]): void {
    for (const path of paths) this.#paths.add(path);
    this.#timer ??= window.setTimeout(() => this.#look(), GATHER);
  }

  /** Resolves when all notes that were added until now have been looked at. */
  async settled(): Promise<void> {
    if (this.#timer !== undefined) this.#look();
    await this.#turn.runExclusive(() => undefined);
  }

  stop(): void {
    window.clearTimeout(this.#timer);
  }

  #look(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    const paths = [...this.#paths];
    this.#paths.clear();
    this.#turn.runExclusive(() => this.#refresh(paths)).catch(this.#deps.failed);
  }

  async #refresh(changed: string[]): Promise<void> {
    const all = new Set(changed);
    for (const path of changed) for (const related of await this.#deps.related(path)) all.add(related);
    await this.#deps.refresh([...all]);
  }
}
