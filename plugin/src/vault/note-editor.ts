// One CodeMirror editor that shows a note. Changes go past the filters of the editor, as in Live Preview one of them
// drops and mangles what plugins change in the properties.
import { TextFileView, type MarkdownFileInfo } from 'obsidian';
import { isolateHistory } from '@codemirror/commands';
import { Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { TextEdit } from '../engine/types';
import type { OpenNote } from './open-note';

export class NoteEditor implements OpenNote {
  readonly #view: EditorView;
  readonly #info: MarkdownFileInfo | undefined;

  constructor(view: EditorView, info: MarkdownFileInfo | undefined) {
    this.#view = view;
    this.#info = info;
  }

  text(): string {
    return this.#view.state.doc.toString();
  }

  apply(edits: TextEdit[]): void {
    const changes = edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
    this.#view.dispatch({ changes, annotations: isolateHistory.of('full'), filter: false });
  }

  show(text: string): void {
    const changes = between(this.text(), text);
    this.#view.dispatch({ changes, annotations: Transaction.addToHistory.of(false), filter: false });
  }

  /** An editor that is no view of its own, as in a card of a canvas, saves by itself. */
  async save(): Promise<void> {
    if (this.#info instanceof TextFileView) await this.#info.save();
  }

  /** Whether the focus is in this editor, and one of the edits in a line of its selection. */
  atCursor(edits: TextEdit[]): boolean {
    const { contentDOM, root, state } = this.#view;
    if (!contentDOM.contains(root.activeElement)) return false;
    return state.selection.ranges.some((range) => {
      const [from, to] = [state.doc.lineAt(range.from).from, state.doc.lineAt(range.to).to];
      return edits.some(({ start, end }) => start <= to && end >= from);
    });
  }
}

/** One change that turns `before` into `after`, without their common beginning and end. */
function between(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}
