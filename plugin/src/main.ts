// Registration only: the app waits for every plugin's onload. The work begins when the layout is ready.
import { editorInfoField, Plugin, type WorkspaceLeaf } from 'obsidian';
import { answersHere } from './actions/answer-here';
import { identifyTyped } from './actions/identify';
import { openReview, openTasks } from './actions/panes';
import { reviewActions } from './actions/review-actions';
import { registerBases } from './bases/views';
import { registerCommands } from './commands';
import { Doubts } from './doubts/doubts';
import { askFirst } from './editor/placement';
import { NameSuggest } from './editor/suggest';
import { locale } from './locales';
import { registerMenus } from './menus';
import { registerOutside } from './outside';
import { registerPersonNotes } from './person-notes';
import { ReviewView, REVIEW_VIEW } from './review/view';
import { ReviewCount } from './review-count';
import { HOVER_SOURCE } from './screen/note-links';
import { sayFailure } from './screen/notices';
import { Session } from './session';
import { NamesakeSettingTab } from './settings/tab';
import { TaskView, TASK_VIEW } from './tasks/view';

export default class NamesakePlugin extends Plugin {
  session!: Session;

  override onload(): void {
    const session = this.session = new Session({
      app: this.app,
      manifest: this.manifest,
      saveData: (data) => this.saveData(data),
      redraw: () => tab.refresh(),
    });
    const tab = new NamesakeSettingTab(this.app, this, session);
    this.registerView(REVIEW_VIEW, (leaf: WorkspaceLeaf) => new ReviewView(leaf, session.review, reviewActions(session)));
    this.registerView(TASK_VIEW, (leaf: WorkspaceLeaf) => new TaskView(leaf, session.tasks, () => session.refresh.tasks()));
    const count = new ReviewCount(this, () => void this.openReview());
    this.registerHoverLinkSource(HOVER_SOURCE, { display: this.manifest.name, defaultMod: true });
    this.addRibbonIcon('list-checks', locale.taskView.title, () => void openTasks(this.app));
    const doubts = new Doubts({
      info: editorInfoField,
      review: session.review,
      isOn: () => session.store.config?.settings.underlineQuestions ?? false,
      saved: (path) => session.savedText(path),
      actions: answersHere(session),
      failed: sayFailure,
    });
    this.registerEvent(this.app.workspace.on('file-open', (file) => {
      doubts.look();
      if (!file) return;
      session.feed.opened(file.path);
      void session.review.askAgain(file.path);
    }));
    registerCommands(this, session, doubts);
    registerMenus(this, session, doubts);
    registerPersonNotes(this, session);
    registerBases(this, session);
    const answerWaiting = registerOutside(this, session);
    this.registerEditorExtension([session.openEditors.extension, doubts.extension]);
    const suggest = new NameSuggest(this.app, {
      settings: () => session.store.config?.settings,
      globalFilter: (settings) => session.adopted.globalFilter(settings),
      ready: () => session.ready,
      complete: (query) => session.engine.complete(query),
      introduce: (form) => void session.index.whenReady(() => identifyTyped(session, form)),
    });
    this.registerEditorSuggest(suggest);
    this.addSettingTab(tab);
    this.register(() => tab.refresh.cancel());
    this.register(session.review.subscribe(() => count.show(session.review.count)));
    this.app.workspace.onLayoutReady(() => void this.#start(suggest).then(answerWaiting));
  }

  override onunload(): void {
    this.session.stop();
  }

  override onUserEnable(): void {
    void this.openReview();
  }

  override onExternalSettingsChange(): void {
    void this.session.refresh.data();
  }

  /** Opens the review pane, at this note's findings if one is given. */
  openReview(path?: string): Promise<void> {
    return openReview(this.session, path);
  }

  async #start(suggest: NameSuggest): Promise<void> {
    if (this.session.index.stopped) return; // Switched off before the layout was ready.
    askFirst(this.app.workspace, suggest);
    // Whoever comes back to the window may have changed settings in another one, or a sync may have.
    this.registerDomEvent(window, 'focus', () => void this.session.refresh.adopted().catch(sayFailure));
    await this.session.start((event) => this.registerEvent(event));
  }
}
