// API: App
// Does: Puts the parts together and starts them in the app's order. Holds what belongs to none of them: theme,
//   phone mode, new notes.
// Leaves out: `secretStorage` and `renderContext` are empty.
import type { BasesViewRegistrations } from '../api/bases.ts';
import { Component } from '../api/component.ts';
import { Adapter } from '../api/data-adapter.ts';
import { FileManager } from '../api/file-manager.ts';
import type { TFolder } from '../api/files.ts';
import { Keymap } from '../api/keymap.ts';
import { MarkdownView } from '../api/markdown-view.ts';
import { MetadataCache } from '../api/metadata-cache.ts';
import { Scope } from '../api/scope.ts';
import { Vault } from '../api/vault.ts';
import { defaultLayout, layoutFile, type LayoutState, restoreLayout } from '../api/workspace-layout.ts';
import { Workspace } from '../api/workspace.ts';
import type { Store } from '../disk/store.ts';
import { applyPlatform } from '../functions/platform.ts';
import { BaseFileView } from '../page/base-file-view.ts';
import { CanvasView } from '../page/canvas-view.ts';
import { FileExplorerView } from '../page/file-explorer.ts';
import { LinkSuggest } from '../page/link-suggest.ts';
import { Palette } from '../page/palette.ts';
import { PropertiesView } from '../page/properties-view.ts';
import { SettingsWindow } from '../page/settings-window.ts';
import { PagePreview } from '../page/page-preview.ts';
import { Shell } from '../page/shell.ts';
import { Commands } from './commands.ts';
import { Plugins } from './plugins.ts';
import { ViewRegistry } from './view-registry.ts';

export class App extends Component {
	readonly scope = new Scope();
	readonly keymap = new Keymap(this.scope);
	readonly vault: Vault;
	readonly metadataCache: MetadataCache;
	readonly fileManager: FileManager;
	readonly viewRegistry: ViewRegistry;
	readonly commands: Commands;
	readonly shell: Shell;
	readonly workspace: Workspace;
	readonly setting: SettingsWindow;
	readonly pagePreview: PagePreview;
	readonly plugins: Plugins;
	readonly protocolHandlers = new Map<string, (params: Record<string, string>) => unknown>();
	readonly cliHandlers = new Map<string, (params: Record<string, string>) => string | Promise<string>>();
	readonly basesViews: BasesViewRegistrations = new Map();
	readonly renderContext = { hoverPopover: null };
	readonly secretStorage = null;
	readonly lastEvent = null;
	/** The setting `livePreview` of the app: how notes are shown whose view does not say. */
	livePreviewByDefault = true;

	constructor(
		readonly store: Store,
		/** Separates what the browser keeps of this vault from other vaults. */
		readonly vaultKey: string,
		vaultName: string,
		readonly module: object,
	) {
		super();
		this.vault = new Vault(store, new Adapter(store, vaultName));
		this.metadataCache = new MetadataCache(this.vault);
		this.fileManager = new FileManager(this);
		this.viewRegistry = new ViewRegistry(this);
		this.commands = new Commands(this);
		this.shell = new Shell(this);
		this.workspace = new Workspace(this, this.shell.workspaceEl);
		this.setting = new SettingsWindow(this);
		this.pagePreview = new PagePreview(this);
		this.plugins = new Plugins(this);
		this.workspace.editorSuggest.addSuggest(new LinkSuggest(this));
		this.shell.finish();
		this.keymap.viewScope = () => this.workspace.activeLeaf?.view.scope ?? null;
		this.viewRegistry.register('markdown', (leaf) => new MarkdownView(leaf));
		this.viewRegistry.register('bases', (leaf) => new BaseFileView(leaf));
		this.viewRegistry.register('canvas', (leaf) => new CanvasView(leaf));
		this.viewRegistry.register('file-properties', (leaf) => new PropertiesView(leaf));
		this.viewRegistry.register('file-explorer', (leaf) => new FileExplorerView(leaf));
		this.addOwnCommands();
	}

	/** Starts in the app's order: plugins, files (one `create` each), layout, metadata. */
	async start(): Promise<void> {
		this.livePreviewByDefault = await this.readLivePreview();
		await this.plugins.enableServed();
		this.vault.load();
		await restoreLayout(this, await this.readLayout());
		this.workspace.setActiveLeaf(this.workspace.rootSplit.tabs.current ?? this.workspace.getLeaf());
		this.workspace.setLayoutReady();
		void this.metadataCache.load(!this.store.fresh);
		if (this.store.fresh) for (const plugin of Object.values(this.plugins.plugins)) plugin.onUserEnable();
	}

	/** A settings file that is missing or broken asks for nothing. */
	private async readLivePreview(): Promise<boolean> {
		try {
			const { livePreview = true } = JSON.parse(await this.vault.adapter.read(`${this.vault.configDir}/app.json`)) as { livePreview?: boolean };
			return livePreview;
		} catch {
			return true;
		}
	}

