// The user's own patterns as rows of the settings. Pure.
import type { Pattern, PatternError } from '../engine/types';
import { locale } from '../locales';
import { errorText } from './pattern-draft';

const words = locale.settings;

/** What somebody begins with who adds a pattern. */
export const NEW_PATTERN: Pattern = { name: '', find: '', replace: '', where: ['body'], folders: [], kinds: [], automatic: false, enabled: true };

/** A pattern's name, and in a sentence or two what it does and what is wrong with it. */
export function patternRow(pattern: Pattern, error: PatternError | undefined): { name: string; desc: string } {
  const does = words.patternIs(pattern.find, pattern.replace);
  const more = error ? [words.patternWrong(errorText(error))] : pattern.automatic ? [words.patternAutomatic] : [];
  return { name: pattern.name.trim() || pattern.find, desc: [does, ...more].join(' ') };
}

/** The patterns with another one at a place; refused if what was shown there is not there any more. */
export function changedAt(all: Pattern[], at: number, shown: Pattern, edited: Pattern): Pattern[] {
  if (JSON.stringify(all[at]) !== JSON.stringify(shown)) throw new Error(words.patternGone);
  return all.map((pattern, other) => (other === at ? edited : pattern));
}

/**
 * The items without the one at a place; refused with `gone` if the list has other items than the `shown` so many. What is
 * edited in its row stays the same item.
 */
export function without<T>(all: T[], at: number, shown: number, gone: string): T[] {
  if (all.length !== shown) throw new Error(gone);
  return all.filter((_, other) => other !== at);
}
