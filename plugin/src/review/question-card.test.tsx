import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked, finding, loaded, name, questionsOf } from '../testing/review-world';
import { Pane } from './pane';
import { QuestionLine } from './question-card';
import type { PaneActions } from './types';

afterEach(() => render(null, document.body));

const QUESTION = '.is-selected [data-question]';

/** `detail`: the how many-th press in a row at this place. */
function press(detail: number): void {
  document.querySelector('.is-selected [data-answer="1"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
}

describe('the line of a question', () => {
  it('names the note where a name that fits two people is asked about, for another note may ask in the same words', async () => {
    const { model } = await loaded([]);
    const questions = questionsOf([name('1', 'Meetings/Yard.md'), name('2', 'Meetings/Quay.md', ['Rob Bannerman.md'])]);
    const lines = (confidence: 'either' | 'likely', isOpen: boolean): (string | undefined)[] => questions.map((question) => {
      render(<QuestionLine question={{ ...question, confidence }} model={model} isOpen={isOpen} select={vi.fn()} />, document.body);
      return document.querySelector('.namesake-of-note')?.textContent;
    });
    expect(lines('either', false)).toEqual(['in Yard', 'in Quay']);
    expect(lines('either', true), 'an open card names its places').toEqual([undefined, undefined]);
    expect(lines('likely', false)).toEqual([undefined, undefined]);
  });
});

describe('the buttons of a question', () => {
  const shown = async () => {
    const all = await loaded(['1', '2', '3'].map((id) => finding(id, `${id}.md`)));
    render(<Pane model={all.model} actions={vi.fn() as unknown as PaneActions} switches={{ keys: false, compared: false }} device={{ isPhone: true, isMobile: true }} />, document.body);
    await vi.waitFor(() => expect(document.querySelector('.is-selected [data-answer]')).not.toBeNull());
    return all;
  };

  it('answer one question when they are pressed twice, for nobody has read the next one', async () => {
    const { model, choices } = await shown();
    press(1);
    await vi.waitFor(() => expect(document.querySelector(QUESTION)?.getAttribute('data-question')).toBe('2'));
    press(2);
    await model.settled();
    expect(choices.map(({ id }) => id)).toEqual(['1']);
    expect(asked(model)).toEqual(['2', '3']);
  });

  it('answer each question that they are pressed on once, by mouse or key', async () => {
    const { model, choices } = await shown();
    press(1);
    await vi.waitFor(() => expect(document.querySelector(QUESTION)?.getAttribute('data-question')).toBe('2'));
    press(0);
    await model.settled();
    expect(choices.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
