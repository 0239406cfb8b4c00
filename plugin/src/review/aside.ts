// Questions that the user put aside: skipped, so that they come last, or asleep until a day or until one of their notes
// changes. Pure: days and times come from outside.
import type { Question } from '../engine/types';
import type { Aside } from '../vault/aside-file';
import { dayOf } from '../vault/days';

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
  if (aside === undefined || 'skipped' in aside || 'unopened' in aside) return false;
  if ('until' in aside) return today < aside.until;
  return places.every(({ path }) => changed(path) <= aside.since);
}
