// The CodeMirror editors that show notes: in tabs, other windows, hover popovers, cards of a canvas. Each reports itself
// through an editor extension, since the workspace does not list all of them. They also say what only they can know:
// what was typed here, and whether the user has the note in hand.
import { MarkdownView, type MarkdownFileInfo } from 'obsidian';
import type { Extension, StateField } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import type { TextEdit } from '../engine/types';
import { NoteEditor } from './note-editor';

/** CodeMirror's names for what a user does in a text. The app loads texts as `set`; other plugins give no name. */
const BY_USER = ['input', 'delete', 'move', 'undo', 'redo'];

export interface EditorEvents {
  /** The user changed the note in one of its editors, which shows this text now. */
  typed: (path: string, text: string) => void;
  /** A cursor moved, or an editor lost or got the focus. */
  moved: () => void;
}

/** One editor, and whether the mouse is held down in it, as while text is selected or dragged. */
interface Watched {
  view: EditorView;
  held: boolean;
}

export class OpenEditors {
  /** For every editor of the app. */
  readonly extension: Extension;
  readonly #info: StateField<MarkdownFileInfo>;
  readonly #watched = new Set<Watched>();

  /** @param info the app's field by which an editor knows its note */
  constructor(info: StateField<MarkdownFileInfo>, events: EditorEvents) {
    this.#info = info;
    this.extension = ViewPlugin.define((view) => this.#watch(view, events), {
      eventObservers: {
        mousedown(event, view) {
          if (event.button === 0) hold(this, view.dom.ownerDocument);
        },
      },
    });
  }

  /** Reading views keep an editor that nobody sees and whose text may be old. */
  of(path: string): NoteEditor[] {
    return this.#showing(path).flatMap(({ view }) => {
      const info = this.#infoOf(view);
      if (this.#isCell(view) || (info instanceof MarkdownView && info.getMode() !== 'source')) return [];
      return [new NoteEditor(view, info)];
    });
  }

  /** Whether the user has this note in hand: composes a character, or holds the mouse to select or drag. */
  inHand(path: string): boolean {
    return this.#showing(path).some(({ view, held }) => held || view.composing || view.compositionStarted);
  }

  /** Whether one of these edits of the text `before` lies in a line where the user's cursor stands. */
  atCursor(path: string, before: string, edits: TextEdit[]): boolean {
    const shown = inShown(before, edits);
    return this.of(path).some((editor) => editor.atCursor(shown));
  }

  /** The documents of all editors: those in other windows have another one. */
  documents(): Document[] {
    return [...this.#watched].map(({ view }) => view.dom.ownerDocument);
  }

  /** The note in whose view this element stands, in its editor or beside it. */
  around(element: Element): string | undefined {
    const found = [...this.#watched].find(({ view }) => {
      const info = this.#infoOf(view);
      return (info instanceof MarkdownView ? info.containerEl : view.dom).contains(element);
    });
    return found && this.#pathOf(found.view);
  }

  #watch(view: EditorView, { typed, moved }: EditorEvents): Watched & { update: (update: ViewUpdate) => void; destroy: () => void } {
    const watched = {
      view,
      held: false,
      update: (update: ViewUpdate): void => {
        const path = this.#pathOf(view);
        if (path === undefined) return;
        if (update.selectionSet || update.focusChanged) moved();
        if (isByUser(update)) typed(path, update.state.doc.toString());
      },
      destroy: (): void => {
        this.#watched.delete(watched);
      },
    };
    this.#watched.add(watched);
    return watched;
  }

  #showing(path: string): Watched[] {
    return [...this.#watched].filter(({ view }) => this.#pathOf(view) === path);
  }

  #infoOf(view: EditorView): MarkdownFileInfo | undefined {
    return view.state.field(this.#info, false);
  }

  #pathOf(view: EditorView): string | undefined {
    const file = this.#infoOf(view)?.file;
    return file?.extension === 'md' ? file.path : undefined;
  }

  /** A cell of a table is edited in an editor of its own, inside the note's, and shows the cell alone. */
  #isCell(view: EditorView): boolean {
    const around = view.dom.parentElement?.closest('.cm-editor');
    const outer = [...this.#watched].find((other) => other.view.dom === around);
    return outer !== undefined && this.#pathOf(outer.view) === this.#pathOf(view);
  }
}

function isByUser({ transactions }: ViewUpdate): boolean {
  return transactions.some((transaction) => transaction.docChanged && BY_USER.some((event) => transaction.isUserEvent(event)));
}

/** A drag ends without `mouseup`. The document is the one of the editor's window. */
function hold(watched: Watched, { defaultView }: Document): void {
  watched.held = true;
  const release = (): void => {
    watched.held = false;
    for (const event of ['mouseup', 'dragend'] as const) defaultView?.removeEventListener(event, release, true);
  };
  for (const event of ['mouseup', 'dragend'] as const) defaultView?.addEventListener(event, release, true);
}

/** The edits where an editor shows them: it counts every line end as one. */
function inShown(before: string, edits: TextEdit[]): TextEdit[] {
  if (!before.includes('\r')) return edits;
  const shown = (offset: number): number => before.slice(0, offset).replace(/\r\n?/gu, '\n').length;
  return edits.map(({ start, end, text }) => ({ start: shown(start), end: shown(end), text }));
}
