// The lines of the list: questions under their headings, in the order in which a person goes through them. Pure.
import type { Question, Topic } from '../engine/types';
import type { ReviewState, Row, Section } from './types';

/** What the list is narrowed to. `note` is in front of the user; its questions come first. */
export interface Filter {
  note: string | undefined;
  topic: Topic | 'here' | undefined;
  search: string;
}

const SECTIONS: Section[] = ['here', 'groups', 'names', 'singles', 'skipped', 'snoozed'];
const TOPICS: Topic[] = ['names', 'tasks', 'facts', 'properties', 'text'];

/** What the list shows, and the numbers in the head. Made of all questions, it follows one decision without looking at them again. */
export interface QueueView {
  rows: Row[];
  /** Questions that wait, of all and of each topic, however the list is narrowed. Of `left` none sleeps. */
  left: number;
  asleep: number;
  topics: ReviewState['topics'];
}

export function viewOf(questions: Question[], filter: Filter, standing: (question: Question) => 'skipped' | 'snoozed' | undefined): QueueView {
  const bySection = new Map<Section, Question[]>(SECTIONS.map((section) => [section, []]));
  const words = filter.search.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const topics = new Map<Topic, number>();
  let [here, asleep] = [0, 0];
  for (const question of questions) {
    const aside = standing(question);
    const isHere = filter.note !== undefined && isAbout(question, filter.note);
    topics.set(question.topic, (topics.get(question.topic) ?? 0) + 1);
    if (isHere) here += 1;
    if (aside === 'snoozed') asleep += 1;
    if (filter.topic !== undefined && !(filter.topic === 'here' ? isHere : filter.topic === question.topic)) continue;
    if (words.every((word) => says(question, word))) bySection.get(aside ?? sectionOf(question, isHere))?.push(question);
  }
  const rows = [...bySection].flatMap(([section, all]): Row[] => {
    const lines = all.map((question): Row => ({ kind: 'question', section, question }));
    return all.length === 0 ? [] : [{ kind: 'heading', section, count: all.length }, ...lines];
  });
  const counts = TOPICS.map((topic) => ({ topic, count: topics.get(topic) ?? 0 }));
  return { rows, left: questions.length - asleep, asleep, topics: [{ topic: 'here', count: here }, ...counts] };
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

function sectionOf(question: Question, isHere: boolean): Section {
  if (isHere) return 'here';
  if (question.kind === 'name') return 'names';
  return question.places.length > 1 ? 'groups' : 'singles';
}

function isAbout({ places }: Question, note: string): boolean {
  return places.some(({ path }) => path === note);
}

function says({ ask, places, answers }: Question, word: string): boolean {
  const has = (text: string): boolean => text.toLowerCase().includes(word);
  return has(ask) || answers.some(has) || places.some(({ path, quote }) => has(path) || has(quote.before + quote.words + quote.after));
}
