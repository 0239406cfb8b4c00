// The task view's frame in Obsidian: mounts the Preact tree and opens notes at a task's line.
import { ItemView, type HoverParent, type HoverPopover, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { locale } from '../locales';
import { previewNotes } from '../screen/note-links';
import { openAt } from '../screen/open';
import type { TaskModel } from './model';
import { TaskPane } from './pane';

export const TASK_VIEW = 'namesake-tasks';

export class TaskView extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  override icon = 'list-checks';
  override navigation = false;
  readonly #model: TaskModel;
  readonly #load: () => Promise<void>;

  /** `load` fills the model as soon as the vault is read. It never rejects. */
  constructor(leaf: WorkspaceLeaf, model: TaskModel, load: () => Promise<void>) {
    super(leaf);
    this.#model = model;
    this.#load = load;
  }

  override getViewType(): string {
    return TASK_VIEW;
  }

  override getDisplayText(): string {
    return locale.taskView.title;
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('namesake-todos');
    previewNotes(this);
    render(<TaskPane model={this.#model} open={({ path, line }, event) => void openAt(this.app, path, { line: line - 1 }, event)} />, this.contentEl);
    return this.#load();
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }

  focusList(): void {
    const task = this.contentEl.querySelector<HTMLElement>('.namesake-todo-text[tabindex="0"]');
    (task ?? this.contentEl.querySelector<HTMLElement>('.namesake-todo-filter'))?.focus();
  }
}
