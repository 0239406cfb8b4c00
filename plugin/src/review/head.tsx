// The head of the pane: how far the user is, the search, and what the list can be narrowed to.
import { locale } from '../locales';
import type { ReviewModel } from './model';
import type { ReviewState } from './types';

export function Head({ model, state }: { model: ReviewModel; state: ReviewState }) {
  const { done, left, minutes, topics, topic, search } = state;
  const all = done + left;
  return (
    <div class="namesake-head">
      <div class="namesake-head-line">
        <span class="namesake-count" role="status" aria-live="polite">{left === 0 ? locale.review.count(0) : locale.review.progress(done, all, minutes)}</span>
        <button class="namesake-undo" disabled={!state.canUndo} onClick={() => void model.undo()}>{locale.review.undo}</button>
      </div>
      <progress class="namesake-progress" aria-label={locale.review.progressLabel} value={done} max={Math.max(1, all)} />
      <input type="search" class="namesake-search" aria-label={locale.review.search} placeholder={locale.review.search} value={search}
        onInput={(event) => model.filter({ search: event.currentTarget.value })} />
      <div class="namesake-chips" role="group" aria-label={locale.review.chips}>
        {topics.filter(({ count, topic: one }) => count > 0 || one === topic).map(({ topic: one, count }) => (
          <button key={one} class={`namesake-chip${one === topic ? ' is-active' : ''}`} aria-pressed={one === topic}
            onClick={() => model.filter({ topic: one === topic ? undefined : one })}>
            {locale.review.topics[one]} <span class="namesake-number">{locale.number(count)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
