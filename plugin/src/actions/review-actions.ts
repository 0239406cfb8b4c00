// What the buttons and keys of the review pane set going beside the model's own decisions.
import type { ReviewActions } from '../review/view';
import { filterMenu } from './filter-menu';
import { mergeFinding } from './merge';
import type { Parts } from './parts';
import { recognitionActions, showExample } from './recognition';
import { scan } from './scan';
import { someone } from './someone';
import { splitFinding } from './split';

export function reviewActions(parts: Parts): ReviewActions {
  const { app, index, review, store, engine, refresh } = parts;
  return {
    merge: (finding) => index.whenReady(() => mergeFinding(parts, finding)),
    split: (finding) => index.whenReady(() => splitFinding(parts, finding)),
    someone: (question) => index.whenReady(() => someone(parts, question)),
    filters: (done) => filterMenu(app, review, done),
    scan: () => index.whenReady(() => scan(parts)),
    rebuild: () => index.rebuild(),
    example: (path) => index.whenReady(() => showExample(parts, path)),
    recognition: recognitionActions(parts),
    switchOn: (setting) => index.whenReady(async () => {
      await store.change(engine, () => ({ [setting]: true }));
      await refresh.panes();
    }),
  };
}
