// Which properties a finding names, and whether anything else has changed.
import type { Finding } from 'namesake-wasm';
import { outside, type Outside, type OutsideProperty } from './outside.ts';

/** A change of one note with what was said about it, in the note as it stood when it was said. */
export interface Said {
  before: string;
  finding: Pick<Finding, 'rule' | 'start' | 'end' | 'message' | 'fixes'>;
}

/** The rule whose change is that properties stand in another order. */
const REORDERS = 'key-order';
/** The rule whose change is where the block begins and ends. */
const FENCES = 'odd-fence';

/**
 * The names that findings name: of properties they point at, and those they quote in the words the user reads. Who
 * speaks of a note's tag speaks of the property `tags`.
 */
export function namesOf(said: Said[]): Set<string> {
  return new Set(
    said.flatMap(({ before, finding }) => {
      const words = [finding.message, ...finding.fixes.map(({ title }) => title)];
      const quoted = words.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
      const tags = words.some((line) => /\bthe tag\b/i.test(line)) ? ['tags'] : [];
      const pointedAt = (outside(before)?.properties ?? []).filter((property) => touches(property, finding));
      return [...quoted, ...tags, ...pointedAt.map(({ name }) => name)];
    }),
  );
}

/** An empty place touches the property it stands in or at the end of. */
function touches(property: OutsideProperty, { start, end }: Said['finding']): boolean {
  if (start === end) return property.start <= start && start <= property.end;
  return Math.max(property.start, start) < Math.min(property.end, end);
}

/** What differs between two texts of a note that no finding names, in words; nothing where all is well. */
export function unnamed(before: string, after: string, said: Said[]): string[] {
  const [was, is] = [outside(before), outside(after)];
  if (said.some(({ finding }) => finding.rule === FENCES) && withoutFences(before) === withoutFences(after)) return [];
  if (was === undefined || is === undefined) return was === is ? [] : ['there is a block in one of them only'];
  if (was.errors.length > 0) return [];
  if (is.errors.length > 0) return [`the block is broken: ${is.errors[0]}`];
  const names = namesOf(said);
  const sorted = said.some(({ finding }) => finding.rule === REORDERS);
  const inOrder = (list: string[]): string => JSON.stringify(sorted ? [...list].sort() : list);
  const kept = ({ properties }: Outside, part: (property: OutsideProperty) => string): string =>
    inOrder(properties.filter(({ name }) => !names.has(name)).map((property) => `${property.name} = ${part(property)}`));
  const differences: [string, string, string][] = [
    ['fence', was.head, is.head],
    ['value', kept(was, ({ value }) => value), kept(is, ({ value }) => value)],
    ['source', kept(was, ({ source }) => source), kept(is, ({ source }) => source)],
    ['comments', inOrder(was.comments), inOrder(is.comments)],
  ];
  return differences.filter(([, old, now]) => old !== now).map(([what, old, now]) => `${what}: ${old} -> ${now}`);
}

/** What stands between the fences and beyond them, without the blanks that keep a fence from being the first line. */
const withoutFences = (text: string): string =>
  text.split('\n').filter((line) => !/^\ufeff?[ \t]*(---|\.\.\.)[ \t\r]*$/.test(line)).join('\n').trimStart();
