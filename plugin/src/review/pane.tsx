// The review pane as a tree of elements: state in, clicks out. Note text appears only as text, never as markup. Groups
// and lists are named by elements, not by aria-label: the app shows that as a tooltip over all they hold.
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { locale } from '../locales';
import { RecognitionScreen } from '../recognition/screen';
import { onlyOnce } from '../screen/once';
import { Sentence } from '../screen/sentence';
import { noteName } from '../vault/paths';
import { Head } from './head';
import type { ReviewModel } from './model';
import { PhoneCard } from './phone-card';
import { QuestionBody, QuestionLine } from './question-card';
import { isNarrowed } from './narrowing';
import { Strip } from './strip';
import type { Offer, PaneActions, Phase, ReviewState, Row } from './types';
import { VirtualList } from './virtual-list';

/** Whether the keys are listed, the changes compared, the history open. The frame's keys switch them. */
export interface PaneSwitches {
  keys: boolean;
  compared: boolean;
}

interface PaneProps {
  model: ReviewModel;
  actions: PaneActions;
  switches: PaneSwitches;
  /** What the device is: one question at a time on a phone, larger lines where fingers point. */
  device: { isPhone: boolean; isMobile: boolean };
}

interface PartProps extends PaneProps {
  state: ReviewState;
}

/** Pixels of a line. */
const LINE = 36;
const LINE_ON_MOBILE = 48;

export function Pane(props: PaneProps) {
  const { model, actions, switches, device } = props;
  const [, redraw] = useReducer((n: number, _: void) => n + 1, 0);
  // In a layout effect, since a later one would miss changes of the model before the first paint.
  useLayoutEffect(() => model.subscribe(() => redraw()), [model]);
  const state = model.state();
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root, state);
  if (state.phase.kind === 'indexing') return <Indexing phase={state.phase} />;
  if (state.phase.kind === 'error') return <Failed message={state.phase.message} actions={actions} />;
  if (state.recognition) return <RecognitionScreen {...state.recognition} actions={actions.recognition} />;
  const part: PartProps = { ...props, state };
  return (
    <div class="namesake-pane" ref={root} tabIndex={-1}>
      <Head model={model} state={state} actions={actions} />
      {switches.keys && <p class="namesake-keys">{locale.review.keys()}</p>}
      <Offered offer={state.offer} model={model} actions={actions} />
      {state.safe > 0 && <Safe count={state.safe} scan={actions.scan} />}
      {!state.rows.some(({ kind }) => kind === 'question') ? <End {...part} /> : device.isPhone ? <PhoneCard {...part} isCompared={switches.compared} /> : <List {...part} />}
      <Rest {...part} />
      <Known {...part} />
      <Strip model={model} state={state} actions={actions} />
    </div>
  );
}

/** When the focused line or field goes, the selected line gets the focus; a pane without focus takes none. */
function useKeepFocus(root: { current: HTMLDivElement | null }, { selected, editing }: ReviewState): void {
  const inside = useRef(false);
  const pressedBeside = useRef(false);
  useLayoutEffect(() => {
    const pane = root.current;
    if (!pane) return undefined;
    const enter = (): void => {
      inside.current = true;
      pressedBeside.current = false;
    };
    const leave = (event: FocusEvent): void => {
      // Without a new target the focused element was removed: the focus has not left the pane.
      if (event.relatedTarget && !pane.contains(event.relatedTarget as Node)) inside.current = false;
    };
    // What is pressed beside the pane may take no focus, and yet the pane's keys are not meant any more.
    const press = (event: PointerEvent): void => {
      pressedBeside.current = !pane.contains(event.target as Node);
    };
    const { ownerDocument } = pane;
    pane.addEventListener('focusin', enter);
    pane.addEventListener('focusout', leave);
    ownerDocument.addEventListener('pointerdown', press);
    return () => {
      pane.removeEventListener('focusin', enter);
      pane.removeEventListener('focusout', leave);
      ownerDocument.removeEventListener('pointerdown', press);
    };
  });
  useLayoutEffect(() => {
    const pane = root.current;
    const active = pane?.ownerDocument.activeElement;
    const outside = active && active !== pane?.ownerDocument.body && !pane?.contains(active);
    if (!pane || !inside.current || outside || editing) return;
    // A field of the head keeps the focus while the list below it changes.
    if (active && active !== pane && pane.contains(active) && active.matches('input:not([type=checkbox]), textarea')) return;
    focusLine(pane);
  }, [selected?.id, editing]);
  // A line that takes another place in the list loses the focus on the way.
  useLayoutEffect(() => {
    const pane = root.current;
    if (pane && inside.current && !pressedBeside.current && !editing && pane.ownerDocument.activeElement === pane.ownerDocument.body) focusLine(pane);
  });
}

