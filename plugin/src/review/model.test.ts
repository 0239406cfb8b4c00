import { describe, expect, it, vi } from 'vitest';
import type { About, Alias, Choice, Decision, Finding, Tier } from '../engine/types';
import { PAGE, ReviewModel } from './model';
import type { BatchTitle } from './types';

function finding(id: string, path: string, tier: Tier = 'review', start = 0): Finding {
  const fix = { title: 'Fix', edits: [{ path, start, end: start + 1, text: 'x' }], bases: [] };
  return { id, rule: 'via', tier, path, start, end: start + 1, message: id, evidence: [], fixes: [fix], subject: id };
}

/** A question who “Rob Banga” is, of whom only the meeting speaks for Rob Benoit; the more people, the more fixes. */
function name(id: string, path: string, people = ['Rob Benoit.md'], lines = [1]): Finding {
  const fixes = people.map((person, at) => ({ title: person, edits: [], bases: [], candidate: { path: person, p: at === 0 ? 0.9 : 0.2, evidence: [], byContext: true } }));
  const places = lines.map((line) => ({ line, start: line, end: line + 1 }));
  return { ...finding(id, path), fixes, subject: `Rob Banga -> ${people[0] ?? ''}`, mention: { written: 'Rob Banga', places, participants: ['Mara.md', 'Rob Benoit.md'] } };
}

/** The same, with somebody new on offer behind the candidates. */
function orNew(found: Finding): Finding {
  return { ...found, fixes: [...found.fixes, { title: 'New person “Rob Banga”', edits: [], bases: [], creates: { path: 'Rob Banga.md', text: '' } }] };
}

const ABOUT: About = { summary: '2 people, 1 meeting, no companies and no projects recognised.', notes: 3, kinds: [], likely: [], answered: [], habits: [], listed: 0, known: 0, logTitle: undefined };

/** An engine and vault in a few lines: accepting removes, rejecting hides, undo brings back. */
function world(findings: Finding[], options: { confirmed?: boolean; automatic?: boolean; byContext?: boolean; reviewed?: boolean; decided?: Decision[] } = {}) {
  const decided = [...(options.decided ?? [])];
  const titles: BatchTitle[] = [];
  const aliases: (Alias | undefined)[] = [];
  const isRejected = (found: Finding): boolean => decided.some(({ subject, verdict }) => verdict === 'rejected' && [found.subject, found.mention?.written].includes(subject));
  const batches = new Map<string, Finding[]>();
  const withBatch = new Map<string, Decision[]>();
  const choices: Choice[] = [];
  const failed: string[] = [];
  const undone: string[] = [];
  const log = vi.fn<() => void>();
  const forget = (decisions: Decision[]): Promise<void> => {
    for (const decision of decisions) decided.splice(decided.indexOf(decision), 1);
    return Promise.resolve();
  };
  let open = findings;
  let reviewed = options.reviewed ?? false;
  const model = new ReviewModel({
    findings: (paths) => Promise.resolve(open.filter((f) => !isRejected(f) && (!paths || paths.includes(f.path)))),
    about: () => Promise.resolve({ ...ABOUT }),
    adopted: () => [],
    recognitionConfirmed: () => options.confirmed ?? true,
    preview: () => Promise.resolve([]),
    accept: (title, asked, alias) => {
      titles.push(title);
      aliases.push(alias);
      choices.push(...asked);
      const ids = asked.map(({ id }) => id);
      const batch = `batch ${batches.size + 1}`;
      batches.set(batch, open.filter((f) => ids.includes(f.id)));
      open = open.filter((f) => !ids.includes(f.id));
      return Promise.resolve({ batch, settled: ids, announce: log });
    },
    decisions: () => decided,
    decide: async (decisions: Decision[], batch) => {
      await new Promise((resolve) => window.setTimeout(resolve)); // The disk is slow.
      decided.push(...decisions);
      if (batch !== undefined) withBatch.set(batch, decisions);
    },
    forget,
    undoBatch: async (batch) => {
      undone.push(batch);
      open = [...open, ...(batches.get(batch) ?? [])];
      await forget(withBatch.get(batch) ?? []);
      return { whole: true, announce: log };
    },
    automatic: () => options.automatic ?? false,
    automaticByContext: () => options.byContext ?? false,
    firstBatchReviewed: () => reviewed,
    markFirstBatch: () => {
      reviewed = true;
      return Promise.resolve();
    },
    isHeld: () => false,
    failed: (thrown) => failed.push(String(thrown)),
  });
  return { model, choices, titles, aliases, decided, failed, undone, log, find: (more: Finding[]) => (open = [...open, ...more]) };
}

