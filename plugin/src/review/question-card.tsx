// One question: a line, and where it is selected what is asked, why, what would be written, and the answers.
import { useState } from 'preact/hooks';
import type { Finding, Question, Quote } from '../engine/types';
import { locale } from '../locales';
import { Icon } from '../screen/icon';
import { onlyOnce } from '../screen/once';
import { Sentence } from '../screen/sentence';
import { noteName } from '../vault/paths';
import { asksName, labelsOf, rememberOf, shownOf, type Answer, type Tick } from './answers';
import type { ReviewModel } from './model';
import { NEW } from './names';
import { Change, Wording } from './change';
import { Why } from './why';
import type { PaneActions, ReviewState } from './types';

export interface CardProps {
  question: Question;
  model: ReviewModel;
  actions: PaneActions;
  state: ReviewState;
  /** Whether old and new text stand side by side. */
  isCompared: boolean;
}

/** Places that are listed before somebody asks for more: one of many that are alike, or all that have something of their own to say. */
const ALIKE = 1;
const OWN = 30;

const ICONS = { names: 'user', tasks: 'square-check', facts: 'info', properties: 'list', text: 'text' } as const;

/** The line of a question, selected or not. */
export function QuestionLine({ question, model, isOpen, select }: { question: Question; model: ReviewModel; isOpen: boolean; select: () => void }) {
  const failed = model.steps.failureOf(question.id);
  const note = noteOf(question);
  return (
    <button class="namesake-line" aria-expanded={isOpen} tabIndex={isOpen ? 0 : -1} data-question={question.id} onClick={select}>
      <Icon name={ICONS[question.topic]} />
      <span class="namesake-ask" dir="auto"><Sentence text={question.ask} /></span>
      {!isOpen && note !== undefined && <span class="namesake-of-note" dir="auto">{locale.review.inNote(noteName(note))}</span>}
      {failed !== undefined && !isOpen && <Icon name="alert-triangle" />}
      {question.places.length > 1 && <span class="namesake-number">{locale.number(question.places.length)}</span>}
    </button>
  );
}

/** The note of a question that another note may ask in the same words: a name that fits two people is asked about note by note. */
function noteOf({ confidence, places }: Question): string | undefined {
  return confidence === 'either' ? places[0]?.path : undefined;
}

/** What a selected question shows below its line. */
export function QuestionBody(props: CardProps) {
  const { question, model, state, isCompared } = props;
  const findings = model.findingsOf(question);
  const answers = model.answers(question);
  const ticks = model.ticks(question);
  const [first] = findings;
  const failed = model.steps.failureOf(question.id);
  if (!first) return null;
  if (state.editing) return <Wording question={question} model={model} />;
  return (
    <>
      <div class="namesake-body">
        {failed !== undefined && <p class="namesake-failed" role="alert">{failed}</p>}
        <Why question={question} isWhole={model.marks.isOpen(question.id)}>
          <Remembered question={question} findings={findings} answers={answers} model={model} />
        </Why>
        {ticks.length > 1
          ? <Places {...props} ticks={ticks} />
          : <Place question={question} finding={first} isName={asksName(findings)} isCompared={isCompared} model={model} open={props.actions.open} />}
        {answers[model.chosen(question)]?.target === NEW && <Change finding={first} fix={first.fixes.findIndex(({ creates }) => creates !== undefined)} model={model} isCompared open={props.actions.open} />}
      </div>
      <Typed question={question} model={model} />
      <Buttons {...props} findings={findings} answers={answers} ticks={ticks} />
    </>
  );
}

function Place({ question, finding, isName, isCompared, model, open }: { open: PaneActions['open']; question: Question; finding: Finding; isName: boolean; isCompared: boolean; model: ReviewModel }) {
  const [place] = question.places;
  return (
    <div class="namesake-place">
      <button class="namesake-quiet namesake-where" aria-label={locale.review.openNote(noteName(finding.path))} data-note-link={finding.path} onClick={(event) => open(finding.path, finding, event)}>{noteName(finding.path)}</button>
      {isName && !isCompared && place ? <Quoted quote={place.quote} /> : question.dialog === undefined && <Change finding={finding} fix={0} model={model} isCompared={isCompared} open={open} />}
    </div>
  );
}

function Quoted({ quote: { before, words, after } }: { quote: Quote }) {
  return <span class="namesake-quote" dir="auto">{before}<mark>{words}</mark>{after}</span>;
}

/** Places with a box to leave each as it is; those of the note in front, or a few, until somebody asks for more. */
function Places({ question, model, ticks, actions, state }: CardProps & { ticks: Tick[] }) {
  const { left } = model.marks.of(question.id);
  const isWhole = model.marks.isOpen(question.id);
  const few = question.kind === 'name' || question.kind === 'alike' && question.answers.length > 0 ? ALIKE : OWN;
  const here = ticks.filter(({ finding }) => finding.path === state.filter.note).length;
  const most = isWhole ? ticks.length : Math.max(few, here);
  const shown = ticks.slice(0, most);
  const openTick = ({ finding, start, end }: Tick, event: MouseEvent): void => actions.open(finding.path, { start, end }, event);
  const quoteOf = (tick: Tick): Quote | undefined => question.places.find(({ finding }) => finding === tick.finding.id)?.quote;
  return (
    <fieldset class="namesake-places">
      <legend class="namesake-spoken">{locale.names.where}</legend>
      {shown.map((tick, at) => (
        <div key={tick.key} class="namesake-tick">
          {/* For the mouse: the keyboard opens the note by the arrow of its line. */}
          {tick.finding.path !== shown[at - 1]?.finding.path && <div class="namesake-where" data-note-link={tick.finding.path} onClick={(event) => openTick(tick, event)}>{noteName(tick.finding.path)}</div>}
          <div class="namesake-tick-line">
            <label>
              <input type="checkbox" checked={!left.has(tick.key)} onChange={(event) => model.marks.leave(question.id, tick.key, !event.currentTarget.checked)} />
              <TickWords question={question} tick={tick} quote={quoteOf(tick)} />
            </label>
            <button class="namesake-peek" aria-label={locale.names.openLine(tick.line, noteName(tick.finding.path))} onClick={(event) => openTick(tick, event)}>
              <Icon name="arrow-up-right" />
            </button>
          </div>
        </div>
      ))}
      {ticks.length > most && <button class="namesake-more" onClick={() => model.marks.toggle(question.id)}>{locale.review.more(ticks.length - most)}</button>}
    </fieldset>
  );
}

