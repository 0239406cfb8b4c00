// SettingTab and PluginSettingTab: drawn from `getSettingDefinitions` where it gives any, else by `display`.
import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../app.ts';
import { setIcon } from '../core/icons.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { renderDefinitions } from './setting-definitions.ts';

export abstract class SettingTab {
	icon = 'settings-2';
	app: App;
	name = '';
	readonly containerEl = createDiv('vertical-tab-content');
	settingItems: SettingDefinitionItem[] = [];
	private refreshers: (() => void)[] = [];
	private cleanups: (() => void)[] = [];
	private shown = false;

	constructor(app: App) {
		this.app = app;
	}

	getSettingDefinitions(): SettingDefinitionItem[] {
		return [];
	}

	/** Reads the definitions anew, and draws them again while the tab is on screen. */
	update(): void {
		this.settingItems = this.getSettingDefinitions();
		if (this.shown && this.settingItems.length > 0) this.render();
	}

	getControlValue(_key: string): unknown {
		return undefined;
	}

	setControlValue(_key: string, _value: unknown): void | Promise<void> {}

	refreshDomState(): void {
		for (const refresh of this.refreshers) refresh();
	}

	display(): void {}

	hide(): void {}

	private render(): void {
		for (const cleanup of this.cleanups.splice(0)) cleanup();
		this.refreshers = [];
		this.containerEl.empty();
		renderDefinitions(this, this.settingItems, this.containerEl, { refreshers: this.refreshers, cleanups: this.cleanups });
		this.refreshDomState();
	}

	show(): void {
		this.shown = true;
		this.settingItems = this.getSettingDefinitions();
		if (this.settingItems.length > 0) this.render();
		else this.display();
	}

	close(): void {
		if (!this.shown) return;
		this.shown = false;
		for (const cleanup of this.cleanups.splice(0)) cleanup();
		this.hide();
		this.containerEl.empty();
	}

	/** Shows `name` over a page of its own, with a way back. */
	openPage(name: string, fill: (el: HTMLElement) => void): void {
		this.containerEl.empty();
		const back = this.containerEl.createEl('button', { cls: 'setting-page-back', attr: { 'aria-label': 'Back' } });
		setIcon(back, 'chevron-left');
		back.createSpan({ text: name });
		back.addEventListener('click', () => this.render());
		fill(this.containerEl.createDiv('setting-page'));
		back.scrollIntoView({ block: 'end' }); // A page begins at its top, however far down its entry stood.
	}
}

export abstract class PluginSettingTab extends SettingTab {
	constructor(
		app: App,
		readonly plugin: Plugin,
	) {
		super(app);
		this.name = plugin.manifest.name;
	}

	override getControlValue(key: string): unknown {
		return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const settings = (this.plugin.settings ?? {}) as Record<string, unknown>;
		settings[key] = value;
		this.plugin.settings = settings;
		await this.plugin.saveData(settings);
	}
}

export abstract class SettingPage {
	readonly rootEl = createDiv('setting-page');
	readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
	readonly containerEl = this.rootEl.createDiv('setting-page-content');
	title = '';
	abstract display(): void;
	hide(): void {}
}
