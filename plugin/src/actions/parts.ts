// What actions work with. The session holds all of it; each action names the parts that it needs.
import type { App } from 'obsidian';
import type { EngineApi } from '../engine/types';
import type { ReviewModel } from '../review/model';
import type { TaskModel } from '../tasks/model';
import type { AdoptedSettings } from '../vault/adopted-settings';
import type { AsideFile } from '../vault/aside-file';
import type { Device } from '../vault/device';
import type { EditedNotes } from '../vault/edited-notes';
import type { Feed } from '../vault/feed';
import type { Journal } from '../vault/journal';
import type { PathQueues } from '../vault/path-queues';
import type { Repairs } from '../vault/repairs';
import type { Store } from '../vault/store';
import type { RemovedLines } from '../vault/removed-lines';
import type { ChangedNotes } from '../vault/changed-notes';
import type { Decisions } from './decisions';
import type { Refresh } from './refresh';
import type { Undo } from './undo';
import type { VaultIndex } from './vault-index';

export interface Parts {
  app: App;
  engine: EngineApi;
  store: Store;
  adopted: AdoptedSettings;
  journal: Journal;
  aside: AsideFile;
  device: Device;
  repairs: Repairs;
  feed: Feed;
  queues: PathQueues;
  editedNotes: EditedNotes;
  removedLines: RemovedLines;
  changedNotes: ChangedNotes;
  review: ReviewModel;
  tasks: TaskModel;
  index: VaultIndex;
  decisions: Decisions;
  undo: Undo;
  refresh: Refresh;
  /** Saves what stands in open editors of these notes, and has the engine read them again. */
  catchUp: (paths: string[]) => Promise<void>;
  /** Resolves when the engine and the panes know all that has happened until now. */
  settled: () => Promise<void>;
}
