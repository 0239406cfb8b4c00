// The rows of a view of a base: each opens what it is about. Note text appears only as text, never as markup.
import { useState } from 'preact/hooks';
import { locale } from '../locales';
import { useLabelId } from '../screen/label-id';
import type { BaseRow, BaseSection } from './sections';

/** Rows drawn at first, and with each “show more”: what a phone draws without a pause. */
export const PAGE = 100;

type Open = (row: BaseRow, event: MouseEvent) => void;

/** `sections` are undefined while the vault is being read. */
export function BaseList({ sections, open }: { sections: BaseSection[] | undefined; open: Open }) {
  const [limit, setLimit] = useState(PAGE);
  if (!sections) return <p class="namesake-empty" role="status">{locale.bases.reading}</p>;
  if (sections.length === 0) return <p class="namesake-empty">{locale.bases.empty}</p>;
  const count = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <div class="namesake-pane">
      {firstOf(sections, limit).map((section) => <Section key={section.title} section={section} open={open} />)}
      {limit < count && <button onClick={() => setLimit(limit + PAGE)}>{locale.taskView.more(count - limit)}</button>}
    </div>
  );
}

function Section({ section: { title, rows, count }, open }: { section: BaseSection & { count: number }; open: Open }) {
  const name = useLabelId();
  return (
    <section class="namesake-note" role="group" aria-labelledby={name}>
      <div class="namesake-note-head">
        <span class="namesake-note-name" id={name}>{title} <span class="namesake-todo-number">{locale.number(count)}</span></span>
      </div>
      <ul class="namesake-todo-list">
        {rows.map((row, at) => (
          <li class="namesake-todo" key={at}>
            <button class="namesake-todo-text" data-note-link={row.path} onClick={(event) => open(row, event)}>
              <span>{row.title}</span>
              <span class="namesake-todo-facts">{row.facts.join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function firstOf(sections: BaseSection[], limit: number): (BaseSection & { count: number })[] {
  let left = limit;
  return sections.flatMap(({ title, rows }) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : [{ title, rows: shown, count: rows.length }];
  });
}