const shown = (model: ReviewModel): string[] => model.state().groups.flatMap((group) => group.cards.map(({ id }) => id));

describe('the queue', () => {
  it('is grouped by note, in the order of the text', async () => {
    const { model } = world([finding('2', 'b.md', 'review', 9), finding('1', 'b.md', 'review', 3), finding('3', 'a.md')]);
    await model.load();
    expect(model.state().groups.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    expect(shown(model)).toEqual(['3', '1', '2']);
    expect(model.count).toBe(3);
  });

  it('looks again at a note that changed while all notes were being looked at', async () => {
    const { model, find } = world([]);
    const loading = model.load();
    const changed = model.refresh(['a.md']);
    await Promise.resolve(); // The engine has answered for all notes by now.
    find([finding('new', 'a.md')]);
    await Promise.all([loading, changed]);
    expect(model.findingsIn('a.md').map(({ id }) => id)).toEqual(['new']);
  });

  it('takes in what a changed note brings, and nothing else', async () => {
    const { model, find } = world([finding('1', 'a.md')]);
    await model.load();
    find([finding('2', 'a.md', 'review', 5), finding('3', 'b.md')]);
    await model.refresh(['a.md']);
    expect(shown(model)).toEqual(['1', '2']);
  });

  it('shows certain findings while automatic repairs are off, and hides them while they are on', async () => {
    const findings = [finding('1', 'a.md', 'auto'), finding('2', 'a.md', 'review', 5)];
    const off = world(findings);
    const on = world(findings, { automatic: true });
    await off.model.load();
    await on.model.load();
    expect(shown(off.model)).toEqual(['1', '2']);
    expect(shown(on.model)).toEqual(['2']);
  });

  it('shows one page of a long queue, and the selection turns it', async () => {
    const { model } = world(Array.from({ length: 5000 }, (_, n) => finding(`f${n}`, 'a.md', 'review', n)));
    await model.load();
    expect(shown(model)).toHaveLength(PAGE);
    expect(model.count).toBe(5000);
    for (let n = 0; n < PAGE; n += 1) model.move(1);
    expect(model.state()).toMatchObject({ selected: `f${PAGE}`, page: { from: PAGE, to: 2 * PAGE } });
    model.turn(-1);
    expect(model.state().page.from).toBe(0);
  });
});

describe('deciding', () => {
  it('moves the selection to what comes next', async () => {
    const { model } = world([finding('1', 'a.md'), finding('2', 'b.md'), finding('3', 'c.md')]);
    await model.load();
    model.select('2');
    await model.reject('2');
    expect(model.state().selected).toBe('3');
    await model.accept('3');
    expect(model.state().selected).toBe('1');
  });

  it('rejects for good', async () => {
    const { model } = world([finding('1', 'a.md')]);
    await model.load();
    await model.reject('1');
    await model.refresh(['a.md']);
    await model.load();
    expect(model.count).toBe(0);
  });

  it('accepts the chosen fix, or the user’s own wording', async () => {
    const two = finding('1', 'a.md');
    two.fixes.push({ title: 'Other', edits: [], bases: [] });
    const { model, choices } = world([two, finding('2', 'b.md')]);
    await model.load();
    model.choose('1', 1);
    await model.accept('1');
    await model.accept('2', 'my words');
    expect(choices).toEqual([
      { id: '1', path: 'a.md', fix: 1 },
      { id: '2', path: 'b.md', fix: 0, text: 'my words' },
    ]);
  });

  it('accepts all of a note and leaves other notes alone', async () => {
    const { model } = world([finding('1', 'a.md'), finding('2', 'a.md', 'review', 5), finding('3', 'b.md')]);
    await model.load();
    await model.acceptGroup('a.md');
    expect(shown(model)).toEqual(['3']);
  });

  it('ignores a fix that is not there', async () => {
    const { model } = world([finding('1', 'a.md')]);
    await model.load();
    model.choose('1', 2);
    expect(model.state().fixes.get('1')).toBeUndefined();
  });

  it('does nothing for a finding without a fix but lets it be rejected', async () => {
    const { model, choices } = world([{ ...finding('1', 'a.md'), fixes: [] }]);
    await model.load();
    await model.accept('1');
    expect(choices).toEqual([]);
    await model.reject('1');
    expect(model.count).toBe(0);
  });
});

describe('a name', () => {
  const three = (): Finding[] => [name('1', 'a.md', ['Rob Benoit.md', 'Rob Bannerman.md'], [3, 7]), finding('2', 'a.md', 'review', 9), name('3', 'b.md')];

  it('is one card, and what is chosen is written in all its notes at once, with the alias', async () => {
    const { model, choices, titles, aliases, decided } = world(three());
    await model.load();
    expect(shown(model)).toEqual(['1', '2']);
    expect(model.count).toBe(2);
    await model.accept('1');
    expect(choices).toEqual([{ id: '1', path: 'a.md', fix: 0 }, { id: '3', path: 'b.md', fix: 0 }]);
    const alias = { person: 'Rob Benoit.md', written: 'Rob Banga' };
    expect(titles).toEqual([{ path: 'a.md', count: 2, name: alias }]);
    expect(aliases).toEqual([alias]);
    expect(decided.filter(({ rule }) => rule === 'same-as-by-context')).toEqual([{ path: 'Rob Benoit.md', rule: 'same-as-by-context', subject: 'Rob Banga', verdict: 'accepted' }]);
    expect(shown(model)).toEqual(['2']);
  });

  it('is taken for another one where that one is on offer', async () => {
    const { model, choices } = world(three());
    await model.load();
    model.choose('1', 1);
    await model.accept('1');
    expect(choices).toEqual([{ id: '1', path: 'a.md', fix: 1 }]);
  });

  it('stays as it is on the lines that are left out', async () => {
    const { model, choices } = world(three());
    await model.load();
    model.names.skip('1', '1 7', true);
    model.names.skip('1', '3 1', true);
    await model.accept('1');
    expect(choices).toEqual([{ id: '1', path: 'a.md', fix: 0, without: [1] }]);
  });

  it('means somebody new in all notes but on the lines that are left out, and that is remembered of nobody', async () => {
    const { model, choices, decided } = world([orNew(name('1', 'a.md')), orNew(name('2', 'a.md')), orNew(name('3', 'b.md'))]);
    await model.load();
    model.choose('1', 1);
    model.names.skip('1', '2 1', true);
    await model.reject('1');
    await model.accept('1');
    expect(choices).toEqual([{ id: '1', path: 'a.md', fix: 1 }, { id: '3', path: 'b.md', fix: 1 }]);
    expect(decided).toEqual([]);
  });

  it('is remembered as the user wants, and not at all where a whole note is accepted', async () => {
    const { model, aliases, decided } = world([name('1', 'a.md'), finding('2', 'a.md', 'review', 9)]);
    await model.load();
    model.nextRemember('1');
    await model.accept('1');
    expect(aliases).toEqual([undefined]);
    expect(decided.at(-1)?.with).toEqual(['Mara.md', 'Rob Benoit.md']);
    await model.undo();
    expect(decided).toEqual([]);
    await model.acceptGroup('a.md');
    expect(aliases).toEqual([undefined, undefined]);
    expect(decided.filter((decision) => decision.with !== undefined)).toEqual([]);
  });

  it.each([
    ['a rejected person', (model: ReviewModel) => model.reject('1'), [{ path: 'Rob Benoit.md', rule: 'same-as-by-context' }]],
    ['not a person', (model: ReviewModel) => model.notAPerson('1'), [{ path: '', rule: 'somebody' }]],
    ['never here', (model: ReviewModel) => model.neverHere('1'), [{ path: 'a.md', rule: 'somebody' }, { path: 'b.md', rule: 'somebody' }]],
  ])('%s is decided for good, and undone', async (_, decide, expected) => {
    const { model, decided } = world(three());
    await model.load();
    await decide(model);
    expect(decided).toEqual(expected.map((decision) => ({ ...decision, subject: 'Rob Banga', verdict: 'rejected' })));
    expect(shown(model)).toEqual(['2']);
    await model.undo();
    expect(decided).toEqual([]);
    expect(shown(model)).toEqual(['1', '2']);
    expect(model.state().selected).toBe('1');
  });

  it('is never asked about again only in the notes whose lines are not left out', async () => {
    const { model, decided } = world(three());
    await model.load();
    model.names.skip('1', '3 1', true);
    await model.neverHere('1');
    expect(decided.map(({ path }) => path)).toEqual(['a.md']);
  });
});

describe('names that only the meeting speaks for', () => {
  const right = (n: number): Decision[] =>
    Array.from({ length: n }, (_, at) => ({ path: 'Rob.md', rule: 'same-as-by-context', subject: `Rob ${at}`, verdict: 'accepted' }));
  const offer = async (n: number, options: { automatic?: boolean; byContext?: boolean } = { automatic: true }) => {
    const { model } = world([], { reviewed: true, ...options, decided: right(n) });
    await model.load();
    return model;
  };

  it('are offered to go by themselves once the record is good enough, with its numbers', async () => {
    expect((await offer(24)).state().offer).toEqual({ kind: 'none' });
    expect((await offer(25)).state().offer).toEqual({ kind: 'names', accepted: 25, decided: 25 });
  });

  it('are not offered where nothing goes by itself, nor where they do already', async () => {
    expect((await offer(25, { automatic: false })).state().offer).toEqual({ kind: 'none' });
    expect((await offer(25, { automatic: true, byContext: true })).state().offer).toEqual({ kind: 'none' });
  });

  it('are not offered again once the offer was declined', async () => {
    const model = await offer(25);
    model.declineOffer();
    expect(model.state().offer).toEqual({ kind: 'none' });
  });
});

describe('undo', () => {
  it('takes back in its turn what was written from the pane by other means, and selects what it was about', async () => {
    const { model, undone } = world([finding('1', 'a.md'), finding('2', 'b.md'), finding('3', 'c.md')]);
    await model.load();
    await model.accept('1');
    model.batchWritten('merge', [finding('3', 'c.md')]);
    expect(model.state().canUndo).toBe(true);
    expect(model.state().selected).toBe('2');
    await model.undo();
    expect(undone).toEqual(['merge']);
    expect(model.state().selected).toBe('3');
    await model.undo();
    expect(undone).toEqual(['merge', 'batch 1']);
    expect(shown(model)).toEqual(['1', '2', '3']);
  });

  it('takes back the last decisions, newest first', async () => {
    const { model } = world([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.load();
    await model.reject('1');
    await model.accept('2');
    await model.undo();
    expect(shown(model)).toEqual(['2']);
    await model.undo();
    expect(shown(model)).toEqual(['1', '2']);
    expect(model.state()).toMatchObject({ selected: '1', canUndo: false });
  });
});

describe('what was accepted', () => {
  it('is told of once it can be taken back, and that it was once the next can', async () => {
    const { model, log, undone, decided } = world([finding('1', 'a.md'), finding('2', 'a.md', 'review', 5)]);
    await model.load();
    await model.accept('1');
    expect(log).toHaveBeenCalledTimes(1);
    const presses = [() => model.undo(), () => model.undo()];
    log.mockImplementation(() => void window.setTimeout(() => void presses.shift()?.()));
    await model.accept('2');
    await vi.waitFor(() => expect(undone).toEqual(['batch 2', 'batch 1']));
    await vi.waitFor(() => expect(shown(model)).toEqual(['1', '2']));
    expect(decided).toEqual([]);
  });
});

describe('a batch that is taken back elsewhere', () => {
  it('shows again what it settled, and is not taken back once more', async () => {
    const { model, find } = world([name('1', 'a.md')]);
    await model.load();
    await model.accept('1');
    expect(shown(model)).toEqual([]);
    find([name('1', 'a.md')]);
    await model.batchUndone('batch 1');
    expect(shown(model)).toEqual(['1']);
    expect(model.state().canUndo).toBe(false);
  });
});

describe('the first batch', () => {
  it('is offered while certain repairs wait, and automatic repairs only after it', async () => {
    const { model } = world([finding('1', 'a.md', 'auto'), finding('2', 'b.md')]);
    await model.load();
    expect(model.state().offer).toEqual({ kind: 'found', count: 1 });
    await model.firstBatchDone();
    expect(model.state().offer).toEqual({ kind: 'automatic' });
    model.declineOffer();
    expect(model.state().offer).toEqual({ kind: 'none' });
  });

  it('is gone through by accepting every certain repair by hand, too', async () => {
    const { model } = world([finding('1', 'a.md', 'auto'), finding('2', 'b.md')]);
    await model.load();
    await model.accept('1');
    expect(model.state().offer).toEqual({ kind: 'automatic' });
  });
});

describe('what is recognised', () => {
  it('is shown before the first finding until the user has looked through it', async () => {
    const { model } = world([finding('a', 'A.md')], { confirmed: false });
    await model.load();
    expect(model.state().recognition?.about.summary).toBe(ABOUT.summary);
  });

  it('makes way for the queue, and for an example that can be declined', async () => {
    const { model } = world([finding('a', 'A.md')]);
    await model.load();
    await model.showRecognition();
    expect(model.state().recognition).toBeDefined();
    model.showExample('Meetings/Weekly.md');
    expect(model.state()).toMatchObject({ recognition: undefined, offer: { kind: 'example', path: 'Meetings/Weekly.md' } });
    model.declineOffer();
    expect(model.state().offer.kind).not.toBe('example');
  });
});
