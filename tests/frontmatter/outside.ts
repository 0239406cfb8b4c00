// A note's frontmatter as another implementation of YAML sees it: eemeli's `yaml`, its syntax tree for what stands
// there and its values for what that means. Shares no code with the core, the fences included.
import { CST, isMap, isNode, isScalar, Parser, parseDocument, type Document, type Node } from 'yaml';

/** A property; places in UTF-16 units of the note. */
export interface OutsideProperty {
  name: string;
  start: number;
  end: number;
  /** What it means, aliases followed. */
  value: string;
  /** Its tokens, without the comments and blank lines around it: whose they are is a matter of taste, and they are compared on their own. */
  source: string;
}

/** The parts of a note that has a block, and what is in it. */
export interface Outside {
  head: string;
  body: string;
  /** Why the block cannot be read; empty where it can. */
  errors: string[];
  properties: OutsideProperty[];
  comments: string[];
}

const known = new Map<string, Outside | undefined>();

/** The block of a note, or nothing where Obsidian sees none. Texts are asked about more than once, and read once. */
export function outside(text: string): Outside | undefined {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

function read(text: string): Outside | undefined {
  const lines = text.split('\n');
  const isFence = (line: string): boolean => /^---[ \t\r]*$/.test(line);
  const close = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (close < 0 || !isFence(lines[0].replace(/^\ufeff/, ''))) return undefined;
  const lengthOf = (part: string[]): number => part.reduce((sum, line) => sum + line.length + 1, 0);
  const [start, end] = [lengthOf(lines.slice(0, 1)), lengthOf(lines.slice(0, close))];
  const yaml = text.slice(start, end);
  // Two properties of one name are something to report, not something that cannot be read.
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

function propertiesOf(document: Document.Parsed, offset: number): OutsideProperty[] {
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

/** In JSON; an alias that no anchor explains stands for itself. */
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
