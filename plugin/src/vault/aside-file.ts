// The file of questions that were put aside, beside data.json. It says nothing about notes, so one that cannot be read is
// begun anew: the questions are asked again.
import type { DataAdapter } from 'obsidian';
import { Mutex } from 'async-mutex';
import { patiently } from './disk-errors';

/**
 * A question that was put aside. `until` is a day, YYYY-MM-DD; `since` the time after which a change of a note wakes it;
 * `unopened` waits until one of its notes is opened.
 */
export type Aside = { id: string; skipped: true } | { id: string; until: string } | { id: string; since: number } | { id: string; unopened: true };

export class AsideFile {
  readonly #files: Pick<DataAdapter, 'exists' | 'read' | 'write'>;
  readonly #path: string;
  readonly #turn = new Mutex();

  /** @param folder the plugin's own folder */
  constructor(files: Pick<DataAdapter, 'exists' | 'read' | 'write'>, folder: string) {
    this.#files = files;
    this.#path = `${folder}/aside.json`;
  }

  load(): Promise<Aside[]> {
    return this.#turn.runExclusive(async () => {
      try {
        if (!(await this.#files.exists(this.#path))) return [];
        const all: unknown = JSON.parse(await patiently(() => this.#files.read(this.#path)));
        return Array.isArray(all) ? all.filter(isAside) : [];
      } catch (thrown) {
        console.error('Namesake:', thrown);
        return [];
      }
    });
  }

  save(all: Aside[]): Promise<void> {
    return this.#turn.runExclusive(() => this.#files.write(this.#path, `${JSON.stringify(all)}\n`));
  }
}

function isAside(one: unknown): one is Aside {
  if (typeof one !== 'object' || one === null || !('id' in one) || typeof one.id !== 'string') return false;
  return ('skipped' in one && one.skipped === true) || ('unopened' in one && one.unopened === true) || ('until' in one && typeof one.until === 'string') || ('since' in one && typeof one.since === 'number');
}
