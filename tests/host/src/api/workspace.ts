// API: Workspace (finding and making leaves: workspace-leaves.ts)
// Does: Knows which leaf and file are active; raises `file-open`, `active-leaf-change`, `layout-change` and the
//   editor events; opens links; saves the layout.
// Leaves out: the context menu of links, `quit`.
import type { Extension } from '@codemirror/state';
import type { App } from '../app/app.ts';
import { debounce } from '../functions/debounce.ts';
import { parseLinktext } from '../functions/linktext.ts';
import { Platform } from '../functions/platform.ts';
import { EditorSuggests } from './editor-suggests.ts';
import { reportLater } from './events.ts';
import { FileView } from './file-view.ts';
import type { TFile } from './files.ts';
import { MarkdownView } from './markdown-view.ts';
import { TextFileView } from './text-file-view.ts';
import type { View } from './view.ts';
import { layoutFile, type LayoutState, readLayout, restoreLayout } from './workspace-layout.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';
import { type NewLeaf, WorkspaceLeaves } from './workspace-leaves.ts';
import { WorkspaceSidedock } from './workspace-split.ts';

export class Workspace extends WorkspaceLeaves {
	readonly leftRibbon = {};
	readonly rightRibbon = {};
	activeLeaf: WorkspaceLeaf | null = null;
	layoutReady = false;
	editorExtensions: Extension[] = [];
	readonly editorSuggest: EditorSuggests;
	readonly requestSaveLayout = debounce(() => this.saveLayout(), 1000);
	private readonly whenReady: (() => unknown)[] = [];
	private clock = 0;
	private lastFile: TFile | null = null;
	private readonly recent: string[] = [];

	constructor(
		app: App,
		containerEl: HTMLElement,
	) {
		super(app, containerEl);
		this.editorSuggest = new EditorSuggests(app);
		this.on('layout-change', () => this.layoutReady && this.requestSaveLayout());
	}

	onLayoutReady(callback: () => unknown): void {
		if (this.layoutReady) callback();
		else this.whenReady.push(callback);
	}

	setLayoutReady(): void {
		this.layoutReady = true;
		for (const callback of this.whenReady.splice(0)) {
			try {
				callback();
			} catch (error) {
				reportLater(error);
			}
		}
		this.trigger('layout-ready');
	}

	async ensureSideLeaf(type: string, side: 'left' | 'right', options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {}): Promise<WorkspaceLeaf> {
		const split = side === 'left' ? this.leftSplit : this.rightSplit;
		let leaf = split.tabs.leaves.find((each) => each.view.getViewType() === type);
		if (!leaf) {
			leaf = split.tabs.addLeaf();
			await leaf.setViewState({ type, state: options.state });
		}
		if (options.reveal ?? true) await this.revealLeaf(leaf);
		if (options.active) this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		const root = leaf.getRoot();
		leaf.parent.select(leaf);
		if (root instanceof WorkspaceSidedock && root.collapsed) root.expand();
		if (root === this.rootSplit) this.setActiveLeaf(leaf);
		await leaf.loadIfDeferred();
	}

	setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focusArgument = false): void {
		const focus = typeof params === 'object' ? (params.focus ?? false) : focusArgument;
		leaf.parent.select(leaf);
		if (focus) leaf.getRoot().win.focus();
		leaf.activeTime = ++this.clock;
		if (this.activeLeaf !== leaf) {
			this.activeLeaf = leaf;
			for (const each of this.allLeaves()) each.containerEl.toggleClass('mod-active', each === leaf);
			this.trigger('active-leaf-change', leaf);
		}
		if (leaf.getRoot() === this.rootSplit) this.closeDrawers();
		if (focus && leaf.view instanceof MarkdownView) leaf.view.editor.focus();
		this.onFileMayHaveChanged();
	}

	/** A drawer covers the note of a phone, so it goes when the note is what the user turns to. */
	private closeDrawers(): void {
		if (!Platform.isPhone) return;
		for (const drawer of [this.leftSplit, this.rightSplit]) if (!drawer.collapsed) drawer.collapse();
	}

	/** Raises `file-open` once per change of the active file. */
	onFileMayHaveChanged(): void {
		const file = this.getActiveFile();
		if (file === this.lastFile) return;
		this.lastFile = file;
		if (file) this.recent.unshift(...[file.path, ...this.recent.splice(0).filter((path) => path !== file.path)].slice(0, 10));
		this.trigger('file-open', file);
	}

	onLeafDetached(leaf: WorkspaceLeaf): void {
		if (this.rootSplit.tabs.leaves.length === 0) this.rootSplit.tabs.addLeaf();
		if (this.activeLeaf === leaf) {
			this.activeLeaf = null;
			this.setActiveLeaf(this.rootSplit.tabs.current ?? this.getLeaf());
		}
		this.trigger('layout-change');
		this.onFileMayHaveChanged();
	}

	/** While a sidebar has the focus, this is the file of the current tab. */
	getActiveFile(): TFile | null {
		const view = this.activeLeaf?.view;
		if (view instanceof FileView && view.file) return view.file;
		const recent = this.rootSplit.tabs.current?.view;
		return recent instanceof FileView ? recent.file : null;
	}

	getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
		const view = this.activeLeaf?.view;
		return view instanceof type ? view : null;
	}

	/** null while the active view has no editor, even if a note is open beside it. */
	get activeEditor(): MarkdownView | null {
		const view = this.getActiveViewOfType(MarkdownView);
		return view?.file ? view : null;
	}

	getLastOpenFiles(): string[] {
		return [...this.recent];
	}

	async openLinkText(linktext: string, sourcePath: string, newLeaf: NewLeaf = false, openViewState: { active?: boolean; eState?: Record<string, unknown> } = {}): Promise<void> {
		const { path, subpath } = parseLinktext(linktext);
		const { metadataCache, vault } = this.app;
		const name = path.endsWith('.md') ? path : `${path}.md`;
		const file = metadataCache.getFirstLinkpathDest(path, sourcePath) ?? (await vault.create(name, ''));
		const heading = metadataCache.getFileCache(file)?.headings?.find((each) => `#${each.heading}` === subpath);
		const eState = heading ? { line: heading.position.start.line, ...openViewState.eState } : openViewState.eState;
		await this.getLeaf(newLeaf).openFile(file, { ...openViewState, eState });
	}

	handleLinkContextMenu(): boolean {
		return false;
	}

	/** Texts, by path, that wait for their autosave. */
	unsavedTexts(): Record<string, string> {
		const views = this.allLeaves().map((leaf) => leaf.view).filter((view) => view instanceof TextFileView);
		return Object.fromEntries(views.flatMap((view) => (view.dirty && view.file ? [[view.file.path, view.getViewData()]] : [])));
	}

	updateOptions(): void {
		for (const leaf of this.allLeaves()) if (leaf.view instanceof MarkdownView) leaf.view.updateOptions();
	}

	getLayout(): LayoutState {
		return readLayout(this);
	}

	async changeLayout(layout: LayoutState): Promise<void> {
		this.activeLeaf = null;
		await restoreLayout(this.app, layout);
		this.setActiveLeaf(this.rootSplit.tabs.current ?? this.getLeaf());
		this.trigger('layout-change');
	}

	private async saveLayout(): Promise<void> {
		await this.app.writeConfig(layoutFile(), JSON.stringify(this.getLayout(), null, '\t'));
	}
}
