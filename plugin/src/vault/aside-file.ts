// The file of questions that were put aside, beside data.json. It says nothing about notes, so one that cannot be read is
// begun anew: the questions are asked again. Another device writes it too, so that what changed here goes into what it
// holds by then.
import type { DataAdapter } from 'obsidian';
import { Mutex } from 'async-mutex';
import { locale } from '../locales';
import { diskReason, patiently } from './disk-errors';

/**
 * A question that was put aside. `until` is a day, YYYY-MM-DD; `since` the time after which a change of a note wakes it;
 * `unopened` waits until one of its notes is opened.
 */
export type Aside = { id: string; skipped: true } | { id: string; until: string } | { id: string; since: number } | { id: string; unopened: true };

export class AsideFile {
  readonly #files: Pick<DataAdapter, 'exists' | 'mkdir' | 'read' | 'write'>;
  readonly #folder: string;
  readonly #turn = new Mutex();

  /** @param folder the plugin's own folder */
  constructor(files: Pick<DataAdapter, 'exists' | 'mkdir' | 'read' | 'write'>, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  get #path(): string {
    return `${this.#folder}/aside.json`;
  }

  load(): Promise<Aside[]> {
    return this.#turn.runExclusive(async () => (await this.#read()) ?? []);
  }

  /**
   * Writes what changed here, by id, into the file.
   *
   * @param changes nothing for a question that is put aside no more
   * @param known all that is put aside as far as is known here, for a file that is missing or cannot be read
   */
  save(changes: ReadonlyMap<string, Aside | undefined>, known: Aside[]): Promise<void> {
    return this.#turn.runExclusive(async () => {
      const others = ((await this.#read()) ?? known).filter(({ id }) => !changes.has(id));
      const all = [...others, ...[...changes.values()].filter((aside) => aside !== undefined)];
      await this.#write(`${JSON.stringify(all)}\n`);
    });
  }

  async #write(text: string): Promise<void> {
    try {
      if (!(await this.#files.exists(this.#folder))) await this.#files.mkdir(this.#folder);
      await patiently(() => this.#files.write(this.#path, text));
    } catch (thrown) {
      throw new Error(locale.notice.unsavedAside(diskReason(thrown)), { cause: thrown });
    }
  }

  /** What the file holds; nothing where it is missing or cannot be read. */
  async #read(): Promise<Aside[] | undefined> {
    try {
      if (!(await this.#files.exists(this.#path))) return undefined;
      const all: unknown = JSON.parse(await patiently(() => this.#files.read(this.#path)));
      return Array.isArray(all) ? all.filter(isAside) : undefined;
    } catch (thrown) {
      console.error('Namesake:', thrown);
      return undefined;
    }
  }
}

function isAside(one: unknown): one is Aside {
  if (typeof one !== 'object' || one === null || !('id' in one) || typeof one.id !== 'string') return false;
  return ('skipped' in one && one.skipped === true) || ('unopened' in one && one.unopened === true) || ('until' in one && typeof one.until === 'string') || ('since' in one && typeof one.since === 'number');
}
