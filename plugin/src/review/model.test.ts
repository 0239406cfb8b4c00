import { describe, expect, it } from 'vitest';
import type { Choice, Decision, Finding, Tier } from '../engine/types';
import { PAGE, ReviewModel } from './model';

function finding(id: string, path: string, tier: Tier = 'review', start = 0): Finding {
  const fix = { title: 'Fix', edits: [{ path, start, end: start + 1, text: 'x' }], bases: [] };
  return { id, rule: 'via', tier, path, start, end: start + 1, message: id, evidence: [], fixes: [fix], subject: id };
}

/** An engine and vault in a few lines: accepting removes, rejecting hides, undo brings back. */
function world(findings: Finding[], options: { automatic?: boolean; reviewed?: boolean } = {}) {
  const rejected = new Set<string>();
  const batches = new Map<string, Finding[]>();
  const choices: Choice[] = [];
  const failed: string[] = [];
  const undone: string[] = [];
  let open = findings;
  let reviewed = options.reviewed ?? false;
  const model = new ReviewModel({
    findings: (paths) => Promise.resolve(open.filter((f) => !rejected.has(f.subject) && (!paths || paths.includes(f.path)))),
    preview: () => Promise.resolve([]),
    accept: (_title, asked) => {
      choices.push(...asked);
      const ids = asked.map(({ id }) => id);
      const batch = `batch ${batches.size + 1}`;
      batches.set(batch, open.filter((f) => ids.includes(f.id)));
      open = open.filter((f) => !ids.includes(f.id));
      return Promise.resolve({ batch, settled: ids, written: [], refused: [] });
    },
    decide: (decisions: Decision[]) => {
      for (const { subject, verdict } of decisions) if (verdict === 'rejected') rejected.add(subject);
      return Promise.resolve();
    },
    forget: (decisions) => {
      for (const { subject } of decisions) rejected.delete(subject);
      return Promise.resolve();
    },
    undoBatch: (batch) => {
      undone.push(batch);
      open = [...open, ...(batches.get(batch) ?? [])];
      return Promise.resolve(true);
    },
    automatic: () => options.automatic ?? false,
    firstBatchReviewed: () => reviewed,
    markFirstBatch: () => {
      reviewed = true;
      return Promise.resolve();
    },
    held: () => false,
    failed: (thrown) => failed.push(String(thrown)),
  });
  return { model, choices, failed, undone, find: (more: Finding[]) => (open = [...open, ...more]) };
}

const shown = (model: ReviewModel): string[] => model.state().groups.flatMap((group) => group.findings.map(({ id }) => id));

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
    expect(model.of('a.md').map(({ id }) => id)).toEqual(['new']);
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

describe('undo', () => {
  it('takes back in its turn what was written from the pane by other means', async () => {
    const { model, undone } = world([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.load();
    await model.accept('1');
    model.written('merge');
    expect(model.state().canUndo).toBe(true);
    await model.undo();
    expect(undone).toEqual(['merge']);
    await model.undo();
    expect(undone).toEqual(['merge', 'batch 1']);
    expect(shown(model)).toEqual(['1', '2']);
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

describe('the first batch', () => {
  it('is offered while certain repairs wait, and automatic repairs only after it', async () => {
    const { model } = world([finding('1', 'a.md', 'auto'), finding('2', 'b.md')]);
    await model.load();
    expect(model.state().first).toEqual({ kind: 'found', count: 1 });
    await model.firstBatchDone();
    expect(model.state().first).toEqual({ kind: 'offer' });
    model.declineOffer();
    expect(model.state().first).toEqual({ kind: 'none' });
  });

  it('is gone through by accepting every certain repair by hand, too', async () => {
    const { model } = world([finding('1', 'a.md', 'auto'), finding('2', 'b.md')]);
    await model.load();
    await model.accept('1');
    expect(model.state().first).toEqual({ kind: 'offer' });
  });
});
