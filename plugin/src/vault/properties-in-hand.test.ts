import { EditorState, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { FileView, MarkdownView, type App, type MarkdownFileInfo } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenEditors } from './open-editors';
import { hasPropertyInHand } from './properties-in-hand';

const NOTE = 'People/Ada Marsh.md';
const OTHER = 'Meetings/Yard.md';

const fileAt = (path: string) => ({ path, extension: path.split('.').at(-1) });

const element = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as HTMLElement;

/** A view of a file, with its element in the page. */
function viewOf<View extends FileView>({ prototype }: { prototype: View }, path: string): View {
  const containerEl = document.body.appendChild(element('<div></div>'));
  return Object.assign(Object.create(prototype) as View, { containerEl, file: fileAt(path) });
}

function stage(leaves: FileView[], editors: [info: Partial<MarkdownFileInfo>, parent: HTMLElement][] = []) {
  const field = StateField.define<MarkdownFileInfo>({ create: () => ({}) as MarkdownFileInfo, update: (value) => value });
  const open = new OpenEditors(field, { typed: () => undefined, moved: () => undefined });
  const views = editors.map(([info, parent]) => new EditorView({ parent, state: EditorState.create({ extensions: [field.init(() => info as MarkdownFileInfo), open.extension] }) }));
  const app = { workspace: { iterateAllLeaves: (each: (leaf: { view: FileView }) => void) => leaves.forEach((view) => each({ view })) } } as unknown as App;
  return { views, inHand: () => [NOTE, OTHER].filter((path) => hasPropertyInHand(app, open, path)) };
}

function propertyIn(parent: HTMLElement): HTMLElement {
  return parent.appendChild(element('<div class="metadata-container"><input></div>')).querySelector('input')!;
}

beforeEach(() => vi.stubGlobal('activeDocument', document));
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('a field of a property that has the focus holds', () => {
  it('the note of the view it stands in, until it is left', () => {
    const [note, other] = [viewOf(MarkdownView, NOTE), viewOf(MarkdownView, OTHER)];
    const { inHand } = stage([note, other]);
    const field = propertyIn(other.containerEl);
    field.focus();
    expect(inHand()).toEqual([OTHER]);
    field.blur();
    expect(inHand()).toEqual([]);
  });

  it('the note of a floating editor, which no leaf holds', () => {
    const floating = viewOf(MarkdownView, NOTE);
    const { inHand } = stage([viewOf(MarkdownView, OTHER)], [[floating, floating.containerEl]]);
    propertyIn(floating.containerEl).focus();
    expect(inHand()).toEqual([NOTE]);
  });

  it('the note of a card of a canvas', () => {
    const canvas = viewOf(FileView, 'Board.canvas');
    const { views, inHand } = stage([canvas], [[{ file: fileAt(NOTE) } as Partial<MarkdownFileInfo>, canvas.containerEl]]);
    propertyIn(views[0]!.dom).focus();
    expect(inHand()).toEqual([NOTE]);
  });

  it('the note that a sidebar shows', () => {
    const sidebar = viewOf(FileView, OTHER);
    const { inHand } = stage([viewOf(MarkdownView, NOTE), sidebar]);
    propertyIn(sidebar.containerEl).focus();
    expect(inHand()).toEqual([OTHER]);
  });

  it('every note, where nobody knows whose it is', () => {
    const { inHand } = stage([viewOf(MarkdownView, NOTE), viewOf(FileView, 'Board.canvas')]);
    propertyIn(document.body).focus();
    expect(inHand()).toEqual([NOTE, OTHER]);
  });
});
