// The review pane as a tree of elements: state in, clicks out. Note text appears only as text, never as markup. Groups
// and lists are named by elements, not by aria-label: the app shows that as a tooltip over all they hold.
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { en } from '../locales/en';
import { useLabelId } from '../screen/label-id';
import { RecognitionScreen } from '../recognition/screen';
import { folderOf, noteName } from '../vault/paths';
import { Card } from './card';
import type { ReviewModel } from './model';
import { holdsTwo, isAboutTwo, type Group } from './cards';
import { NameCard } from './name-card';
import type { Offer, PaneActions, Phase, ReviewState } from './types';

interface PaneProps {
  model: ReviewModel;
  actions: PaneActions;
}

export function Pane({ model, actions }: PaneProps) {
  const [, redraw] = useReducer((n: number, _: void) => n + 1, 0);
  // In a layout effect, since a later one would miss changes of the model before the first paint.
  useLayoutEffect(() => model.subscribe(() => redraw()), [model]);
  const state = model.state();
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root, state);
  if (state.phase.kind === 'indexing') return <Indexing phase={state.phase} />;
  if (state.phase.kind === 'error') return <Failed message={state.phase.message} actions={actions} />;
  if (state.recognition) return <RecognitionScreen {...state.recognition} actions={actions.recognition} />;
  return (
    <div class="namesake-pane" ref={root} tabIndex={-1}>
      <Head model={model} state={state} />
      <Offered offer={state.offer} model={model} actions={actions} />
      {state.count === 0 ? <Empty model={model} state={state} actions={actions} /> : <List model={model} state={state} actions={actions} />}
    </div>
  );
}

/** When the focused card or field goes, the selected card gets the focus; a pane without focus takes none. */
function useKeepFocus(root: { current: HTMLDivElement | null }, { selected, editing }: ReviewState): void {
  const inside = useRef(false);
  useLayoutEffect(() => {
    const pane = root.current;
    if (!pane) return undefined;
    const enter = (): void => {
      inside.current = true;
    };
    const leave = (event: FocusEvent): void => {
      // Without a new target the focused element was removed: the focus has not left the pane.
      if (event.relatedTarget && !pane.contains(event.relatedTarget as Node)) inside.current = false;
    };
    pane.addEventListener('focusin', enter);
    pane.addEventListener('focusout', leave);
    return () => {
      pane.removeEventListener('focusin', enter);
      pane.removeEventListener('focusout', leave);
    };
  });
  // Without a delay: a late focus would select a card that a quick second key has already left.
  useLayoutEffect(() => {
    const pane = root.current;
    const active = pane?.ownerDocument.activeElement;
    const outside = active && active !== pane?.ownerDocument.body && !pane?.contains(active);
    if (!pane || !inside.current || outside) return;
    const option = pane.querySelector<HTMLElement>('[role=option][tabindex="0"]');
    if (editing === undefined) (option ?? pane).focus({ preventScroll: true });
    const card = option?.closest('.namesake-card');
    (card?.querySelector('.namesake-wording') ?? card)?.scrollIntoView({ block: 'nearest' }); // With the buttons below.
  }, [selected, editing]);
}

function Head({ model, state }: { model: ReviewModel; state: ReviewState }) {
  return (
    <div class="namesake-head">
      <span class="namesake-count" role="status" aria-live="polite">{state.busy ? en.review.working : en.review.count(state.count)}</span>
      <button class="namesake-undo" disabled={!state.canUndo || state.busy} onClick={() => void model.undo()}>{en.review.undo}</button>
    </div>
  );
}

function Offered({ offer, model, actions }: { offer: Offer; model: ReviewModel; actions: PaneActions }) {
  if (offer.kind === 'none') return null;
  const { title, hint, button, act } = wordsOf(offer, actions);
  return (
    <div class="namesake-first">
      <strong>{title}</strong>
      <p>{hint}</p>
      <div class="namesake-buttons">
        <button class="mod-cta" onClick={act}>{button}</button>
        {offer.kind !== 'found' && <button onClick={() => model.declineOffer()}>{en.first.notNow}</button>}
      </div>
    </div>
  );
}

