// Registration only: the app waits for every plugin's onload. The work begins when the layout is ready.
import { MarkdownView, Plugin, setTooltip, type WorkspaceLeaf } from 'obsidian';
import { registerCommands } from './commands';
import { NameSuggest } from './editor/suggest';
import { registerMenus } from './menus';
import { en } from './locales/en';
import { ReviewView, REVIEW_VIEW } from './review/view';
import { Session } from './session';
import { NamesakeSettingTab } from './settings/tab';
import { TaskView, TASK_VIEW } from './tasks/view';

export default class NamesakePlugin extends Plugin {
  session!: Session;
  #statusBar: HTMLElement | undefined;
  #ribbon: HTMLElement | undefined;
  #shown: number | undefined;

  override onload(): void {
    const tab = new NamesakeSettingTab(this.app, this);
    this.session = new Session({
      app: this.app,
      manifest: this.manifest,
      saveData: (data) => this.saveData(data),
      redraw: () => tab.refresh(),
    });
    this.registerView(REVIEW_VIEW, (leaf: WorkspaceLeaf) => new ReviewView(leaf, this.session));
    this.registerView(TASK_VIEW, (leaf: WorkspaceLeaf) => new TaskView(leaf, this.session));
    const openReview = (): void => void this.openReview();
    this.#ribbon = this.addRibbonIcon('user-check', en.review.title, openReview);
    this.#ribbon.addClass('namesake-ribbon');
    this.addRibbonIcon('list-checks', en.taskView.title, () => void this.openTasks());
    this.#statusBar = this.addStatusBarItem();
    this.#statusBar.addClass('namesake-status', 'mod-clickable');
    this.#statusBar.setAttribute('role', 'button');
    this.registerDomEvent(this.#statusBar, 'click', openReview);
    registerCommands(this);
    registerMenus(this);
    this.registerEditorSuggest(new NameSuggest(this.app, this.session));
    this.addSettingTab(tab);
    this.register(() => tab.refresh.cancel());
    this.register(this.session.review.subscribe(() => this.#showCount()));
    this.app.workspace.onLayoutReady(() => void this.#start());
  }

  override onunload(): void {
    this.session.stop();
  }

  override onUserEnable(): void {
    void this.openReview();
  }

  override onExternalSettingsChange(): void {
    void this.session.externalSettings();
  }

  /** Opens the pane, at this note's findings if one is given. */
  async openReview(path?: string): Promise<void> {
    // Before the pane gets the focus: focusing a card selects it, and it would be the one selected until now.
    if (path !== undefined) this.session.review.selectNote(path);
    const leaf = await this.app.workspace.ensureSideLeaf(REVIEW_VIEW, 'right', { reveal: true, active: true });
    await this.app.workspace.revealLeaf(leaf);
    if (leaf.view instanceof ReviewView) leaf.view.focusList();
  }

  async openTasks(): Promise<void> {
    const leaf = await this.app.workspace.ensureSideLeaf(TASK_VIEW, 'right', { reveal: true, active: true });
    await this.app.workspace.revealLeaf(leaf);
    if (leaf.view instanceof TaskView) leaf.view.focusList();
  }

  async #start(): Promise<void> {
    if (this.session.stopped) return; // Switched off before the layout was ready.
    this.registerEvent(this.app.workspace.on('editor-change', (editor, info) => {
      const { file } = info;
      if (file?.extension === 'md' && info instanceof MarkdownView) this.session.editorChanged(file.path, editor.getValue());
    }));
    await this.session.start((event) => this.registerEvent(event));
  }

  #showCount(): void {
    const { count } = this.session.review;
    if (count === this.#shown || !this.#statusBar || !this.#ribbon) return;
    this.#shown = count;
    this.#statusBar.setText(en.review.statusBar(count));
    setTooltip(this.#statusBar, en.commands.review, { placement: 'top' });
    const label = count === 0 ? en.review.title : `${en.review.title}: ${en.review.count(count)}`;
    setTooltip(this.#ribbon, label);
    if (count === 0) this.#ribbon.removeAttribute('data-count');
    else this.#ribbon.setAttribute('data-count', count > 99 ? '99+' : String(count));
  }
}
