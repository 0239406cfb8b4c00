// Loads the panes again after something other than a note changed: settings, data.json, adopted settings.
import { isRefusal } from '../engine/errors';
import type { EngineApi } from '../engine/types';
import type { ReviewModel } from '../review/model';
import { sayFailure } from '../screen/notices';
import type { TaskModel } from '../tasks/model';
import type { AdoptedSettings } from '../vault/adopted-settings';
import type { Store } from '../vault/store';
import type { VaultIndex } from './vault-index';

export interface RefreshDeps {
  engine: EngineApi;
  store: Store;
  adopted: AdoptedSettings;
  review: ReviewModel;
  tasks: TaskModel;
  index: VaultIndex;
}

export class Refresh {
  readonly #deps: RefreshDeps;
  readonly #listeners = new Set<() => unknown>();
  /** What changed before the vault was read. */
  #isDataStale = false;
  #areAdoptedStale = false;

  constructor(deps: RefreshDeps) {
    this.#deps = deps;
  }

  /** The listener is called whenever the engine knows something new and the panes show it. */
  subscribe(listener: () => unknown): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Loads these notes again. */
  async notes(paths: string[]): Promise<void> {
    const { review, tasks } = this.#deps;
    await review.refresh(paths);
    await tasks.refresh(paths);
    this.#tell();
  }

  async panes(): Promise<void> {
    await this.#deps.review.load().catch(sayFailure);
    await this.tasks();
  }

  /** The vault was read. */
  async built(): Promise<void> {
    if (this.#areAdoptedStale) await this.adopted();
    if (this.#isDataStale) await this.data();
    else await this.tasks();
  }

  /** Does nothing until the vault is read: the tasks are loaded then. */
  async tasks(): Promise<void> {
    if (this.#deps.index.ready) await this.#deps.tasks.load().catch(sayFailure);
    this.#tell();
  }

  /** data.json was changed by a sync. Until the engine runs nobody can join what it says: it is looked at then. */
  async data(): Promise<void> {
    this.#isDataStale = !this.#deps.index.ready;
    if (this.#isDataStale) return;
    try {
      await this.#deps.store.reload();
    } catch (thrown) {
      this.#isDataStale = !isRefusal(thrown);
      sayFailure(thrown);
    }
    await this.panes();
  }

  /**
   * Obsidian raises no event when its settings or those of another plugin change: call this before an action relies on
   * them. Before the vault is read, they are looked at then.
   */
  async adopted(): Promise<void> {
    const { adopted, engine, index } = this.#deps;
    this.#areAdoptedStale = !index.ready;
    if (index.ready && await adopted.giveChanges((files) => engine.adopt(files))) void this.panes();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
