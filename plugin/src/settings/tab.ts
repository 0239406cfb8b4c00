// The settings tab as declarations: the app renders and searches them. Values live in the store; the engine checks them.
import { PluginSettingTab, debounce, type App, type Plugin, type Setting, type SettingDefinition, type SettingDefinitionItem, type SettingDefinitionList } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { Decision, EngineApi, Pattern, PatternError, Profile, RuleInfo, Settings, TemplateCheck } from '../engine/types';
import { locale } from '../locales';
import { PatternModal } from './pattern-modal';
import { PatternDraft } from './pattern-draft';
import { isEarned, recordOf } from '../review/record';
import { say, sayFailure } from '../screen/notices';
import type { AdoptedSettings } from '../vault/adopted-settings';
import { whenOf, type BatchRecord, type Journal } from '../vault/journal';
import { DEVICE_KEYS, type Device, type DeviceSettings } from '../vault/device';
import { isFolderForNotes, isNotePath } from '../vault/paths';
import type { Store } from '../vault/store';
import { decisionRows, habitRows, type DecisionRow } from './decisions';
import { fieldOf, problemOfSign } from './fields';
import { linesOf, profilesPage, propertiesPage, rulesPage, wordsPage } from './pages';
import { changedAt, NEW_PATTERN, patternRow, without } from './patterns';
import { searchOver } from './search';

const words = locale.settings;
/** Batches listed; older ones are undone by the command line. */
const LISTED = 20;
/** Milliseconds to wait for more changes before the settings are declared again. */
const GATHER = 300;
/** Milliseconds without a keystroke before the vault is looked at with what was typed. */
const REST = 1000;

/** What the settings show and change. */
export interface SettingsParts {
  engine: EngineApi;
  store: Store;
  adopted: Pick<AdoptedSettings, 'values' | 'warnings'>;
  journal: Journal;
  device: Device;
  index: { readonly ready: boolean; rebuild: () => Promise<void>; whenReady: (job: () => Promise<void>) => Promise<void> };
  decisions: { forget: (decisions: Decision[]) => Promise<void> };
  undo: { batch: (id: string) => Promise<unknown> };
  refresh: { panes: () => Promise<void> };
}

/** `device:runs` -> `runs`. */
function deviceKey(key: string): keyof DeviceSettings | undefined {
  return DEVICE_KEYS.find((known) => key === `device:${known}`);
}

export class NamesakeSettingTab extends PluginSettingTab {
  readonly #parts: SettingsParts;
  #rules: RuleInfo[] = [];
  #batches: BatchRecord[] = [];
  #templateRemark: string | undefined;
  /** What is wrong with each pattern, in their order. */
  #patternErrors: (PatternError | undefined)[] = [];
  #declared = '';
  #shown: Settings | undefined;
  #ownTemplate: { settings: string; check: TemplateCheck } | undefined;
  /** Whether something changed while nobody looked. */
  #isStale = true;

  constructor(app: App, plugin: Plugin, parts: SettingsParts) {
    super(app, plugin);
    this.#parts = parts;
    this.icon = 'user-check';
    plugin.registerDomEvent(this.containerEl, 'focusout', () => this.refresh());
  }

  /** Declares the settings again. The journal, patterns and template are looked at only while somebody looks at the settings. */
  readonly refresh = debounce(() => {
    this.#isStale = true;
    this.#load().catch(sayFailure);
  }, GATHER, true);

  readonly #reviewAnew = debounce(() => void this.#parts.refresh.panes(), REST, true);

