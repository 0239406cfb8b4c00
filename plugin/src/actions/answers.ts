// What is answered on the command line of the app: text for people, or JSON, a line each, for programs.
import { findingsOf } from '../engine/findings';
import type { Finding, TaskQuery, TaskRow } from '../engine/types';
import { locale } from '../locales';
import { noteNamed } from '../vault/note-named';
import type { Parts } from './parts';
import { openReview } from './panes';

const words = locale.cli;

/** What was typed behind a command, each `key=value`; a key alone is `true`. */
export type Params = Record<string, string>;

const STATUSES = ['open', 'done', 'all'] as const;

export async function about({ engine }: Pick<Parts, 'engine'>, params: Params): Promise<string> {
  const told = await engine.about();
  return isJson(params) ? JSON.stringify(told) : told.summary;
}

export async function scanned(parts: Pick<Parts, 'app' | 'engine'>, params: Params): Promise<string> {
  const { app, engine } = parts;
  const findings = await findingsOf(engine, paths(parts, params) ?? app.vault.getMarkdownFiles().map(({ path }) => path));
  if (isJson(params)) return lines(findings.map(({ id, rule, tier, path, message, evidence }) => JSON.stringify({ id, rule, tier, path, message, evidence })));
  // The engine gives them note by note.
  const isNew = ({ path }: Finding, at: number): boolean => findings[at - 1]?.path !== path;
  const listed = findings.flatMap((finding, at) => [...(isNew(finding, at) ? [finding.path] : []), findingLine(finding)]);
  return lines([...listed, words.found(findings.length, findings.filter(isNew).length)]);
}

export async function tasks(parts: Pick<Parts, 'app' | 'engine'>, params: Params): Promise<string> {
  const status = STATUSES.find((known) => known === (params['status'] ?? 'open'));
  if (!status) throw new Error(words.noStatus(params['status'] ?? '', [...STATUSES]));
  const [path] = paths(parts, params) ?? [];
  const query: TaskQuery = { status, ...(params['owner'] === undefined ? {} : { owner: params['owner'] }), ...(path === undefined ? {} : { path }) };
  const rows = await parts.engine.tasks(query);
  return isJson(params) ? lines(rows.map((row) => JSON.stringify(row))) : lines([...rows.map(taskLine), words.tasks(rows.length)]);
}

export async function undone({ journal, undo }: Pick<Parts, 'journal' | 'undo'>): Promise<string> {
  const newest = await journal.newest();
  if (!newest) return locale.notice.nothingToUndo;
  const { restored, refused } = await undo.batch(newest.id);
  return lines([`${newest.title}: ${locale.notice.undone(restored.length)}`, ...refused.map(({ path, reason }) => `${path}: ${reason}`)]);
}

/** Opens the pane at the questions of a note. */
export async function reviewed(parts: Pick<Parts, 'app' | 'review'>, params: Params): Promise<string> {
  const [path] = paths(parts, params) ?? [];
  await openReview(parts, path);
  return words.opened;
}

/** The path of the note that was asked for; undefined if none was. Throws where there is no such note. */
function paths({ app }: Pick<Parts, 'app'>, { note }: Params): string[] | undefined {
  if (note === undefined) return undefined;
  const file = noteNamed(app, note);
  if (!file) throw new Error(words.noNote(note));
  return [file.path];
}

function isJson({ format = 'text' }: Params): boolean {
  if (format !== 'text' && format !== 'json') throw new Error(words.noFormat(format));
  return format === 'json';
}

function findingLine({ tier, rule, message }: Finding): string {
  return `  ${words.tier(tier)} ${rule}: ${message}`;
}

function taskLine({ path, line, description, owners, due }: TaskRow): string {
  const facts = [owners.map(({ written }) => written).join(', '), due].filter((fact) => fact !== undefined && fact !== '');
  return `${path}:${line} ${description}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
}

function lines(all: string[]): string {
  return all.join('\n');
}
