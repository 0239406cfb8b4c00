import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../engine/types';
import { PAGE, ReviewModel } from './model';
import { Pane } from './pane';
import type { ReviewDeps } from './types';

const HOSTILE = '<img src=x onerror="alert(1)"> <% code %>';

function finding(n: number): Finding {
  const fix = { title: HOSTILE, edits: [{ path: 'a.md', start: n, end: n, text: HOSTILE }], bases: [] };
  return { id: `f${n}`, rule: 'via', tier: 'review', path: 'a.md', start: n, end: n, message: HOSTILE, evidence: [HOSTILE], fixes: [fix, fix], subject: String(n) };
}

async function shown(findings: Finding[]): Promise<HTMLElement> {
  const deps = {
    findings: () => Promise.resolve(findings),
    about: () => Promise.resolve({ summary: '2 people recognised.', kinds: [], likely: [], answered: [], habits: [] }),
    adopted: () => [],
    recognitionConfirmed: () => true,
    preview: () => Promise.resolve([{ path: 'a.md', lines: [{ line: 1, parts: [{ kind: 'delete', text: 'old' }, { kind: 'insert', text: HOSTILE }] }] }]),
    automatic: () => false,
    decisions: () => [],
    automaticByContext: () => false,
    firstBatchReviewed: () => true,
    isHeld: () => false,
  } as unknown as ReviewDeps;
  const model = new ReviewModel(deps);
  const root = document.body;
  const act = vi.fn();
  render(<Pane model={model} actions={{ open: act, merge: act, split: act, scan: act, rebuild: act, switchOn: act, example: act, recognition: { open: act, chooseFolder: act, confirm: act } }} />, root);
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

  it('draws one page of cards however long the queue is, one of them in the tab order', async () => {
    const root = await shown(Array.from({ length: 5000 }, (_, n) => finding(n)));
    expect(root.querySelectorAll('[role=option]')).toHaveLength(PAGE);
    expect(root.querySelectorAll('[role=option][tabindex="0"]')).toHaveLength(1);
    expect(root.querySelector('[aria-live]')?.textContent).toBe('5,000 to review');
  });

  it('says what to do when nothing waits', async () => {
    const root = await shown([]);
    expect(root.textContent).toContain('scan the vault');
  });
});