	private async readLayout(): Promise<LayoutState> {
		const path = `${this.vault.configDir}/${layoutFile()}`;
		if (!(await this.vault.adapter.exists(path))) return defaultLayout();
		const layout = JSON.parse(await this.vault.adapter.read(path)) as LayoutState;
		const regions = [layout.main, layout.left, layout.right];
		// A vault that the app has opened holds a layout in the app's own form, which the host does not read.
		return regions.every((region) => Array.isArray((region as { tabs?: unknown } | undefined)?.tabs)) ? layout : defaultLayout();
	}

	async writeConfig(name: string, text: string): Promise<void> {
		const { adapter, configDir } = this.vault;
		if (!(await adapter.exists(configDir))) await adapter.mkdir(configDir);
		await adapter.write(`${configDir}/${name}`, text);
	}

	private addOwnCommands(): void {
		const mod = 'Mod' as const;
		this.commands.addCommand({ id: 'command-palette:open', name: 'Command palette: Open command palette', hotkeys: [{ modifiers: [mod], key: 'p' }], callback: () => this.openPalette() });
		this.commands.addCommand({ id: 'app:open-settings', name: 'Open settings', hotkeys: [{ modifiers: [mod], key: ',' }], callback: () => this.setting.open() });
		this.commands.addCommand({ id: 'app:new-note', name: 'Create new note', hotkeys: [{ modifiers: [mod], key: 'n' }], callback: () => void this.newNote(this.vault.getRoot()) });
		this.commands.addCommand({ id: 'app:toggle-left-sidebar', name: 'Toggle left sidebar', callback: () => this.workspace.leftSplit.toggle() });
		this.commands.addCommand({ id: 'app:toggle-right-sidebar', name: 'Toggle right sidebar', callback: () => this.workspace.rightSplit.toggle() });
		this.commands.addCommand({ id: 'app:toggle-theme', name: 'Toggle light/dark mode', callback: () => this.setTheme(this.isDarkMode() ? 'light' : 'dark') });
		this.commands.addCommand({
			id: 'markdown:toggle-preview',
			name: 'Toggle reading view',
			hotkeys: [{ modifiers: [mod], key: 'e' }],
			checkCallback: (checking) => {
				const view = this.workspace.activeEditor;
				if (!checking && view) void view.setState({ ...view.getState(), mode: view.getMode() === 'source' ? 'preview' : 'source' }, { history: false });
				return view !== null;
			},
		});
		this.commands.addCommand({
			id: 'editor:save-file',
			name: 'Save current file',
			hotkeys: [{ modifiers: [mod], key: 's' }],
			checkCallback: (checking) => {
				const view = this.workspace.activeEditor;
				if (!checking) void view?.save();
				return view !== null;
			},
		});
	}

	/** Calls the handler of the action in `obsidian://action?name=value`. */
	openUri(uri: string): void {
		const [action = '', query = ''] = uri.slice('obsidian://'.length).split('?');
		this.protocolHandlers.get(action)?.({ action, ...Object.fromEntries(new URLSearchParams(query)) });
	}

	openPalette(): void {
		new Palette(this).open();
	}

	async newNote(folder: TFolder): Promise<void> {
		let path = `${folder.getParentPrefix()}Untitled.md`;
		for (let count = 1; await this.vault.adapter.exists(path); count++) path = `${folder.getParentPrefix()}Untitled ${count}.md`;
		await this.workspace.getLeaf().openFile(await this.vault.create(path, ''));
	}

	isDarkMode(): boolean {
		return document.body.hasClass('theme-dark');
	}

	setTheme(theme: 'light' | 'dark'): void {
		document.body.toggleClass('theme-dark', theme === 'dark');
		document.body.toggleClass('theme-light', theme === 'light');
		this.workspace?.trigger('css-change');
	}

	setPhone(phone: boolean): void {
		applyPlatform(phone);
		if (phone) {
			this.workspace.leftSplit.collapse();
			this.workspace.rightSplit.collapse();
		} else this.workspace.leftSplit.expand();
		this.workspace.trigger('resize');
	}

	resetVault(): void {
		const url = new URL(location.href);
		url.searchParams.set('reset', '');
		location.assign(url);
	}

	loadLocalStorage(key: string): unknown {
		const text = localStorage.getItem(`${this.vaultKey}-${key}`);
		return text === null ? null : JSON.parse(text);
	}

	saveLocalStorage(key: string, data: unknown): void {
		if (data === null) localStorage.removeItem(`${this.vaultKey}-${key}`);
		else localStorage.setItem(`${this.vaultKey}-${key}`, JSON.stringify(data));
	}
}
