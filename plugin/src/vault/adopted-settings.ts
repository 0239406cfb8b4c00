// The settings of Obsidian and of other plugins that Namesake adopts: files in the app's configuration folder. They are
// read for the engine, which knows what they mean, and never written. Of a file that cannot be read the user is told once,
// and the engine goes on without it.
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { AdoptedSettings as Adopted, AdoptedValue, Settings, SettingsFile } from '../engine/types';
import { en } from '../locales/en';

/** The files, below the configuration folder: `FILES` of the core. */
const NAMES = [
  'app.json', 'types.json', 'templates.json', 'daily-notes.json', 'community-plugins.json',
  ...['templater-obsidian', 'quickadd', 'periodic-notes', 'obsidian-tasks-plugin', 'dataview'].map((id) => `plugins/${id}/data.json`),
];

export interface AdoptedSettingsDeps {
  files: Pick<DataAdapter, 'exists' | 'read'>;
  /** The app's configuration folder. */
  folder: string;
  say: (message: string) => void;
}

export class AdoptedSettings {
  readonly #deps: AdoptedSettingsDeps;
  readonly #said = new Set<string>();
  #known: string | undefined;
  #current: Adopted | undefined;

  constructor(deps: AdoptedSettingsDeps) {
    this.#deps = deps;
  }

  /** What was adopted from where. */
  get values(): AdoptedValue[] {
    return this.#current?.values ?? [];
  }

  /** The text that every task contains: as set, else as adopted. */
  globalFilter(settings: Pick<Settings, 'globalFilter'> | undefined): string {
    const set = settings?.globalFilter ?? '';
    return set === '' ? this.#current?.globalFilter ?? '' : set;
  }

  /** The format of tasks: as set, else as adopted. Emoji are the default, so that setting them sets nothing. */
  taskFormat(settings: Pick<Settings, 'taskFormat'> | undefined): Settings['taskFormat'] {
    const set = settings?.taskFormat ?? 'emoji';
    return set === 'emoji' ? this.#current?.taskFormat ?? set : set;
  }

  /** Gives a new engine the files. */
  async giveTo(take: (files: SettingsFile[]) => Promise<Adopted>): Promise<void> {
    await this.#give(await this.#read(), take);
  }

  /** Gives an engine the files if they have changed since the last time, and returns whether they have. */
  async giveChanges(take: (files: SettingsFile[]) => Promise<Adopted>): Promise<boolean> {
    const files = await this.#read();
    if (JSON.stringify(files) === this.#known) return false;
    await this.#give(files, take);
    return true;
  }

  async #read(): Promise<SettingsFile[]> {
    const { files, folder } = this.#deps;
    const found: SettingsFile[] = [];
    for (const path of NAMES.map((name) => `${folder}/${name}`)) {
      try {
        if (await files.exists(path)) found.push({ path, text: await files.read(path) });
      } catch (thrown) {
        this.#complain(path, messageOf(thrown));
      }
    }
    return found;
  }

  async #give(files: SettingsFile[], take: (files: SettingsFile[]) => Promise<Adopted>): Promise<void> {
    this.#current = await take(files);
    this.#known = JSON.stringify(files);
    for (const { path, reason } of this.#current.warnings) this.#complain(path, reason);
  }

  #complain(path: string, reason: string): void {
    const message = en.notice.brokenSettings(path, reason);
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#deps.say(message);
  }
}
