// The settings of Obsidian and of other plugins that Namesake adopts: files in the app's configuration folder. They are
// read for the engine, which knows what they mean, and never written. Of a file that cannot be read the user is told once,
// and what it said before counts; where that is not known either, nothing is written that nobody asked for. One that the
// disk is slow to give is adopted when it comes.
import type { DataAdapter } from 'obsidian';
import { messageOf } from '../engine/protocol';
import type { AdoptedSettings as Adopted, AdoptedValue, Settings, SettingsFile } from '../engine/types';
import { locale } from '../locales';
import { InCloud, inTime, LATE, patiently } from './disk-errors';
import { standInFor } from './paths';

/** The files, below the configuration folder: `FILES` of the core. */
const NAMES = [
  'app.json', 'types.json', 'templates.json', 'daily-notes.json', 'community-plugins.json',
  ...['templater-obsidian', 'quickadd', 'periodic-notes', 'obsidian-tasks-plugin', 'dataview'].map((id) => `plugins/${id}/data.json`),
];

/** Milliseconds after which a file that went is gone for good: a sync may take it away before it brings the new one. */
const GONE = 5000;

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
  /** Why the files that could not be read at the last look could not. */
  readonly #troubles = new Map<string, string>();
  /** When files that were there were first missed, in milliseconds since 1970. */
  readonly #missed = new Map<string, number>();
  #known: string | undefined;
  #current: Adopted | undefined;

  constructor(deps: AdoptedSettingsDeps) {
    this.#deps = deps;
  }

  /** Whether all that is set elsewhere is known. */
  get areKnown(): boolean {
    return ![...this.#unknown].some((path) => this.#counts(path));
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
    for (const [path, reason] of this.#troubles) {
      const { staleSettings, unknownSettings } = locale.notice;
      if (this.#counts(path)) this.#complain((this.#unknown.has(path) ? unknownSettings : staleSettings)(path, reason));
    }
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
    this.#troubles.delete(path);
    try {
      if (await files.exists(path)) {
        const text = broken = await patiently(() => files.read(path));
        JSON.parse(text.replace(/^\uFEFF/u, ''));
        this.#texts.set(path, text);
        this.#missed.delete(path);
      } else {
        if (await files.exists(standInFor(path))) throw new InCloud();
        if (this.#isGone(path)) this.#texts.delete(path);
      }
      this.#unknown.delete(path);
      return this.#texts.get(path);
    } catch (thrown) {
      this.#troubles.set(path, messageOf(thrown));
      const last = this.#texts.get(path);
      if (last === undefined) this.#unknown.add(path);
      // The engine adopts nothing from a broken text, and the settings say so.
      return last ?? broken;
    }
  }

  #isGone(path: string): boolean {
    const since = this.#missed.get(path) ?? Date.now();
    this.#missed.set(path, since);
    return Date.now() - since >= GONE;
  }

  /** Whether anything follows from the file: those of plugins that are switched off say nothing. */
  #counts(path: string): boolean {
    const plugin = /\/plugins\/([^/]+)\/data\.json$/u.exec(path)?.[1];
    const list = `${this.#deps.folder}/community-plugins.json`;
    return plugin === undefined || this.#unknown.has(list) || (this.#texts.get(list) ?? '').includes(`"${plugin}"`);
  }

  async #give(files: SettingsFile[], take: (files: SettingsFile[]) => Promise<Adopted>): Promise<void> {
    this.#current = await take(files);
    this.#known = JSON.stringify(files);
    for (const { path, reason } of this.#current.warnings) if (!this.#troubles.has(path)) this.#complain(locale.notice.brokenSettings(path, reason));
  }

  #complain(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#deps.say(message);
  }
}
