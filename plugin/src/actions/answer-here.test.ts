import 'obsidian-test-mocks/vitest-setup';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { locale } from '../locales';
import { say, sayWithUndo } from '../screen/notices';
import { finding, loaded, now } from '../testing/review-world';
import { answersHere } from './answer-here';
import type { Parts } from './parts';

vi.mock('../screen/notices', () => ({ say: vi.fn(), sayFailure: vi.fn(), sayWithUndo: vi.fn() }));

async function noteWithTwo() {
  const all = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
  const jobs: Promise<void>[] = [];
  const parts = {
    review: all.model, engine: {},
    index: { whenReady: (job: () => Promise<void>) => jobs.push(job()) },
    app: { workspace: { getLeavesOfType: () => [] } },
  } as unknown as Parts;
  return { ...all, actions: answersHere(parts), done: () => Promise.all(jobs) };
}

beforeEach(() => vi.clearAllMocks());

describe('an answer in the text', () => {
  it('is named by a notice with its own undo', async () => {
    const { model, actions, done } = await noteWithTwo();
    actions.accept({ question: now(model), finding: finding('1', 'a.md') }, 0);
    await done();
    expect(sayWithUndo).toHaveBeenCalledWith(locale.steps.accepted('1?'), expect.any(Function));
  });

  it('to what was decided meanwhile says that nothing was written, and offers no undo of another one', async () => {
    const { model, actions, done } = await noteWithTwo();
    const question = now(model);
    await model.accept(question);
    actions.accept({ question, finding: finding('1', 'a.md') }, 0);
    await done();
    expect(say).toHaveBeenCalledWith(locale.steps.nothingWritten);
    expect(sayWithUndo).not.toHaveBeenCalled();
  });
});
