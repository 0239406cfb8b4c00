// “Why is this here?”: what wrote the line of the cursor. The engine knows the lines that meetings taught, the journal what was
// written lately; either has its way back.
import { TFile, type Editor } from 'obsidian';
import type { Finding } from '../engine/types';
import { locale } from '../locales';
import { WhyModal } from '../modals/why';
import { decisionOn } from '../review/answers';
import { say } from '../screen/notices';
import { originOf, type LineOrigin } from '../vault/line-history';
import type { Parts } from './parts';

/** As many batches as the journal keeps of one kind. */
const BATCHES = 400;

/** Whether a line ends as the lines that meetings teach do, so that the question is worth a place in a menu. */
export function isTaught(line: string): boolean {
  return / \^[0-9a-f]{8}\s*$/u.test(line);
}

export async function why(parts: Parts, editor: Editor, { path }: TFile): Promise<void> {
  const { app, engine, index, undo } = parts;
  const { line } = editor.getCursor();
  const words = editor.getLine(line);
  await parts.catchUp([path]);
  const found = await engine.writtenLine(path, line + 1);
  const origin = await originAt(parts, path, line);
  if (!found && !origin) return say(locale.why.unknown);
  const rule = found && (await engine.rules()).find(({ name }) => name === found.rule)?.what;
  new WhyModal(app, { words, found, rule, origin }, {
    undo: ({ record }) => void index.whenReady(async () => void (await undo.batch(record.id, path))),
    takeOut: (finding) => void index.whenReady(() => takeOut(parts, editor, line, words, finding)),
  }).open();
}

async function originAt({ app, journal, engine }: Parts, path: string, line: number): Promise<LineOrigin | undefined> {
  const file = app.vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return undefined;
  const text = await app.vault.cachedRead(file);
  const lines = text.split('\n');
  const start = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  const part = { start, end: start + (lines[line]?.length ?? 0) };
  return originOf(await journal.list(BATCHES), (entry, current) => engine.revert(entry, current), path, text, part);
}

/** The line goes, as if the user had deleted it, and the meeting never writes it again. */
async function takeOut({ decisions }: Parts, editor: Editor, line: number, words: string, finding: Finding): Promise<void> {
  if (editor.getLine(line) !== words) return say(locale.refusal.changed);
  const last = editor.lastLine();
  if (line < last) editor.replaceRange('', { line, ch: 0 }, { line: line + 1, ch: 0 });
  else editor.replaceRange('', { line: line - 1, ch: editor.getLine(line - 1).length }, { line, ch: words.length });
  await decisions.decideInNotes([decisionOn(finding, 'rejected')]);
  return say(locale.why.takenOut);
}
