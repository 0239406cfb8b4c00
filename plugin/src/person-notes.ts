// The button in the header of a person's note that says what to know before meeting them.
import { MarkdownView, type Plugin } from 'obsidian';
import { briefAbout } from './actions/brief';
import { locale } from './locales';
import { sayFailure } from './screen/notices';
import type { Session } from './session';
import { noteName } from './vault/paths';

/** The note that a view shows, and the button that it got, if the note is a person's. */
interface Header {
  path: string | undefined;
  button: HTMLElement | undefined;
}

export function registerPersonNotes(plugin: Plugin, session: Session): void {
  const { app, engine, index } = session;
  const headers = new Map<MarkdownView, Header>();
  const forget = (view: MarkdownView): void => {
    headers.get(view)?.button?.remove();
    headers.delete(view);
  };
  const look = async (): Promise<void> => {
    // Before that nobody knows whose note is whose.
    if (!index.ready) return;
    const views = app.workspace.getLeavesOfType('markdown').map(({ view }) => view).filter((view) => view instanceof MarkdownView);
    for (const view of [...headers.keys()].filter((view) => !views.includes(view))) forget(view);
    for (const view of views) {
      const path = view.file?.path;
      if (headers.has(view) && headers.get(view)?.path === path) continue;
      forget(view);
      const header: Header = { path, button: undefined };
      headers.set(view, header);
      const isPerson = path !== undefined && await engine.isPerson(path);
      // Meanwhile the view may show another note, or be gone.
      if (!isPerson || headers.get(view) !== header) continue;
      header.button = view.addAction('contact', locale.briefing.title(noteName(path)), () => void index.whenReady(() => briefAbout(session, path)));
    }
  };
  const lookAgain = (): void => void look().catch(sayFailure);
  plugin.registerEvent(app.workspace.on('file-open', lookAgain));
  plugin.registerEvent(app.workspace.on('layout-change', lookAgain));
  plugin.register(session.refresh.subscribe(lookAgain));
  plugin.register(() => [...headers.keys()].forEach(forget));
}
