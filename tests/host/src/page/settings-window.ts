// `app.setting`, undocumented: the settings window, with the tabs of plugins and a tab of the host's own.
import { Modal } from '../api/modal.ts';
import { SettingTab } from '../api/setting-tab.ts';
import { Setting } from '../api/setting.ts';
import type { App } from '../app/app.ts';

class AppearanceTab extends SettingTab {
	override name = 'Appearance';
	id = 'appearance';

	override display(): void {
		new Setting(this.containerEl).setName('Dark mode').addToggle((toggle) => toggle.setValue(this.app.isDarkMode()).onChange((dark) => this.app.setTheme(dark ? 'dark' : 'light')));
		new Setting(this.containerEl)
			.setName('Start afresh')
			.setDesc('Forget every edit made in this browser and load the vault from its folder again.')
			.addButton((button) => button.setButtonText('Reset vault').setWarning().onClick(() => this.app.resetVault()));
	}
}

export class SettingsWindow extends Modal {
	readonly pluginTabs: SettingTab[] = [];
	private readonly ownTabs: SettingTab[];
	private readonly sidebarEl: HTMLElement;
	private readonly bodyEl: HTMLElement;
	activeTab: SettingTab | null = null;

	constructor(app: App) {
		super(app);
		this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
		this.setTitle('Settings');
		this.sidebarEl = this.contentEl.createDiv({ cls: 'vertical-tab-header', attr: { role: 'tablist' } });
		this.bodyEl = this.contentEl.createDiv('vertical-tab-content-container');
		this.ownTabs = [new AppearanceTab(app)];
	}

	/** The app reads the definitions at registration, for its search, and again whenever the tab is shown. */
	addSettingTab(tab: SettingTab): void {
		this.pluginTabs.push(tab);
		tab.update();
	}

	removeSettingTab(tab: SettingTab): void {
		if (this.activeTab === tab) this.activeTab = null;
		tab.close();
		this.pluginTabs.remove(tab);
	}

	override onOpen(): void {
		const { activeTab, pluginTabs, ownTabs } = this;
		this.openTab(activeTab ?? pluginTabs[0] ?? ownTabs[0]);
	}

	override onClose(): void {
		this.activeTab?.close();
	}

	openTabById(id: string): SettingTab | null {
		const tab = this.pluginTabs.find((each) => (each as { plugin?: { manifest: { id: string } } }).plugin?.manifest.id === id) ?? null;
		if (tab) this.openTab(tab);
		return tab;
	}

	openTab(tab: SettingTab): void {
		this.activeTab?.close();
		this.activeTab = tab;
		this.bodyEl.replaceChildren(tab.containerEl);
		tab.show();
		this.renderSidebar();
	}

	private renderSidebar(): void {
		this.sidebarEl.empty();
		this.renderTabs('Options', this.ownTabs);
		this.renderTabs('Community plugins', this.pluginTabs);
	}

	private renderTabs(title: string, tabs: SettingTab[]): void {
		if (tabs.length === 0) return;
		const group = this.sidebarEl.createDiv('vertical-tab-header-group');
		group.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
		for (const tab of tabs) {
			const item = group.createDiv({ cls: 'vertical-tab-nav-item', text: tab.name, attr: { role: 'tab', tabindex: 0, 'aria-selected': tab === this.activeTab } });
			item.toggleClass('is-active', tab === this.activeTab);
			item.addEventListener('click', () => this.openTab(tab));
			item.addEventListener('keydown', (event) => event.key === 'Enter' && this.openTab(tab));
		}
	}
}
