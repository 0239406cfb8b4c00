// From a request to written notes: plan, write the journal, write the notes. Notes that changed in between are planned
// and written once more. Undo goes the same way back.
import { Mutex } from 'async-mutex';
import { messageOf } from '../engine/protocol';
import type { DecisionChanges, EngineApi, JournalEntry, LeftOut, NoteChange, PlanRequest } from '../engine/types';
import { locale } from '../locales';
import { diskReason } from './disk-errors';
import type { BatchKind, BatchRecord, Journal } from './journal';
import type { PathQueues } from './path-queues';
import { noteName } from './paths';
import { Refused, type TextChange, type Writer } from './writer';

export interface Refusal {
  path: string;
  reason: string;
}

/** Why a note was left as it is, with its name. */
export function sentenceOf({ path, reason }: Refusal): string {
  return reason.includes(path) ? reason : `${path}: ${reason}`;
}

export interface BatchResult {
  /** What the batch is called in the journal. */
  title: string;
  /** The journal's batch; undefined when nothing was written. */
  batch: string | undefined;
  written: string[];
  refused: Refusal[];
  left: LeftOut[];
  /** Ids of the findings that the written changes settle. */
  settled: string[];
}

export interface UndoResult {
  restored: string[];
  refused: Refusal[];
  /** Set when all of the batch is undone: the changes of decisions that have to be undone too. */
  decisions?: DecisionChanges;
}

/** New texts that are not written yet, with the requests that they answer. */
export interface BatchPlan {
  requests: PlanRequest[];
  changes: NoteChange[];
  left: LeftOut[];
}

/** Progress of work on many notes, and a way to stop it between two steps. */
export interface Steps {
  progress?: (done: number, total: number) => void;
  cancelled?: () => boolean;
}

export interface ApplyOptions extends Steps {
  /** Which changes of the plan to write; all of them by default. */
  only?: (change: NoteChange) => boolean;
  /** How refused notes are read again. By default their open editors are saved first. */
  reread?: (paths: string[]) => Promise<void>;
  /** The note that tabs show instead of one that goes. */
  instead?: string;
  /** Nobody asked for this now: keeps out of the line where the user's cursor stands. */
  automatic?: boolean;
  /** One press asked for it: many of these are kept apart from what is asked for seldom. */
  answer?: boolean;
}

export interface RepairsDeps {
  engine: EngineApi;
  writer: Writer;
  journal: Journal;
  queues: PathQueues;
  /** Gives the engine a note's new text, or tells it that the note is gone. Never rejects. */
  learn: (path: string, text: string | undefined) => Promise<void>;
  /** Saves open editors of these notes and reads the notes again. */
  reread: (paths: string[]) => Promise<void>;
  /** Stops automatic repairs of notes whose repairs the user undid. */
  hold: (paths: string[]) => void;
}

export class Repairs {
  readonly #deps: RepairsDeps;
  /** One undo at a time: asked for twice, the second finds that nothing is left to take back. */
  readonly #undoing = new Mutex();

  constructor(deps: RepairsDeps) {
    this.#deps = deps;
  }

  /** Plans and writes. Rejects only when planning or the journal fails; then nothing was written. */
  async apply(title: string, request: PlanRequest, options: ApplyOptions = {}): Promise<BatchResult> {
    return this.write(title, await this.plan([request]), options);
  }

  /** Works out one request after the other; a step is a request. Changes nothing. */
  async plan(requests: PlanRequest[], { progress, cancelled }: Steps = {}): Promise<BatchPlan> {
    const planned: BatchPlan = { requests, changes: [], left: [] };
    for (const [at, request] of requests.entries()) {
      if (cancelled?.()) break;
      const { changes, left } = await this.#deps.engine.plan(request);
      planned.changes.push(...changes);
      planned.left.push(...left);
      progress?.(at + 1, requests.length);
    }
    return planned;
  }

