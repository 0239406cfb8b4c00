// The pane's frame in Obsidian: mounts the Preact tree and brings the keys of the focused list to the model.
import { ItemView, Scope, type Modifier, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { Finding } from '../engine/types';
import { en } from '../locales/en';
import { mergeTwo } from '../merge';
import { openAt } from '../open';
import { rebuild, scan } from '../actions';
import type { Session } from '../session';
import { isAboutTwo, noteOf } from './cards';
import { Pane, type PaneActions } from './pane';

export const REVIEW_VIEW = 'namesake-review';

export class ReviewView extends ItemView {
  override icon = 'user-check';
  override navigation = false;
  readonly #session: Session;
  /** Two notes are about to be shown: a key that is held down asks once. */
  #opening = false;

  constructor(leaf: WorkspaceLeaf, session: Session) {
    super(leaf);
    this.#session = session;
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
    render(<Pane model={this.#session.review} actions={this.#actions()} />, this.contentEl);
    return Promise.resolve();
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }

  focusList(): void {
    this.contentEl.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();
  }

  #actions(): PaneActions {
    const session = this.#session;
    return {
      open: (path, place) => void openAt(this.app, path, place),
      merge: (finding) => this.#merge(finding),
      scan: () => void session.run(() => scan(this.app, session)),
      rebuild: () => void rebuild(session),
      switchOn: (setting) => void session.run(async () => {
        await session.store.change(session.engine, () => ({ [setting]: true }));
        await session.reloadReview();
      }),
    };
  }

  /** The note that the finding stands in is the one more likely misheard or doubled: it goes, unless the user says otherwise. */
  #merge(finding: Finding): void {
    const { path, subject } = finding;
    const session = this.#session;
    if (this.#opening) return;
    this.#opening = true;
    void session.run(() => mergeTwo(this.app, session, { winner: subject, loser: path }, (batch) => session.review.written(batch, [finding])))
      .finally(() => {
        this.#opening = false;
      });
  }

  #bindKeys(scope: Scope): void {
    const { review } = this.#session;
    const bind = (modifiers: Modifier[], key: string, act: (id: string) => void): void => {
      scope.register(modifiers, key, (event) => {
        const { selected } = review.state();
        if (!this.#takes(event) || selected === undefined) return undefined;
        act(selected);
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
      if (finding && isAboutTwo(finding)) this.#merge(finding);
      else review.nextRemember(id);
    });
    bind(['Shift'], 'A', (id) => {
      const path = noteOf(review.card(id)?.findings ?? []);
      if (path !== undefined) void review.acceptGroup(path);
    });
    bind([], 'Enter', (id) => {
      const [finding] = review.card(id)?.findings ?? [];
      if (finding) void openAt(this.app, finding.path, finding);
    });
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
