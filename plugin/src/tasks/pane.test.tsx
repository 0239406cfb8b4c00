import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TaskRow } from '../engine/types';
import { PAGE, TaskModel } from './model';
import { TaskPane } from './pane';

const HOSTILE = '<img src=x onerror="alert(1)"> %% [[a|<b>]]';

function row(line: number): TaskRow {
  return { path: 'Notes/a.md', line, raw: '', status: 'TODO', description: `${HOSTILE} ${line}`, owners: [], due: '2025-01-01' };
}

async function shown(rows: TaskRow[], me?: string) {
  const complete = vi.fn(() => Promise.resolve({ written: false, announce: () => undefined }));
  const open = vi.fn();
  const model = new TaskModel({ tasks: () => Promise.resolve(rows), complete, reader: () => ({ today: '2025-11-04', me }), failed: vi.fn() });
  render(<TaskPane model={model} open={open} />, document.body);
  await act(() => model.load());
  return { root: document.body, model, complete, open };
}

const focused = () => document.activeElement?.textContent ?? '';
const press = (key: string, repeat = false): Promise<void> => act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true })));

afterEach(() => render(null, document.body));

describe('the task view', () => {
  it('shows note text as text, never as markup', async () => {
    const { root } = await shown([row(1)]);
    expect(root.querySelector('img, b')).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror="alert(1)"> %% <b> 1');
  });

  it('tells whose a task is once: in its words, or else below them', async () => {
    const rob = { written: 'Rob', path: 'People/Rob Benoit.md', p: 1 };
    const { root } = await shown([
      { ...row(1), description: 'Draw the yard [[Rob Benoit]]', owners: [rob] },
      { ...row(2), description: 'Draw the dock [[Rob Benoit|Rob]]', owners: [rob] },
    ]);
    const facts = [...root.querySelectorAll('.namesake-todo-facts')].map(({ textContent }) => textContent);
    expect(facts).toEqual(['Overdue: 2025-01-01 · a', 'Overdue: 2025-01-01 · Rob Benoit · a']);
  });

  it('draws one page of 10,000 tasks, one of them in the tab order, and more on request', async () => {
    const { root } = await shown(Array.from({ length: 10_000 }, (_, line) => row(line)));
    expect(root.querySelectorAll('.namesake-todo')).toHaveLength(PAGE);
    expect(root.querySelectorAll('.namesake-todo-text[tabindex="0"]')).toHaveLength(1);
    expect(root.querySelector('[aria-live]')?.textContent).toBe('10,000 open tasks');
    const more = [...root.querySelectorAll('button')].find((button) => button.textContent === 'Show more (9,900 left)');
    await act(() => more?.click());
    expect(root.querySelectorAll('.namesake-todo')).toHaveLength(2 * PAGE);
  });

  it('is walked by arrows; enter and space mean what they say', async () => {
    const { root, complete, open } = await shown([row(1), row(2)]);
    await act(() => root.querySelector<HTMLElement>('.namesake-todo-text')?.focus());
    await press('ArrowDown');
    expect(focused()).toContain(' 2');
    await act(() => (document.activeElement as HTMLElement).click()); // What enter does on a button.
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ line: 2 }), expect.anything());
    await press('k');
    await press(' ');
    await press('x');
    expect(complete.mock.calls).toEqual([[expect.objectContaining({ line: 1 })], [expect.objectContaining({ line: 1 })]]);
  });

  it.each(['x', ' '])('completes one task while “%s” is held down', async (key) => {
    const { root, complete } = await shown([row(1), row(2)]);
    await act(() => root.querySelector<HTMLElement>('.namesake-todo-text')?.focus());
    await press(key);
    await press(key, true);
    await press(key, true);
    expect(complete).toHaveBeenCalledOnce();
  });

  it('completes one task by a double click, and none that moved up under the mouse', async () => {
    const { root, model, complete } = await shown([row(1), row(2)]);
    const click = (at: number, detail: number): Promise<void> => act(() => void root.querySelectorAll('input[type=checkbox]')[at]?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true })));
    await click(0, 1);
    await vi.waitFor(() => expect(model.state().busy).toBe(false));
    await click(1, 2);
    expect(complete.mock.calls).toEqual([[expect.objectContaining({ line: 1 })]]);
  });

  it('completes no task that another one left its place to, before it was seen', async () => {
    let rows = [1, 2, 3].map((line) => ({ ...row(line), raw: String(line) }));
    const complete = vi.fn(() => Promise.resolve({ written: false, announce: () => undefined }));
    const model = new TaskModel({ tasks: () => Promise.resolve(rows), complete, reader: () => ({ today: '2025-11-04', me: undefined }), failed: vi.fn() });
    render(<TaskPane model={model} open={vi.fn()} />, document.body);
    await act(() => model.load());
    await act(() => document.querySelectorAll<HTMLElement>('.namesake-todo-text')[1]?.focus());
    rows = rows.filter(({ line }) => line !== 2);
    await act(() => model.load());
    expect(focused()).toContain(' 3');
    await press('x');
    expect(complete).not.toHaveBeenCalled();
    await press('x');
    expect(complete).toHaveBeenCalledWith(expect.objectContaining({ line: 3 }));
  });

  it('names every checkbox, which stays empty until the note is written', async () => {
    const { root, complete } = await shown([row(1)]);
    const box = root.querySelector<HTMLInputElement>('input[type=checkbox]');
    expect(box?.getAttribute('aria-label')).toContain('Complete: <img');
    await act(() => box?.click());
    expect(complete).toHaveBeenCalledOnce();
    expect(box?.checked).toBe(false);
  });

  it('says that nothing is there, and how to tell one’s own tasks from those of others', async () => {
    const { root, model } = await shown([]);
    expect(root.textContent).toContain('No task is open.');
    await act(() => model.look('waiting'));
    expect(root.textContent).toContain('Name your own person note in the settings');
  });
});
