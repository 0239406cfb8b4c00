// “Who is this?”: asks the engine about the form that is selected or stands under the cursor, and links it if the user
// says who it is.
import type { Editor, TFile } from 'obsidian';
import { formIn } from '../editor/form-in-editor';
import { WhoisModal } from '../modals/whois';
import { identify } from './identify';
import type { Parts } from './parts';

type WhoisParts = Pick<Parts, 'app' | 'engine' | 'repairs' | 'undo' | 'catchUp' | 'index'>;

export async function whois(parts: WhoisParts, editor: Editor, { path }: TFile): Promise<void> {
  const form = formIn(editor);
  if (!form) return;
  const { line } = editor.getCursor('from');
  const raw = editor.getLine(line);
  await parts.catchUp([path]);
  const candidates = await parts.engine.whois(path, form.written, raw);
  const link = (person: string | undefined, remember: boolean): Promise<void> =>
    identify(parts, { path, line: line + 1, raw, ...form, remember, ...(person === undefined ? {} : { person }) });
  new WhoisModal(parts.app, form.written, candidates, (person, remember) => void parts.index.whenReady(() => link(person, remember))).open();
}
