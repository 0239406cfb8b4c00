// A queue in a few lines: questions, an engine that finds and writes, a disk. For tests of the model.
import type { About, Choice, DatedDecision, Finding, Question, QuestionPlace, QueueChanges } from '../engine/types';
import { ReviewModel } from '../review/model';
import type { Aside } from '../vault/aside-file';

export function finding(id: string, path: string, subject = id): Finding {
  const fix = { title: 'Fix', edits: [{ path, start: 0, end: 1, text: 'x' }], bases: [] };
  return { id, rule: 'via', tier: 'review', path, start: 0, end: 1, message: id, evidence: [], fixes: [fix], subject };
}

/** A question who “Rob Banga” is; the more people, the more fixes. */
export function name(id: string, path: string, people = ['Rob Benoit.md'], lines = [1]): Finding {
  const fixes = people.map((person, at) => ({ title: person, edits: [], bases: [], candidate: { path: person, p: at === 0 ? 0.9 : 0.2, evidence: [], byContext: true } }));
  const places = lines.map((line) => ({ line, start: line, end: line + 1 }));
  return { ...finding(id, path), fixes, subject: `Rob Banga -> ${people[0] ?? ''}`, mention: { written: 'Rob Banga', places, participants: ['Mara.md', 'Rob Benoit.md'] } };
}

/** The same, with somebody new on offer behind the candidates. */
export function orNew(found: Finding): Finding {
  return { ...found, fixes: [...found.fixes, { title: 'New person “Rob Banga”', edits: [], bases: [], creates: { path: 'Rob Banga.md', text: '' } }] };
}

const place = ({ id, path, message }: Finding): QuestionPlace => ({ finding: id, path, line: 1, message, quote: { before: '', words: 'x', after: '' }, answers: ['Fix'] });

/** As the core groups: names by subject, the rest one by one. */
export function questionsOf(findings: Finding[]): Question[] {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) groups.set(one.mention ? one.subject : one.id, [...(groups.get(one.mention ? one.subject : one.id) ?? []), one]);
  return [...groups].map(([id, all]) => ({
    id, kind: all[0]?.mention ? 'name' : 'one', rule: 'via', topic: all[0]?.mention ? 'names' : 'facts', ask: `${id}?`, evidence: [], answers: ['Fix'],
    places: all.map(place), ...(all[0]?.mention ? { confidence: 'likely' as const } : {}),
  }));
}

/** The queue as the core tells it: what differs from the last time. */
class Told {
  #last = new Map<string, string>();

  changes(all: Question[], whole: boolean): QueueChanges {
    const now = new Map(all.map((question) => [question.id, JSON.stringify(question)]));
    const before = whole ? new Map<string, string>() : this.#last;
    this.#last = now;
    return {
      gone: [...before.keys()].filter((id) => !now.has(id)), count: all.length,
      questions: [...all.entries()].filter(([, { id }]) => before.get(id) !== now.get(id)), safe: {}, open: {},
    };
  }
}

const ABOUT: About = { summary: '', notes: 3, kinds: [], likely: [], answered: [], habits: [], listed: 0, known: 0, logTitle: undefined };

/** An engine and vault in a few lines: accepting removes, rejecting hides, undo brings back. */
export function world(findings: Finding[]) {
  const decided: DatedDecision[] = [];
  const choices: Choice[] = [];
  const undone: string[] = [];
  const batches = new Map<string, Finding[]>();
  const disk: { aside: Aside[]; refuses: string | undefined; locked: string | undefined; unread: string | undefined; today: Date; newest: string | undefined; times: Map<string, number>; automatic: boolean; fetched: Promise<void> } = { fetched: Promise.resolve(), automatic: false, times: new Map(), aside: [], refuses: undefined, locked: undefined, unread: undefined, today: new Date(2025, 10, 24), newest: undefined };
  const gates: (() => void)[] = [];
  const told = new Told();
  let isSlow = false;
  let open = findings;
  const isRejected = (found: Finding): boolean => decided.some(({ subject, verdict }) => verdict === 'rejected' && [found.subject, found.mention?.written].includes(subject));
  const kept = (): Finding[] => open.filter((one) => !isRejected(one));
  const make = (): ReviewModel => new ReviewModel({
    look: (paths) => disk.unread !== undefined ? Promise.reject(new Error(disk.unread)) : Promise.resolve(kept().filter((one) => !paths || paths.includes(one.path))),
    queue: (whole) => Promise.resolve(told.changes(questionsOf(kept()), whole)),
    about: () => Promise.resolve({ ...ABOUT }),
    adopted: () => [],
    recognitionConfirmed: () => true,
    preview: () => Promise.resolve([]),
    accept: async (_title, asked) => {
      if (isSlow) await new Promise<void>((resolve) => gates.push(resolve));
      if (disk.refuses !== undefined) return { batch: undefined, written: [], settled: [], reasons: [disk.refuses] };
      choices.push(...asked);
      const ids = asked.map(({ id }) => id);
      const batch = `batch ${batches.size + 1}`;
      batches.set(batch, open.filter(({ id }) => ids.includes(id)));
      open = open.filter(({ id }) => !ids.includes(id));
      return { batch, written: asked.map(({ path }) => path), settled: ids, reasons: [] };
    },
    decisions: () => decided,
    decide: (made) => {
      if (disk.locked !== undefined) return Promise.reject(new Error(disk.locked));
      decided.push(...made);
      return Promise.resolve();
    },
    forget: (made) => {
      for (const one of made) decided.splice(decided.indexOf(one), 1);
      return Promise.resolve();
    },
    undoBatch: (batch) => {
      undone.push(batch);
      open = [...open, ...(batches.get(batch) ?? [])];
      return Promise.resolve({ whole: true, restored: 1, reasons: [] });
    },
    newestBatch: () => Promise.resolve(disk.newest === undefined ? undefined : { id: disk.newest, title: 'Before', notes: ['a.md'] }),
    loadAside: async () => {
      await disk.fetched;
      return disk.aside;
    },
    saveAside: (_, known) => {
      disk.aside = known;
      return Promise.resolve();
    },
    now: () => disk.today,
    people: () => Promise.resolve(['Rob Benoit.md', 'Mara.md']),
    changed: (path) => disk.times.get(path) ?? disk.today.getTime() - 1,
    automatic: () => disk.automatic,
    automaticByContext: () => false,
    firstBatchReviewed: () => true,
    markFirstBatch: () => Promise.resolve(),
    failed: (thrown) => {
      throw thrown;
    },
  });
  return {
    model: make(), make, choices, decided, undone, disk,
    find: (more: Finding[]) => (open = [...open, ...more]),
    lose: (gone: string) => (open = open.filter(({ id }) => id !== gone)),
    slow: () => (isSlow = true),
    letGo: () => gates.shift()?.(),
  };
}

export async function loaded(findings: Finding[]) {
  const all = world(findings);
  await all.model.load();
  return all;
}

export const asked = (model: ReviewModel): string[] => model.state().rows.flatMap((row) => (row.kind === 'question' ? [row.question.id] : []));
/** Takes the tick off the selected question's place of that number, from 0. */
export const untick = (model: ReviewModel, at: number): void => {
  const place = model.ticks(now(model))[at];
  if (!place) throw new Error(`The question has no place ${at}.`);
  model.marks.leave(now(model).id, place.key, true);
};

export const now = (model: ReviewModel): Question => {
  const { selected } = model.state();
  if (!selected) throw new Error('Nothing is selected.');
  return selected;
};
