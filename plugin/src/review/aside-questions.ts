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
  /** What changed here and is not on disk yet. */
  readonly #unsaved = new Map<string, Aside | undefined>();
  #loaded: Promise<void> = Promise.resolve();

  constructor(deps: AsideDeps) {
    this.#deps = deps;
  }

  /** Waits a while for the disk. What it gives later is taken in then, and `late` is told. */
  async load(late: () => void): Promise<void> {
    this.#loaded = this.#read();
    if ((await inTime(this.#loaded)) === LATE) void this.#loaded.then(late, this.#deps.failed);
  }

  /** What was changed here stands, also while the disk takes its time. */
  async #read(): Promise<void> {
    const all = await this.#deps.loadAside();
    this.#byId.clear();
    for (const aside of all) this.#byId.set(aside.id, aside);
    for (const [id, aside] of this.#unsaved) this.#keep(id, aside);
  }

  /** Behind what is still being read: what the file says would be lost otherwise. */
  async save(): Promise<void> {
    await this.#loaded;
    const changes = new Map(this.#unsaved);
    await this.#deps.saveAside(changes, [...this.#byId.values()]);
    for (const [id, aside] of changes) if (this.#unsaved.get(id) === aside) this.#unsaved.delete(id);
  }

  #set(id: string, aside: Aside | undefined): void {
    this.#unsaved.set(id, aside);
    this.#keep(id, aside);
  }

  #keep(id: string, aside: Aside | undefined): void {
    if (aside) this.#byId.set(id, aside);
    else this.#byId.delete(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Returns how it was put aside before, if it was. */
  put(id: string, way: AsideWay): Aside | undefined {
    const before = this.#byId.get(id);
    this.#set(id, putAside(id, way, this.#deps.now()));
    return before;
  }

  restore(id: string, before: Aside | undefined): void {
    this.#set(id, before);
  }

  /** Leaves all of these until their notes are opened; what was left so before and is asked no more is forgotten. */
  leave(questions: Question[]): PutAside[] {
    const put = questions.map(({ id }) => ({ id, before: this.#byId.get(id) }));
    for (const [id, aside] of this.#byId) if ('unopened' in aside) this.#set(id, undefined);
    for (const { id } of questions) this.#set(id, { id, unopened: true });
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
