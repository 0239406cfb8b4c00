// Whether the user types a name to be completed, and how the link that they choose is written there. Pure.
import { isSign } from '../screen/sign';
import type { LineContext } from './context';

export interface Trigger {
  /** What was asked for: people behind the sign, people and companies behind `[[` and the sign, all notes behind `[[`. */
  kind: 'people' | 'linked' | 'notes';
  /** What stands before the name. */
  sign: string;
  /** Where the sign begins, in UTF-16 units of the line. */
  start: number;
  typed: string;
}

/** Letters, and what stands inside names; at most four words. */
const NAME = String.raw`(?:[\p{L}\p{M}\p{N}'’.\-]+(?: [\p{L}\p{M}\p{N}'’.\-]+){0,3})?`;
/** A sign behind anything else belongs to an address: `a@b`, `https://example.org/@b`, `](@b)`. */
const BEFORE = String.raw`(?:^|[\s"'“‘>*_~,]|(?<open>[([]))`;
/** A name goes on after a full stop (`J. Smith`), a sentence does not (`@Rob. Then`). */
const SENTENCE_END = /\p{L}{2}\. /u;
const LONGEST = 60;
/** The least number of letters for a search among all notes. */
const FEWEST = 2;

export interface TriggerSettings {
  /** After the sign. */
  people: boolean;
  /** The sign. One that cannot be used counts as `@`. */
  sign: string;
  /** After `[[`. */
  links: boolean;
}

/** `before` is the line up to the cursor. */
export function triggerIn(before: string, wanted: TriggerSettings): Trigger | null {
  const sign = isSign(wanted.sign) ? wanted.sign : '@';
  const trigger = linkIn(before, sign) ?? signedIn(before, sign);
  if (!trigger || trigger.typed.length > LONGEST || SENTENCE_END.test(trigger.typed)) return null;
  if (trigger.kind !== 'notes') return wanted.people ? trigger : null;
  return wanted.links && trigger.typed.length >= FEWEST ? trigger : null;
}

function linkIn(before: string, sign: string): Trigger | undefined {
  const found = patternsOf(sign).link.exec(before);
  if (!found?.groups) return undefined;
  const { signed, typed = '' } = found.groups;
  return { kind: signed === undefined ? 'notes' : 'linked', sign: `[[${signed ?? ''}`, start: found.index, typed };
}

function signedIn(before: string, sign: string): Trigger | undefined {
  const found = patternsOf(sign).signed.exec(before);
  if (!found?.groups) return undefined;
  const typed = found.groups['typed'] ?? '';
  const start = before.length - typed.length - sign.length;
  const isAddress = found.groups['open'] === '(' && before[start - 2] === ']';
  const isUrl = /:\/\/\S*$/u.test(before.slice(0, start));
  return isAddress || isUrl ? undefined : { kind: 'people', sign, start, typed };
}

interface Patterns {
  signed: RegExp;
  link: RegExp;
}

/** Asked at every keystroke, and nearly always for the same sign. */
let made: { sign: string; patterns: Patterns } | undefined;

function patternsOf(sign: string): Patterns {
  if (made?.sign === sign) return made.patterns;
  const escaped = sign.replace(/[$^+?{}]/gu, String.raw`\$&`);
  const patterns = {
    signed: new RegExp(String.raw`${BEFORE}${escaped}(?<typed>${NAME})$`, 'u'),
    link: new RegExp(String.raw`\[\[(?<signed>${escaped})?(?<typed>${NAME})$`, 'u'),
  };
  made = { sign, patterns };
  return patterns;
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