  /**
   * Writes what was planned, as one batch. Rejects only when the journal cannot be begun; then nothing was written. Where a note
   * goes or is divided, all of it is written or, as far as nobody else wrote meanwhile, nothing.
   */
  async write(title: string, planned: BatchPlan, options: ApplyOptions = {}): Promise<BatchResult> {
    const only = options.only ?? (() => true);
    const first = planned.changes.filter(only);
    const applied: BatchResult = { title, batch: undefined, written: [], refused: [], left: planned.left, settled: [] };
    if (first.length === 0) return applied;
    const record = await this.#open(title, first, kindOf(options));
    const done: JournalEntry[] = [];
    await this.#writeAll(first, applied, done, options);
    if (first.some(isWhole) && applied.refused.length > 0) return this.#allTakenBack(record, done, applied);

    const again = new Set(applied.refused.map((refusal) => refusal.path));
    if (again.size > 0 && !options.cancelled?.()) {
      const second = (await this.#plannedAgain(planned.requests, again, options)).filter((change) => again.has(change.path) && only(change));
      record.entries = [...done, ...second.map((change) => change.entry)];
      if (await this.#kept(record)) {
        applied.refused = applied.refused.filter(({ path }) => !second.some((change) => change.path === path));
        await this.#writeAll(second, applied, done, options);
      }
    }
    record.entries = done;
    record.state = 'written';
    await this.#kept(record);
    if (done.length > 0) applied.batch = record.id;
    return applied;
  }

  /** Takes a batch back, or one note of it. Notes that changed since stay as they are and are named with the reason. */
  undo(id: string, path?: string): Promise<UndoResult> {
    return this.#undoing.runExclusive(async () => {
      const record = await this.#deps.journal.find(id);
      if (!record || record.state === 'undone') return { restored: [], refused: [] };
      const { undone, left } = await this.#takeBack(record, path);
      this.#deps.hold(undone.restored);
      if (undone.restored.length > 0) await this.#kept(left);
      return undone;
    });
  }

  /** `left` is the record of what still stands. */
  async #takeBack(record: BatchRecord, path?: string): Promise<{ undone: UndoResult; left: BatchRecord }> {
    const undone: UndoResult = { restored: [], refused: [] };
    const kept: JournalEntry[] = [];
    let missing = false;
    for (const entry of [...record.entries].reverse()) {
      if (path !== undefined && entry.path !== path) {
        kept.unshift(entry);
        continue;
      }
      const alone = kept.some((other) => other.path === entry.from);
      const reason: string | undefined = missing ? locale.refusal.notBack : alone ? locale.refusal.notHereAlone : await this.#deps.queues.run(entry.path, () => this.#revert(entry));
      missing ||= reason !== undefined && entry.gone === true;
      if (reason === undefined) undone.restored.push(entry.path);
      else {
        undone.refused.push({ path: entry.path, reason });
        kept.unshift(entry);
      }
    }
    if (kept.length === 0) undone.decisions = record.decided ?? { made: [], lost: [] };
    return { undone, left: afterUndo(record, kept) };
  }

  async #open(title: string, changes: NoteChange[], kind: BatchKind): Promise<BatchRecord> {
    try {
      for (const change of changes.filter(takesAway)) {
        const mark = await this.#deps.writer.lostMarks(change);
        if (mark !== '') change.entry.mark = mark;
      }
      return await this.#deps.journal.open(title, changes.map((change) => change.entry), kind);
    } catch (thrown) {
      throw new Error(locale.refusal.journal(messageOf(thrown)), { cause: thrown });
    }
  }

  /** Whether the journal took the record as it is now. If not, the one it has names every note so far, and undo looks at each. */
  async #kept(record: BatchRecord): Promise<boolean> {
    try {
      await this.#deps.journal.save(record);
      return true;
    } catch (thrown) {
      console.error('Namesake:', thrown);
      return false;
    }
  }

  /** New plans for notes that were refused, read again. None if that fails: what is written already counts. */
  async #plannedAgain(requests: PlanRequest[], paths: ReadonlySet<string>, { reread = this.#deps.reread }: ApplyOptions): Promise<NoteChange[]> {
    try {
      await reread([...paths]);
      return (await this.plan(narrowed(requests, paths))).changes;
    } catch (thrown) {
      console.error('Namesake:', thrown);
      return [];
    }
  }

  /** Undoes what was written of a batch that only makes sense as a whole. Notes that changed since stay in the journal. */
  async #allTakenBack(record: BatchRecord, done: JournalEntry[], applied: BatchResult): Promise<BatchResult> {
    record.entries = done;
    record.state = 'written';
    await this.#kept(record);
    const { undone, left } = await this.#undoing.runExclusive(() => this.#takeBack(record));
    await this.#kept(left);
    const written = undone.refused.map(({ path }) => path);
    const batch = written.length > 0 ? record.id : undefined;
    return { ...applied, batch, written, settled: [], refused: [...applied.refused, ...undone.refused] };
  }

  async #writeAll(changes: NoteChange[], applied: BatchResult, done: JournalEntry[], options: ApplyOptions): Promise<void> {
    const whole = changes.some(isWhole);
    for (const [at, change] of changes.entries()) {
      if (options.cancelled?.() || (whole && applied.refused.length > 0)) break;
      const unsaved = takesAway(change) ? await this.#unsaved(applied.written) : undefined;
      const lacksNote = applied.refused.some(({ path }) => changes.some((other) => other.path === path && isFor(other, change)));
      const write = (): Promise<string | undefined> => this.#write(textChange(change, options));
      const reason = lacksNote ? locale.refusal.noNote : unsaved ?? await this.#deps.queues.run(change.path, write);
      if (reason === undefined) {
        applied.written.push(change.path);
        applied.settled.push(...change.findings);
        done.push(change.entry);
      } else {
        applied.refused.push({ path: change.path, reason });
      }
      options.progress?.(at + 1, changes.length);
    }
    await this.#takeBackUnlinked(changes, applied, done);
  }

  /** Removes a new note when no note that was to link to it could be written, so that all can be tried again. */
  async #takeBackUnlinked(changes: NoteChange[], applied: BatchResult, done: JournalEntry[]): Promise<void> {
    const written = (change: NoteChange): boolean => applied.written.includes(change.path);
    const unlinked = (change: NoteChange): boolean => {
      const others = changes.filter((other) => isFor(change, other));
      return others.length > 0 && !others.some(written);
    };
    for (const { path, entry, findings } of changes.filter(unlinked)) {
      const at = done.indexOf(entry);
      if (at < 0 || (await this.#deps.queues.run(path, () => this.#revert(entry))) !== undefined) continue;
      done.splice(at, 1);
      applied.written = applied.written.filter((other) => other !== path);
      applied.settled = applied.settled.filter((id) => !findings.includes(id));
      applied.refused.push({ path, reason: locale.refusal.noLink });
    }
  }

  /** Saves open editors of these notes: if the app ended now, their text would be lost with a note that goes. Why not, or undefined. */
  async #unsaved(paths: string[]): Promise<string | undefined> {
    try {
      await this.#deps.reread(paths);
      return undefined;
    } catch (thrown) {
      return diskReason(thrown);
    }
  }

  /** Undefined when written, else the reason. */
  async #write(change: TextChange): Promise<string | undefined> {
    try {
      await this.#deps.writer.write(change);
    } catch (thrown) {
      return thrown instanceof Refused ? thrown.message : diskReason(thrown);
    }
    await this.#deps.learn(change.path, change.after);
    return undefined;
  }

  async #revert(entry: JournalEntry): Promise<string | undefined> {
    try {
      const text = await this.#deps.writer.current(entry.path);
      // A missing note comes back only if this change removed it or made it.
      if (text === undefined && entry.gone !== true && entry.came !== true) return locale.refusal.notFound;
      const { after, edits } = await this.#deps.engine.revert(entry, text);
      // Nothing to undo: never written, deleted by the user, or undone in the editor.
      if (after === text || (text === undefined && entry.came === true)) return undefined;
      const kept = entry.came === true ? undefined : after;
      return await this.#write({ path: entry.path, before: text, after: kept, edits, back: entry.gone === true });
    } catch (thrown) {
      return messageOf(thrown);
    }
  }
}

