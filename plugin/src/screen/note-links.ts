// Names of notes in our views, over which the app shows its page preview. An element that names a note says so by
// `data-note-link`, and one listener for a whole view asks the app.
import type { App, Component, HoverParent } from 'obsidian';

/** What the app knows this plugin's links by. */
export const HOVER_SOURCE = 'namesake';

/** Asks for a preview whenever the mouse comes upon the name of a note in this view. */
export function previewNotes(view: Component & HoverParent & { app: App; contentEl: HTMLElement }): void {
  view.registerDomEvent(view.contentEl, 'mouseover', (event) => {
    const under = event.target as Node | null;
    const targetEl = under?.instanceOf(HTMLElement) ? under.closest<HTMLElement>('[data-note-link]') : null;
    // The mouse moved inside the name.
    if (!targetEl || targetEl.contains(event.relatedTarget as Node | null)) return;
    view.app.workspace.trigger('hover-link', {
      event, targetEl, source: HOVER_SOURCE, hoverParent: view, linktext: targetEl.dataset['noteLink'], sourcePath: '',
    });
  });
}
