// The task view as a tree of elements: state in, clicks out. Note text appears only as text, never as markup.
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { TaskRow } from '../engine/types';
import { locale } from '../locales';
import { useLabelId } from '../screen/label-id';
import { noteName } from '../vault/paths';
import { isOverdue, ownerName, readable, WAYS } from './groups';
import type { Entry, Section, TaskModel, TaskState } from './model';

const words = locale.taskView;

interface PaneProps {
  model: TaskModel;
  open: (row: TaskRow, event: MouseEvent) => void;
}

export function TaskPane({ model, open }: PaneProps) {
  const [, redraw] = useReducer((n: number, _: void) => n + 1, 0);
  useLayoutEffect(() => model.subscribe(() => redraw()), [model]);
  const state = model.state();
  const root = useRef<HTMLDivElement>(null);
  useFocusOn(root, state.selected);
  return (
    <div class="namesake-pane" ref={root} tabIndex={-1} onKeyDown={(event) => onKey(event, model, state)}>
      <Head model={model} state={state} />
      {!state.ready && <div class="namesake-empty" role="status"><p>{words.reading}</p></div>}
      {state.ready && state.count === 0 && <Empty state={state} />}
      {state.sections.map((section) => <Group key={section.title} section={section} model={model} state={state} open={open} />)}
      {state.shown < state.count && <button onClick={() => model.more()}>{words.more(state.count - state.shown)}</button>}
      {state.count > 0 && <p class="namesake-keys">{words.keys()}</p>}
    </div>
  );
}

/** While a task has the focus, the selected one has; also when the one that had it is gone. */
function useFocusOn(root: { current: HTMLDivElement | null }, selected: string | undefined): void {
  const inList = useRef(false);
  useLayoutEffect(() => {
    const pane = root.current;
    const active = pane?.ownerDocument.activeElement;
    // A focused row that was removed leaves the focus to the body.
    if (!pane || !(inList.current && (active === pane.ownerDocument.body || pane.contains(active ?? null)))) return;
    const row = pane.querySelector<HTMLElement>('.namesake-todo.is-selected .namesake-todo-text');
    (row ?? pane).focus({ preventScroll: true });
    row?.closest('.namesake-todo')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  useLayoutEffect(() => {
    const pane = root.current;
    if (!pane) return undefined;
    const enter = (event: FocusEvent): void => {
      inList.current = !!(event.target as HTMLElement).closest('.namesake-todo');
    };
    pane.addEventListener('focusin', enter);
    return () => pane.removeEventListener('focusin', enter);
  }, []);
}

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

/** Keys of the list; the filter keeps its own but for the arrow that leads down into the list. */
function onKey(event: KeyboardEvent, model: TaskModel, state: TaskState): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.matches('.namesake-todo-filter')) {
    if (event.key !== 'ArrowDown') return;
    target.closest('.namesake-pane')?.querySelector<HTMLElement>('.namesake-todo.is-selected .namesake-todo-text')?.focus();
  } else if (target.closest('.namesake-todo')) {
    const by = STEPS[event.key];
    const entry = state.sections.flatMap((section) => section.entries).find(({ key }) => key === state.selected);
    if (by !== undefined) model.move(by);
    else if (entry && (event.key === 'x' || (event.key === ' ' && !target.matches('input')))) {
      if (!event.repeat && model.takesDecision()) void model.complete(entry.row);
    } else return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The group is named by an element: the app shows an aria-label as a tooltip over all it holds. */
function Head({ model, state }: { model: TaskModel; state: TaskState }) {
  const ways = useLabelId();
  return (
    <div class="namesake-head namesake-todo-head">
      <span class="namesake-count" role="status" aria-live="polite">{state.ready ? words.count(state.count) : ''}</span>
      <input class="namesake-todo-filter" type="search" placeholder={words.filter} aria-label={words.filter} value={state.filter}
        onInput={(event) => model.filter(event.currentTarget.value)} />
      <span class="namesake-spoken" id={ways}>{words.ways}</span>
      <div class="namesake-todo-ways" role="group" aria-labelledby={ways}>
        {WAYS.map((way) => (
          <button key={way} class={state.way === way ? 'is-active' : ''} aria-pressed={state.way === way} onClick={() => model.look(way)}>
            {words.way[way]} <span class="namesake-todo-number">{locale.number(state.counts[way])}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Empty({ state }: { state: TaskState }) {
  const known = state.filter === '' ? words.empty[state.way] : words.noMatch;
  const hint = state.way === 'waiting' && state.reader.me === undefined;
  return (
    <div class="namesake-empty">
      <p><strong>{known}</strong></p>
      {hint && <p>{words.meHint}</p>}
    </div>
  );
}

function Group({ section, model, state, open }: PaneProps & { section: Section; state: TaskState }) {
  const name = useLabelId();
  return (
    <section class="namesake-note" role="group" aria-labelledby={name}>
      <div class="namesake-note-head">
        <span class="namesake-note-name" id={name}>{section.title} <span class="namesake-todo-number">{locale.number(section.count)}</span></span>
      </div>
      <ul class="namesake-todo-list">
        {section.entries.map((entry) => <Row key={entry.key} entry={entry} model={model} state={state} open={open} />)}
      </ul>
    </section>
  );
}

function Row({ entry: { key, row }, model, state, open }: PaneProps & { entry: Entry; state: TaskState }) {
  const selected = state.selected === key;
  const tabIndex = selected ? 0 : -1;
  const text = readable(row.description);
  return (
    <li class={`namesake-todo ${selected ? 'is-selected' : ''}`} onFocusIn={() => model.select(key)}>
      <label class="namesake-todo-box">
        <input type="checkbox" checked={false} disabled={state.busy} tabIndex={tabIndex} aria-label={words.complete(text)}
          onClick={(event) => {
            event.preventDefault(); // The note says whether it is done; until it does, the box stays empty.
            if (event.detail <= 1) void model.complete(row); // The second half of a double click may hit the task that moved up.
          }} />
      </label>
      <button class="namesake-todo-text" tabIndex={tabIndex} data-note-link={row.path} onClick={(event) => open(row, event)}>
        <span>{text}</span>
        <Facts row={row} text={text} state={state} />
      </button>
    </li>
  );
}

function Facts({ row, text, state }: { row: TaskRow; text: string; state: TaskState }) {
  const late = isOverdue(row, state.reader.today);
  const byOwner = state.way === 'owner' || state.way === 'waiting';
  // A name that the task's words show already is not repeated.
  const owners = byOwner ? [] : row.owners.map(ownerName).filter((name) => !text.includes(name));
  const facts = [owners.join(', '), row.recurrence, noteName(row.path)].filter((fact) => fact !== undefined && fact !== '');
  return (
    <span class="namesake-todo-facts">
      {row.due !== undefined && <span class={late ? 'is-overdue' : ''}>{late ? words.late(row.due) : locale.tasks.due(row.due)}</span>}
      {row.due !== undefined && ' · '}{facts.join(' · ')}
    </span>
  );
}
