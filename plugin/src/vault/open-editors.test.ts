import { history, redo, undo } from '@codemirror/commands';
import { EditorState, StateField, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { MarkdownFileInfo } from 'obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { OpenEditors } from './open-editors';

const PATH = 'People/Ada Marsh.md';
const TEXT = 'one\ntwo\nthree';

const views: EditorView[] = [];
afterEach(() => {
  views.splice(0).forEach((view) => view.destroy());
  document.getSelection()?.removeAllRanges();
});

/** Editors of notes, and the notes that were typed in so far. */
function stage() {
  const typed: [string, string][] = [];
  let moves = 0;
  const field = StateField.define<MarkdownFileInfo>({ create: () => ({}) as MarkdownFileInfo, update: (value) => value });
  const open = new OpenEditors(field, { typed: (path, text) => typed.push([path, text]), moved: () => (moves += 1) });
  const edit = (path: string, doc = TEXT, parent: HTMLElement = document.body, filters: Extension = []): EditorView => {
    const file = { path, extension: path.split('.').at(-1) };
    const view = new EditorView({ parent, state: EditorState.create({ doc, extensions: [history(), field.init(() => ({ file }) as MarkdownFileInfo), open.extension, filters] }) });
    views.push(view);
    return view;
  };
  return { open, edit, typed, moves: () => moves };
}

const insert = (text: string, spec: TransactionSpec = {}): TransactionSpec => ({ changes: { from: 0, insert: text }, ...spec });

describe('what counts as typing in a note', () => {
  it.each(['input.type', 'input.paste', 'input.type.compose', 'input.drop', 'delete.backward', 'move.drop'])('%s', (userEvent) => {
    const { edit, typed } = stage();
    edit(PATH).dispatch(insert('x', { userEvent }));
    expect(typed).toEqual([[PATH, `x${TEXT}`]]);
  });

  it('undo and redo', () => {
    const { edit, typed } = stage();
    const view = edit(PATH);
    view.dispatch(insert('x'));
    undo(view);
    redo(view);
    expect(typed.map(([, text]) => text)).toEqual([TEXT, `x${TEXT}`]);
  });

  it('nothing that the app loads or another plugin writes', () => {
    const { edit, typed } = stage();
    const view = edit(PATH);
    view.dispatch(insert('loaded', { userEvent: 'set' }));
    view.dispatch(insert('by a plugin'));
    view.dispatch({ selection: { anchor: 2 }, userEvent: 'select' });
    expect(typed).toEqual([]);
  });

  it('nothing in a file that is no note', () => {
    const { edit, typed } = stage();
    edit('Board.canvas').dispatch(insert('x', { userEvent: 'input.type' }));
    expect(typed).toEqual([]);
  });
});

describe('the editors of a note', () => {
  it('are all that show it, until they are closed', () => {
    const { open, edit } = stage();
    const [first] = [edit(PATH), edit(PATH), edit('Other.md')];
    expect(open.of(PATH)).toHaveLength(2);
    first?.destroy();
    expect(open.of(PATH)).toHaveLength(1);
  });

  it('are not the cells of its tables, which show a part of it', () => {
    const { open, edit } = stage();
    const outer = edit(PATH);
    edit(PATH, 'a cell', outer.contentDOM);
    expect(open.of(PATH).map((editor) => editor.text())).toEqual([TEXT]);
  });

  it('take a change as one step of undo, past the filters', () => {
    const { open, edit } = stage();
    const onlyTyping = EditorState.transactionFilter.of((transaction) => (transaction.isUserEvent('input') ? transaction : []));
    const view = edit(PATH, TEXT, document.body, onlyTyping);
    view.dispatch({ changes: { from: 3, insert: '!' }, userEvent: 'input.type' });
    open.of(PATH)[0]?.apply([{ start: 0, end: 3, text: 'ONE' }, { start: 5, end: 8, text: 'TWO' }]);
    expect(view.state.doc.toString()).toBe('ONE!\nTWO\nthree');
    undo(view);
    expect(view.state.doc.toString()).toBe('one!\ntwo\nthree');
  });

  it('go back to a text that they showed', () => {
    const { open, edit } = stage();
    const view = edit(PATH);
    open.of(PATH)[0]?.show('one\n2\nthree');
    expect(view.state.doc.toString()).toBe('one\n2\nthree');
  });
});

describe('a note in the hands of the user', () => {
  it('is one in whose editor the mouse is held down', () => {
    const { open, edit } = stage();
    const view = edit(PATH);
    view.contentDOM.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
    expect([open.inHand(PATH), open.inHand('Other.md')]).toEqual([true, false]);
    document.body.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    expect(open.inHand(PATH)).toBe(false);
  });

  it('is one whose words are dragged, until they are dropped: a drag ends without a release of the mouse', () => {
    const { open, edit } = stage();
    const { contentDOM } = edit(PATH);
    contentDOM.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
    contentDOM.dispatchEvent(new Event('dragstart', { bubbles: true }));
    expect(open.inHand(PATH)).toBe(true);
    contentDOM.dispatchEvent(new Event('dragend', { bubbles: true }));
    expect(open.inHand(PATH)).toBe(false);
  });

  it('has a cursor in a line while its editor has the focus', () => {
    const { open, edit, moves } = stage();
    const view = edit(PATH);
    view.dispatch({ selection: { anchor: 5 } });
    view.contentDOM.focus();
    expect(moves()).toBeGreaterThan(0);
    const at = (start: number, end = start): boolean => open.atCursor(PATH, TEXT, [{ start, end, text: '' }]);
    expect([at(0, 3), at(4), at(7), at(8), at(2, 9)]).toEqual([false, true, true, false, true]);
    view.contentDOM.blur();
    expect(at(4)).toBe(false);
  });

  it('has its cursor in the same line where the file has other line ends than the editor', () => {
    const { open, edit } = stage();
    const view = edit(PATH, 'one\ntwo\nthree');
    view.dispatch({ selection: { anchor: 5 } });
    view.contentDOM.focus();
    const at = (offset: number): boolean => open.atCursor(PATH, 'one\r\ntwo\r\nthree', [{ start: offset, end: offset, text: '' }]);
    expect([at(3), at(5), at(8), at(10)]).toEqual([false, true, true, false]);
  });
});
