// The settings of Obsidian and of other plugins that Namesake adopts: files in the app's configuration folder. They are
// read for the engine, which knows what they mean, and never written. Of a file that cannot be read the user is told once,
// and what it said before counts; where that is not known either, nothing is written that nobody asked for. One that the
// disk is slow to give is adopted when it comes.
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { AdoptedSettings as Adopted, AdoptedValue, Settings, SettingsFile } from '../engine/types';
import { locale } from '../locales';
import { inTime, LATE, patiently } from './disk-errors';
import { standInFor } from './paths';

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
  /** The last whole text of each file that is there. */
  readonly #texts = new Map<string, string>();
  /** The files that are there and were never read whole. */
  readonly #unknown = new Set<string>();
  #known: string | undefined;
  #current: Adopted | undefined;

  constructor(deps: AdoptedSettingsDeps) {
    this.#deps = deps;
  }

  /** Whether all that is set elsewhere is known. */
  get areKnown(): boolean {
    return this.#unknown.size === 0;
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
    if (known === undefined) this.#unknown.add(path);
    void reading.then(() => {
      if (this.#texts.get(path) !== known) this.#deps.came();
    });
    return known;
  }

  /** The text of a file, or the last whole one where this one is broken or not to be had. */
  async #text(path: string): Promise<string | undefined> {
    const { files } = this.#deps;
    let broken: string | undefined;
    try {
      if (await files.exists(path)) {
        const text = broken = await patiently(() => files.read(path));
        JSON.parse(text.replace(/^\uFEFF/u, ''));
        this.#texts.set(path, text);
      } else {
        if (await files.exists(standInFor(path))) throw new Error(locale.refusal.fileInCloud);
        this.#texts.delete(path);
      }
      this.#unknown.delete(path);
      return this.#texts.get(path);
    } catch (thrown) {
      const last = this.#texts.get(path);
      if (last === undefined) this.#unknown.add(path);
      // The engine says of a broken text what is wrong with it, and adopts nothing.
      else broken = undefined;
      if (broken === undefined) this.#complain(path, messageOf(thrown));
      return last ?? broken;
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
