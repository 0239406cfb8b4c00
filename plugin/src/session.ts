// Puts the parts together and holds them for as long as the plugin is loaded: store, engine, feed, writer, review.
// Built in onload, where nothing may be slow; all work starts with `start`, after layout-ready.
import type { App, EventRef, PluginManifest } from 'obsidian';
import { startEngine } from './engine/start';
import { messageOf } from './engine/protocol';
import { EngineCrash, Supervisor, Unloaded } from './engine/supervisor';
import type { Config, Decision, EngineApi, Finding, TaskRow } from './engine/types';
import { en } from './locales/en';
import { say, sayChanged, sayUndone } from './notices';
import { ReviewModel } from './review/model';
import { isAboutName } from './review/names';
import { Store } from './store';
import { TaskModel, type Completed } from './tasks/model';
import { today } from './tasks/today';
import { Armed } from './vault/armed';
import type { Decided } from './vault/decided';
import { Feed } from './vault/feed';
import { Journal } from './vault/journal';
import { VaultNotes } from './vault/notes';
import { OwnWrites } from './vault/own';
import { noteName } from './vault/paths';
import { PropertyTypes } from './vault/property-types';
import { PathQueues } from './vault/queues';
import { Repairs, type Applied, type Undone } from './vault/repairs';
import { Saved } from './vault/saved';
import { TakenOut } from './vault/taken-out';
import { Touched } from './vault/touched';
import { Writer } from './vault/writer';

/** Findings are asked for so many notes at a time, so that a crash points at few and other calls get through. */
const FINDINGS_BATCH = 100;

export interface SessionOptions {
  app: App;
  manifest: PluginManifest;
  saveData(data: Config): Promise<void>;
  /** Settings, rules or counts changed: whatever shows them is to be drawn again. */
  redraw(): void;
}

export class Session {
  readonly engine: EngineApi;
  readonly store: Store;
  readonly journal: Journal;
  readonly repairs: Repairs;
  readonly review: ReviewModel;
  readonly tasks: TaskModel;
  readonly supervisor: Supervisor;
  readonly #app: App;
  readonly #options: SessionOptions;
  readonly #notes: VaultNotes;
  readonly #own = new OwnWrites();
  readonly #armed = new Armed(this.#own);
  readonly #queues = new PathQueues();
  readonly #types: PropertyTypes;
  readonly #feed: Feed;
  readonly #saved: Saved;
  readonly #takenOut: TakenOut;
  readonly #touched: Touched;
  #ready = false;
  #stopped = false;

