// The question about one place of the open note, with its reasons and answers. It is drawn beside the words that it is about.
// An answer holds for this note; other places of the question wait in the queue.
import { useState } from 'preact/hooks';
import type { Finding, Question } from '../engine/types';
import { locale } from '../locales';
import { answersOf, asksName } from '../review/answers';
import { Change } from '../review/change';
import type { ReviewModel } from '../review/model';
import { NEW } from '../review/names';
import { Why } from '../review/why';
import { useLabelId } from '../screen/label-id';
import { Sentence } from '../screen/sentence';
import type { Asked } from './places';

/** What the buttons set going. None of it rejects. */
export interface DoubtActions {
  /** The question as it is asked of one place alone; undefined where nothing is asked any more. */
  ask: (asked: Asked) => Promise<Question | undefined>;
  accept: (asked: Asked, at: number) => void;
  reject: (asked: Asked) => void;
  skip: (question: Question) => void;
  /** Asks for any person, whom the name is taken for in this note. */
  someone: (asked: Asked) => void;
  /** Opens the dialog that answers the question. */
  dialog: (kind: 'merge' | 'split', finding: Finding) => void;
  /** Shows the question in the queue. */
  show: (question: Question) => void;
}

interface CardProps {
  asked: Asked;
  /** The question of this place alone. */
  alone: Question;
  model: ReviewModel;
  actions: DoubtActions;
  /** Takes the card away. */
  close: () => void;
}

export function DoubtCard({ asked, alone, model, actions, close }: CardProps) {
  const { question, finding } = asked;
  const { dialog } = alone;
  const label = useLabelId();
  const [isNew, setNew] = useState(false);
  const isName = asksName([finding]);
  const answers = answersOf(alone, [finding]);
  const others = question.places.length - 1;
  const isSuggested = dialog === undefined && alone.confidence !== 'either' && !isNew;
  const done = (act: () => void) => (): void => {
    close();
    act();
  };
  const give = (at: number): (() => void) => (answers[at]?.target === NEW && !isNew ? () => setNew(true) : done(() => actions.accept(asked, at)));
  const newcomer = answers.findIndex(({ target }) => target === NEW);
  return (
    <div class="namesake-doubt-card" role="dialog" aria-labelledby={label}>
      <p class="namesake-ask" id={label} dir="auto"><Sentence text={alone.ask} /></p>
      <Why question={alone} isWhole />
      {isNew && <Change finding={finding} fix={finding.fixes.findIndex(({ creates }) => creates !== undefined)} model={model} isCompared />}
      {!isName && dialog === undefined && <Change finding={finding} fix={0} model={model} isCompared={false} />}
      <div class="namesake-buttons">
        {isNew && <button class="mod-cta" onClick={give(newcomer)}>{locale.review.makeNote}</button>}
        {dialog !== undefined && <button class="mod-cta" onClick={done(() => actions.dialog(dialog, finding))}>{locale.review[dialog]}</button>}
        {dialog === undefined && answers.map(({ title, target }, at) => (isNew && target === NEW ? null : (
          <button key={title} class={at === 0 && isSuggested ? 'mod-cta' : ''} onClick={give(at)}>
            {at === 0 && isSuggested && isName ? locale.review.yesTo(title) : <Sentence text={title} />}
          </button>
        )))}
        {isName && <button onClick={done(() => actions.someone(asked))}>{locale.review.someone}</button>}
        <button onClick={done(() => actions.reject(asked))}>{alone.confidence === 'either' ? locale.review.none : locale.review.no}</button>
        <button onClick={done(() => actions.skip(question))}>{locale.review.skip}</button>
        <button class="namesake-quiet" onClick={done(() => actions.show(question))}>{others > 0 ? locale.doubts.others(others) : locale.doubts.show}</button>
      </div>
    </div>
  );
}
