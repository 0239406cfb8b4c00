// A list of which only the lines in view are drawn. All lines have one height but the open one, which is measured. The open
// line is drawn wherever the list is scrolled to, since it may have the focus.
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lines drawn above and below what is in view. */
const SPARE = 6;
/** The height of a list that is not laid out. */
const UNKNOWN = 600;

interface VirtualListProps {
  count: number;
  /** The height of a line, in pixels. */
  line: number;
  /** The index of the open line; -1 where there is none. */
  open: number;
  /** What the open line is: when it changes, the list scrolls to it. */
  openKey: string | undefined;
  labelledBy: string;
  keyOf: (at: number) => string;
  row: (at: number) => ComponentChildren;
}

export function VirtualList({ count, line, open, openKey, labelledBy, keyOf, row }: VirtualListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: UNKNOWN });
  const [height, setHeight] = useState(line);
  const look = useCallback(() => {
    const element = list.current;
    if (!element) return;
    const [top, height] = [element.scrollTop, element.clientHeight || UNKNOWN];
    // The same view is no reason to draw again.
    setView((before) => (before.top === top && before.height === height ? before : { top, height }));
  }, []);
  const measure = useCallback(() => {
    const element = list.current?.querySelector<HTMLElement>('.namesake-row.is-open');
    if (element) setHeight(element.offsetHeight || line);
  }, [line]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [look]);
  useLayoutEffect(() => {
    const element = list.current?.querySelector('.namesake-row.is-open');
    if (!element) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [openKey, open, measure]);
  // Also when it grows, so that the next key finds all of it in view.
  useLayoutEffect(measure);
  // Shows all of the open line whenever it is another one, it grows, or the list has less room.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || open < 0) return;
    const top = open * line;
    const bottom = top + height;
    // With the heading of the list, where there is room for both.
    const first = open === 1 && bottom <= element.clientHeight ? 0 : top;
    if (first < element.scrollTop) element.scrollTop = first;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = Math.min(first, bottom - element.clientHeight);
    look();
  }, [openKey, height, view.height, look]);

  const topOf = (at: number): number => at * line + (open >= 0 && at > open ? height - line : 0);
  const first = Math.max(0, Math.floor((view.top - (view.top > open * line ? height : 0)) / line) - SPARE);
  const last = Math.min(count - 1, Math.ceil((view.top + view.height) / line) + SPARE);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (open >= 0 && open < first) drawn.unshift(open);
  else if (open > last) drawn.push(open);
  return (
    <div class="namesake-scroll" ref={list} onScroll={look}>
      <ul class="namesake-list" aria-labelledby={labelledBy} style={{ blockSize: `${topOf(count)}px` }}>
        {drawn.map((at) => (
          <li key={keyOf(at)} class={`namesake-row${at === open ? ' is-open' : ''}`} aria-setsize={count} aria-posinset={at + 1} style={{ insetBlockStart: `${topOf(at)}px` }}>
            {row(at)}
          </li>
        ))}
      </ul>
    </div>
  );
}
