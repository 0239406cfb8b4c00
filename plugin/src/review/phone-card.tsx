// A phone shows one question at a time, its answers in the thumb's reach. A swipe to the right says yes, to the left skips.
// It answers only the question that it began on, and like a key never one that came by itself. The app's
// own swipes are off here: the one that closes its drawer would say yes as well.
import { useRef } from 'preact/hooks';
import { locale } from '../locales';
import type { ReviewModel } from './model';
import { QuestionBody, QuestionLine } from './question-card';
import type { PaneActions, ReviewState } from './types';

/** Pixels that a finger has to go for a swipe, and how much more sideways than down. */
const FAR = 80;
const SIDEWAYS = 2;

interface PhoneCardProps {
  model: ReviewModel;
  actions: PaneActions;
  state: ReviewState;
  isCompared: boolean;
}

export function PhoneCard({ model, actions, state, isCompared }: PhoneCardProps) {
  const from = useRef<{ id: string; x: number; y: number } | undefined>(undefined);
  const { selected: question, rows } = state;
  if (!question) return null;
  const questions = rows.filter(({ kind }) => kind === 'question');
  const number = questions.findIndex((row) => row.kind === 'question' && row.question.id === question.id) + 1;
  const begin = (event: TouchEvent): void => {
    const touch = event.touches[0];
    const isSwipe = event.touches.length === 1 && !state.editing && !(event.target as Element).matches('input, textarea');
    from.current = touch && isSwipe ? { id: question.id, x: touch.clientX, y: touch.clientY } : undefined;
  };
  const end = (event: TouchEvent): void => {
    const touch = event.changedTouches[0];
    const began = from.current;
    from.current = undefined;
    if (!began || !touch) return;
    const [x, y] = [touch.clientX - began.x, touch.clientY - began.y];
    if (Math.abs(x) < FAR || Math.abs(x) < SIDEWAYS * Math.abs(y)) return;
    if (began.id !== question.id || !model.takesDecision()) return;
    if (x < 0) void model.putAside(question, 'skip');
    else if (model.hasSuggestion(question)) void model.accept(question);
  };
  return (
    <div class="namesake-one" data-ignore-swipe onTouchStart={begin} onTouchEnd={end}>
      <div class="namesake-one-head">
        <button class="namesake-quiet" disabled={number <= 1} onClick={() => model.move(-1)}>{locale.review.previous}</button>
        <span>{locale.review.oneOf(number, questions.length)}</span>
        <button class="namesake-quiet" disabled={number >= questions.length} onClick={() => model.move(1)}>{locale.review.next}</button>
      </div>
      <div class="namesake-card is-selected">
        <QuestionLine question={question} model={model} isOpen select={() => undefined} />
        <QuestionBody key={question.id} question={question} model={model} actions={actions} state={state} isCompared={isCompared} />
      </div>
    </div>
  );
}
