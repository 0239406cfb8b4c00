// “Who is this?”: asks the engine about the form that is selected or stands under the cursor, and links it if the user
// says who it is.
import type { App, Editor, TFile } from 'obsidian';
import { WhoisModal } from '../modals/whois';
import type { Session } from '../session';
import { formAt, selectedForm, type Form } from './form';
import { identify } from './identify';

/** Undefined where no name is selected or under the cursor. A form is never longer than a line. */
export function formIn(editor: Editor): Form | undefined {
  const [from, to] = [editor.getCursor('from'), editor.getCursor('to')];
  if (from.line !== to.line) return undefined;
  const line = editor.getLine(from.line);
  return from.ch === to.ch ? formAt(line, from.ch) : selectedForm(line, from.ch, to.ch);
}

export async function whois(app: App, session: Session, editor: Editor, { path }: TFile): Promise<void> {
  const form = formIn(editor);
  if (!form) return;
  const { line } = editor.getCursor('from');
  const raw = editor.getLine(line);
  await session.catchUp(path);
  const candidates = await session.engine.whois(path, form.written, raw);
  const link = (person: string | undefined, remember: boolean): Promise<void> =>
    identify(session, { path, line: line + 1, raw, ...form, remember, ...(person === undefined ? {} : { person }) });
  new WhoisModal(app, form.written, candidates, (person, remember) => void session.run(() => link(person, remember))).open();
}
