// API: MarkdownView
// Does: Shows one note in one editor, in Live Preview unless the app's settings or the view's state ask for source
//   mode. Typing marks it unsaved, raises `editor-change` and `quick-preview`, and shows in other panes of the note
//   at once. Text taken over from disk is no edit: no event, no save, no undo step. In reading view the editor behind
//   keeps the text that it last had.
// Leaves out: search in the note, folds that outlive a reload; of Live Preview and reading view all but a little.
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { livePreview, sourceMode } from '../notes/live-preview.ts';
import { narrow } from '../notes/merge.ts';
import { PropertiesWidget } from '../notes/properties-widget.ts';
import { noteExtensions } from '../notes/source-mode.ts';
import { Editor } from './editor.ts';
import { Menu } from './menu.ts';
import { ReadingView, TASK } from './reading-view.ts';
import { TextFileView } from './text-file-view.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';

export class MarkdownView extends TextFileView {
	override icon = 'file-text';
	hoverPopover = null;
	editor: Editor;
	readonly cm: EditorView;
	private readonly plugins = new Compartment();
	private readonly mode = new Compartment();
	private readonly properties: PropertiesWidget;
	private readonly reading: ReadingView;
	private source: boolean;
	private isReading = false;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.source = !this.app.livePreviewByDefault;
		this.contentEl.addClass('markdown-source-container');
		const parent = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width');
		this.cm = new EditorView({ parent, dispatchTransactions: (transactions, view) => view.update(transactions) });
		this.editor = new Editor(this.cm);
		this.properties = new PropertiesWidget(parent, this.cm);
		this.reading = new ReadingView(this.contentEl, (line) => void this.tick(line));
		this.clear();
		this.cm.contentDOM.addEventListener('focus', () => this.app.workspace.setActiveLeaf(this.leaf));
		this.cm.dom.addEventListener('contextmenu', (event) => this.openMenu(event));
		this.addAction('more-vertical', 'More options', (event) => this.openFileMenu(event));
	}

	get previewMode(): null {
		return null;
	}

	get currentMode(): this {
		return this;
	}

	getViewType(): string {
		return 'markdown';
	}

	getMode(): 'source' | 'preview' {
		return this.isReading ? 'preview' : 'source';
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), mode: this.getMode(), source: this.source };
	}

	override async setState(state: unknown, result: { history: boolean }): Promise<void> {
		await super.setState(state, result);
		const { mode, source } = (state ?? {}) as { mode?: string; source?: boolean };
		if (mode !== undefined && (mode === 'preview') !== this.isReading) await this.read(mode === 'preview');
		if (source === undefined || source === this.source) return;
		this.source = source;
		this.cm.dispatch({ effects: this.mode.reconfigure(this.modeExtension()) });
		this.properties.show(!this.source);
	}

	/** Switches reading view on or off. What was typed is saved first. */
	private async read(on: boolean): Promise<void> {
		await this.save();
		const text = this.getViewData();
		this.isReading = on;
		this.contentEl.toggleClass('is-reading', on);
		this.setViewData(text, false);
	}

	/** A checkbox of reading view changes the file, past the editor that nobody sees. */
	private async tick(at: number): Promise<void> {
		if (!this.file) return;
		await this.app.vault.process(this.file, (text) =>
			text.split('\n').map((line, index) => (index === at ? line.replace(TASK, (_task, before: string, mark: string) => before + (mark === ' ' ? 'x' : ' ')) : line)).join('\n'),
		);
	}

	private modeExtension(): Extension {
		return this.source ? sourceMode() : livePreview();
	}

	getViewData(): string {
		return this.isReading ? this.data : this.cm.state.doc.toString();
	}

	get(): string {
		return this.getViewData();
	}

	set(data: string, clear: boolean): void {
		this.setViewData(data, clear);
	}

	/** Text from the disk is no edit: it raises no `editor-change`, starts no save and makes no undo step. */
	setViewData(data: string, clear: boolean): void {
		const text = data.replace(/\r\n?/g, '\n');
		if (this.isReading && !clear) return this.reading.show(text);
		if (this.isReading) this.reading.show(text);
		if (clear) return this.start(text);
		const changes = narrow(this.editor.getValue(), text);
		if (changes.from === changes.to && changes.insert === '') return;
		this.cm.dispatch({ changes, userEvent: 'set', annotations: Transaction.addToHistory.of(false), filter: false });
	}

	clear(): void {
		this.start('');
	}

	private start(text: string): void {
		this.cm.setState(this.newState(text));
		this.properties.show(!this.source);
	}

	private newState(doc: string): EditorState {
		const { editorExtensions } = this.app.workspace;
		return EditorState.create({
			doc,
			extensions: [
				noteExtensions(this, this.mode.of(this.modeExtension()), this.plugins.of(editorExtensions)),
				EditorView.updateListener.of((update) => this.onUpdate(update)),
			],
		});
	}

	updateOptions(): void {
		this.cm.dispatch({ effects: this.plugins.reconfigure(this.app.workspace.editorExtensions) });
	}

	private onUpdate(update: ViewUpdate): void {
		if (!update.docChanged || !this.file) return;
		this.properties.show(!this.source);
		if (update.transactions.every((transaction) => !transaction.docChanged || transaction.isUserEvent('set'))) return;
		this.markDirty();
		const { workspace } = this.app;
		this.shareWithOtherLeaves();
		workspace.trigger('editor-change', this.editor, this);
		workspace.trigger('quick-preview', this.file, this.getViewData());
		workspace.editorSuggest.trigger(this.editor, this.file);
	}

	/** Two panes of one note show the same text while it is typed, before it is saved. */
	private shareWithOtherLeaves(): void {
		this.app.workspace.iterateAllLeaves((leaf) => {
			if (leaf.view === this || !(leaf.view instanceof MarkdownView) || leaf.view.file !== this.file) return;
			leaf.view.setViewData(this.getViewData(), false);
		});
	}

	override getEphemeralState(): Record<string, unknown> {
		return { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') }, scroll: this.getScroll() };
	}

	override setEphemeralState(state: unknown): void {
		const { line, focus } = (state ?? {}) as { line?: number; focus?: boolean };
		if (line !== undefined && this.isReading) this.reading.flash(line);
		else if (line !== undefined) {
			this.editor.setCursor(line, 0);
			this.editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } }, true);
		}
		if (focus && !this.isReading) this.editor.focus();
	}

	getScroll(): number {
		return this.cm.scrollDOM.scrollTop;
	}

	applyScroll(scroll: number): void {
		this.cm.scrollDOM.scrollTop = scroll;
	}

	getSelection(): string {
		return this.editor.getSelection();
	}

	showSearch(): void {}

	private openMenu(event: MouseEvent): void {
		event.preventDefault();
		const menu = new Menu();
		this.app.workspace.trigger('editor-menu', menu, this.editor, this);
		menu.showAtMouseEvent(event);
	}

	private openFileMenu(event: MouseEvent): void {
		const menu = new Menu();
		this.onPaneMenu(menu, 'more-options');
		if (this.file) this.app.workspace.trigger('file-menu', menu, this.file, 'more-options', this.leaf);
		menu.showAtMouseEvent(event);
	}

	protected override async onClose(): Promise<void> {
		await super.onClose();
		this.cm.destroy();
	}
}
