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

export function rowsOf(questions: Question[], filter: Filter, standing: (question: Question) => 'skipped' | 'snoozed' | undefined): Row[] {
  const bySection = new Map<Section, Question[]>(SECTIONS.map((section) => [section, []]));
  const words = filter.search.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  for (const question of questions) {
    if (!isTopic(question, filter) || !words.every((word) => says(question, word))) continue;
    bySection.get(standing(question) ?? sectionOf(question, filter.note))?.push(question);
  }
  return [...bySection].flatMap(([section, all]): Row[] => {
    const rows = all.map((question): Row => ({ kind: 'question', section, question }));
    return all.length === 0 ? [] : [{ kind: 'heading', section, count: all.length }, ...rows];
  });
}

/** The chips, with the number of questions behind each. */
export function topicsOf(questions: Question[], note: string | undefined): ReviewState['topics'] {
  const here = note === undefined ? 0 : questions.filter((question) => isAbout(question, note)).length;
  const counts = new Map<Topic, number>();
  for (const { topic } of questions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [{ topic: 'here' as const, count: here }, ...TOPICS.map((topic) => ({ topic, count: counts.get(topic) ?? 0 }))];
}

function sectionOf(question: Question, note: string | undefined): Section {
  if (note !== undefined && isAbout(question, note)) return 'here';
  if (question.kind === 'name') return 'names';
  return question.places.length > 1 ? 'groups' : 'singles';
}

function isAbout({ places }: Question, note: string): boolean {
  return places.some(({ path }) => path === note);
}

function isTopic(question: Question, { topic, note }: Filter): boolean {
  if (topic === 'here') return note !== undefined && isAbout(question, note);
  return topic === undefined || question.topic === topic;
}

function says({ ask, places, answers }: Question, word: string): boolean {
  const has = (text: string): boolean => text.toLowerCase().includes(word);
  return has(ask) || answers.some(has) || places.some(({ path, quote }) => has(path) || has(quote.before + quote.words + quote.after));
}
