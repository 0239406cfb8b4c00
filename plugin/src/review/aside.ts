// Questions that the user put aside: skipped, so that they come last, or asleep until a day or until one of their notes
// changes. Pure: days and times come from outside.
import type { Question } from '../engine/types';
import type { Aside } from '../vault/aside-file';

export type AsideWay = 'skip' | 'tomorrow' | 'week' | 'change';

export function putAside(id: string, way: AsideWay, now: Date): Aside {
  switch (way) {
    case 'skip': return { id, skipped: true };
    case 'tomorrow': return { id, until: dayOf(now, 1) };
    case 'week': return { id, until: dayOf(now, 7) };
    case 'change': return { id, since: now.getTime() };
  }
}

/** Whether the question still sleeps. */
export function isAsleep(aside: Aside | undefined, { places }: Question, today: string, changed: (path: string) => number): boolean {
  if (aside === undefined || 'skipped' in aside) return false;
  if ('until' in aside) return today < aside.until;
  return places.every(({ path }) => changed(path) <= aside.since);
}

/** The local day that many days later, YYYY-MM-DD. */
export function dayOf(now: Date, later = 0): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