  constructor(options: SessionOptions) {
    const { app, manifest } = options;
    const folder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
    this.#app = app;
    this.#options = options;
    this.#notes = new VaultNotes(app);
    this.store = new Store({ files: app.vault.adapter, folder, save: (data) => options.saveData(data), say, changed: () => this.#redraw() });
    this.journal = new Journal({ files: app.vault.adapter, folder: `${folder}/journal`, now: () => new Date(), say });
    this.#types = new PropertyTypes({ files: app.vault.adapter, path: `${app.vault.configDir}/types.json`, say });
    this.supervisor = new Supervisor(startEngine, {
      config: () => this.store.raw,
      configRefused: (message) => this.store.refuse(message),
      configured: (config) => this.store.accept(config),
      propertyTypes: (take) => this.#types.tell(take),
      batches: () => this.#feed.batches(),
      crashed: (message) => this.#crashed(message),
      condemned: (path, reason) => console.error(`Namesake: ${path}: ${reason}`),
    });
    this.engine = this.supervisor.api;
    this.#touched = new Touched({
      related: (path) => this.engine.related(path),
      refresh: async (paths) => {
        await this.review.refresh(paths);
        await this.tasks.refresh(paths);
      },
      failed: (thrown) => this.failed(thrown),
    });
    this.#feed = this.#makeFeed();
    this.#saved = this.#makeSaved();
    this.#takenOut = new TakenOut({
      findings: (query) => this.engine.findings(query),
      reject: async (decisions) => {
        await this.store.takeEach(decisions, (decision) => this.engine.decide(decision));
        this.#touched.add(decisions.map(({ path }) => path));
      },
      forget: (decisions) => this.forget(decisions),
    });
    this.repairs = new Repairs({
      engine: this.engine, writer: new Writer(this.#notes, this.#own), journal: this.journal, queues: this.#queues,
      learn: (path, text) => this.#feed.learn(path, text).catch((thrown: unknown) => this.failed(thrown)),
      reread: (paths) => this.#saveAndReread(paths),
      hold: (paths) => paths.forEach((path) => this.#armed.hold(path)),
    });
    this.review = this.#makeReview();
    this.tasks = this.#makeTasks();
  }

  /** Whether the vault was read and the engine answers. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Whether the plugin was unloaded. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /**
   * Reads settings and vault; never rejects. Hands over the vault's event registrations before the long work begins, so
   * that they end with the plugin even if that is unloaded meanwhile.
   */
  async start(register: (event: EventRef) => void): Promise<void> {
    await this.store.load();
    if (this.#stopped) return;
    this.#feed.listen().forEach(register);
    await this.#startWith(() => this.supervisor.start());
  }

  async rebuild(): Promise<void> {
    this.#ready = false;
    await this.#startWith(() => this.supervisor.rebuild());
  }

  stop(): void {
    this.#ready = false;
    this.#stopped = true;
    this.#saved.stop();
    this.#touched.stop();
    this.supervisor.stop();
  }

  /** Somebody (or we) changed the text in an editor of this note. */
  editorChanged(path: string, text: string): void {
    if (this.#armed.typed(path, text)) this.#saved.touch(path);
  }

  /** Resolves when all that has happened until now is known, mended where it may be, and looked at: what is counted is true then. */
  async settled(): Promise<void> {
    await this.#queues.settled();
    await this.#saved.settled();
    await this.#touched.settled();
    await this.review.settled();
  }

  async externalSettings(): Promise<void> {
    await this.store.reload(this.engine).catch((thrown: unknown) => this.failed(thrown));
    await this.reloadReview();
  }

  async reloadReview(): Promise<void> {
    await this.review.load().catch((thrown: unknown) => this.failed(thrown));
    await this.loadTasks();
  }

  /** Reads the tasks for whoever looks at them; until the vault is read, that comes by itself. */
  async loadTasks(): Promise<void> {
    if (this.#ready) await this.tasks.load().catch((thrown: unknown) => this.failed(thrown));
  }

  /** Obsidian tells nobody when the user gives a property another type; read before somebody relies on it. */
  async readPropertyTypes(): Promise<void> {
    if (await this.#types.tell((types) => this.engine.propertyTypes(types))) void this.reloadReview();
  }

  /** Lets the engine know a note as it stands in its editors. */
  catchUp(path: string): Promise<void> {
    return this.#saveAndReread([path]);
  }

  async undo(batch: string, path?: string): Promise<Undone> {
    const undone = await this.#undo(batch, path);
    this.#tellUndone(undone);
    return undone;
  }

  /** Takes decisions back: what they were about is looked at again. */
  forget(decisions: Decision[]): Promise<void> {
    return this.#undecide({ made: decisions, lost: [] });
  }

  /** One note was merged into another and is gone: what was decided about it is about the other by now. */
  async merged(loser: string, winner: string, batch: string): Promise<void> {
    const decided = await this.store.take(() => this.engine.merged(loser, winner));
    await this.journal.decided(batch, decided);
    await this.#decided([...decided.made, ...decided.lost]);
  }

  tell(applied: Applied): void {
    sayChanged(applied, (batch) => void this.undo(batch));
    this.#options.redraw();
  }

  /** Runs a job that needs the engine, and says what went wrong if it does. */
  async run(job: () => Promise<void>): Promise<void> {
    if (!this.#ready) {
      say(en.notice.notReady);
      return;
    }
    try {
      await job();
    } catch (thrown) {
      this.failed(thrown);
    }
  }

  /** Says what went wrong. A crash of the engine was said already, once. */
  failed(thrown: unknown): void {
    if (thrown instanceof Unloaded) return;
    console.error('Namesake:', thrown);
    if (!(thrown instanceof EngineCrash)) say(en.notice.error(messageOf(thrown)));
  }

  async findings(paths?: string[]): Promise<Finding[]> {
    const all = paths ?? this.#app.vault.getMarkdownFiles().map((file) => file.path);
    const found: Finding[] = [];
    for (let at = 0; at < all.length; at += FINDINGS_BATCH) {
      if (!paths) this.review.checking(at, all.length);
      found.push(...(await this.engine.findings({ paths: all.slice(at, at + FINDINGS_BATCH) })));
    }
    return found;
  }

  /** Switched on, and a first batch was gone through: a setting that was written by hand does not count alone. */
  get #automatic(): boolean {
    const { config } = this.store;
    return config !== undefined && config.settings.automatic && config.firstBatchReviewed;
  }

  async #startWith(begin: () => Promise<void>): Promise<void> {
    this.review.indexing(0, 0);
    try {
      await begin();
      this.#ready = true;
      await this.review.load();
      await this.loadTasks();
    } catch (thrown) {
      if (this.#stopped || thrown instanceof EngineCrash) return; // Said already; the load after the restart shows the rest.
      this.review.fail(en.notice.failed(messageOf(thrown)));
    }
    this.#redraw();
  }

  #makeFeed(): Feed {
    return new Feed({
      vault: this.#app.vault, engine: this.engine, queues: this.#queues, say,
      limit: () => this.store.config?.settings.maxNoteBytes,
      changed: (paths) => this.#touched.add(paths),
      modified: (path) => this.#saved.touch(path),
      renamed: async (from, to, rename) => {
        this.#armed.renamed(from, to);
        this.#saved.renamed(from, to);
        await this.store.take(rename);
      },
      progress: (done, total) => {
        if (!this.#ready) this.review.indexing(done, total);
      },
    });
  }

  #makeSaved(): Saved {
    return new Saved({
      armed: this.#armed,
      editors: (path) => this.#notes.editors(path).map((editor) => editor.text()),
      disk: (path) => this.#notes.read(path).catch(() => undefined),
      settled: (path, before, after) => this.#settled(path, before ?? after, after),
      failed: (thrown) => this.failed(thrown),
    });
  }

  #makeReview(): ReviewModel {
    return new ReviewModel({
      findings: (paths) => this.findings(paths),
      preview: (path, id, fix) => this.engine.preview(path, id, fix),
      accept: async ({ path, count, name }, choices, alias) => {
        const one = name ? en.batch.identified(name.written, noteName(name.person)) : en.batch.accepted(noteName(path));
        const title = name || count === 1 ? one : en.batch.acceptedAll(count);
        const mentioning = alias ? await this.engine.mentioning(alias.written) : [];
        const applied = await this.repairs.apply(title, { kind: 'choices', choices, ...(alias ? { alias } : {}) });
        this.#touched.add(mentioning);
        const tell = (): void => {
          this.tell(applied);
          for (const reason of new Set(applied.left.map((left) => left.reason))) say(reason);
        };
        return { ...applied, tell };
      },
      decisions: () => this.store.config?.decisions ?? [],
      decide: async (decisions, batch) => {
        const decided = await this.store.takeEach(decisions, (decision) => this.engine.decide(decision));
        if (batch !== undefined) await this.journal.decided(batch, decided);
        await this.#decided(decisions);
      },
      forget: (decisions) => this.forget(decisions),
      undoBatch: async (batch) => {
        const undone = await this.#undo(batch);
        return { whole: undone.refused.length === 0, tell: () => this.#tellUndone(undone) };
      },
      automatic: () => this.#automatic,
      automaticByContext: () => this.store.config?.settings.automaticByContext ?? false,
      firstBatchReviewed: () => this.store.config?.firstBatchReviewed ?? false,
      markFirstBatch: () => this.store.markFirstBatch(this.engine),
      held: (path) => this.#armed.isHeld(path),
      failed: (thrown) => this.failed(thrown),
    });
  }

  #makeTasks(): TaskModel {
    return new TaskModel({
      tasks: (path) => this.engine.tasks({ status: 'open', ...(path === undefined ? {} : { path }) }),
      complete: (row) => this.#complete(row),
      reader: () => ({ today: today(), me: this.#me() }),
      failed: (thrown) => this.failed(thrown),
    });
  }

  async #complete({ path, line, raw }: TaskRow): Promise<Completed> {
    const applied = await this.repairs.apply(en.batch.completed(noteName(path)), { kind: 'task', task: { path, line, raw, today: today() } });
    const tell = (): void => {
      this.tell(applied);
      const [left] = applied.left;
      if (left) say(left.reason);
    };
    return { written: applied.written.length > 0, tell };
  }

  async #undo(batch: string, path?: string): Promise<Undone> {
    const undone = await this.repairs.undo(batch, path);
    if (undone.decided) {
      await this.#undecide(undone.decided);
      await this.review.undone(batch);
    }
    return undone;
  }

  #tellUndone(undone: Undone): void {
    sayUndone(undone);
    this.#options.redraw();
  }

  /** The user's own person note, if the settings name one that is there. */
  #me(): string | undefined {
    const me = this.store.config?.settings.me ?? '';
    return me === '' ? undefined : this.#app.metadataCache.getFirstLinkpathDest(me.replace(/\.md$/u, ''), '')?.path;
  }

  async #undecide(decided: Decided): Promise<void> {
    const all = [...decided.made, ...decided.lost];
    if (all.length === 0) return;
    await this.store.takeBack(this.engine, decided);
    for (const decision of decided.made) this.review.forgotten(decision);
    await this.#decided(all);
    this.#touched.add(all.map(({ path }) => path).filter((path) => path !== ''));
  }

  /** Has the notes looked at again in which a form stands that means somebody else by now. */
  async #decided(decisions: Decision[]): Promise<void> {
    const forms = new Set(decisions.filter(isAboutName).map(({ subject }) => subject));
    for (const form of forms) this.#touched.add(await this.engine.mentioning(form));
  }

  /** A note that was typed in here has come to rest on disk. */
  async #settled(path: string, before: string, after: string): Promise<void> {
    if (!this.#ready) return;
    await this.#queues.run(path, () => Promise.resolve()); // After the engine has had the saved text.
    await this.#takenOut.settled(path, before, after);
    if (!this.#automatic) return;
    const applied = await this.repairs.apply(en.batch.saved(noteName(path)), { kind: 'saved', path }, {
      only: (change) => !this.#armed.isHeld(change.path),
      reread: (paths) => this.#reread(paths), // Never save for somebody who is typing.
    });
    if (applied.written.length > 0) this.tell({ ...applied, refused: [] });
  }

  async #saveAndReread(paths: string[]): Promise<void> {
    for (const path of paths) for (const editor of this.#notes.editors(path)) await editor.save();
    await this.#reread(paths);
  }

  async #reread(paths: string[]): Promise<void> {
    for (const path of paths) await this.#feed.refresh(path);
  }

  #crashed(message: string): void {
    say(en.notice.crashed(message));
    if (this.#ready) void this.reloadReview(); // Waits its turn, which comes when the new engine was fed.
  }

  #redraw(): void {
    this.review.redraw();
    this.tasks.redraw();
    this.#options.redraw();
  }
}
