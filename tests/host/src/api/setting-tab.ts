// API: SettingTab
// Does: Shows what `getSettingDefinitions` declares, or else what `display` draws.
// Leaves out: the search over all settings.
import type { SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { App } from '../app/app.ts';
import { setIcon } from '../functions/icons.ts';
import { isGroup, isPage, renderDefinitions } from './setting-definitions.ts';

export abstract class SettingTab {
	icon = 'settings-2';
	app: App;
	name = '';
	readonly containerEl = createDiv('vertical-tab-content');
	settingItems: SettingDefinitionItem[] = [];
	private refreshers: (() => void)[] = [];
	private cleanups: (() => void)[] = [];
	private shown = false;
	/** Names of the open pages, from the outermost to the one on screen. */
	private pages: string[] = [];

	constructor(app: App) {
		this.app = app;
	}

	getSettingDefinitions(): SettingDefinitionItem[] {
		return [];
	}

	/** Reads the definitions again, and redraws the tab if it is on screen. */
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

	/** Draws the open page, or the tab itself. If a page is no longer declared, the one around it opens. */
	private render(): void {
		for (const cleanup of this.cleanups.splice(0)) cleanup();
		this.refreshers = [];
		this.containerEl.empty();
		const hooks = { refreshers: this.refreshers, cleanups: this.cleanups };
		const page = this.openedPage();
		if (!page) renderDefinitions(this, this.settingItems, this.containerEl, hooks);
		else if (page.page) {
			const own = page.page();
			this.pageBody(page).appendChild(own.containerEl);
			own.display();
		} else renderDefinitions(this, page.items ?? [], this.pageBody(page), hooks);
		this.refreshDomState();
	}

	private openedPage(): SettingDefinitionPage | undefined {
		let items = this.settingItems;
		let page: SettingDefinitionPage | undefined;
		for (const [depth, name] of this.pages.entries()) {
			const inner = items.flatMap((item): SettingDefinitionItem[] => (isGroup(item) ? (item.items ?? []) : [item])).filter(isPage);
			const next = inner.find((each) => each.name === name);
			if (!next) {
				this.pages.length = depth;
				break;
			}
			page = next;
			items = next.items ?? [];
		}
		return page;
	}

	/** Draws the name of a page and the way back; returns the element for its content. */
	private pageBody(page: SettingDefinitionPage): HTMLElement {
		const back = this.containerEl.createEl('button', { cls: 'setting-page-back', attr: { 'aria-label': 'Back' } });
		setIcon(back, 'chevron-left');
		back.createSpan({ text: page.name });
		back.addEventListener('click', () => {
			this.pages.pop();
			this.render();
		});
		return this.containerEl.createDiv('setting-page');
	}

	show(): void {
		this.shown = true;
		this.pages = [];
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

	/** Opens a page that the page on screen declares. */
	openPage(name: string): void {
		this.pages.push(name);
		this.render();
		this.containerEl.firstElementChild?.scrollIntoView({ block: 'end' }); // Shows the top of the page, wherever its entry was.
	}
}