function focusLine(pane: HTMLElement): void {
  (pane.querySelector<HTMLElement>('.namesake-line[tabindex="0"]') ?? pane).focus({ preventScroll: true });
}

function Offered({ offer, model, actions }: { offer: Offer; model: ReviewModel; actions: PaneActions }) {
  if (offer.kind === 'none') return null;
  const { title, hint, button, act } = wordsOf(offer, model, actions);
  return (
    <div class={`namesake-first${offer.kind === 'habit' ? ' mod-habit' : ''}`}>
      <strong>{title}</strong>
      <p><Sentence text={hint} /></p>
      <div class="namesake-buttons" onClickCapture={onlyOnce}>
        <button class="mod-cta" onClick={act}>{button}</button>
        <button onClick={() => void model.offers.decline()}>{offer.kind === 'habit' ? locale.review.no : locale.first.notNow}</button>
      </div>
    </div>
  );
}

function wordsOf(offer: Exclude<Offer, { kind: 'none' }>, model: ReviewModel, actions: PaneActions): { title: string; hint: string; button: string; act: () => void } {
  switch (offer.kind) {
    case 'example': return { title: locale.recognition.example(noteName(offer.path)), hint: locale.recognition.exampleOffer, button: locale.recognition.exampleShow, act: () => actions.example(offer.path) };
    case 'automatic': return { title: locale.first.offer, hint: locale.first.offerHint, button: locale.first.switchOn, act: () => actions.switchOn('automatic') };
    case 'habit': return { title: locale.habits.offer(offer.accepted, offer.decided), hint: offer.of.says, button: locale.habits.accept, act: () => void model.offers.take(offer) };
    case 'names': return { title: locale.names.offer(offer.accepted, offer.decided), hint: locale.names.offerHint, button: locale.names.offerAccept, act: () => actions.switchOn('automaticByContext') };
  }
}

/** The certain repairs, which are looked at together. */
function Safe({ count, scan }: { count: number; scan: () => void }) {
  return (
    <div class="namesake-safe">
      <span>{locale.review.safe(count)}</span>
      <button onClick={scan}>{locale.review.look}</button>
    </div>
  );
}

function List({ model, state, actions, switches, device }: PartProps) {
  const { rows, at, selected } = state;
  const keyOf = (index: number): string => {
    const row = rows[index];
    return row?.kind === 'question' ? row.question.id : row?.section ?? '';
  };
  return (
    <>
      <span class="namesake-spoken" id="namesake-list">{locale.review.list}</span>
      <VirtualList count={rows.length} line={device.isMobile ? LINE_ON_MOBILE : LINE} open={at} openKey={selected?.id} labelledBy="namesake-list" keyOf={keyOf} row={(index) => {
        const row = rows[index];
        if (!row) return null;
        if (row.kind === 'heading') return <Heading row={row} />;
        const isOpen = index === at;
        return (
          <div class={`namesake-card${isOpen ? ' is-selected' : ''}`}>
            <QuestionLine question={row.question} model={model} isOpen={isOpen} select={() => model.select(row.question.id)} />
            {isOpen && <QuestionBody key={row.question.id} question={row.question} model={model} actions={actions} state={state} isCompared={switches.compared} />}
          </div>
        );
      }} />
    </>
  );
}

