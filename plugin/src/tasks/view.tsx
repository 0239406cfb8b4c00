// The task view's frame in Obsidian: mounts the Preact tree and opens notes at a task's line.
import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { en } from '../locales/en';
import { openAt } from '../open';
import type { Session } from '../session';
import { TaskPane } from './pane';

export const TASK_VIEW = 'namesake-tasks';

export class TaskView extends ItemView {
  override icon = 'list-checks';
  override navigation = false;
  readonly #session: Session;

  constructor(leaf: WorkspaceLeaf, session: Session) {
    super(leaf);
    this.#session = session;
  }

  override getViewType(): string {
    return TASK_VIEW;
  }

  override getDisplayText(): string {
    return en.taskView.title;
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('namesake-todos');
    render(<TaskPane model={this.#session.tasks} open={({ path, line }) => void openAt(this.app, path, { line: line - 1 })} />, this.contentEl);
    return this.#session.loadTasks();
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
