// The editor of a note: opens notes, reads their unsaved text, moves the cursor.
import type { Page } from 'playwright-core';

export const inEditor = (page: Page, path: string): Promise<string | null> => page.evaluate((at) => window.host.editorText(at), path);

export const open = (page: Page, path: string, tab = false): Promise<void> =>
  page.evaluate(([at, newTab]) => window.host.openFile(at, newTab), [path, tab] as const);

/** Puts the cursor behind the first occurrence of the text in the active editor, and the focus into the editor. */
export async function cursorBehind(page: Page, text: string): Promise<void> {
  await page.evaluate((needle) => {
    const { editor } = window.app.workspace.activeEditor!;
    const at = editor.getValue().indexOf(needle);
    if (at < 0) throw new Error(`The note does not say: ${needle}`);
    editor.setCursor(editor.offsetToPos(at + needle.length));
    editor.focus();
  }, text);
}

/** The cursor of the active editor, and the text around it. */
export function cursor(page: Page): Promise<{ line: number; ch: number; before: string; after: string }> {
  return page.evaluate(() => {
    const editor = window.app.workspace.activeEditor!.editor;
    const at = editor.getCursor();
    const line = editor.getLine(at.line);
    return { line: at.line, ch: at.ch, before: line.slice(0, at.ch), after: line.slice(at.ch) };
  });
}
