import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding, Question } from '../engine/types';
import { ReviewModel } from './model';
import { Pane } from './pane';
import type { ReviewDeps } from './types';

const HOSTILE = '<img src=x onerror="alert(1)"> <% code %>';

function finding(n: number): Finding {
  const fix = { title: HOSTILE, edits: [{ path: 'a.md', start: n, end: n, text: HOSTILE }], bases: [] };
  return { id: `f${n}`, rule: 'via', tier: 'review', path: 'a.md', start: n, end: n, message: HOSTILE, evidence: [HOSTILE], fixes: [fix, fix], subject: String(n) };
}

const question = ({ id, path }: Finding): Question => ({
  id, kind: 'one', rule: 'via', topic: 'facts', ask: HOSTILE, evidence: [HOSTILE], answers: [HOSTILE],
  places: [{ finding: id, path, line: 1, message: HOSTILE, quote: { before: HOSTILE, words: HOSTILE, after: '' }, answers: [HOSTILE] }],
});

async function shown(findings: Finding[], isPhone = false): Promise<HTMLElement> {
  const questions = findings.map(question);
  const deps = {
    look: () => Promise.resolve(findings),
    queue: () => Promise.resolve({ gone: [], count: questions.length, questions: [...questions.entries()], safe: {}, open: {} }),
    about: () => Promise.resolve({ summary: '2 people recognised.', kinds: [], likely: [], answered: [], habits: [] }),
    adopted: () => [],
    recognitionConfirmed: () => true,
    preview: () => Promise.resolve([{ path: 'a.md', lines: [{ line: 1, parts: [{ kind: 'delete', text: 'old' }, { kind: 'insert', text: HOSTILE }] }] }]),
    automatic: () => false,
    decisions: () => [],
    automaticByContext: () => false,
    firstBatchReviewed: () => true,
    newestBatch: () => Promise.resolve(undefined),
    loadAside: () => Promise.resolve([]),
    now: () => new Date(0),
    changed: () => 0,
  } as unknown as ReviewDeps;
  const model = new ReviewModel(deps);
  const root = document.body;
  const act = vi.fn();
  render(
    <Pane model={model} switches={{ keys: false, compared: true }} device={{ isPhone, isMobile: isPhone }}
      actions={{ open: act, peek: act, merge: act, split: act, someone: act, more: act, snooze: act, filter: act, scan: act, rebuild: act, switchOn: act, example: act, recognition: { open: act, chooseFolder: act, confirm: act } }} />,
    root,
  );
  await model.load();
  await vi.waitFor(() => expect(root.textContent).not.toContain('Reading notes'));
  return root;
}

afterEach(() => render(null, document.body));

describe('the pane', () => {
  it('shows note text as text, never as markup', async () => {
    const root = await shown([finding(0)]);
    await vi.waitFor(() => expect(root.querySelector('ins')?.textContent).toContain(HOSTILE));
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain(HOSTILE);
  });

  it('marks additions and removals by sign and word, not by colour alone', async () => {
    const root = await shown([finding(0)]);
    await vi.waitFor(() => expect(root.querySelector('del')).not.toBeNull());
    expect(root.querySelector('del')?.textContent).toBe('Removed:−old');
    expect(root.querySelector('ins')?.textContent).toContain('Added:+');
  });

  it('draws few lines however long the queue is, one of them open and in the tab order', async () => {
    const root = await shown(Array.from({ length: 5000 }, (_, n) => finding(n)));
    expect(root.querySelectorAll('.namesake-line').length).toBeLessThan(60);
    expect(root.querySelectorAll('.namesake-line[tabindex="0"]')).toHaveLength(1);
    expect(root.querySelectorAll('[aria-expanded="true"]')).toHaveLength(1);
    expect(root.querySelector('[aria-live]')?.textContent).toContain('0 of 5,000 questions');
  });

  it('shows one question at a time on a phone', async () => {
    const root = await shown([finding(0), finding(1)], true);
    expect(root.querySelectorAll('.namesake-line')).toHaveLength(1);
    expect(root.textContent).toContain('1 of 2');
  });

  it('says what to do when nothing waits', async () => {
    const root = await shown([]);
    expect(root.textContent).toContain('scan the vault');
  });
});
