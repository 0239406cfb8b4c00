// Opens a note at a place and puts the cursor there.
import { MarkdownView, TFile, type App } from 'obsidian';

/** A 0-based line, or a span in UTF-16 units of the note's text. */
export type NotePosition = { line: number } | { start: number; end: number };

export async function openAt(app: App, path: string, position: NotePosition): Promise<void> {
  const file = app.vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return;
  const leaf = app.workspace.getLeaf(false);
  await leaf.openFile(file, { active: true });
  await app.workspace.revealLeaf(leaf);
  const { view } = leaf;
  if (!(view instanceof MarkdownView)) return;
  const { editor } = view;
  const from = 'line' in position ? { line: position.line, ch: 0 } : editor.offsetToPos(position.start);
  const to = 'line' in position ? from : editor.offsetToPos(position.end);
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, true);
  editor.focus();
}
