// Underlines what questions of the queue are about, in every editor that shows the note, and opens the question in place. The
// underlines are placed anew when what is asked of the note changes; between that they move with the text.
import type { Editor, MarkdownFileInfo } from 'obsidian';
import type { Extension, StateField } from '@codemirror/state';
import { keymap, ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import type { ReviewModel } from '../review/model';
import type { DoubtActions } from './card';
import { doubtAt, doubtMarks, setDoubts } from './marks';
import { doubtsIn, isUnderlined, type Asked, type Doubt } from './places';
import { DoubtTooltips } from './tooltips';

/** Milliseconds after the last change before underlines that went with their words are looked for again: undo brings words back. */
const PAUSE = 600;

export interface DoubtsDeps {
  /** The app's field by which an editor knows its note. */
  info: StateField<MarkdownFileInfo>;
  review: ReviewModel;
  /** Whether the user wants underlines. */
  isOn: () => boolean;
  /** The note's text on disk; undefined if it is gone. */
  saved: (path: string) => Promise<string | undefined>;
  actions: DoubtActions;
  failed: (thrown: unknown) => void;
}

export class Doubts {
  /** For every editor of the app. */
  readonly extension: Extension;
  readonly #info: StateField<MarkdownFileInfo>;
  readonly #tooltips: DoubtTooltips;
  readonly #all = new Set<Underlines>();

  constructor(deps: DoubtsDeps) {
    this.#info = deps.info;
    this.#tooltips = new DoubtTooltips(deps.review, deps.actions);
    const watching = ViewPlugin.define((view) => {
      const underlines = new Underlines(view, deps, () => this.#all.delete(underlines));
      this.#all.add(underlines);
      return underlines;
    });
    // Only where an underline is at the cursor; anywhere else the keys are somebody else's.
    const keys = keymap.of([{ key: 'Mod-.', run: (view) => this.#open(view) }]);
    this.extension = [doubtMarks, watching, this.#tooltips.extension, keys];
  }

  /** Looks which notes the editors show. An editor is told of its note only after it is made. */
  look(): void {
    for (const underlines of this.#all) underlines.look();
  }

  /** What is asked about at the editor's cursor. */
  at(editor: Editor): Doubt | undefined {
    const view = this.#viewOf(editor);
    return view && doubtAt(view.state, view.state.selection.main.head);
  }

  /** Opens the question at the editor's cursor. */
  open(editor: Editor): void {
    const view = this.#viewOf(editor);
    if (view) this.#open(view);
  }

  #open(view: EditorView): boolean {
    const doubt = doubtAt(view.state, view.state.selection.main.head);
    if (doubt) void this.#tooltips.open(view, doubt);
    return doubt !== undefined;
  }

  #viewOf(editor: Editor): EditorView | undefined {
    return [...this.#all].map(({ view }) => view).find((view) => view.state.field(this.#info, false)?.editor === editor);
  }
}

/** The underlines of one editor. */
class Underlines {
  readonly view: EditorView;
  readonly #deps: DoubtsDeps;
  readonly #forget: () => void;
  readonly #gone: () => void;
  #path: string | undefined;
  /** What the underlines were made of. */
  #key: string | undefined;
  /** How many were placed. */
  #count = 0;
  #timer: number | undefined;
  #isGone = false;

  constructor(view: EditorView, deps: DoubtsDeps, gone: () => void) {
    this.view = view;
    this.#deps = deps;
    this.#gone = gone;
    this.#forget = deps.review.subscribe(() => this.look());
    this.look();
  }

  update({ docChanged, state }: ViewUpdate): void {
    if (this.#pathNow() !== this.#path) this.look();
    if (!docChanged || state.field(doubtMarks).size >= this.#count) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#key = undefined;
      this.look();
    }, PAUSE);
  }

  destroy(): void {
    this.#isGone = true;
    window.clearTimeout(this.#timer);
    this.#forget();
    this.#gone();
  }

  #pathNow(): string | undefined {
    // A cell of a table is edited in an editor inside the note's, and shows the cell alone.
    if (this.view.dom.parentElement?.closest('.cm-editor')) return undefined;
    const file = this.view.state.field(this.#deps.info, false)?.file;
    return file?.extension === 'md' ? file.path : undefined;
  }

  look(): void {
    const path = this.#path = this.#pathNow();
    const { review, isOn, failed } = this.#deps;
    const asked = path !== undefined && isOn() ? review.questions.askedIn(path).filter(isUnderlined) : [];
    const key = JSON.stringify([path, ...asked.map(({ question, finding: { id, start, end } }) => [question.id, id, start, end])]);
    if (key === this.#key) return;
    this.#key = key;
    this.#place(path, asked, key).catch(failed);
  }

  async #place(path: string | undefined, asked: Asked[], key: string): Promise<void> {
    const saved = path === undefined || asked.length === 0 ? '' : await this.#deps.saved(path);
    // An editor that is being made takes no changes yet, so even nothing waits for its turn.
    await Promise.resolve();
    if (this.#isGone || this.#key !== key || saved === undefined) return;
    const doubts = doubtsIn(asked, saved, asked.length === 0 ? '' : this.view.state.doc.toString());
    this.#count = doubts.length;
    if (doubts.length > 0 || this.view.state.field(doubtMarks).size > 0) this.view.dispatch({ effects: setDoubts.of(doubts) });
  }
}
