// Which tasks stand under which heading, and in what order. Pure: today and whoever reads come in from outside.
import type { TaskRow } from '../engine/types';
import { locale } from '../locales';
import { noteName } from '../vault/paths';

/** What the view is about: all open tasks by date or by owner, or those that are late or somebody else's. */
export const WAYS = ['due', 'owner', 'overdue', 'waiting'] as const;
export type Way = (typeof WAYS)[number];

export interface TaskGroup {
  title: string;
  rows: TaskRow[];
}

export interface Reader {
  /** ISO date. */
  today: string;
  /** Path of the reader's own person note, if they said which it is. */
  me: string | undefined;
}

const words = locale.taskView;
/** Milliseconds of a day in UTC, and the days that are soon. */
const DAY = 86_400_000;
const SOON = 7;
/** A percentage from which an owner counts as the person meant; below it the name stands as it was written. */
const SURE = 0.99;

export function isOverdue(row: TaskRow, today: string): boolean {
  return isDay(row.due) && row.due < today;
}

/** Whether somebody else has to do it: it has owners, and the reader is none of them. */
function isWaiting(row: TaskRow, me: string | undefined): boolean {
  return row.owners.length > 0 && !row.owners.some(({ path }) => path !== undefined && path === me);
}

/** The tasks of one way to look at them, as groups in order. A task of two owners stands under both. */
export function groupsOf(rows: TaskRow[], way: Way, reader: Reader): TaskGroup[] {
  const sorted = rows.filter((row) => belongs(row, way, reader)).sort(byDue);
  const groups = new Map<string, TaskRow[]>();
  for (const row of sorted) {
    for (const title of way === 'due' ? [dueTitle(row, reader.today)] : ownerTitles(row)) {
      const group = groups.get(title);
      if (group) group.push(row);
      else groups.set(title, [row]);
    }
  }
  const order = way === 'due' ? (title: string) => DUE_TITLES.indexOf(title) : (title: string) => Number(title === words.nobody);
  return [...groups]
    .map(([title, of]) => ({ title, rows: of }))
    .sort((a, b) => order(a.title) - order(b.title) || a.title.localeCompare(b.title));
}

/** Whether every word of `filter` stands in the task, its owners' names or its note's name. */
export function matches(row: TaskRow, filter: string): boolean {
  const text = [row.description, ...ownerTitles(row), noteName(row.path), row.due ?? ''].join(' ').toLowerCase();
  return filter.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}

/** An owner's name: the note's where that is certain, else as written. */
export function ownerName({ written, path, p }: TaskRow['owners'][number]): string {
  return path !== undefined && p >= SURE ? noteName(path) : written;
}

/** The tasks of which somebody is certainly an owner, and those in their note, by due date. */
export function tasksWith(person: string, rows: TaskRow[]): TaskRow[] {
  const isTheirs = ({ path, owners }: TaskRow): boolean => path === person || owners.some((owner) => owner.path === person && owner.p >= SURE);
  return rows.filter(isTheirs).sort(byDue);
}

/** The words of a description as they are read: a link shows its text. */
export function readable(description: string): string {
  return description.replace(/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/gu, (_, target: string, shown: string | undefined) => shown ?? target);
}

/** Whether this view shows the task. */
export function belongs(row: TaskRow, way: Way, { today, me }: Reader): boolean {
  if (way === 'overdue') return isOverdue(row, today);
  return way !== 'waiting' || isWaiting(row, me);
}

function ownerTitles(row: TaskRow): string[] {
  return row.owners.length === 0 ? [words.nobody] : [...new Set(row.owners.map(ownerName))];
}

const DUE_TITLES: string[] = [words.overdue, words.today, words.soon, words.later, words.undated];

function dueTitle({ due }: TaskRow, today: string): string {
  if (!isDay(due)) return words.undated;
  if (due < today) return words.overdue;
  if (due === today) return words.today;
  return (Date.parse(due) - Date.parse(today)) / DAY <= SOON ? words.soon : words.later;
}

/** A day of the calendar; the engine gives any other as `invalid:` and its text. */
export function isDay(due: string | undefined): due is string {
  return due !== undefined && !due.startsWith('invalid:');
}

function byDue(a: TaskRow, b: TaskRow): number {
  const [one, other] = [isDay(a.due) ? a.due : '~', isDay(b.due) ? b.due : '~'];
  if (one !== other) return one < other ? -1 : 1;
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}
