// What the user narrows the list of questions to, and its order. Pure.
import type { Topic } from '../engine/types';

/** In which order the questions of a section stand: as the core has them, those of the note first that was changed last, or by note. */
export type Sort = 'largest' | 'newest' | 'note';

/** What the user narrows the list to: a topic, words, a person or company by the note, a folder; and its order. */
export interface Narrowing {
  topic: Topic | 'here' | undefined;
  search: string;
  person: string | undefined;
  folder: string | undefined;
  sort: Sort;
}

/** `note` is in front of the user; its questions come first. */
export interface Filter extends Narrowing {
  note: string | undefined;
}

/** All questions, in the usual order. */
export const WIDE: Narrowing = { topic: undefined, search: '', person: undefined, folder: undefined, sort: 'largest' };

/** Whether some questions are not shown. */
export function isNarrowed({ topic, search, person, folder }: Narrowing): boolean {
  return topic !== undefined || search !== '' || person !== undefined || folder !== undefined;
}
