// API: Plugin
// Does: Registers commands, views, settings, ribbon icons, editor extensions and suggesters with the app and
//   takes them back at unload. Keeps `data.json`; a change of it by somebody else raises
//   `onExternalSettingsChange`.
// Leaves out: Markdown post-processors are accepted and ignored; Bases cannot be switched off.
import type { Extension } from '@codemirror/state';
import type { BasesViewRegistration, Command, HoverLinkSource, PluginManifest } from 'obsidian';
import type { App } from '../app/app.ts';
import { Component } from './component.ts';
import type { EditorSuggest } from './editor-suggest.ts';
import type { SettingTab } from './setting-tab.ts';
import type { View } from './view.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';

export abstract class Plugin extends Component {
	settings?: unknown;
	private lastData: string | null = null;

	constructor(
		readonly app: App,
		readonly manifest: PluginManifest,
	) {
		super();
	}

	private get dataPath(): string {
		return `${this.manifest.dir}/data.json`;
	}

	addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const el = this.app.shell.addRibbonIcon(icon, title, callback);
		this.register(() => this.app.shell.removeRibbonIcon(el));
		return el;
	}

	addStatusBarItem(): HTMLElement {
		const el = this.app.shell.addStatusBarItem(`plugin-${this.manifest.id}`);
		this.register(() => el.detach());
		return el;
	}

	addCommand(command: Command): Command {
		command.id = `${this.manifest.id}:${command.id}`;
		command.name = `${this.manifest.name}: ${command.name}`;
		this.app.commands.addCommand(command);
		this.register(() => this.app.commands.removeCommand(command.id));
		return command;
	}

	removeCommand(commandId: string): void {
		this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
	}

	addSettingTab(tab: SettingTab): void {
		this.app.setting.addSettingTab(tab);
		this.register(() => this.app.setting.removeSettingTab(tab));
	}

	registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
		this.app.viewRegistry.register(type, creator);
		this.register(() => this.app.viewRegistry.unregister(type));
	}

	registerExtensions(extensions: string[], viewType: string): void {
		this.app.viewRegistry.registerExtensions(extensions, viewType);
	}

	registerHoverLinkSource(id: string, info: HoverLinkSource): void {
		const { sources } = this.app.pagePreview;
		sources.set(id, info);
		this.register(() => sources.delete(id));
	}

	registerMarkdownPostProcessor<T>(processor: T): T {
		return processor;
	}

	registerMarkdownCodeBlockProcessor<T>(_language: string, handler: T): T {
		return handler;
	}

	registerBasesView(viewId: string, registration: BasesViewRegistration): boolean {
		const { basesViews } = this.app;
		if (basesViews.has(viewId)) throw new Error(`A Bases view "${viewId}" is already registered.`);
		basesViews.set(viewId, registration);
		this.register(() => basesViews.delete(viewId));
		return true;
	}

	registerEditorExtension(extension: Extension): void {
		const { workspace } = this.app;
		workspace.editorExtensions.push(extension);
		workspace.updateOptions();
		this.register(() => {
			workspace.editorExtensions.remove(extension);
			workspace.updateOptions();
		});
	}

	registerObsidianProtocolHandler(action: string, handler: (params: Record<string, string>) => unknown): void {
		this.app.protocolHandlers.set(action, handler);
		this.register(() => this.app.protocolHandlers.delete(action));
	}

	registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
		this.app.workspace.editorSuggest.addSuggest(suggest);
		this.register(() => this.app.workspace.editorSuggest.removeSuggest(suggest));
	}

	registerCliHandler(command: string, _description: string, _flags: unknown, handler: (params: Record<string, string>) => string | Promise<string>): void {
		if (this.app.cliHandlers.has(command)) throw new Error(`CLI command "${command}" is already registered.`);
		this.app.cliHandlers.set(command, handler);
		this.register(() => this.app.cliHandlers.delete(command));
	}

	/** Returns null if there is no `data.json`; throws if it is broken. */
	async loadData(): Promise<unknown> {
		const { adapter } = this.app.vault;
		if (!(await adapter.exists(this.dataPath))) return null;
		this.lastData = await adapter.read(this.dataPath);
		return JSON.parse(this.lastData);
	}

	async saveData(data: unknown): Promise<void> {
		const { adapter } = this.app.vault;
		this.lastData = JSON.stringify(data, null, 2);
		if (this.manifest.dir && !(await adapter.exists(this.manifest.dir))) await adapter.mkdir(this.manifest.dir);
		await adapter.write(this.dataPath, this.lastData);
	}

	onUserEnable(): void {}

	onExternalSettingsChange?(): unknown;

	/** Runs after every write to `data.json`. A text that the plugin itself saved is no external change. */
	async _onDataFileChange(): Promise<void> {
		const { adapter } = this.app.vault;
		const text = (await adapter.exists(this.dataPath)) ? await adapter.read(this.dataPath) : null;
		if (text === this.lastData) return;
		this.lastData = text;
		this.onExternalSettingsChange?.();
	}
}