function Heading({ row: { section, count } }: { row: Extract<Row, { kind: 'heading' }> }) {
  return <h3 class="namesake-heading">{locale.review.sections[section]} <span class="namesake-number">{locale.number(count)}</span></h3>;
}

/** What remains can be left: said aloud where only what was skipped remains, and quietly once something was answered. */
function Rest({ model, state, device }: PartProps) {
  const { rows, left, done, filter } = state;
  const isThrough = rows.every((row) => row.section === 'skipped' || row.section === 'snoozed');
  if (left === 0 || isNarrowed(filter) || !(isThrough || (done > 0 && !device.isPhone))) return null;
  return (
    <div class="namesake-rest">
      {isThrough && done > 0 && <p><strong>{ended(state)}</strong></p>}
      <button class={isThrough ? '' : 'namesake-quiet'} onClick={() => void model.leaveRest()}>{locale.review.leave(left)}</button>
    </div>
  );
}

/** What was done in this session, or that nothing was. */
function ended({ steps }: ReviewState): string {
  const answered = steps.filter(({ state, question, aside }) => state === 'done' && question && !aside);
  const notes = new Set(answered.flatMap((step) => step.notes)).size;
  return answered.length > 0 ? locale.review.end(answered.length, notes) : locale.review.empty;
}

/** What can only be known is one quiet line until somebody asks. */
function Known({ model, state, actions }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  if (state.known === 0) return null;
  return (
    <div class="namesake-known">
      <button class="namesake-quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{locale.review.known(state.known)}</button>
      {isOpen && (
        <ul class="namesake-known-list">
          {model.questions.known().slice(0, 200).map((finding) => (
            <li key={finding.id}>
              <button class="namesake-quiet" onClick={(event) => actions.open(finding.path, finding, event)}>
                <span class="namesake-where" data-note-link={finding.path}>{noteName(finding.path)}</span> <Sentence text={finding.message} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Indexing({ phase: { step, done, total } }: { phase: Extract<Phase, { kind: 'indexing' }> }) {
  const words = step === 'reading' ? locale.review.indexing : locale.review.checking;
  return (
    <div class="namesake-empty" role="status">
      <p>{words(done, total)}</p>
      <progress aria-label={words(done, total)} value={done} max={Math.max(1, total)} />
    </div>
  );
}

/** Says what was done, or why nothing is here, and the ways on. */
function End({ model, state, actions }: PartProps) {
  if (isNarrowed(state.filter)) {
    return (
      <div class="namesake-empty">
        <p>{locale.review.noMatch}</p>
        <button onClick={() => model.showAll()}>{locale.review.showAll}</button>
      </div>
    );
  }
  return (
    <div class="namesake-empty">
      <p><strong>{ended(state)}</strong></p>
      {state.asleep > 0 && <p>{locale.review.asleep(state.asleep)}</p>}
      {state.unopened > 0 && <p>{locale.review.unopened(state.unopened)} <button class="namesake-quiet" onClick={() => void model.askAgain()}>{locale.review.wake}</button></p>}
      <p>{state.summary}</p>
      <p>{locale.review.emptyHint}</p>
      <div class="namesake-buttons">
        <button onClick={actions.scan}>{locale.review.scan}</button>
        <button onClick={() => void model.showRecognition()}>{locale.recognition.again}</button>
      </div>
    </div>
  );
}

function Failed({ message, actions }: { message: string; actions: PaneActions }) {
  return (
    <div class="namesake-empty" role="alert">
      <p><strong>{locale.review.error}</strong></p>
      <p>{message}</p>
      <button onClick={actions.rebuild}>{locale.review.rebuild}</button>
    </div>
  );
}
