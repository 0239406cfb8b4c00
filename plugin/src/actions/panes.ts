// Opens the review pane and the task view in the right sidebar.
import type { App } from 'obsidian';
import { ReviewView, REVIEW_VIEW } from '../review/view';
import { TaskView, TASK_VIEW } from '../tasks/view';
import type { Parts } from './parts';

/** Opens the review pane, at this note's findings if one is given. */
export async function openReview({ app, review }: Pick<Parts, 'app' | 'review'>, path?: string): Promise<void> {
  // Before the pane gets the focus: a card that gets the focus is selected, and that would be the previous one.
  if (path !== undefined) review.selectNote(path);
  const leaf = await app.workspace.ensureSideLeaf(REVIEW_VIEW, 'right', { reveal: true, active: true });
  await app.workspace.revealLeaf(leaf);
  if (leaf.view instanceof ReviewView) leaf.view.focusList();
}

export async function openTasks(app: App): Promise<void> {
  const leaf = await app.workspace.ensureSideLeaf(TASK_VIEW, 'right', { reveal: true, active: true });
  await app.workspace.revealLeaf(leaf);
  if (leaf.view instanceof TaskView) leaf.view.focusList();
}
