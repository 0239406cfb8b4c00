// Where ours stands among the suggesters of the app. It asks them in the order of a list that is not documented, and the
// first with an answer is shown; its own for `[[` is the first of all. Ours answers to its own signs alone, so it may be
// asked before the others, which keep everything else. The app takes it out when the plugin is unloaded.
import type { EditorSuggest, Workspace } from 'obsidian';

interface WithSuggesters {
  editorSuggest: { suggests: unknown[] };
}

function hasSuggesters(workspace: object): workspace is WithSuggesters {
  if (!('editorSuggest' in workspace)) return false;
  const { editorSuggest } = workspace;
  return typeof editorSuggest === 'object' && editorSuggest !== null && 'suggests' in editorSuggest && Array.isArray(editorSuggest.suggests);
}

/** Does nothing in an app that keeps its suggesters otherwise. */
export function askFirst<T>(workspace: Workspace, ours: EditorSuggest<T>): void {
  if (!hasSuggesters(workspace)) return;
  const { suggests } = workspace.editorSuggest;
  const at = suggests.indexOf(ours);
  if (at <= 0) return;
  suggests.splice(at, 1);
  suggests.unshift(ours);
}
