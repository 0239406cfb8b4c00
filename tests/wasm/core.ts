// Shared by the tests of this folder: engines from the module that main.js embeds, notes for them, and helpers that read
// their answers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantiate, type Core, type Engine, type Finding, type NoteEditSpan, type NoteText, type TaskQuery } from 'namesake-wasm';
import packed from 'namesake-wasm:packed';
import { apiOf } from '../../plugin/src/engine/api.ts';
import { compileOnce } from '../../plugin/src/engine/load.ts';
import { rowsOf, type TaskRow } from '../../plugin/src/engine/tasks.ts';
import type { EngineApi } from '../../plugin/src/engine/types.ts';

const compile = compileOnce(packed);
const EVERYDAY = join(import.meta.dirname, '../vaults/everyday');

/** An engine in an instance of its own, with the default settings and `notes`. */
export async function engineOf(...notes: NoteText[]): Promise<Engine> {
  const { Engine }: Core = await instantiate(await compile());
  const engine = new Engine();
  engine.configure(null);
  engine.upsert(notes);
  return engine;
}

/** The rows of the tasks that `query` selects. */
export const tasksOf = (engine: Engine, query: TaskQuery): TaskRow[] => rowsOf(engine.tasks(query));

/** The notes of the sample vault, with their byte order marks. */
export function everyday(): NoteText[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const paths = readdirSync(EVERYDAY, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return paths.sort().map((path) => ({ path, text: decoder.decode(readFileSync(join(EVERYDAY, path))) }));
}

/** A vault of two notes: the person and the meeting of the story. */
export const PERSON = 'People/Rob Benoit.md';
export const MEETING = 'Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md';

/** Applies edits as an editor's transaction does. They are in order and do not overlap; offsets are UTF-16 units. */
export function edited(text: string, edits: NoteEditSpan[]): string {
  let [result, at] = ['', 0];
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) throw new Error('edits out of order');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The text at the range of `finding`. */
export const wordsOf = (finding: Finding, text: string): string => text.slice(finding.start, finding.end);

/** The value; fails the test, naming what is missing, if there is none. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

/** The engine as the shell asks it: what it throws is a promise that fails. */
export function asked(engine: Engine): EngineApi {
  return apiOf((method, args) => new Promise((resolve) => {
    resolve((engine as unknown as Record<string, (...given: unknown[]) => unknown>)[method]?.(...args));
  }));
}
