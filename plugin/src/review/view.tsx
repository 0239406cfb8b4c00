// The pane's frame in Obsidian: mounts the Preact tree and brings keys to the model. Keys work anywhere in the pane but in
// text fields, never repeat, and never decide about what is not in view.
import { ItemView, Menu, Platform, Scope, type HoverParent, type HoverPopover, type Modifier, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { Finding, Question } from '../engine/types';
import { locale } from '../locales';
import type { RecognitionActions } from '../recognition/screen';
import { previewNotes } from '../screen/note-links';
import { openAt, peekAt } from '../screen/open';
import { asksName, rememberOf, shownOf } from './answers';
import type { ReviewModel } from './model';
import { rememberWays } from './names';
import { Pane, type PaneSwitches } from './pane';
import type { PaneActions } from './types';
import { REASONS } from './why';

export const REVIEW_VIEW = 'namesake-review';

/** What the pane sets going beside the decisions of its model. None of them rejects. */
export interface ReviewActions {
  /** Shows the two notes of a finding side by side. */
  merge: (finding: Finding) => Promise<void>;
  split: (finding: Finding) => Promise<void>;
  /** Asks whom a name means, of all people. */
  someone: (question: Question) => Promise<void>;
  /** By what the list is narrowed and sorted; `done` once something is chosen. */
  filters: (done: () => void) => Menu;
  scan: () => Promise<void>;
  rebuild: () => Promise<void>;
  example: (path: string) => Promise<void>;
  recognition: RecognitionActions;
  switchOn: (setting: 'automatic' | 'automaticByContext') => Promise<void>;
}

/** The modifiers with which Enter goes to a note: here, in a split, a window. */
const GOING: Modifier[][] = [['Mod'], ['Mod', 'Alt'], ['Mod', 'Alt', 'Shift']];

export class ReviewView extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  override icon = 'user-check';
  override navigation = false;
  readonly #model: ReviewModel;
  readonly #actions: ReviewActions;
  #switches: PaneSwitches = { keys: false, compared: false };
  /** Whether a modal is about to open or a batch is being worked on, so that there is one of them. */
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
    return locale.review.title;
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('namesake-review');
    previewNotes(this);
    this.#draw();
    const follow = (): void => {
      // The note that is peeked at is not the one that the user works in.
      if (!this.contentEl.contains(this.contentEl.ownerDocument.activeElement)) this.#model.showNote(this.app.workspace.getActiveFile()?.path);
    };
    this.registerEvent(this.app.workspace.on('file-open', follow));
    follow();
    return Promise.resolve();
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }

  focusList(): void {
    const line = this.contentEl.querySelector<HTMLElement>('.namesake-line[tabindex="0"]') ?? this.contentEl.querySelector<HTMLElement>('.namesake-pane');
    line?.focus();
  }

  #draw(): void {
    const { isPhone, isMobile } = Platform;
    render(<Pane model={this.#model} actions={this.#paneActions()} switches={this.#switches} device={{ isPhone, isMobile }} />, this.contentEl);
  }

  #paneActions(): PaneActions {
    return {
      open: (path, place, event) => void openAt(this.app, path, place, event),
      peek: (path, place) => void this.#peek(path, place),
      merge: (finding) => this.#open(() => this.#actions.merge(finding)),
      split: (finding) => this.#open(() => this.#actions.split(finding)),
      someone: (question) => this.#open(() => this.#actions.someone(question)),
      more: (question, at) => showBelow(this.#more(question), at),
      snooze: (question, at) => showBelow(this.#snoozing(question), at),
      filter: (at) => this.#filter(at),
      scan: () => this.#open(() => this.#actions.scan()),
      rebuild: () => void this.#actions.rebuild(),
      example: (path) => this.#open(() => this.#actions.example(path)),
      recognition: this.#actions.recognition,
      switchOn: (setting) => void this.#actions.switchOn(setting),
    };
  }

  /** Scrolls the note to the place; the focus stays here. */
  async #peek(path: string, place: { start: number; end: number }): Promise<void> {
    const focused = this.contentEl.ownerDocument.activeElement;
    await peekAt(this.app, path, place);
    if (focused?.instanceOf(HTMLElement) && focused.isConnected) focused.focus({ preventScroll: true });
    else this.focusList();
  }

  #open(modal: () => Promise<void>): void {
    if (this.#opening) return;
    this.#opening = true;
    void modal().finally(() => {
      this.#opening = false;
    });
  }

  /** What is answered more rarely than yes and no. */
  #more(question: Question): Menu {
    const model = this.#model;
    const menu = new Menu();
    const add = (title: string, icon: string, act: () => void): void => {
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(act));
    };
    const findings = model.findingsOf(question);
    const [first] = findings;
    const answers = model.answers(question);
    const shown = shownOf(answers);
    answers.forEach((answer, at) => {
      if (!shown.includes(answer)) add(answer.title, 'user-plus', () => model.answer(question, at));
    });
    if (asksName(findings)) {
      const person = answers[0]?.target;
      if (shown.length > 1) add(question.confidence === 'either' ? locale.review.none : locale.review.no, 'x', () => void model.reject(question));
      add(locale.names.notAPerson, 'user-x', () => void model.notAPerson(question));
      add(locale.names.neverHere(new Set(findings.map(({ path }) => path)).size), 'ban', () => void model.notAPerson(question, true));
      if (typeof person === 'string') {
        for (const way of rememberWays(findings, person)) add(locale.names.ways[way], 'bookmark', () => model.marks.remember(question.id, way));
      }
    }
    if (question.evidence.length > REASONS && !model.marks.isOpen(question.id)) add(locale.review.allReasons, 'list', () => model.marks.toggle(question.id));
    if (model.wording(question) !== undefined) add(locale.review.edit, 'pencil', () => model.edit());
    if (model.isAside(question.id)) add(locale.review.wake, 'bell', () => void model.wake(question));
    if (first) add(locale.review.open, 'file-text', () => void openAt(this.app, first.path, first));
    menu.addSeparator();
    return this.#addSnoozing(menu, question);
  }

  #snoozing(question: Question): Menu {
    return this.#addSnoozing(new Menu(), question);
  }

  #addSnoozing(menu: Menu, question: Question): Menu {
    for (const way of ['tomorrow', 'week', 'change'] as const) {
      menu.addItem((item) => item.setTitle(locale.review.snooze[way]).setIcon('alarm-clock').onClick(() => void this.#model.putAside(question, way)));
    }
    return menu;
  }

  #bindKeys(scope: Scope): void {
    const model = this.#model;
    const bind = (modifiers: Modifier[], key: string, act: (event: KeyboardEvent) => boolean | void): void => {
      scope.register(modifiers, key, (event) => {
        if (!this.#takes(event)) return undefined;
        if (!event.repeat && act(event) === false) return undefined;
        return false;
      });
    };
    /** For keys that decide about the selected question. */
    const decide = (key: string, act: (question: Question) => void): void => bind([], key, () => {
      const { selected } = model.state();
      if (selected && !this.#opening && this.#isInView() && model.takesDecision()) act(selected);
    });
    for (const key of ['j', 'ArrowDown']) bind([], key, () => this.#move(1));
    for (const key of ['k', 'ArrowUp']) bind([], key, () => this.#move(-1));
    bind([], 'Home', () => this.#move(-Infinity));
    bind([], 'End', () => this.#move(Infinity));
    decide('a', (question) => this.#yes(question));
    decide('x', (question) => void model.reject(question));
    decide('s', (question) => void model.putAside(question, 'skip'));
    decide('p', (question) => void model.notAPerson(question));
    decide('h', (question) => void model.notAPerson(question, true));
    decide('z', (question) => {
      const line = this.contentEl.querySelector<HTMLElement>('.namesake-card.is-selected');
      if (line) showBelow(this.#snoozing(question), line);
    });
    for (const n of [1, 2, 3, 4]) decide(String(n), (question) => {
      if (n <= Math.max(1, model.answers(question).length) && question.dialog === undefined) model.answer(question, n - 1);
    });
    bind([], 'e', () => model.edit());
    bind([], 'm', () => this.#remember());
    for (const key of ['o', 'g']) bind([], key, () => this.#toggle());
    bind([], ' ', (event) => (isControl(event) ? false : this.#toggle()));
    bind([], 'Enter', (event) => (isControl(event) ? false : this.#look((path, place) => void this.#peek(path, place))));
    for (const modifiers of GOING) bind(modifiers, 'Enter', (event) => this.#look((path, place) => void openAt(this.app, path, place, event)));
    bind([], 'd', () => this.#switch({ compared: !this.#switches.compared }));
    bind([], '?', () => this.#switch({ keys: !this.#switches.keys }));
    bind(['Shift'], '?', () => this.#switch({ keys: !this.#switches.keys }));
    bind([], '/', () => this.#focus('.namesake-search'));
    bind([], 'f', () => {
      const button = this.contentEl.querySelector<HTMLElement>('.namesake-filter');
      if (button) this.#filter(button);
    });
    bind([], 'u', () => void model.undo());
    scope.register([], 'Escape', (event) => {
      const target = event.target as Node | null;
      if (!target?.instanceOf(HTMLElement) || !target.matches('.namesake-search, .namesake-chip, .namesake-typed input')) return undefined;
      this.focusList();
      return false;
    });
  }

  #filter(at: HTMLElement): void {
    showBelow(this.#actions.filters(() => this.focusList()), at);
  }

  #yes(question: Question): void {
    const [finding] = this.#model.findingsOf(question);
    if (question.dialog !== undefined && finding) this.#open(() => (question.dialog === 'merge' ? this.#actions.merge(finding) : this.#actions.split(finding)));
    else if (this.#model.blank(question) !== undefined) this.#focus('.namesake-typed input');
    else if (this.#model.hasSuggestion(question)) void this.#model.accept(question);
  }

  #move(by: number): void {
    this.#model.move(by);
    this.#reveal();
    this.focusList();
  }

  #toggle(): void {
    const { selected } = this.#model.state();
    if (selected) this.#model.marks.toggle(selected.id);
  }

  /** Turns to the next way to remember the name. */
  #remember(): void {
    const { selected } = this.#model.state();
    const person = selected && this.#model.answers(selected)[0]?.target;
    if (!selected || typeof person !== 'string') return;
    const ways = rememberWays(this.#model.findingsOf(selected), person);
    const now = rememberOf(selected, this.#model.findingsOf(selected), person, this.#model.marks.of(selected.id));
    const next = ways[(ways.findIndex((way) => way === now) + 1) % ways.length];
    if (next !== undefined) this.#model.marks.remember(selected.id, next);
  }

  #look(show: (path: string, place: { start: number; end: number }) => void): void {
    const { selected } = this.#model.state();
    const [tick] = selected ? this.#model.ticks(selected) : [];
    if (tick) show(tick.finding.path, { start: tick.start, end: tick.end });
  }

  #switch(change: Partial<PaneSwitches>): void {
    this.#switches = { ...this.#switches, ...change };
    this.#draw();
  }

  #focus(selector: string): void {
    this.contentEl.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Whether all of the selected question is in view; if not, it is brought there instead. */
  #isInView(): boolean {
    const list = this.contentEl.querySelector('.namesake-scroll');
    const card = this.contentEl.querySelector('.namesake-card.is-selected');
    if (!list || !card) return card !== null;
    const [outer, inner] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
    if (inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1) return true;
    this.#reveal();
    this.focusList();
    return false;
  }

  #reveal(): void {
    this.contentEl.querySelector('.namesake-row.is-open')?.scrollIntoView({ block: 'nearest' });
  }

  /** The keys are for the queue. What was recognised stands before it, and nobody should act on what is not seen. */
  #takes(event: KeyboardEvent): boolean {
    if (this.#model.state().recognition) return false;
    const target = event.target as Node | null;
    if (!target?.instanceOf(HTMLElement) || !this.contentEl.contains(target) || !this.contentEl.querySelector('.namesake-pane')) return false;
    return !target.isContentEditable && !target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');
  }
}

/** Whether the focus is on a button or box that Space and Enter press themselves; the line of a question has none of its own. */
function isControl(event: KeyboardEvent): boolean {
  const target = event.target as Node | null;
  return !!target?.instanceOf(HTMLElement) && target.matches('button:not(.namesake-line), input');
}

function showBelow(menu: Menu, element: HTMLElement): void {
  const { left, bottom } = element.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, element.ownerDocument);
}
