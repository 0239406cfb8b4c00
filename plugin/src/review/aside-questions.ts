// The questions that the user put aside, kept on disk.
import type { Question } from '../engine/types';
import type { Aside } from '../vault/aside-file';
import { dayOf } from '../vault/days';
import { inTime, LATE } from '../vault/disk-errors';
import { isAsleep, putAside, type AsideWay } from './aside';
import type { PutAside, ReviewDeps, Standing } from './types';

type AsideDeps = Pick<ReviewDeps, 'loadAside' | 'saveAside' | 'now' | 'changed' | 'failed'>;

export class AsideQuestions {
  readonly #deps: AsideDeps;
  readonly #byId = new Map<string, Aside>();
  #loaded: Promise<void> = Promise.resolve();

  constructor(deps: AsideDeps) {
    this.#deps = deps;
  }

  /** Waits a while for the disk. What it gives later is taken in then, and `late` is told. */
  async load(late: () => void): Promise<void> {
    this.#loaded = this.#read();
    if ((await inTime(this.#loaded)) === LATE) void this.#loaded.then(late, this.#deps.failed);
  }

  /** What was put aside while the disk took its time stands. */
  async #read(): Promise<void> {
    const before = new Map(this.#byId);
    const all = await this.#deps.loadAside();
    const since = [...this.#byId.values()].filter((aside) => before.get(aside.id) !== aside);
    this.#byId.clear();
    for (const aside of [...all, ...since]) this.#byId.set(aside.id, aside);
  }

  /** Behind what is still being read: what the file says would be lost otherwise. */
  async save(): Promise<void> {
    await this.#loaded;
    await this.#deps.saveAside([...this.#byId.values()]);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Returns how it was put aside before, if it was. */
  put(id: string, way: AsideWay): Aside | undefined {
    const before = this.#byId.get(id);
    this.#byId.set(id, putAside(id, way, this.#deps.now()));
    return before;
  }

  restore(id: string, before: Aside | undefined): void {
    if (before) this.#byId.set(id, before);
    else this.#byId.delete(id);
  }

  /** Leaves all of these until their notes are opened; what was left so before and is asked no more is forgotten. */
  leave(questions: Question[]): PutAside[] {
    const put = questions.map(({ id }) => ({ id, before: this.#byId.get(id) }));
    for (const [id, aside] of this.#byId) if ('unopened' in aside) this.#byId.delete(id);
    for (const { id } of questions) this.#byId.set(id, { id, unopened: true });
    return put;
  }

  standing(question: Question): Standing | undefined {
    const aside = this.#byId.get(question.id);
    if (aside === undefined) return undefined;
    if ('skipped' in aside) return 'skipped';
    if ('unopened' in aside) return 'unopened';
    return isAsleep(aside, question, dayOf(this.#deps.now()), this.#deps.changed) ? 'snoozed' : undefined;
  }
}
