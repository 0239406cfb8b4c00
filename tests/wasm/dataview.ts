// Lists the tasks of a Dataview TASK query. Dataview's own parser, from the package `obsidian-dataview`, reads the query.
// Dataview's engine is not in that package, as it needs Obsidian's index, so the parsed condition is evaluated here by the
// same rules: `contains` looks for letters in a text and for an equal element in a list; links are equal if they lead to
// the same note; `&` and `|` bind equally, which the parser has resolved.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { compileFunction } from 'node:vm';
import type { NoteText } from 'namesake-wasm';
import { present } from './core.ts';

type Field =
  | { type: 'literal'; value: unknown }
  | { type: 'variable'; name: string }
  | { type: 'index'; object: Field; index: Field }
  | { type: 'binaryop'; left: Field; op: string; right: Field }
  | { type: 'negated'; child: Field }
  | { type: 'function'; func: Field; arguments: Field[] };

interface Query {
  header: { type: string };
  source: { type: string; folder?: string };
  operations: { type: string; clause: Field }[];
}

/** A link, compared by the path of the note that it leads to. */
class Link {
  constructor(readonly path: string) {}
}

/** A task, with Dataview's names for its fields. */
interface Item {
  text: string;
  completed: boolean;
  outlinks: Link[];
}

/** The file of the package requires `obsidian`, but its parser does not use it. */
function parser(): { tryParse: (query: string) => Query } {
  const path = createRequire(import.meta.url).resolve('obsidian-dataview');
  const exports: { QUERY_LANGUAGE?: { query: { tryParse: (query: string) => Query } } } = {};
  type Module = (exports: object, require: () => object) => void;
  const load = compileFunction(readFileSync(path, 'utf8'), ['exports', 'require']) as Module;
  load(exports, () => ({}));
  return present(exports.QUERY_LANGUAGE, 'parser of queries').query;
}

const queries = parser();

/** The texts of the tasks in `notes` that a query lists: the `dataview` block below `heading` in `note`. */
export function listed(notes: NoteText[], note: NoteText, heading: string): string[] {
  const section = present(note.text.split(`## ${heading}\n`)[1], `section ${heading}`);
  const block = present(/```dataview\n([^]*?)```/.exec(section)?.[1], 'query');
  const query = queries.tryParse(block);
  if (query.header.type !== 'task' || query.source.folder !== '') throw new Error('not a query for all tasks');
  const conditions = query.operations.filter(({ type }) => type === 'where').map(({ clause }) => clause);
  const origin = { file: { link: new Link(note.path), name: basename(note.path, '.md') } };
  const tasks = notes.flatMap(({ text }) => items(text, notes));
  const holds = (item: Item) => conditions.every((clause) => Boolean(evaluate(clause, { ...item, this: origin })));
  return tasks.filter(holds).map(({ text }) => text);
}

function items(text: string, notes: NoteText[]): Item[] {
  const lines = [...text.matchAll(/^[\s>]*[-*+] \[(.)\] (.*)$/gm)];
  return lines.map(([, status = '', words = '']) => ({
    text: words,
    completed: status.toLowerCase() === 'x',
    outlinks: [...words.matchAll(/\[\[([^\]|#]+)/g)].map(([, target = '']) => new Link(pathOf(target, notes))),
  }));
}

/** The path of the note that a link names by path or file name; without such a note, the name itself. */
function pathOf(target: string, notes: NoteText[]): string {
  const named = notes.find(({ path }) => path === `${target}.md` || basename(path) === `${target}.md`);
  return named?.path ?? target;
}

function evaluate(field: Field, scope: object): unknown {
  switch (field.type) {
    case 'literal':
      return field.value;
    case 'variable':
      return property(scope, field.name);
    case 'index':
      return property(evaluate(field.object, scope), evaluate(field.index, scope));
    case 'negated':
      return !evaluate(field.child, scope);
    case 'binaryop':
      return operated(field.op, evaluate(field.left, scope), evaluate(field.right, scope));
    case 'function':
      return called(field.func, field.arguments.map((argument) => evaluate(argument, scope)));
  }
}

function property(of: unknown, name: unknown): unknown {
  const found = Object.entries(of as object).find(([key]) => key === name);
  return present(found, `property ${String(name)}`)[1];
}

function operated(op: string, left: unknown, right: unknown): unknown {
  if (op === '&') return Boolean(left) && Boolean(right);
  if (op === '|') return Boolean(left) || Boolean(right);
  if (op === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  throw new Error(`the operator ${op} is not evaluated here`);
}

function called(func: Field, [place, sought]: unknown[]): boolean {
  if (func.type !== 'variable' || func.name !== 'contains') throw new Error('only `contains` is evaluated here');
  return contains(place, sought);
}

function contains(place: unknown, sought: unknown): boolean {
  if (Array.isArray(place)) return place.some((element) => contains(element, sought));
  if (typeof place === 'string' && typeof sought === 'string') return place.includes(sought);
  return place instanceof Link && sought instanceof Link && place.path === sought.path;
}
