// A second reading of a note's frontmatter, by eemeli's `yaml`: its syntax tree gives the source, its values the meaning.
// It shares no code with the core, the search for the fences included, so the two can be compared.
import { CST, isMap, isNode, isScalar, Parser, parseDocument, type Document, type Node } from 'yaml';

/** A property. Offsets are UTF-16 units of the note. */
export interface Property {
  name: string;
  start: number;
  end: number;
  /** Its value as JSON, with YAML aliases resolved. */
  value: string;
  /** Its tokens. Comments and blank lines around it belong to no property; comments are compared separately. */
  source: string;
}

/** A note with a frontmatter block. */
export interface Block {
  head: string;
  body: string;
  /** Why the block cannot be read; empty if it can. */
  errors: string[];
  properties: Property[];
  comments: string[];
}

const known = new Map<string, Block | undefined>();

/** The reading of a note, or undefined where Obsidian sees no block. Readings are kept: tests ask for the same text often. */
export function readBlock(text: string): Block | undefined {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

function read(text: string): Block | undefined {
  const lines = text.split('\n');
  const isFence = (line: string): boolean => /^---[ \t\r]*$/.test(line);
  const close = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (close < 0 || !isFence(lines[0].replace(/^\ufeff/, ''))) return undefined;
  const lengthOf = (part: string[]): number => part.reduce((sum, line) => sum + line.length + 1, 0);
  const [start, end] = [lengthOf(lines.slice(0, 1)), lengthOf(lines.slice(0, close))];
  const yaml = text.slice(start, end);
  // A name that stands twice is a finding, and must not make the block unreadable.
  const document = parseDocument(yaml, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'error' });
  const errors = document.errors.map((error) => error.message);
  return {
    head: text.slice(0, start),
    body: text.slice(end),
    errors,
    properties: errors.length > 0 ? [] : propertiesOf(document, start),
    comments: commentsOf([...new Parser().parse(yaml)]),
  };
}

function propertiesOf(document: Document.Parsed, offset: number): Property[] {
  if (!isMap(document.contents)) return [];
  return document.contents.items.map(({ key, value, srcToken }) => {
    const [first, last] = [isNode(key) ? key.range : null, isNode(value) ? value.range : null];
    return {
      name: isNode(key) ? (isScalar(key) ? String(key.value) : valueOf(key, document)) : '',
      start: offset + (first?.[0] ?? 0),
      end: offset + (last?.[1] ?? first?.[1] ?? 0),
      value: isNode(value) ? valueOf(value, document) : 'null',
      source: srcToken === undefined ? '' : CST.stringify({ ...srcToken, start: [] }).replace(/(\r?\n[ \t]*(#.*)?)+$/, ''),
    };
  });
}

/** The value as JSON; an alias without an anchor stays as it is written. */
function valueOf(value: Node, document: Document.Parsed): string {
  try {
    return JSON.stringify(value.toJS(document));
  } catch (thrown) {
    if (thrown instanceof ReferenceError) return String(value);
    throw thrown;
  }
}

/** The comments anywhere below `part` of a syntax tree, in order. */
function commentsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(commentsOf);
  if (typeof part !== 'object' || part === null) return [];
  const token = part as Partial<Record<string, unknown>>;
  if (token.type === 'comment') return [String(token.source).trimEnd()];
  return commentsOf([token.start, token.props, token.key, token.sep, token.value, token.items, token.end]);
}
