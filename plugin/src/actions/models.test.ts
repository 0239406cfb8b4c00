import { expect, it } from 'vitest';
import { locale } from '../locales';
import type { UndoResult } from '../vault/repairs';
import { makeReviewModel } from './models';
import type { Parts } from './parts';

function modelOver(undone: UndoResult) {
  const parts = { undo: { quietly: () => Promise.resolve(undone), changed: () => undefined }, engine: { queue: () => Promise.resolve({ gone: [], count: 0, questions: [], safe: {}, open: {} }) } };
  const model = makeReviewModel(parts as unknown as Parts);
  model.batchWritten('batch', [], 'Repairs');
  return model;
}

it('a batch that the journal holds no more is not said to be taken back', async () => {
  const model = modelOver({ restored: [], refused: [] });
  await model.undo();
  expect(model.steps.all[0]).toMatchObject({ state: 'done', reason: locale.notice.nothingToUndo });
});

it('a batch is taken back when all of its notes are, and not while one of them is refused', async () => {
  const whole = modelOver({ restored: ['a.md'], refused: [], decisions: { made: [], lost: [] } });
  await whole.undo();
  expect(whole.steps.all[0]).toMatchObject({ state: 'undone', restored: 1 });
  const half = modelOver({ restored: ['a.md'], refused: [{ path: 'b.md', reason: 'It changed.' }] });
  await half.undo();
  expect(half.steps.all[0]).toMatchObject({ state: 'done', reason: 'b.md: It changed.' });
});
