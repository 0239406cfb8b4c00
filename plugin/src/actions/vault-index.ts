// Reads the vault into the engine: at the start, after a crash, and when the user has the index rebuilt.
import { EngineCrash } from '../engine/errors';
import { messageOf } from '../engine/protocol';
import type { Supervisor } from '../engine/supervisor';
import { locale } from '../locales';
import type { ReviewModel } from '../review/model';
import { say, sayFailure } from '../screen/notices';

export interface VaultIndexDeps {
  supervisor: Supervisor;
  review: ReviewModel;
  /** The vault was read, and the review pane shows it. Must not reject; nor must `loadPanes`. */
  built: () => Promise<void>;
  loadPanes: () => Promise<void>;
  /** What this device knew when the app was closed, for the first engine. */
  recall: () => Promise<void>;
  redraw: () => void;
}

export class VaultIndex {
  readonly #deps: VaultIndexDeps;
  #ready = false;
  #stopped = false;
  #resting = false;
  /** Whether the settings are known, so that there may be an engine. */
  #begun = false;

  constructor(deps: VaultIndexDeps) {
    this.#deps = deps;
  }

  /** Whether the vault was read and the engine answers. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Whether the plugin was unloaded. */
  get stopped(): boolean {
    return this.#stopped;
  }

  start(): Promise<void> {
    const { supervisor, recall } = this.#deps;
    this.#begun = true;
    return this.#build(async () => {
      await supervisor.start();
      // A call that an engine does not survive is not repeated; the next one waits for the new engine.
      await recall().catch(recall).catch(sayFailure);
    });
  }

  /** The user does not want the vault to be read on this device. */
  rest(): void {
    this.#resting = true;
    this.#deps.review.fail(locale.notice.notHere);
    this.#deps.redraw();
  }

  /** Why nothing can be asked yet. */
  get wait(): string {
    return this.#resting ? locale.notice.notHere : locale.notice.notReady;
  }

  async rebuild(): Promise<void> {
    if (!this.#begun) return say(this.wait);
    const { supervisor } = this.#deps;
    this.#ready = false;
    await this.#build(() => supervisor.rebuild());
    if (!this.#ready) return;
    const { notes } = await supervisor.api.status();
    say(locale.notice.rebuilt(notes));
  }

  stop(): void {
    this.#ready = false;
    this.#stopped = true;
    this.#deps.supervisor.stop();
  }

  /** Runs a job that needs the engine, and says what went wrong if it fails. */
  async whenReady(job: () => Promise<void>): Promise<void> {
    if (this.#ready) await job().catch(sayFailure);
    else say(this.wait);
  }

  /** How many notes have been read so far. */
  progress(done: number, total: number): void {
    if (!this.#ready) this.#deps.review.indexing(done, total);
  }

  /** The engine crashed and is being made again. The panes load when the new one was fed: their calls wait for it. */
  crashed(message: string): void {
    say(locale.notice.crashed(message));
    if (this.#ready) void this.#deps.loadPanes();
  }

  /** Never rejects. */
  async #build(begin: () => Promise<void>): Promise<void> {
    const { review, built, redraw } = this.#deps;
    review.indexing(0, 0);
    try {
      await begin();
      this.#ready = true;
      await review.load();
      await built();
    } catch (thrown) {
      if (this.#stopped || thrown instanceof EngineCrash) return; // The user was told; the panes load when the new engine is ready.
      review.fail(locale.notice.failed(messageOf(thrown)));
    }
    redraw();
  }
}
