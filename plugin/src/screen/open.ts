// Opens a note at a place, in whatever mode its tab is: the app scrolls there and marks the line, and an editor gets the
// cursor, too. A modifier means a new tab, split or window, as it does for links.
import { Keymap, MarkdownView, TFile, type App, type EditorPosition, type UserEvent, type WorkspaceLeaf } from 'obsidian';

/** A 0-based line, or a span in UTF-16 units of the note's text. */
export type NotePosition = { line: number } | { start: number; end: number };

/** @param event the click or key that asked for it */
export async function openAt(app: App, path: string, position: NotePosition, event?: UserEvent): Promise<void> {
  const file = app.vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return;
  const [from, to] = 'line' in position ? [{ line: position.line, ch: 0 }] : await spanOf(app, file, position);
  const leaf = app.workspace.getLeaf(Keymap.isModEvent(event));
  await leaf.openFile(file, { active: true, eState: { line: from.line } });
  await app.workspace.revealLeaf(leaf);
  const { view } = leaf;
  if (!(view instanceof MarkdownView) || view.getMode() !== 'source') return;
  view.editor.setSelection(from, to ?? from);
  view.editor.scrollIntoView({ from, to: to ?? from }, true);
  view.editor.focus();
}

/** Shows a file that was made: where it is open already, else in a tab of its own, as somebody may be at work in this one. */
export async function showMade({ vault, workspace }: App, path: string): Promise<void> {
  const file = vault.getFileByPath(path);
  if (!file) return;
  const open: WorkspaceLeaf[] = [];
  workspace.iterateAllLeaves((leaf) => {
    if (leaf.getViewState().state?.['file'] === path) open.push(leaf);
  });
  const isFree = workspace.getMostRecentLeaf()?.view.getViewType() === 'empty';
  const leaf = open[0] ?? workspace.getLeaf(isFree ? false : 'tab');
  if (open.length === 0) await leaf.openFile(file, { active: true });
  await workspace.revealLeaf(leaf);
  workspace.setActiveLeaf(leaf, { focus: true });
}

/** Shows a note at a place beside what has the focus, which keeps it. */
export async function peekAt(app: App, path: string, place: { start: number; end: number }): Promise<void> {
  const file = app.vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return;
  const [from, to] = await spanOf(app, file, place);
  const leaf = app.workspace.getLeaf(false);
  await leaf.openFile(file, { active: false, eState: { line: from.line } });
  const { view } = leaf;
  if (view instanceof MarkdownView && view.getMode() === 'source') view.editor.scrollIntoView({ from, to }, true);
}

/** Lines and characters, which are the same in an editor whose line ends are shorter than the file's. */
async function spanOf(app: App, file: TFile, { start, end }: { start: number; end: number }): Promise<[EditorPosition, EditorPosition]> {
  const text = await app.vault.cachedRead(file);
  return [placeOf(text, start), placeOf(text, end)];
}

export function placeOf(text: string, offset: number): EditorPosition {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, ch: offset - (before.lastIndexOf('\n') + 1) };
}
