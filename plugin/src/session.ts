// Wires the parts together. Made in onload, which must be quick: all work begins with `start`, after layout-ready.
import { editorInfoField, type App, type EventRef, type PluginManifest } from 'obsidian';
import { Decisions } from './actions/decisions';
import { makeReviewModel, makeTaskModel } from './actions/models';
import type { Parts } from './actions/parts';
import { Refresh } from './actions/refresh';
import { makeSavedNotes } from './actions/repair-saved';
import { Undo } from './actions/undo';
import { VaultIndex } from './actions/vault-index';
import { startEngine } from './engine/start';
import { Supervisor } from './engine/supervisor';
import type { Config, EngineApi } from './engine/types';
import type { ReviewModel } from './review/model';
import { say, sayFailure } from './screen/notices';
import type { TaskModel } from './tasks/model';
import { AsideFile } from './vault/aside-file';
import { AdoptedSettings } from './vault/adopted-settings';
import { DecisionsOnTheirWay } from './vault/decisions-on-their-way';
import { Device } from './vault/device';
import { EditedNotes } from './vault/edited-notes';
import { catchUp } from './vault/catch-up';
import { DEFAULT_LIMIT, Feed } from './vault/feed';
import { TranscriptFiles } from './vault/transcript-files';
import { Journal } from './vault/journal';
import { VaultNotes } from './vault/notes';
import { MovedNotes } from './vault/moved-notes';
import { OpenEditors } from './vault/open-editors';
import { PluginWrites } from './vault/plugin-writes';
import { PathQueues } from './vault/path-queues';
import { Repairs } from './vault/repairs';
import type { SavedNotes } from './vault/saved-notes';
import { deviceCopy } from './vault/device-copy';
import { Store } from './vault/store';
import { RemovedLines } from './vault/removed-lines';
import { ChangedNotes } from './vault/changed-notes';
import { Writer } from './vault/writer';

export interface SessionOptions {
  app: App;
  manifest: PluginManifest;
  saveData: (data: Config) => Promise<void>;
  /** Settings, rules or counts changed: the settings tab has to be drawn again. */
  redraw: () => void;
}

export class Session implements Parts {
  readonly app: App;
  readonly supervisor: Supervisor;
  readonly engine: EngineApi;
  readonly store: Store;
  readonly adopted: AdoptedSettings;
  readonly journal: Journal;
  readonly aside: AsideFile;
  readonly device: Device;
  readonly queues = new PathQueues();
  readonly openEditors = new OpenEditors(editorInfoField, {
    typed: (path, text) => this.savedNotes.edit(path, text),
    moved: () => this.savedNotes.moved(),
  });
  readonly editedNotes: EditedNotes;
  readonly savedNotes: SavedNotes;
  readonly feed: Feed;
  readonly transcripts: TranscriptFiles;
  readonly changedNotes: ChangedNotes;
  readonly removedLines: RemovedLines;
  readonly repairs: Repairs;
  readonly review: ReviewModel;
  readonly tasks: TaskModel;
  readonly index: VaultIndex;
  readonly refresh: Refresh;
  readonly decisions: Decisions;
  readonly undo: Undo;
  readonly catchUp: (paths: string[]) => Promise<void>;
  readonly settled = async (): Promise<void> => {
    await this.queues.settled();
    await this.savedNotes.settled();
    await this.changedNotes.settled();
    await this.review.settled();
  };

