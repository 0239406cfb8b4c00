// The settings of Obsidian and of other plugins that Namesake adopts: files in the app's configuration folder. They are
// read for the engine, which knows what they mean, and never written. Of a file that cannot be read the user is told once,
// and the engine goes on without it; one that the disk is slow to give is adopted when it comes.
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { AdoptedSettings as Adopted, AdoptedValue, Settings, SettingsFile } from '../engine/types';
import { locale } from '../locales';
import { inTime, LATE, patiently } from './disk-errors';

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
  /** A file that was late says something else than was known of it. */
  came: () => void;
}

export class AdoptedSettings {
  readonly #deps: AdoptedSettingsDeps;
  readonly #said = new Set<string>();
  /** The last text of each file that could be read. */
  readonly #texts = new Map<string, string>();
  #known: string | undefined;
  #current: Adopted | undefined;

  constructor(deps: AdoptedSettingsDeps) {
    this.#deps = deps;
  }

  /** What was adopted from where. */
  get values(): AdoptedValue[] {
    return this.#current?.values ?? [];
  }

  /** The files that say something which cannot be adopted, and why. */
  get warnings(): Adopted['warnings'] {
    return this.#current?.warnings ?? [];
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
    const paths = NAMES.map((name) => `${this.#deps.folder}/${name}`);
    const texts = await Promise.all(paths.map((path) => this.#textInTime(path)));
    return paths.flatMap((path, at): SettingsFile[] => (texts[at] === undefined ? [] : [{ path, text: texts[at] }]));
  }

  /** The text of a file; what was known of it before if it is late, and undefined if there is none. */
  async #textInTime(path: string): Promise<string | undefined> {
    const known = this.#texts.get(path);
    const reading = this.#text(path);
    const text = await inTime(reading);
    if (text !== LATE) return text;
    void reading.then(() => {
      if (this.#texts.get(path) !== known) this.#deps.came();
    });
    return known;
  }

  async #text(path: string): Promise<string | undefined> {
    const { files } = this.#deps;
    try {
      const text = await files.exists(path) ? await patiently(() => files.read(path)) : undefined;
      if (text === undefined) this.#texts.delete(path);
      else this.#texts.set(path, text);
      return text;
    } catch (thrown) {
      this.#complain(path, messageOf(thrown));
      return undefined;
    }
  }

  async #give(files: SettingsFile[], take: (files: SettingsFile[]) => Promise<Adopted>): Promise<void> {
    this.#current = await take(files);
    this.#known = JSON.stringify(files);
    for (const { path, reason } of this.#current.warnings) this.#complain(path, reason);
  }

  #complain(path: string, reason: string): void {
    const message = locale.notice.brokenSettings(path, reason);
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#deps.say(message);
  }
}
