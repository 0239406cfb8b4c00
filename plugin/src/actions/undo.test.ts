import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sayChanged, sayFailure } from '../screen/notices';
import { finding, loaded } from '../testing/review-world';
import type { BatchResult } from '../vault/repairs';
import { Undo, type UndoDeps } from './undo';

vi.mock('../screen/notices', () => ({ say: vi.fn(), sayFailure: vi.fn(), sayChanged: vi.fn(), sayUndone: vi.fn(), sayWithUndo: vi.fn() }));

const SCAN: BatchResult = { title: 'Repairs', batch: 'scan', written: ['c.md'], refused: [], left: [], settled: [] };

async function history(undo: () => Promise<never> = vi.fn()) {
  const all = await loaded([finding('1', 'a.md')]);
  const deps = { repairs: { undo }, decisions: {}, review: all.model, redraw: () => undefined } as unknown as UndoDeps;
  return { ...all, undo: new Undo(deps) };
}

beforeEach(() => vi.clearAllMocks());

describe('a batch that was written beside the pane', () => {
  it('is what the pane takes back next, and not what was done before it', async () => {
    const { model, undo, undone } = await history();
    await model.accept(model.questions.all[0] ?? expect.unreachable());
    undo.offer(SCAN);
    await vi.waitFor(() => expect(model.state().steps[0]).toMatchObject({ title: 'Repairs', batch: 'scan', notes: ['c.md'] }));
    await model.undo();
    expect(undone).toEqual(['scan']);
  });

  it('stands in the pane’s history once', async () => {
    const { model, undo } = await history();
    model.batchWritten('scan', [finding('1', 'a.md')], 'Merged');
    undo.offer(SCAN);
    await new Promise((resolve) => window.setTimeout(resolve));
    expect(model.state().steps.map(({ title }) => title)).toEqual(['Merged']);
  });

  it('is not said to be taken back where that fails', async () => {
    const failure = new Error('The disk is full.');
    const { undo } = await history(() => Promise.reject(failure));
    undo.offer(SCAN);
    vi.mocked(sayChanged).mock.calls[0]?.[1]('scan');
    await vi.waitFor(() => expect(sayFailure).toHaveBeenCalledWith(failure));
  });
});
