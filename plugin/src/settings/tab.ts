// The settings tab as declarations: the app renders and searches them. Values live in the store; the engine checks them.
import { PluginSettingTab, debounce, type App, type Setting, type SettingDefinition, type SettingDefinitionItem, type SettingDefinitionList } from 'obsidian';
import { rebuild } from './actions';
import { messageOf } from './engine/protocol';
import type { RuleInfo, Settings } from './engine/types';
import { en } from './locales/en';
import type NamesakePlugin from './main';
import { say } from './notices';
import { fromLines, problemOfFolders, readControl, writeControl } from './settings-values';
import type { BatchRecord } from './vault/journal';

const words = en.settings;
/** Batches listed; older ones are undone by the command line. */
const LISTED = 20;
/** Milliseconds to wait for more changes before the settings are declared again. */
const GATHER = 300;

export class NamesakeSettingTab extends PluginSettingTab {
  readonly #plugin: NamesakePlugin;
  #rules: RuleInfo[] = [];
  #batches: BatchRecord[] = [];

  constructor(app: App, plugin: NamesakePlugin) {
    super(app, plugin);
    this.#plugin = plugin;
    this.icon = 'user-check';
  }

  /** Reads rules and journal anew and declares the settings again. */
  readonly refresh = debounce(() => {
    this.#load().catch((thrown: unknown) => this.#plugin.session.failed(thrown));
  }, GATHER, true);

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      this.#automatic(),
      { type: 'group', heading: words.folders, items: FOLDERS.map((key) => this.#lines(key, words[key], key === 'excludedFolders' ? words.excludedDesc : words.foldersDesc)) },
      { type: 'group', heading: words.tasks, items: this.#tasks() },
      { type: 'page', name: words.headings, desc: words.headingsDesc, items: this.#headings(), visible: () => this.#settings !== undefined },
      { type: 'page', name: words.rules, desc: words.rulesDesc, items: this.#ruleGroups() },
      { type: 'page', name: words.journal, desc: words.journalDesc, items: [this.#journal()] },
      { type: 'group', heading: words.care, items: this.#care() },
    ];
  }

  override getControlValue(key: string): unknown {
    return readControl(this.#settings, this.#rules, key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { session } = this.#plugin;
    const settings = this.#settings;
    try {
      if (!settings) throw new Error(en.notice.notReady);
      await session.store.change(session.engine, writeControl(settings, key, value));
    } catch (thrown) {
      say(en.notice.error(messageOf(thrown)));
      this.update();
      return;
    }
    await session.reloadReview();
  }

  get #settings(): Settings | undefined {
    return this.#plugin.session.store.config?.settings;
  }

  async #load(): Promise<void> {
    const { session } = this.#plugin;
    if (session.ready) this.#rules = await session.engine.rules();
    this.#batches = await session.journal.list(LISTED);
    this.update();
  }

  #locked(): boolean {
    return this.#settings === undefined;
  }

  #automatic(): SettingDefinitionItem {
    const reviewed = (): boolean => this.#plugin.session.store.config?.firstBatchReviewed ?? false;
    return {
      name: words.automatic,
      desc: reviewed() ? words.automaticDesc : `${words.automaticDesc} ${words.automaticLocked}`,
      control: { type: 'toggle', key: 'automatic', defaultValue: false, disabled: () => this.#locked() || !reviewed() },
    };
  }

  #lines(key: string, name: string, desc: string): SettingDefinition {
    const validate = key.endsWith('Folders') ? (value: string) => problemOfFolders(fromLines(value)) : undefined;
    return { name, desc, control: { type: 'textarea', key, rows: 2, disabled: () => this.#locked(), ...(validate ? { validate } : {}) } };
  }

  #tasks(): SettingDefinition[] {
    const disabled = (): boolean => this.#locked();
    return [
      { name: words.ownerStyle, desc: words.ownerStyleDesc, control: { type: 'dropdown', key: 'ownerStyle', options: { ...words.ownerStyles }, defaultValue: 'link', disabled } },
      { name: words.taskFormat, desc: words.taskFormatDesc, control: { type: 'dropdown', key: 'taskFormat', options: { ...words.taskFormats }, defaultValue: 'emoji', disabled } },
      { name: words.globalFilter, desc: words.globalFilterDesc, control: { type: 'text', key: 'globalFilter', defaultValue: '', disabled } },
    ];
  }

  #headings(): SettingDefinitionItem[] {
    return Object.keys(this.#settings?.headings ?? {}).map((key) =>
      this.#lines(`heading:${key}`, words.headingNames[key] ?? key, words.headingsDesc));
  }

  #ruleGroups(): SettingDefinitionItem[] {
    if (this.#rules.length === 0) return [{ name: words.rulesWait }];
    const groups = [...new Set(this.#rules.map((rule) => rule.group))];
    return groups.map((group) => ({
      type: 'group' as const,
      heading: group.charAt(0).toUpperCase() + group.slice(1),
      items: this.#rules.filter((rule) => rule.group === group).map((rule) => ({
        name: plain(rule.what),
        desc: plain(rule.why),
        aliases: [rule.name],
        control: { type: 'toggle' as const, key: `rule:${rule.name}`, disabled: () => this.#locked() },
      })),
    }));
  }

  #journal(): SettingDefinitionList {
    return {
      type: 'list',
      emptyState: words.journalEmpty,
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
      .onClick(async () => {
        await this.#plugin.session.undo(batch.id);
        await this.#load();
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
      { name: words.rebuild, desc: words.rebuildDesc, action: () => void rebuild(this.#plugin.session) },
    ];
  }
}

const FOLDERS = ['peopleFolders', 'meetingFolders', 'companyFolders', 'projectFolders', 'templateFolders', 'excludedFolders'] as const;

/** The engine quotes in backticks; a setting's name is shown as it stands. */
function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}

/** `20261121T013000Z-0001` in the reader's own time and form. */
function whenOf(id: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/u.exec(id) ?? [];
  if (year === undefined) return id;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toLocaleString();
}
