// Whether a property of a note is being edited. It is not in the text yet: the field writes when it is left, and what was
// typed there is lost if the note changes under it. The note is the one of the view around the field, as the active note
// may be another: in a floating editor, another window, or a sidebar.
import { FileView, type App } from 'obsidian';
import type { OpenEditors } from './open-editors';

/** A field that stands in no view we know may belong to any note. */
export function hasPropertyInHand(app: App, open: OpenEditors, path: string): boolean {
  const views = fileViews(app);
  const documents = new Set([activeDocument, ...open.documents(), ...views.map(({ containerEl }) => containerEl.ownerDocument)]);
  return [...documents].some((doc) => {
    const properties = doc.activeElement?.closest('.metadata-container') ?? null;
    return properties !== null && (open.around(properties) ?? noteAround(properties, views) ?? path) === path;
  });
}

/** Reading views, and the properties of a note in a sidebar. */
function noteAround(element: Element, views: FileView[]): string | undefined {
  const file = views.find(({ containerEl }) => containerEl.contains(element))?.file;
  return file?.extension === 'md' ? file.path : undefined;
}

function fileViews(app: App): FileView[] {
  const views: FileView[] = [];
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof FileView) views.push(view);
  });
  return views;
}
