// The frame around the workspace: ribbon, status bar, and on a phone the bar at the bottom.
import { Menu } from '../api/menu.ts';
import type { App } from '../app/app.ts';
import { setIcon } from '../functions/icons.ts';
import { Platform } from '../functions/platform.ts';
import { setTooltip } from '../functions/tooltip.ts';

function iconButton(parent: HTMLElement, cls: string, icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
	const button = parent.createEl('button', `clickable-icon ${cls}`);
	setIcon(button, icon);
	setTooltip(button, title, { placement: 'right' });
	button.addEventListener('click', (event) => void callback(event));
	return button;
}

export class Shell {
	readonly workspaceEl: HTMLElement;
	private readonly ribbonEl: HTMLElement;
	private readonly statusEl: HTMLElement;
	private readonly navbarEl: HTMLElement;
	private readonly ribbonItems: { icon: string; title: string; el: HTMLElement }[] = [];

	constructor(private readonly app: App) {
		const container = document.body.createDiv('app-container');
		const main = container.createDiv('horizontal-main-container');
		const ribbon = main.createDiv('workspace-ribbon side-dock-ribbon mod-left');
		iconButton(ribbon, 'sidebar-toggle-button mod-left', 'panel-left', 'Toggle left sidebar', () => app.workspace.leftSplit.toggle());
		this.ribbonEl = ribbon.createDiv('side-dock-actions');
		const bottom = ribbon.createDiv('side-dock-settings');
		iconButton(bottom, 'side-dock-ribbon-action', 'sun-moon', 'Switch between light and dark', () => app.setTheme(app.isDarkMode() ? 'light' : 'dark'));
		iconButton(bottom, 'side-dock-ribbon-action', 'settings', 'Settings', () => app.setting.open());
		this.workspaceEl = main.createDiv('workspace');
		this.statusEl = container.createDiv({ cls: 'status-bar', attr: { role: 'contentinfo' } });
		this.navbarEl = container.createDiv({ cls: 'mobile-navbar', attr: { role: 'toolbar', 'aria-label': 'Navigation' } });
	}

	/** Adds the buttons that need the workspace, which is made after the constructor. */
	finish(): void {
		const { app } = this;
		const row = app.workspace.rootSplit.containerEl.querySelector<HTMLElement>('.workspace-tab-header-container');
		if (row) iconButton(row, 'sidebar-toggle-button mod-right', 'panel-right', 'Toggle right sidebar', () => app.workspace.rightSplit.toggle());
		this.addRibbonIcon('terminal-square', 'Open command palette', () => app.openPalette());
		iconButton(this.navbarEl, 'mobile-navbar-action', 'panel-left', 'Files', () => app.workspace.leftSplit.toggle());
		iconButton(this.navbarEl, 'mobile-navbar-action', 'terminal-square', 'Command palette', () => app.openPalette());
		iconButton(this.navbarEl, 'mobile-navbar-action', 'menu', 'Menu', (event) => this.openRibbonMenu(event));
		iconButton(this.navbarEl, 'mobile-navbar-action', 'panel-right', 'Right sidebar', () => app.workspace.rightSplit.toggle());
		const shade = app.workspace.containerEl.createDiv('workspace-drawer-backdrop');
		shade.addEventListener('click', () => {
			app.workspace.leftSplit.collapse();
			app.workspace.rightSplit.collapse();
		});
	}

	addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const el = iconButton(this.ribbonEl, 'side-dock-ribbon-action', icon, title, callback);
		this.ribbonItems.push({ icon, title, el });
		return el;
	}

	removeRibbonIcon(el: HTMLElement): void {
		el.detach();
		const at = this.ribbonItems.findIndex((item) => item.el === el);
		if (at >= 0) this.ribbonItems.splice(at, 1);
	}

	/** On a phone the element exists but is shown nowhere, as in the app. */
	addStatusBarItem(cls: string): HTMLElement {
		const el = createDiv(`status-bar-item ${cls}`);
		if (!Platform.isMobile) this.statusEl.prepend(el);
		return el;
	}

	/** A phone shows the ribbon as a menu. Titles are read when it opens, as plugins change them. */
	private openRibbonMenu(event: MouseEvent): void {
		const menu = new Menu();
		for (const { icon, title, el } of this.ribbonItems) {
			menu.addItem((item) => item.setTitle(el.getAttribute('aria-label') ?? title).setIcon(icon).onClick(() => el.click()));
		}
		menu.addItem((item) => item.setTitle('Settings').setIcon('settings').setSection('app').onClick(() => this.app.setting.open()));
		menu.addItem((item) => item.setTitle(this.app.isDarkMode() ? 'Light mode' : 'Dark mode').setIcon('sun-moon').setSection('app').onClick(() => this.app.setTheme(this.app.isDarkMode() ? 'light' : 'dark')));
		menu.showAtMouseEvent(event);
	}
}