  /** The parts know each other through callbacks, which are called after all of them are made. */
  constructor({ app, manifest, saveData, redraw }: SessionOptions) {
    const folder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
    const files = app.vault.adapter;
    const notes = new VaultNotes(app, this.openEditors);
    const writes = new PluginWrites();
    const redrawAll = (): void => {
      this.review.redraw();
      this.tasks.redraw();
      redraw();
    };
    /** The engine has all notes again: what waited for that goes on. */
    const goOn = (): void => this.savedNotes.moved();
    this.app = app;
    this.device = new Device(app);
    this.editedNotes = new EditedNotes(writes);
    const store = this.store = new Store({ files, folder, save: saveData, say, changed: redrawAll, device: deviceCopy(app, manifest.id), now: Date.now, engine: () => this.engine });
    const moved = new MovedNotes(files, folder, Date.now);
    const journal = this.journal = new Journal({ files, folder: `${folder}/journal`, now: () => new Date(), say, moved });
    this.aside = new AsideFile(files, folder);
    const adopted = this.adopted = new AdoptedSettings({ files, folder: app.vault.configDir, say, came: () => void this.refresh.adopted().catch(sayFailure) });
    const supervisor = this.supervisor = new Supervisor(startEngine, {
      config: () => store.raw,
      configRefused: (message) => store.refuse(message),
      configured: (config) => store.accept(config),
      adopt: (take) => adopted.giveTo(take),
      batches: () => this.feed.batches(),
      files: () => this.transcripts.paths(),
      fileText: (path) => this.transcripts.text(path),
      crashed: (message) => this.index.crashed(message),
      condemned: (path, reason) => console.error(`Namesake: ${path}: ${reason}`),
    });
    const engine = this.engine = supervisor.api;
    const review = this.review = makeReviewModel(this);
    const tasks = this.tasks = makeTaskModel(this);
    this.index = new VaultIndex({ supervisor, review, built: () => this.refresh.built().then(goOn), loadPanes: () => this.refresh.panes().then(goOn), recall: () => store.recall().then(() => this.decisions.recall()), redraw: redrawAll });
    this.refresh = new Refresh({ engine, store, adopted, review, tasks, index: this.index });
    const changedNotes = this.changedNotes = new ChangedNotes({
      related: (path) => engine.related(path),
      refresh: (paths) => this.refresh.notes(paths),
      failed: sayFailure,
    });
    const transcripts = this.transcripts = new TranscriptFiles({
      vault: app.vault, engine, queues: this.queues, say,
      limit: () => store.config?.settings.maxNoteBytes ?? DEFAULT_LIMIT,
      changed: (paths) => changedNotes.add(paths),
    });
    const feed = this.feed = new Feed({
      vault: app.vault, engine, queues: this.queues, say,
      limit: () => store.config?.settings.maxNoteBytes,
      changed: (paths) => {
        changedNotes.add(paths);
        transcripts.look().catch(sayFailure);
      },
      modified: (path) => this.savedNotes.touch(path),
      renamed: async (from, to, rename) => {
        this.editedNotes.renamed(from, to);
        this.savedNotes.renamed(from, to);
        await store.take(rename);
      },
      moved: (from, to) => void moved.moved(from, to).catch((thrown: unknown) => console.error('Namesake:', thrown)),
      progress: (done, total) => this.index.progress(done, total),
      complete: goOn,
    });
    this.catchUp = (paths) => catchUp(notes, feed, paths);
    const repairs = this.repairs = new Repairs({
      engine, journal, queues: this.queues, writer: new Writer(notes, writes),
      learn: (path, text) => feed.learn(path, text).catch(sayFailure),
      reread: this.catchUp,
      hold: (paths) => paths.forEach((path) => this.editedNotes.hold(path)),
    });
    const decisions = this.decisions = new Decisions({ engine, store, journal, changedNotes, review, onTheirWay: new DecisionsOnTheirWay(app, manifest.id), now: Date.now });
    this.undo = new Undo({ repairs, journal, decisions, review, redraw });
    this.removedLines = new RemovedLines({
      compare: (path, before, after) => engine.removedLines(path, before, after),
      reject: (rejections) => decisions.decideInNotes(rejections),
      forget: (rejections) => decisions.forget(rejections),
    });
    this.savedNotes = makeSavedNotes(this, notes);
  }

  /** What a note says on disk; undefined where there is none. */
  async savedText(path: string): Promise<string | undefined> {
    const file = this.app.vault.getFileByPath(path);
    return file ? this.app.vault.cachedRead(file) : undefined;
  }

  /** Whether the vault was read and the engine answers. */
  get ready(): boolean {
    return this.index.ready;
  }

  /** Reads settings and vault; never rejects. `register` gets the vault's events first: the plugin may be unloaded meanwhile. */
  async start(register: (event: EventRef) => void): Promise<void> {
    if (!this.device.settings.runs) return this.index.rest();
    await this.store.load();
    if (this.index.stopped) return;
    this.feed.listen().forEach(register);
    this.transcripts.listen().forEach(register);
    await this.index.start();
  }

  stop(): void {
    this.savedNotes.stop();
    this.changedNotes.stop();
    this.index.stop();
  }
}
