// Opens the review pane and the task view: where they are, else in the right sidebar.
import type { App, WorkspaceLeaf } from 'obsidian';
import { ReviewView, REVIEW_VIEW } from '../review/view';
import { TaskView, TASK_VIEW } from '../tasks/view';
import type { Parts } from './parts';

/** Opens the review pane, at this note's findings if one is given. */
export async function openReview({ app, review }: Pick<Parts, 'app' | 'review'>, path?: string): Promise<void> {
  if (path !== undefined) {
    await review.askAgain(path);
    // Before the pane gets the focus: a card that gets the focus is selected, and that would be the previous one.
    review.selectNote(path);
  }
  const leaf = await shown(app, REVIEW_VIEW);
  if (leaf.view instanceof ReviewView) leaf.view.focusList();
}

export async function openTasks(app: App): Promise<void> {
  const leaf = await shown(app, TASK_VIEW);
  if (leaf.view instanceof TaskView) leaf.view.focusList();
}

/** The leaf of a pane, wherever the user has moved it, in front and loaded; a new one at the right if there is none. */
async function shown({ workspace }: App, type: string): Promise<WorkspaceLeaf> {
  const leaf = workspace.getLeavesOfType(type)[0] ?? await workspace.ensureSideLeaf(type, 'right', { reveal: true });
  await workspace.revealLeaf(leaf);
  workspace.setActiveLeaf(leaf, { focus: true });
  return leaf;
}