function wordsOf(offer: Exclude<Offer, { kind: 'none' }>, actions: PaneActions): { title: string; hint: string; button: string; act: () => void } {
  switch (offer.kind) {
    case 'example': return { title: en.recognition.example(noteName(offer.path)), hint: en.recognition.exampleOffer, button: en.recognition.exampleShow, act: () => actions.example(offer.path) };
    case 'found': return { title: en.first.found(offer.count), hint: en.first.hint, button: en.first.review, act: actions.scan };
    case 'automatic': return { title: en.first.offer, hint: en.first.offerHint, button: en.first.switchOn, act: () => actions.switchOn('automatic') };
    case 'names': return { title: en.names.offer(offer.accepted, offer.decided), hint: en.names.offerHint, button: en.names.offerAccept, act: () => actions.switchOn('automaticByContext') };
  }
}

function List({ model, state, actions }: PaneProps & { state: ReviewState }) {
  return (
    <>
      <span class="namesake-spoken" id="namesake-list">{en.review.list}</span>
      <div class="namesake-list" role="listbox" aria-labelledby="namesake-list" aria-describedby="namesake-keys">
        {state.groups.map((group) => <Note key={group.path ?? ''} group={group} model={model} state={state} actions={actions} />)}
      </div>
      <Pager model={model} state={state} />
      <div class="namesake-keys" id="namesake-keys">
        <p>{en.review.keys()}</p>
        {state.groups.some(({ cards }) => cards.some((card) => model.names.person(card))) && <p>{en.names.keys()}</p>}
      </div>
    </>
  );
}

function Note({ group, model, state, actions }: PaneProps & { group: Group; state: ReviewState }) {
  const { path, cards } = group;
  const folder = path === undefined ? '' : folderOf(path);
  const name = useLabelId();
  return (
    <section class="namesake-note" role="group" aria-labelledby={name} data-note={path ?? ''}>
      <div class="namesake-note-head">
        <span class="namesake-note-name" id={name} data-note-link={path}>
          {path === undefined ? en.names.several : noteName(path)}
          {folder !== '' && <span class="namesake-note-folder">{folder}</span>}
        </span>
        {path !== undefined && cards.filter(({ findings }) => findings.some(({ fixes }) => fixes.length > 0)).length > 1 && (
          <button disabled={state.busy} onClick={() => void model.acceptGroup(path)}>{en.review.acceptGroup}</button>
        )}
      </div>
      {cards.map((card) => (model.names.person(card)
        ? <NameCard key={card.id} card={card} model={model} state={state} open={actions.open} />
        : card.findings.map((finding) => (
          <Card key={finding.id} finding={finding} model={model} state={state} open={(event) => actions.open(finding.path, finding, event)}
            merge={isAboutTwo(finding) ? () => actions.merge(finding) : undefined}
            split={holdsTwo(finding) ? () => actions.split(finding) : undefined} />
        ))))}
    </section>
  );
}

function Pager({ model, state }: { model: ReviewModel; state: ReviewState }) {
  const { from, to } = state.page;
  if (to - from >= state.count) return null;
  return (
    <div class="namesake-pager">
      <button disabled={from === 0} onClick={() => model.turn(-1)}>{en.review.previous}</button>
      <span>{en.review.page(from + 1, to, state.count)}</span>
      <button disabled={to >= state.count} onClick={() => model.turn(1)}>{en.review.next}</button>
    </div>
  );
}

function Indexing({ phase: { step, done, total } }: { phase: Extract<Phase, { kind: 'indexing' }> }) {
  const words = step === 'reading' ? en.review.indexing : en.review.checking;
  return (
    <div class="namesake-empty" role="status">
      <p>{words(done, total)}</p>
      <progress value={done} max={Math.max(1, total)} />
    </div>
  );
}

/** Says why nothing is here: what was recognised, and the ways on. */
function Empty({ model, state, actions }: PaneProps & { state: ReviewState }) {
  return (
    <div class="namesake-empty">
      <p><strong>{en.review.empty}</strong></p>
      <p>{state.summary}</p>
      <p>{en.review.emptyHint}</p>
      <div class="namesake-buttons">
        <button onClick={actions.scan}>{en.review.scan}</button>
        <button onClick={() => void model.showRecognition()}>{en.recognition.again}</button>
      </div>
    </div>
  );
}

function Failed({ message, actions }: { message: string; actions: PaneActions }) {
  return (
    <div class="namesake-empty" role="alert">
      <p><strong>{en.review.error}</strong></p>
      <p>{message}</p>
      <button onClick={actions.rebuild}>{en.review.rebuild}</button>
    </div>
  );
}
