import 'obsidian-test-mocks/vitest-setup';
import type { WorkspaceLeaf } from 'obsidian';
import { expect, it, vi } from 'vitest';
import { finding, loaded } from '../testing/review-world';
import { ReviewView, type ReviewActions } from './view';

it('looks at the certain repairs once when it is asked to twice in a row', async () => {
  const { model } = await loaded([finding('1', 'a.md')]);
  model.questions.take({ gone: [], count: 1, questions: [], safe: { via: 1 }, open: {} }, false);
  let done = (): void => undefined;
  const scan = vi.fn(() => new Promise<void>((resolve) => {
    done = resolve;
  }));
  const app = { scope: {}, workspace: { on: () => ({}), getActiveFile: () => null } };
  const view = new ReviewView({ app__: app } as unknown as WorkspaceLeaf, model, { scan } as unknown as ReviewActions);
  await view.onOpen();
  const button = view.contentEl.querySelector<HTMLElement>('.namesake-safe button');
  button?.click();
  button?.click();
  expect(scan).toHaveBeenCalledTimes(1);
  done();
  await vi.waitFor(() => {
    button?.click();
    expect(scan).toHaveBeenCalledTimes(2);
  });
});
