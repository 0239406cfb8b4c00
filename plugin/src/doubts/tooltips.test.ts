import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../engine/types';
import type { ReviewModel } from '../review/model';
import { held } from '../testing/dialog';
import type { DoubtActions } from './card';
import type { Doubt } from './places';
import { DoubtTooltips } from './tooltips';

const ALONE = { id: 'q', ask: 'Is “Rob” Rob Benoit?', evidence: [], answers: [], places: [], confidence: 'either', dialog: 'merge' } as unknown as Question;
const DOUBT = { question: ALONE, finding: { fixes: [], evidence: [] }, from: 4, to: 7 } as unknown as Doubt;

/** An editor in which the card of “Rob” was asked for, and the engine's answer is on its way. */
function asked() {
  const { promise, answer } = held<Question | undefined>();
  const tooltips = new DoubtTooltips({} as ReviewModel, { ask: () => promise } as unknown as DoubtActions);
  const view = new EditorView({ state: EditorState.create({ doc: 'Met Rob.', extensions: tooltips.extension }), parent: document.body });
  view.focus();
  const opening = tooltips.open(view, DOUBT);
  const answered = async (): Promise<Element | null> => {
    answer(ALONE);
    await opening;
    return document.querySelector('.namesake-doubt-card');
  };
  return { view, answered };
}

beforeEach(() => document.body.replaceChildren());
afterEach(() => document.body.replaceChildren());

describe('a card that was asked for by key', () => {
  it('opens and takes the focus', async () => {
    expect(await asked().answered()).not.toBeNull();
    expect(document.activeElement?.textContent).toBe('Merge…');
  });

  it('does not open under the hands of somebody who types on', async () => {
    const { view, answered } = asked();
    view.dispatch({ changes: { from: 8, insert: ' Then' } });
    expect(await answered()).toBeNull();
  });

  it('does not open where the cursor has gone on', async () => {
    const { view, answered } = asked();
    view.contentDOM.blur(); // A focused editor cannot move its cursor in this document, which tells of it too early.
    view.dispatch({ selection: { anchor: 8 } });
    expect(await answered()).toBeNull();
  });

  it('does not take the focus from where the user went meanwhile', async () => {
    const { answered } = asked();
    const field = document.body.appendChild(createEl('input'));
    field.focus();
    expect(await answered()).toBeNull();
    expect(document.activeElement).toBe(field);
  });
});
