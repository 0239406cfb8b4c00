// The pane's frame in Obsidian: mounts the Preact tree and brings the keys of the focused list to the model.
import { ItemView, Scope, type HoverParent, type HoverPopover, type Modifier, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { Finding } from '../engine/types';
import { en } from '../locales/en';
import { previewNotes } from '../screen/note-links';
import { openAt } from '../screen/open';
import { holdsTwo, isAboutTwo, noteOf } from './cards';
import type { ReviewModel } from './model';
import type { RecognitionActions } from '../recognition/screen';
import { Pane } from './pane';
import type { PaneActions } from './types';

export const REVIEW_VIEW = 'namesake-review';

/** What the pane sets going beside the decisions of its model. None of them rejects. */
export interface ReviewActions {
  /** Shows the two notes of a finding side by side. */
  merge: (finding: Finding) => Promise<void>;
  split: (finding: Finding) => Promise<void>;
  scan: () => Promise<void>;
  rebuild: () => Promise<void>;
  example: (path: string) => Promise<void>;
  recognition: RecognitionActions;
  switchOn: (setting: 'automatic' | 'automaticByContext') => Promise<void>;
}

/** The modifiers with which Enter opens a note: here, in a tab, a split, a window. */
const OPENING: Modifier[][] = [[], ['Mod'], ['Mod', 'Alt'], ['Mod', 'Alt', 'Shift']];

export class ReviewView extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  override icon = 'user-check';
  override navigation = false;
  readonly #model: ReviewModel;
  readonly #actions: ReviewActions;
  /** Whether a modal is about to open, so that a key that is held down opens it once. */
  #opening = false;

  constructor(leaf: WorkspaceLeaf, model: ReviewModel, actions: ReviewActions) {
    super(leaf);
    this.#model = model;
    this.#actions = actions;
    this.scope = new Scope(this.app.scope);
    this.#bindKeys(this.scope);
  }

  override getViewType(): string {
    return REVIEW_VIEW;
  }

  override getDisplayText(): string {
    return en.review.title;
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('namesake-review');
    previewNotes(this);
    render(<Pane model={this.#model} actions={this.#paneActions()} />, this.contentEl);
    return Promise.resolve();
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }

  focusList(): void {
    this.contentEl.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();
  }

  #paneActions(): PaneActions {
    return {
      open: (path, place, event) => void openAt(this.app, path, place, event),
      merge: (finding) => this.#open(this.#actions.merge, finding),
      split: (finding) => this.#open(this.#actions.split, finding),
      scan: () => void this.#actions.scan(),
      rebuild: () => void this.#actions.rebuild(),
      example: (path) => void this.#actions.example(path),
      recognition: this.#actions.recognition,
      switchOn: (setting) => void this.#actions.switchOn(setting),
    };
  }

  #open(modal: (finding: Finding) => Promise<void>, finding: Finding): void {
    if (this.#opening) return;
    this.#opening = true;
    void modal(finding).finally(() => {
      this.#opening = false;
    });
  }

  #bindKeys(scope: Scope): void {
    const review = this.#model;
    const bind = (modifiers: Modifier[], key: string, act: (id: string, event: KeyboardEvent) => void): void => {
      scope.register(modifiers, key, (event) => {
        const { selected } = review.state();
        if (!this.#takes(event) || selected === undefined) return undefined;
        act(selected, event);
        return false;
      });
    };
    for (const key of ['j', 'ArrowDown']) bind([], key, () => review.move(1));
    for (const key of ['k', 'ArrowUp']) bind([], key, () => review.move(-1));
    bind([], 'a', (id) => void review.accept(id));
    bind([], 'x', (id) => void review.reject(id));
    bind([], 'e', (id) => review.edit(id));
    bind([], 'p', (id) => void review.notAPerson(id));
    bind([], 'h', (id) => void review.neverHere(id));
    bind([], 'm', (id) => {
      const [finding] = review.card(id)?.findings ?? [];
      if (finding && isAboutTwo(finding)) this.#open(this.#actions.merge, finding);
      else review.nextRemember(id);
    });
    bind([], 's', (id) => {
      const [finding] = review.card(id)?.findings ?? [];
      if (finding && holdsTwo(finding)) this.#open(this.#actions.split, finding);
    });
    bind(['Shift'], 'A', (id) => {
      const path = noteOf(review.card(id)?.findings ?? []);
      if (path !== undefined) void review.acceptGroup(path);
    });
    for (const modifiers of OPENING) {
      bind(modifiers, 'Enter', (id, event) => {
        const [finding] = review.card(id)?.findings ?? [];
        if (finding) void openAt(this.app, finding.path, finding, event);
      });
    }
    for (const n of [1, 2, 3, 4]) bind([], String(n), (id) => review.choose(id, n - 1));
    // Undo must also work when the last finding is gone and nothing is left to focus but the pane.
    scope.register([], 'u', (event) => {
      if (isTyping(event)) return undefined;
      void review.undo();
      return false;
    });
  }

  /** Keys belong to the list while one of its options has the focus; buttons and fields keep theirs. */
  #takes(event: KeyboardEvent): boolean {
    const target = event.target as Node | null;
    return !!target?.instanceOf(HTMLElement) && target.getAttribute('role') === 'option' && this.contentEl.contains(target);
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as Node | null;
  return !!target?.instanceOf(HTMLElement) && (target.isContentEditable || ['INPUT', 'TEXTAREA'].includes(target.tagName));
}