function kindOf({ automatic, answer }: ApplyOptions): BatchKind {
  if (automatic) return 'saved';
  return answer ? 'answer' : 'asked';
}

/** Whether the change removes its note. The other changes of the plan keep what the note said. */
function takesAway({ entry }: NoteChange): boolean {
  return entry.gone === true;
}

/** Whether all of a plan with this change is written or nothing: its note goes, or takes over what another one says. */
function isWhole(change: NoteChange): boolean {
  return takesAway(change) || change.entry.from !== undefined;
}

/** What the writer does for a change: a note that comes has no text before, one that goes has none after. */
function textChange(change: NoteChange, { instead, automatic = false }: ApplyOptions): TextChange {
  if (change.entry.came === true) return { ...change, before: undefined };
  return takesAway(change) ? { ...change, after: undefined, instead } : { ...change, automatic };
}

/** Whether `change` makes the note that `other` links to: neither makes sense without the other. */
function isFor(change: NoteChange, other: NoteChange): boolean {
  if (change.entry.came !== true || change === other) return false;
  // One finding makes the note; what else is about the same name links to it.
  return other.findings.some((id) => change.findings.includes(id)) || linksMore(other, noteName(change.path));
}

/** Whether the change adds a link to the note of this name. */
function linksMore({ before, after }: NoteChange, name: string): boolean {
  const links = (text: string): number => [...text.matchAll(/\[\[([^\]|#]+)/gu)].filter(([, target]) => target !== undefined && noteName(target) === name).length;
  return links(after) > links(before);
}

/** The requests that are about these notes; a query by path is narrowed to them. */
function narrowed(requests: PlanRequest[], paths: ReadonlySet<string>): PlanRequest[] {
  return requests.flatMap((request) => {
    if (!('query' in request) || request.query.paths === undefined) return [request];
    const kept = request.query.paths.filter((path) => paths.has(path));
    return kept.length === 0 ? [] : [{ ...request, query: { ...request.query, paths: kept } }];
  });
}

function afterUndo(record: BatchRecord, kept: JournalEntry[]): BatchRecord {
  return kept.length === 0 ? { ...record, state: 'undone' } : { ...record, entries: kept };
}
