// `window.host`: what tests do and see beside the screen.
import { MarkdownView } from './api/markdown-view.ts';
import { noticeLog } from './api/notice.ts';
import { openWindow } from './api/popout.ts';
import type { App } from './app/app.ts';
import { obsidianModule } from './module.ts';
import type { CardEditor } from './page/card-editor.ts';
import { CanvasView } from './page/canvas-view.ts';
import { Filler } from './neighbours/filler.ts';
import { Formatter } from './neighbours/formatter.ts';
import { Mover } from './neighbours/mover.ts';
import { AtPeople, AtPeopleFirst, TaskDates, WordCompletion } from './neighbours/suggesters.ts';

const NEIGHBOURS = { formatter: Formatter, filler: Filler, mover: Mover, 'at-people': AtPeople, 'at-people-first': AtPeopleFirst, 'word-completion': WordCompletion, 'task-dates': TaskDates };

/** Waits for the next task without a timer, so that it also ends while a test has stopped the clock. */
function nextTask(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

export class Host {
	/** Resolves when the page has started and the plugin is loaded. */
	ready: Promise<void> = Promise.resolve();
	readonly obsidian = obsidianModule;

	private readonly floating: MarkdownView[] = [];

	constructor(readonly app: App) {}

	private file(path: string) {
		const file = this.app.vault.getFileByPath(path);
		if (!file) throw new Error(`No such file in the vault: ${path}`);
		return file;
	}

	/** Opens the note in the current tab, or in a new one. */
	async openFile(path: string, newLeaf: boolean | 'tab' = false): Promise<void> {
		await this.app.workspace.getLeaf(newLeaf).openFile(this.file(path));
	}

	/** Opens the note in a floating editor, as the plugin Hover Editor does: the workspace lists no leaf of it. */
	async openHover(path: string): Promise<void> {
		await this.openIn(document.body.createDiv('hover-editor'), path);
	}

	/** Opens the note in a window of its own, which has another document. The workspace lists no leaf of it either. */
	async openPopout(path: string): Promise<void> {
		const popout = openWindow(this.app);
		const view = await this.openIn(popout.document.body, path);
		view.cm.setRoot(popout.document);
	}

	private async openIn(parent: HTMLElement, path: string): Promise<MarkdownView> {
		const view = new MarkdownView(this.app.workspace.getLeaf());
		this.floating.push(view);
		await view.open(parent);
		await view.setState({ file: this.file(path).path }, { history: false });
		return view;
	}

	/** The texts of all editors that show the note. */
	editorTexts(path: string): string[] {
		return this.views().filter((view) => view.file?.path === path).map((view) => view.getViewData());
	}

	/** Opens the note in a tab that stays deferred until it is shown. */
	async openDeferred(path: string): Promise<void> {
		const leaf = this.app.workspace.rootSplit.tabs.addLeaf();
		await leaf.defer('markdown', { file: path }, this.file(path).basename, 'file-text');
	}

	/** The text of the file on the virtual disk; unsaved text of an editor is not in it. */
	async readDisk(path: string): Promise<string> {
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.readBytes(path));
	}

	/** The bytes of the file on the virtual disk. */
	async readBytes(path: string): Promise<Uint8Array> {
		return new Uint8Array(await this.app.vault.adapter.readBinary(path));
	}

	/** Every path of the virtual disk, the configuration folder included. */
	paths(): string[] {
		return this.app.store.paths();
	}

	/** Writes as a sync service or another program does: the disk changes first, then `modify` or `create` fires. */
	async writeDiskExternally(path: string, text: string): Promise<void> {
		const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
		if (folder !== '' && !(await this.app.vault.adapter.exists(folder))) await this.app.vault.adapter.mkdir(folder);
		await this.app.vault.adapter.write(path, text);
	}

	async writeBytesExternally(path: string, bytes: number[]): Promise<void> {
		await this.app.vault.adapter.writeBinary(path, new Uint8Array(bytes).buffer);
	}

	async deleteExternally(path: string): Promise<void> {
		await this.app.vault.adapter.remove(path);
	}

	async renameExternally(path: string, newPath: string): Promise<void> {
		await this.app.vault.adapter.rename(path, newPath);
	}

	/** A disk in trouble: see `disk/faults.ts`. */
	get faults() {
		return this.app.vault.adapter.faults;
	}

	/** Edits as a second device does: it reads the note, changes it, and sync brings the result here. */
	async secondDeviceEdits(path: string, change: (text: string) => string): Promise<void> {
		await this.writeDiskExternally(path, change(await this.readDisk(path)));
	}

	/** The editor text of the first loaded pane of the note, saved or not; null if no pane shows it. */
	editorText(path: string): string | null {
		return this.views().find((view) => view.file?.path === path)?.getViewData() ?? null;
	}

	/** The text of the card of a canvas that shows the note and is being edited; null if there is none. */
	cardText(path: string): string | null {
		return this.cards().find((card) => card.file.path === path)?.cm.state.doc.toString() ?? null;
	}

	private cards(): CardEditor[] {
		const canvases = this.app.workspace.getLeavesOfType('canvas').map((leaf) => leaf.view);
		return canvases.flatMap((view) => (view instanceof CanvasView ? view.editors : []));
	}

	private views(): MarkdownView[] {
		const views = [...this.floating];
		this.app.workspace.iterateAllLeaves((leaf) => leaf.view instanceof MarkdownView && views.push(leaf.view));
		return views;
	}

	/** The commands that the palette would list now. */
	commands(): { id: string; name: string }[] {
		return this.app.commands.listCommands().map(({ id, name }) => ({ id, name }));
	}

	/** Returns false if the command does not exist or its check fails. */
	runCommand(id: string): boolean {
		return this.app.commands.executeCommandById(id);
	}

	/** Runs a command as `obsidian plugin:command key=value` does on a command line. */
	async runCli(command: string, params: Record<string, string> = {}): Promise<string> {
		const handler = this.app.cliHandlers.get(command);
		if (!handler) throw new Error(`No such CLI command: ${command}`);
		return handler(params);
	}

	openUri(action: string, params: Record<string, string>): void {
		this.app.openUri(`obsidian://${action}?${new URLSearchParams(params).toString()}`);
	}

	setTheme(theme: 'light' | 'dark'): void {
		this.app.setTheme(theme);
	}

	setPhone(phone: boolean): void {
		this.app.setPhone(phone);
	}

	/** Every notice of this session, oldest first. */
	notices(): string[] {
		return [...noticeLog];
	}

	/** Switches on another plugin beside the one that is served. */
	async addNeighbour(name: keyof typeof NEIGHBOURS): Promise<void> {
		const manifest = { id: name, name, version: '1.0.0', author: '', description: '', minAppVersion: '1.0.0' };
		const plugin = new NEIGHBOURS[name](this.app, manifest);
		this.app.plugins.plugins[name] = plugin;
		await plugin.load();
	}

	/** Why the plugin did not load; null if it did. */
	get pluginError(): string | null {
		const { error } = this.app.plugins;
		return error === null ? null : error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
	}

	/** How many milliseconds the plugin's `onload` took. */
	get onloadMs(): number {
		return this.app.plugins.onloadMs;
	}

	async reloadPlugin(): Promise<void> {
		await this.app.plugins.reload();
	}

	disablePlugin(): void {
		for (const id of Object.keys(this.app.plugins.plugins)) this.app.plugins.disablePlugin(id);
	}

	private get busy(): boolean {
		const { metadataCache, store, vault } = this.app;
		return !metadataCache.idle || store.pending > 0 || vault.adapter.queued > 0 || this.views().some((view) => view.dirty) || this.cards().some((card) => card.dirty);
	}

	/** Resolves when no autosave, write or metadata event is pending. It does not wait for timers of the plugin. */
	async settled(): Promise<void> {
		await this.ready;
		for (let calm = 0; calm < 20; calm = this.busy ? 0 : calm + 1) await nextTask();
	}
}
