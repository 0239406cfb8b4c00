// The lines of the list: questions under their headings, in the order in which a person goes through them. Pure.
import type { Question, Topic } from '../engine/types';
import type { Filter, Sort } from './narrowing';
import type { ReviewState, Row, Section, Standing } from './types';

/** What the list needs to know of a question besides itself. */
export interface Known {
  /** How it was put aside, if it was. */
  standing: (question: Question) => Standing | undefined;
  /** The notes of the people and companies on offer. */
  offered: (question: Question) => string[];
  /** Whether the answer wants a value that the user types. */
  isTyped: (question: Question) => boolean;
  /** When a note was last changed, in milliseconds. */
  changed: (path: string) => number;
}

const SECTIONS: Section[] = ['here', 'groups', 'names', 'singles', 'typing', 'skipped', 'snoozed'];
const TOPICS: Topic[] = ['names', 'tasks', 'facts', 'properties', 'text'];

/** What the list shows, and the numbers in the head. Made of all questions, it follows one decision without looking at them again. */
export interface QueueView {
  rows: Row[];
  /** Questions that wait, of all and of each topic, however the list is narrowed. Of `left` none sleeps or waits for its note. */
  left: number;
  asleep: number;
  unopened: number;
  topics: ReviewState['topics'];
}

export function viewOf(questions: Question[], filter: Filter, known: Known): QueueView {
  const bySection = new Map<Section, Question[]>(SECTIONS.map((section) => [section, []]));
  const words = filter.search.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const topics = new Map<Topic, number>();
  let [here, asleep, unopened] = [0, 0, 0];
  for (const question of questions) {
    const aside = known.standing(question);
    if (aside === 'unopened') {
      unopened += 1;
      continue;
    }
    const isHere = filter.note !== undefined && isAbout(question, filter.note);
    topics.set(question.topic, (topics.get(question.topic) ?? 0) + 1);
    if (isHere) here += 1;
    if (aside === 'snoozed') asleep += 1;
    if (filter.topic !== undefined && !(filter.topic === 'here' ? isHere : filter.topic === question.topic)) continue;
    if (!isIn(question, filter.folder) || !concerns(question, filter.person, known)) continue;
    if (words.every((word) => says(question, word))) bySection.get(aside ?? sectionOf(question, isHere, known))?.push(question);
  }
  const rows = [...bySection].flatMap(([section, all]): Row[] => {
    const lines = sorted(all, filter.sort, known).map((question): Row => ({ kind: 'question', section, question }));
    return all.length === 0 ? [] : [{ kind: 'heading', section, count: all.length }, ...lines];
  });
  const counts = TOPICS.map((topic) => ({ topic, count: topics.get(topic) ?? 0 }));
  return { rows, left: questions.length - asleep - unopened, asleep, unopened, topics: [{ topic: 'here', count: here }, ...counts] };
}

/** Takes the question in this row, which is decided, out of the view. */
export function dropRow(view: QueueView, at: number, note: string | undefined): void {
  const [row] = view.rows.splice(at, 1);
  if (row?.kind !== 'question') return;
  const { question, section } = row;
  const headAt = view.rows.findLastIndex((one: Row, index: number) => one.kind === 'heading' && index < at);
  const head = view.rows[headAt];
  if (head?.kind === 'heading') view.rows.splice(headAt, 1, ...(head.count === 1 ? [] : [{ ...head, count: head.count - 1 }]));
  if (section === 'snoozed') view.asleep -= 1;
  else view.left -= 1;
  view.topics = view.topics.map(({ topic, count }) => {
    const isIts = topic === 'here' ? note !== undefined && isAbout(question, note) : topic === question.topic;
    return { topic, count: isIts ? count - 1 : count };
  });
}

function sectionOf(question: Question, isHere: boolean, { isTyped }: Known): Section {
  if (isHere) return 'here';
  if (isTyped(question)) return 'typing';
  if (question.kind === 'name') return 'names';
  return question.places.length > 1 ? 'groups' : 'singles';
}

/** Whether one of its notes lies in the folder or below it. */
function isIn({ places }: Question, folder: string | undefined): boolean {
  return folder === undefined || places.some(({ path }) => path.startsWith(`${folder}/`));
}

/** Whether it is asked in that person's note, or they are an answer. */
function concerns(question: Question, person: string | undefined, { offered }: Known): boolean {
  return person === undefined || isAbout(question, person) || offered(question).includes(person);
}

/** How many questions there are about each person or company: in their note, or with them as an answer. */
export function countByPerson(questions: Question[], people: ReadonlySet<string>, { offered }: Known): Map<string, number> {
  return counted(questions, (question) => [...question.places.map(({ path }) => path), ...offered(question)].filter((path) => people.has(path)));
}

/** How many questions there are in each folder and below it. */
export function countByFolder(questions: Question[]): Map<string, number> {
  return counted(questions, ({ places }) => places.flatMap(({ path }) => foldersOf(path)));
}

function counted(questions: Question[], about: (question: Question) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) for (const one of new Set(about(question))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** `A/B/c.md` -> `A`, `A/B`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function sorted(questions: Question[], sort: Sort, { changed }: Known): Question[] {
  if (sort === 'largest') return questions;
  if (sort === 'note') return [...questions].sort((a, b) => ORDER.compare(firstPath(a), firstPath(b)));
  const newest = new Map(questions.map((question) => [question, Math.max(...question.places.map(({ path }) => changed(path)))]));
  return [...questions].sort((a, b) => (newest.get(b) ?? 0) - (newest.get(a) ?? 0));
}

/** Made once: a collator for each comparison would be slow. */
const ORDER = new Intl.Collator(undefined, { numeric: true });

function firstPath({ places }: Question): string {
  return places[0]?.path ?? '';
}

function isAbout({ places }: Question, note: string): boolean {
  return places.some(({ path }) => path === note);
}

function says({ ask, places, answers }: Question, word: string): boolean {
  const has = (text: string): boolean => text.toLowerCase().includes(word);
  return has(ask) || answers.some(has) || places.some(({ path, quote }) => has(path) || has(quote.before + quote.words + quote.after));
}
