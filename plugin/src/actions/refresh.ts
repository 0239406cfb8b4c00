// Loads the panes again after something other than a note changed: settings, data.json, adopted settings.
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

  constructor(deps: RefreshDeps) {
    this.#deps = deps;
  }

  /** Loads these notes again. */
  async notes(paths: string[]): Promise<void> {
    const { review, tasks } = this.#deps;
    await review.refresh(paths);
    await tasks.refresh(paths);
  }

  async panes(): Promise<void> {
    await this.#deps.review.load().catch(sayFailure);
    await this.tasks();
  }

  /** Does nothing until the vault is read: the tasks are loaded then. */
  async tasks(): Promise<void> {
    if (this.#deps.index.ready) await this.#deps.tasks.load().catch(sayFailure);
  }

  /** data.json was changed by a sync. */
  async data(): Promise<void> {
    await this.#deps.store.reload().catch(sayFailure);
    await this.panes();
  }

  /** Obsidian raises no event when its settings or those of another plugin change: call this before an action relies on them. */
  async adopted(): Promise<void> {
    const { adopted, engine, index } = this.#deps;
    // A new engine is given the files in any case.
    if (index.ready && await adopted.giveChanges((files) => engine.adopt(files))) void this.panes();
  }
}
