// Whether the user types a name to be completed, and how the link that they choose is written there. Pure.
import type { LineContext } from './context';

export interface Trigger {
  /** The sign that asked for it. `[[@` asks for people and companies only, `[[` for all notes. */
  sign: '@' | '[[@' | '[[';
  /** Where the sign begins, in UTF-16 units of the line. */
  start: number;
  typed: string;
}

/** Letters, and what stands inside names; at most four words. */
const NAME = String.raw`(?:[\p{L}\p{M}\p{N}'’.\-]+(?: [\p{L}\p{M}\p{N}'’.\-]+){0,3})?`;
/** An `@` behind anything else belongs to an address: `a@b`, `https://example.org/@b`, `](@b)`. */
const AT = new RegExp(String.raw`(?:^|[\s"'“‘>*_~,]|(?<open>[([]))@(?<typed>${NAME})$`, 'u');
const LINK = new RegExp(String.raw`\[\[(?<at>@?)(?<typed>${NAME})$`, 'u');
/** A name goes on after a full stop (`J. Smith`), a sentence does not (`@Rob. Then`). */
const SENTENCE_END = /\p{L}{2}\. /u;
const LONGEST = 60;
/** The least number of letters for a search among all notes. */
const FEWEST = 2;

export interface TriggerSettings {
  /** After `@`. */
  people: boolean;
  /** After `[[`. */
  links: boolean;
}

/** `before` is the line up to the cursor. */
export function triggerIn(before: string, wanted: TriggerSettings): Trigger | null {
  const trigger = linkIn(before) ?? atIn(before);
  if (!trigger || trigger.typed.length > LONGEST || SENTENCE_END.test(trigger.typed)) return null;
  if (trigger.sign !== '[[') return wanted.people ? trigger : null;
  return wanted.links && trigger.typed.length >= FEWEST ? trigger : null;
}

function linkIn(before: string): Trigger | undefined {
  const found = LINK.exec(before);
  if (!found?.groups) return undefined;
  return { sign: found.groups['at'] === '@' ? '[[@' : '[[', start: found.index, typed: found.groups['typed'] ?? '' };
}

function atIn(before: string): Trigger | undefined {
  const found = AT.exec(before);
  if (!found?.groups) return undefined;
  const typed = found.groups['typed'] ?? '';
  const start = before.length - typed.length - 1;
  const isAddress = found.groups['open'] === '(' && before[start - 2] === ']';
  const isUrl = /:\/\/\S*$/u.test(before.slice(0, start));
  return isAddress || isUrl ? undefined : { sign: '@', start, typed };
}

/** Whether the line is a task: there an owner is written. */
export function isTask(line: string, globalFilter: string): boolean {
  return /^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]\s/u.test(line) && line.includes(globalFilter);
}

/** The link as it has to be written behind `before`; undefined where a property cannot have a link as its value. */
export function fitted(link: string, before: string, context: LineContext): string | undefined {
  if (context === 'properties') {
    const quote = /(?:^\s*-\s+|:\s+|[[,]\s*)(?<quote>["']?)$/u.exec(before)?.groups?.['quote'];
    if (quote === undefined) return undefined;
    if (quote === "'") return link.replaceAll("'", "''");
    const quoted = JSON.stringify(link);
    return quote === '"' ? quoted.slice(1, -1) : quoted;
  }
  return before.trimStart().startsWith('|') ? link.replaceAll('|', '\\|') : link;
}
