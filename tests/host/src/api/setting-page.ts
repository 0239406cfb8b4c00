// API: SettingPage
// Does: A page of settings that a plugin draws itself.
// Leaves out: the title bar is not shown; the row's name stands there.

export abstract class SettingPage {
	readonly rootEl = createDiv('setting-page');
	readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
	readonly containerEl = this.rootEl.createDiv('setting-page-content');
	title = '';
	abstract display(): void;
	hide(): void {}
}