  /** The app asks for them when somebody opens the settings. */
  override getSettingDefinitions(): SettingDefinitionItem[] {
    const device: SettingDefinitionItem = { type: 'group', heading: words.device, items: this.#device() };
    // Where the vault is not read, its settings are not known and are not to be changed.
    if (!this.#settings && !this.#parts.device.settings.runs) return [device];
    if (this.#isStale) this.refresh();
    return [
      this.#automatic(),
      this.#byContext(),
      device,
      { type: 'group', heading: words.folders, items: FOLDERS.map((key) => this.#lines(key, words[key], key === 'excludedFolders' ? words.excludedDesc : words.foldersDesc)) },
      { type: 'group', heading: words.newPeople, items: this.#newPeople() },
      { type: 'group', heading: words.links, items: [this.#links()] },
      { type: 'group', heading: words.report, items: [this.#report()] },
      { type: 'group', heading: words.editor, items: this.#editor() },
      { type: 'group', heading: words.tasks, items: this.#tasks() },
      { type: 'page', name: words.headings, desc: words.headingsDesc, items: this.#headings(), visible: () => this.#settings !== undefined },
      wordsPage(() => this.#locked()),
      this.#patterns(),
      ...this.#rulePages(),
      this.#decisions(),
      this.#adopted(),
      { type: 'page', name: words.journal, desc: words.journalDesc, items: [this.#journal()] },
      { type: 'group', heading: words.care, items: this.#care() },
    ];
  }

  override getControlValue(key: string): unknown {
    const ofDevice = deviceKey(key);
    if (ofDevice) return this.#parts.device.settings[ofDevice];
    const settings = this.#settings;
    return settings && fieldOf(key, this.#rules).read(settings);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const ofDevice = deviceKey(key);
    if (ofDevice) return this.#parts.device.change({ [ofDevice]: value === true });
    await this.#change((settings) => {
      const field = fieldOf(key, this.#rules);
      const problem = typeof value === 'string' ? field.problem?.(value) : undefined;
      if (problem !== undefined) throw new Error(problem);
      return field.write(settings, value);
    });
  }

  /** Changes settings. If that is refused, the user is told why and the controls show the old value again. */
  async #change(make: (settings: Settings) => Partial<Settings>): Promise<void> {
    const { store, engine } = this.#parts;
    try {
      await store.change(engine, make);
    } catch (thrown) {
      say(locale.notice.error(messageOf(thrown)));
      this.update();
      return;
    }
    this.#shown = this.#settings;
    this.#reviewAnew();
  }

  get #settings(): Settings | undefined {
    return this.#parts.store.config?.settings;
  }

  async #load(): Promise<void> {
    const { engine, journal, index } = this.#parts;
    const isFirst = index.ready && this.#rules.length === 0;
    if (isFirst) this.#rules = await engine.rules();
    if (!this.containerEl.isConnected) {
      if (isFirst) this.update(); // The app searches the settings without showing them.
      return;
    }
    this.#isStale = false;
    this.#batches = await journal.list(LISTED);
    if (index.ready) await this.#checkPatterns();
    this.#templateRemark = (await this.#templateCheck(this.#settings?.personTemplate ?? '')).remark;
    this.#declare();
  }

  /** What the engine says of Namesake's own template hangs on the settings alone, so that it is asked once for them. */
  async #templateCheck(path: string): Promise<TemplateCheck> {
    const { engine, index } = this.#parts;
    if (!index.ready) return {};
    if (path !== '') return engine.checkTemplate(path);
    const settings = JSON.stringify(this.#settings);
    if (this.#ownTemplate?.settings !== settings) this.#ownTemplate = { settings, check: await engine.checkTemplate('') };
    return this.#ownTemplate.check;
  }

  /** Draws the settings again if they changed, unless somebody is typing in them. */
  #declare(): void {
    const declared = JSON.stringify([this.getSettingDefinitions(), this.#batches.map((batch) => batch.state)]);
    if (declared === this.#declared && this.#shown === this.#settings) this.refreshDomState();
    else if (!this.#isTyping()) {
      this.#declared = declared;
      this.#shown = this.#settings;
      this.update();
    }
  }

  #isTyping(): boolean {
    const at = this.containerEl.doc.activeElement;
    return at !== null && this.containerEl.contains(at) && at.matches('textarea, input[type="text"], input[type="number"]');
  }

  #locked(): boolean {
    return this.#settings === undefined;
  }

  #automatic(): SettingDefinitionItem {
    const reviewed = (): boolean => this.#parts.store.config?.firstBatchReviewed ?? false;
    return {
      name: words.automatic,
      desc: [words.automaticDesc, words.automaticTyping, ...(reviewed() ? [] : [words.automaticLocked])].join(' '),
      control: { type: 'toggle', key: 'automatic', defaultValue: false, disabled: () => this.#locked() || !reviewed() },
    };
  }

  /** Not locked by anything: these settings are not the vault's. */
  #device(): SettingDefinition[] {
    return [
      { name: words.deviceAutomatic, desc: [words.deviceAutomaticDesc, words.deviceDesc].join(' '), control: { type: 'toggle', key: 'device:automatic', defaultValue: true } },
      { name: words.deviceRuns, desc: words.deviceRunsDesc, control: { type: 'toggle', key: 'device:runs', defaultValue: true } },
    ];
  }

  /** Can always be switched off, but switched on only when the user's record allows it. */
  #byContext(): SettingDefinitionItem {
    const record = recordOf(this.#parts.store.decisions);
    const on = this.#settings?.automaticByContext ?? false;
    const earned = on || isEarned(record);
    const sentences = [words.automaticByContextDesc, words.automaticByContextRecord(record.accepted, record.decided)];
    return {
      name: words.automaticByContext,
      desc: (earned ? sentences : [...sentences, words.automaticByContextLocked]).join(' '),
      control: { type: 'toggle', key: 'automaticByContext', defaultValue: false, disabled: () => this.#locked() || !earned },
    };
  }

  #decisions(): SettingDefinitionItem {
    const { names, findings } = decisionRows(this.#parts.store.decisions);
    const habits = habitRows(this.#parts.store.decisions);
    const list = (heading: string, rows: DecisionRow[], emptyState: string = words.decisionsEmpty): SettingDefinitionList => ({
      type: 'list', heading, emptyState, ...searchOver(rows),
      items: rows.map((row) => ({ name: row.name, desc: row.desc, render: (setting: Setting) => this.#decisionRow(setting, row) })),
    });
    const displayValue = words.howMany(names.length + findings.length + habits.length);
    return { type: 'page', name: words.decisions, desc: words.decisionsDesc, displayValue, items: [list(words.habits, habits, words.habitsEmpty), list(words.decisionsNames, names), list(words.decisionsFindings, findings)] };
  }

  /** What was taken over from the settings of the app and of other plugins, and which file says so. */
  #adopted(): SettingDefinitionItem {
    const { values, warnings } = this.#parts.adopted;
    const unread = warnings.map(({ path, reason }) => ({ name: words.adoptedNothing(path), desc: reason }));
    const items = [...unread, ...values.map(({ setting, value, path }) => ({ name: words.adoptedValue(setting, value), desc: path }))];
    return {
      type: 'page', name: words.adopted, desc: words.adoptedDesc, displayValue: words.howMany(values.length), status: unread.length > 0 ? 'warning' : null,
      items: [{ type: 'list', emptyState: words.adoptedEmpty, items, ...searchOver(items) }],
    };
  }

  #decisionRow(setting: Setting, { decision, name, desc }: DecisionRow): void {
    const { index, decisions } = this.#parts;
    setting.setName(name).setDesc(desc);
    setting.addButton((button) => button.setButtonText(words.takeBack).onClick(() => void index.whenReady(async () => {
      await decisions.forget([decision]);
      this.#declare();
    })));
  }

  #lines(key: string, name: string, desc: string): SettingDefinition {
    return linesOf(key, name, desc, () => this.#locked());
  }

  #newPeople(): SettingDefinition[] {
    const disabled = (): boolean => this.#locked();
    const template = async (path: string): Promise<string | undefined> => (await this.#templateCheck(path)).trouble;
    const folder = (path: string): string | undefined => (isFolderForNotes(path) ? undefined : words.outsideFolder);
    const desc = [words.personTemplateDesc, this.#templateRemark].filter((part) => part !== undefined).join(' ');
    return [
      { name: words.personTemplate, desc, control: { type: 'file', key: 'personTemplate', defaultValue: '', disabled, validate: template, filter: (file) => file.extension === 'md' } },
      { name: words.newPeopleFolder, desc: words.newPeopleFolderDesc, control: { type: 'folder', key: 'newPeopleFolder', defaultValue: '', disabled, validate: folder } },
    ];
  }

  #links(): SettingDefinition {
    return { name: words.linkStyle, desc: words.linkStyleDesc, control: { type: 'dropdown', key: 'linkStyle', options: { ...words.linkStyles }, defaultValue: 'heard', disabled: () => this.#locked() } };
  }

  #report(): SettingDefinition {
    const validate = (path: string): string | undefined => (path.endsWith('.md') && isNotePath(path, path) ? undefined : words.reportPathWrong);
    return { name: words.reportPath, desc: words.reportPathDesc, control: { type: 'text', key: 'reportPath', defaultValue: 'Vault report.md', disabled: () => this.#locked(), validate } };
  }

  #editor(): SettingDefinition[] {
    const disabled = (): boolean => this.#locked();
    return [
      { name: words.underlineQuestions, desc: words.underlineQuestionsDesc(), control: { type: 'toggle', key: 'underlineQuestions', defaultValue: true, disabled } },
      { name: words.completePeople, desc: words.completePeopleDesc, control: { type: 'toggle', key: 'completePeople', defaultValue: true, disabled } },
      { name: words.peopleSign, desc: words.peopleSignDesc, control: { type: 'text', key: 'peopleSign', defaultValue: '@', disabled, validate: problemOfSign } },
      { name: words.completeLinks, desc: words.completeLinksDesc, control: { type: 'toggle', key: 'completeLinks', defaultValue: false, disabled } },
    ];
  }

  #tasks(): SettingDefinition[] {
    const disabled = (): boolean => this.#locked();
    return [
      { name: words.me, desc: words.meDesc, control: { type: 'text', key: 'me', defaultValue: '', disabled } },
      { name: words.ownerStyle, desc: words.ownerStyleDesc, control: { type: 'dropdown', key: 'ownerStyle', options: { ...words.ownerStyles }, defaultValue: 'link', disabled } },
      { name: words.heard, desc: words.heardDesc, control: { type: 'dropdown', key: 'heard', options: { ...words.heards }, defaultValue: 'sure', disabled } },
      { name: words.taskFormat, desc: words.taskFormatDesc, control: { type: 'dropdown', key: 'taskFormat', options: { ...words.taskFormats }, defaultValue: 'emoji', disabled } },
      { name: words.globalFilter, desc: words.globalFilterDesc, control: { type: 'text', key: 'globalFilter', defaultValue: '', disabled } },
    ];
  }

  #headings(): SettingDefinitionItem[] {
    return Object.keys(this.#settings?.headings ?? {}).map((key) =>
      this.#lines(`heading:${key}`, words.headingNames[key] ?? key, words.headingsDesc));
  }

  /** None until the settings are known. */
  #rulePages(): SettingDefinitionItem[] {
    const profiles = this.#settings?.profiles;
    if (!profiles) return [];
    const change = (make: (profiles: Profile[]) => Profile[]): void => void this.#changeProfiles(make);
    return [
      rulesPage(this.#rules),
      profilesPage(profiles, this.#rules, {
        add: () => change((all) => [...all, { folders: [], kinds: [], rules: {} }]),
        remove: (at) => change((all) => without(all, at, profiles.length, words.profileGone)),
      }),
      propertiesPage(),
    ];
  }

  async #changeProfiles(make: (profiles: Profile[]) => Profile[]): Promise<void> {
    await this.#change((settings) => ({ profiles: make(settings.profiles) }));
    this.#declare();
  }

  #patterns(): SettingDefinitionItem {
    const patterns = this.#settings?.patterns ?? [];
    const items = patterns.map((pattern, at) => {
      const { name, desc } = patternRow(pattern, this.#patternErrors[at]);
      return { name, desc, render: (setting: Setting) => this.#patternRow(setting, pattern, at) };
    });
    return {
      type: 'page', name: words.patterns, desc: words.patternsDesc, visible: () => this.#settings !== undefined,
      displayValue: words.howMany(patterns.length), status: this.#patternErrors.some((error) => error !== undefined) ? 'warning' : null,
      items: [{
        type: 'list', heading: words.patterns, emptyState: words.patternsEmpty, items, ...searchOver(items),
        addItem: { name: words.patternAdd, action: () => this.#editPattern(NEW_PATTERN, (pattern) => (all) => [...all, pattern]) },
        onDelete: (at) => void this.#changePatterns((all) => without(all, at, patterns.length, words.patternGone)),
      }],
    };
  }

  #patternRow(setting: Setting, pattern: Pattern, at: number): void {
    const { name, desc } = patternRow(pattern, this.#patternErrors[at]);
    setting.setName(name).setDesc(desc);
    setting.addButton((button) => button.setButtonText(words.patternEdit).onClick(() =>
      this.#editPattern(pattern, (edited) => (all) => changedAt(all, at, pattern, edited))));
    setting.addToggle((toggle) => toggle.setTooltip(words.patternEnabled(name)).setValue(pattern.enabled).onChange((enabled) =>
      void this.#changePatterns((all) => changedAt(all, at, pattern, { ...pattern, enabled }))));
  }

  #editPattern(pattern: Pattern, put: (edited: Pattern) => (all: Pattern[]) => Pattern[]): void {
    const { engine, index } = this.#parts;
    const path = this.app.workspace.getActiveFile()?.path;
    const draft = new PatternDraft(pattern, path, async (one, note) => (index.ready ? engine.tryPattern(one, note) : undefined));
    new PatternModal(this.app, draft, (edited) => void this.#changePatterns(put(edited))).open();
  }

  async #changePatterns(make: (patterns: Pattern[]) => Pattern[]): Promise<void> {
    await this.#change((settings) => ({ patterns: make(settings.patterns) }));
    if (this.#parts.index.ready) await this.#checkPatterns();
    this.#declare();
  }

  async #checkPatterns(): Promise<void> {
    const patterns = this.#settings?.patterns ?? [];
    this.#patternErrors = await Promise.all(patterns.map(async (pattern) => (await this.#parts.engine.tryPattern(pattern)).error));
  }

  #journal(): SettingDefinitionList {
    return {
      type: 'list',
      emptyState: words.journalEmpty,
      ...searchOver(this.#batches),
      items: this.#batches.map((batch) => ({
        name: batch.title,
        desc: words.journalEntry(batch.entries.length, whenOf(batch.id)),
        render: (setting: Setting) => this.#journalRow(setting, batch),
      })),
    };
  }

  #journalRow(setting: Setting, batch: BatchRecord): void {
    setting.setName(batch.title).setDesc(words.journalEntry(batch.entries.length, whenOf(batch.id)));
    const undone = batch.state === 'undone';
    setting.addButton((button) => button
      .setButtonText(undone ? words.undone : words.undo)
      .setDisabled(undone)
      .onClick(() => {
        this.#parts.undo.batch(batch.id).then(() => this.#load()).catch(sayFailure);
      }));
  }

  #care(): SettingDefinition[] {
    return [
      {
        name: words.maxNoteBytes,
        desc: words.maxNoteBytesDesc,
        control: {
          type: 'number', key: 'maxNoteBytes', disabled: () => this.#locked(),
          validate: (value: number) => (Number.isInteger(value) && value > 0 ? undefined : words.wholeNumber),
        },
      },
      { name: words.rebuild, desc: words.rebuildDesc, action: () => void this.#parts.index.rebuild() },
    ];
  }
}

const FOLDERS = ['peopleFolders', 'meetingFolders', 'companyFolders', 'projectFolders', 'templateFolders', 'excludedFolders'] as const;
