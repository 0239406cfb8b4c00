// The form in an editor that “Who is this?” is asked about.
import type { Editor } from 'obsidian';
import { formAt, selectedForm, type Form } from './form';

/** Undefined where no name is selected or under the cursor. A form is never longer than a line. */
export function formIn(editor: Editor): Form | undefined {
  const [from, to] = [editor.getCursor('from'), editor.getCursor('to')];
  if (from.line !== to.line) return undefined;
  const line = editor.getLine(from.line);
  return from.ch === to.ch ? formAt(line, from.ch) : selectedForm(line, from.ch, to.ch);
}
