// Compares a note before and after its fixes: whatever differs must be a property that a finding names.
import type { Finding } from 'namesake-wasm';
import { readBlock, type Block, type Property } from './second-reader.ts';

/** A finding and the text it was found in: later fixes move its offsets. */
export interface FindingInText {
  before: string;
  finding: Pick<Finding, 'rule' | 'start' | 'end' | 'message' | 'fixes'>;
}

/** This rule changes the order of properties and nothing else. */
const REORDERS = 'key-order';
/** This rule changes where the block begins and ends. */
const FENCES = 'odd-fence';

/**
 * The properties that the findings name: those their ranges touch and those their messages quote. A message about “the
 * tag” names the property `tags`.
 */
export function namesOf(found: FindingInText[]): Set<string> {
  return new Set(
    found.flatMap(({ before, finding }) => {
      const words = [finding.message, ...finding.fixes.map(({ title }) => title)];
      const quoted = words.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
      const tags = words.some((line) => /\bthe tag\b/i.test(line)) ? ['tags'] : [];
      const pointedAt = (readBlock(before)?.properties ?? []).filter((property) => touches(property, finding));
      return [...quoted, ...tags, ...pointedAt.map(({ name }) => name)];
    }),
  );
}

/** An empty range touches the property that it lies in, or at whose end it lies. */
function touches(property: Property, { start, end }: FindingInText['finding']): boolean {
  if (start === end) return property.start <= start && start <= property.end;
  return Math.max(property.start, start) < Math.min(property.end, end);
}

/** Differences between two texts of a note that no finding names, each in words; empty where all is well. */
export function unnamedChanges(before: string, after: string, found: FindingInText[]): string[] {
  const [was, is] = [readBlock(before), readBlock(after)];
  if (found.some(({ finding }) => finding.rule === FENCES) && withoutFences(before) === withoutFences(after)) return [];
  if (was === undefined || is === undefined) return was === is ? [] : ['there is a block in one of them only'];
  if (was.errors.length > 0) return [];
  if (is.errors.length > 0) return [`the block is broken: ${is.errors[0]}`];
  const names = namesOf(found);
  const sorted = found.some(({ finding }) => finding.rule === REORDERS);
  const inOrder = (list: string[]): string => JSON.stringify(sorted ? [...list].sort() : list);
  const kept = ({ properties }: Block, part: (property: Property) => string): string =>
    inOrder(properties.filter(({ name }) => !names.has(name)).map((property) => `${property.name} = ${part(property)}`));
  const differences: [string, string, string][] = [
    ['fence', was.head, is.head],
    ['value', kept(was, ({ value }) => value), kept(is, ({ value }) => value)],
    ['source', kept(was, ({ source }) => source), kept(is, ({ source }) => source)],
    ['comments', inOrder(was.comments), inOrder(is.comments)],
  ];
  return differences.filter(([, old, now]) => old !== now).map(([what, old, now]) => `${what}: ${old} -> ${now}`);
}

/** The text without its fence lines, the odd ones too, and without leading blanks: what the rule for fences must not change. */
const withoutFences = (text: string): string =>
  text.split('\n').filter((line) => !/^[\s\p{C}]*([\p{Pd}\u2212]+|\.\.\.|(?<=\p{C}))[\s\p{C}]*$/u.test(line)).join('\n').trimStart();
