// The head of the pane: how far the user is, the search, and what the list can be narrowed to.
import { locale } from '../locales';
import { Icon } from '../screen/icon';
import { useLabelId } from '../screen/label-id';
import { noteName } from '../vault/paths';
import type { ReviewModel } from './model';
import { WIDE, type Narrowing } from './narrowing';
import type { PaneActions, ReviewState } from './types';

export function Head({ model, state, actions }: { model: ReviewModel; state: ReviewState; actions: PaneActions }) {
  const { done, left, minutes, topics, filter: { topic, search } } = state;
  const all = done + left;
  const label = useLabelId();
  return (
    <div class="namesake-head">
      <div class="namesake-head-line">
        <span class="namesake-count" role="status" aria-live="polite">{left === 0 ? locale.review.count(0) : locale.review.progress(done, all, minutes)}</span>
        <button class="namesake-undo" disabled={!state.canUndo} onClick={() => void model.undo()}>{locale.review.undo}</button>
      </div>
      <progress class="namesake-progress" aria-label={locale.review.progressLabel} value={done} max={Math.max(1, all)} />
      <div class="namesake-head-line">
        <input type="search" class="namesake-search" aria-label={locale.review.search} placeholder={locale.review.search} value={search}
          onInput={(event) => model.filter({ search: event.currentTarget.value })} />
        <button class="namesake-quiet namesake-filter" aria-haspopup="menu" onClick={(event) => actions.filter(event.currentTarget)}>{locale.review.filters.open}</button>
      </div>
      <span class="namesake-spoken" id={label}>{locale.review.chips}</span>
      <div class="namesake-chips" role="group" aria-labelledby={label}>
        {topics.filter(({ count, topic: one }) => count > 0 || one === topic).map(({ topic: one, count }) => (
          <button key={one} class={`namesake-chip${one === topic ? ' is-active' : ''}`} aria-pressed={one === topic}
            onClick={() => model.filter({ topic: one === topic ? undefined : one })}>
            {locale.review.topics[one]} <span class="namesake-number">{locale.number(count)}</span>
          </button>
        ))}
      </div>
      <Chosen model={model} filter={state.filter} />
    </div>
  );
}

/** What else is set, each to be taken away. */
function Chosen({ model, filter: { person, folder, sort } }: { model: ReviewModel; filter: Narrowing }) {
  const label = useLabelId();
  const set: { title: string; away: Partial<Narrowing> }[] = [
    ...(person === undefined ? [] : [{ title: noteName(person), away: { person: WIDE.person } }]),
    ...(folder === undefined ? [] : [{ title: folder, away: { folder: WIDE.folder } }]),
    ...(sort === WIDE.sort ? [] : [{ title: locale.review.filters.sorts[sort], away: { sort: WIDE.sort } }]),
  ];
  if (set.length === 0) return null;
  return (
    <div class="namesake-chips" role="group" aria-labelledby={label}>
      <span class="namesake-spoken" id={label}>{locale.review.filters.set}</span>
      {set.map(({ title, away }) => (
        <button key={title} class="namesake-chip namesake-set is-active" aria-label={locale.review.filters.away(title)} onClick={() => model.filter(away)}>
          <span class="namesake-set-title">{title}</span> <Icon name="x" />
        </button>
      ))}
    </div>
  );
}