/** A name's line is quoted where it stands first; what else is found is said in words, and what its own answer does. */
function TickWords({ question, tick, quote }: { question: Question; tick: Tick; quote: Quote | undefined }) {
  const [answer] = question.answers.length > 0 ? [] : question.places.find(({ finding }) => finding === tick.finding.id)?.answers ?? [];
  if (question.kind === 'alike' && quote && answer !== undefined) {
    return <span class="namesake-quote" dir="auto">{quote.words} <span class="namesake-answer"><Sentence text={answer} /></span></span>;
  }
  const { message, mention } = tick.finding;
  const line = <span class="namesake-quote">{locale.review.line(tick.line)}</span>;
  if (question.kind === 'tasks' || question.kind === 'names' || !quote || quote.words === '') {
    // What the question says already is not said again.
    return message === question.ask ? line : <span class="namesake-quote" dir="auto"><Sentence text={message} /></span>;
  }
  const first = mention?.places[0]?.line;
  return first === undefined || first === tick.line ? <Quoted quote={quote} /> : line;
}

/** How a name will be remembered: a sign, and in words where all of the question is open. The key and the menu change it. */
function Remembered({ question, findings, answers, model }: { question: Question; findings: Finding[]; answers: Answer[]; model: ReviewModel }) {
  const person = answers[0]?.target;
  if (typeof person !== 'string' || model.chosen(question) > 0) return null;
  const way = rememberOf(question, findings, person, model.marks.of(question.id));
  if (way === 'no') return null;
  const words = locale.names.remembers[way];
  return model.marks.isOpen(question.id)
    ? <span class="namesake-remembered">{words}</span>
    : <span class="namesake-remembered" role="img" aria-label={words}><Icon name="bookmark-plus" /></span>;
}

/** The field for a value that only the user knows. */
function Typed({ question, model }: { question: Question; model: ReviewModel }) {
  const [value, setValue] = useState('');
  const name = model.blank(question);
  if (name === undefined) return null;
  return (
    <form class="namesake-typed" onSubmit={(event) => {
      event.preventDefault();
      if (value.trim() !== '') void model.fill(question, value);
    }}>
      <label>
        <span>{name}</span>
        <input type="text" value={value} onInput={(event) => setValue(event.currentTarget.value)} />
      </label>
      <button type="submit" class="mod-cta" disabled={value.trim() === ''}>{locale.review.fill}</button>
    </form>
  );
}

function Buttons({ question, model, actions, findings, answers, ticks }: CardProps & { findings: Finding[]; answers: Answer[]; ticks: Tick[] }) {
  const [first] = findings;
  const isName = asksName(findings);
  const { left } = model.marks.of(question.id);
  const taken = ticks.filter(({ key }) => !left.has(key));
  const shown = shownOf(answers);
  const labels = isName ? labelsOf(shown.map(({ title }) => title)) : [];
  const isSuggested = model.hasSuggestion(question);
  const isNew = answers[model.chosen(question)]?.target === NEW;
  return (
    <div class="namesake-buttons" onClickCapture={onlyOnce}>
      {question.dialog === 'merge' && first && <button class="mod-cta" onClick={() => actions.merge(first)}>{locale.review.merge}</button>}
      {question.dialog === 'split' && first && <button class="mod-cta" onClick={() => actions.split(first)}>{locale.review.split}</button>}
      {isNew && <button class="mod-cta" disabled={taken.length === 0} onClick={() => void model.accept(question)}>{locale.review.makeNote}</button>}
      {question.dialog === undefined && shown.map(({ title }, at) => {
        const isFirst = at === 0 && isSuggested;
        // The question has the name, so that yes is enough; who cannot see it hears whom.
        const isYes = isFirst && isName;
        const spoken = isYes ? locale.review.yesTo(title) : title;
        return (
          <button key={title} class={isFirst && !isNew ? 'mod-cta' : ''} data-answer={at + 1} disabled={taken.length === 0}
            aria-label={isName ? spoken : undefined} onClick={() => model.answer(question, at)}>
            {isYes ? locale.review.yes : <Sentence text={labels[at] ?? title} />}
          </button>
        );
      })}
      {question.dialog === undefined && shown.length === 0 && (
        <button class="mod-cta" data-answer="1" disabled={taken.length === 0} onClick={() => void model.accept(question)}>
          {locale.review.change(taken.length, new Set(taken.map(({ finding }) => finding.path)).size)}
        </button>
      )}
      {!(isName && shown.length > 1) && <button data-answer="no" onClick={() => void model.reject(question)}>{locale.review.no}</button>}
      {isName && <button onClick={() => actions.someone(question)}>{locale.review.someone}</button>}
      <button class="namesake-icon-button" aria-label={locale.review.skip} onClick={() => void model.putAside(question, 'skip')}><Icon name="skip-forward" /></button>
      <button class="namesake-icon-button" aria-label={locale.review.moreAnswers} onClick={(event) => actions.more(question, event.currentTarget)}><Icon name="more-horizontal" /></button>
    </div>
  );
}
