// The review pane as a tree of elements: state in, clicks out. Note text appears only as text, never as markup. Groups
// and lists are named by elements, not by aria-label: the app shows that as a tooltip over all they hold.
import { useId, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Finding } from '../engine/types';
import { en } from '../locales/en';
import { folderOf, noteName } from '../vault/paths';
import { Card } from './card';
import { isAboutTwo } from './queue';
import type { ReviewModel } from './model';
import type { Group } from './queue';
import type { FirstBatch, Phase, ReviewState } from './types';

export interface PaneActions {
  open: (finding: Finding) => void;
  merge: (finding: Finding) => void;
  scan: () => void;
  rebuild: () => void;
  switchOn: () => void;
}

interface PaneProps {
  model: ReviewModel;
  actions: PaneActions;
}

export function Pane({ model, actions }: PaneProps) {
  const [, redraw] = useReducer((n: number, _: void) => n + 1, 0);
  // Before the screen is painted: what the model says in between would be missed.
  useLayoutEffect(() => model.subscribe(() => redraw()), [model]);
  const state = model.state();
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root, state);
  if (state.phase.kind === 'indexing') return <Indexing phase={state.phase} />;
  if (state.phase.kind === 'error') return <Failed message={state.phase.message} actions={actions} />;
  return (
    <div class="namesake-pane" ref={root} tabIndex={-1}>
      <Head model={model} state={state} />
      <First first={state.first} model={model} actions={actions} />
      {state.count === 0 ? <Empty actions={actions} /> : <List model={model} state={state} actions={actions} />}
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
      // Without a new target the focused element was removed; that is no leaving.
      if (event.relatedTarget && !pane.contains(event.relatedTarget as Node)) inside.current = false;
    };
    pane.addEventListener('focusin', enter);
    pane.addEventListener('focusout', leave);
    return () => {
      pane.removeEventListener('focusin', enter);
      pane.removeEventListener('focusout', leave);
    };
  });
  // At once: a focus that comes late selects again what a quick second key has left already.
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

function First({ first, model, actions }: { first: FirstBatch; model: ReviewModel; actions: PaneActions }) {
  if (first.kind === 'none') return null;
  const found = first.kind === 'found';
  return (
    <div class="namesake-first">
      <strong>{found ? en.first.found(first.count) : en.first.offer}</strong>
      <p>{found ? en.first.hint : en.first.offerHint}</p>
      <div class="namesake-buttons">
        <button class="mod-cta" onClick={found ? actions.scan : actions.switchOn}>{found ? en.first.review : en.first.switchOn}</button>
        {!found && <button onClick={() => model.declineOffer()}>{en.first.notNow}</button>}
      </div>
    </div>
  );
}

function List({ model, state, actions }: PaneProps & { state: ReviewState }) {
  return (
    <>
      <span class="namesake-spoken" id="namesake-list">{en.review.list}</span>
      <div class="namesake-list" role="listbox" aria-labelledby="namesake-list" aria-describedby="namesake-keys">
        {state.groups.map((group) => <Note key={group.path} group={group} model={model} state={state} actions={actions} />)}
      </div>
      <Pager model={model} state={state} />
      <p class="namesake-keys" id="namesake-keys">{en.review.keys()}</p>
    </>
  );
}

function Note({ group, model, state, actions }: PaneProps & { group: Group; state: ReviewState }) {
  const folder = folderOf(group.path);
  const name = useId();
  return (
    <section class="namesake-note" role="group" aria-labelledby={name} data-note={group.path}>
      <div class="namesake-note-head">
        <span class="namesake-note-name" id={name}>
          {noteName(group.path)}
          {folder !== '' && <span class="namesake-note-folder">{folder}</span>}
        </span>
        {group.findings.filter((finding) => finding.fixes.length > 0).length > 1 && (
          <button disabled={state.busy} onClick={() => void model.acceptGroup(group.path)}>{en.review.acceptGroup}</button>
        )}
      </div>
      {group.findings.map((finding) => (
        <Card key={finding.id} finding={finding} model={model} state={state} open={() => actions.open(finding)}
          merge={isAboutTwo(finding) ? () => actions.merge(finding) : undefined} />
      ))}
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

function Empty({ actions }: { actions: PaneActions }) {
  return (
    <div class="namesake-empty">
      <p><strong>{en.review.empty}</strong></p>
      <p>{en.review.emptyHint}</p>
      <button onClick={actions.scan}>{en.review.scan}</button>
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
