// What our views of a base show of its notes, as rows under headings. Pure: the base says which notes, the engine what it
// knows of them.
import type { Contact, Finding, TaskRow } from '../engine/types';
import { locale } from '../locales';
import { groupsOf, isOverdue, readable, type Reader } from '../tasks/groups';
import { noteName } from '../vault/paths';

export interface BaseRow {
  path: string;
  /** 0-based, where it is about a line of the note. */
  line?: number;
  title: string;
  facts: string[];
}

export interface BaseSection {
  title: string;
  rows: BaseRow[];
}

const words = locale.bases;
/** Milliseconds of a day in UTC. */
const DAY = 86_400_000;

/** People in the order of the engine: whom one met last first. */
export function byContact(people: Contact[], notes: ReadonlySet<string>, today: string): BaseSection[] {
  const rows = people.filter(({ path }) => notes.has(path)).map(({ path, name, lastContact, company }) => ({
    heading: headingOf(lastContact, today),
    row: { path, title: name, facts: present([lastContact, company]) },
  }));
  const sections = words.contacted.map((title, at) => ({ title, rows: rows.filter(({ heading }) => heading === at).map(({ row }) => row) }));
  return sections.filter((section) => section.rows.length > 0);
}

/** Tasks that stand in these notes, or whose owners have one of them. */
export function byOwner(tasks: TaskRow[], notes: ReadonlySet<string>, reader: Reader): BaseSection[] {
  const concerns = ({ path, owners }: TaskRow): boolean => notes.has(path) || owners.some((owner) => owner.path !== undefined && notes.has(owner.path));
  return groupsOf(tasks.filter(concerns), 'owner', reader).map(({ title, rows }) => ({ title, rows: rows.map((row) => taskRow(row, reader.today)) }));
}

/** Notes with something to decide about, most of it first. */
export function byWaiting(findingsIn: (path: string) => Finding[], notes: ReadonlySet<string>): BaseSection[] {
  const waiting = [...notes].map((path) => ({ path, found: findingsIn(path).filter(({ tier }) => tier === 'review') })).filter(({ found }) => found.length > 0);
  waiting.sort((a, b) => b.found.length - a.found.length || (a.path < b.path ? -1 : 1));
  const rows = waiting.map(({ path, found }) => ({ path, title: noteName(path), facts: present([words.waiting(found.length), found[0]?.message]) }));
  return rows.length === 0 ? [] : [{ title: words.toDecide, rows }];
}

/** A place among `words.contacted`. */
function headingOf(day: string | undefined, today: string): number {
  if (day === undefined) return 3;
  const days = (Date.parse(today) - Date.parse(day)) / DAY;
  if (days <= 30) return 0;
  return days <= 90 ? 1 : 2;
}

function taskRow(row: TaskRow, today: string): BaseRow {
  const due = row.due === undefined ? undefined : isOverdue(row, today) ? locale.taskView.late(row.due) : locale.tasks.due(row.due);
  return { path: row.path, line: row.line - 1, title: readable(row.description), facts: present([due, noteName(row.path)]) };
}

function present(facts: (string | undefined)[]): string[] {
  return facts.filter((fact) => fact !== undefined && fact !== '') as string[];
}
