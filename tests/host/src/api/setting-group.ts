// API: SettingGroup
// Does: A box of rows with a heading.
import { ExtraButtonComponent } from './components/extra-button.ts';
import { SearchComponent } from './components/search.ts';
import { type Make, Setting } from './setting.ts';

export class SettingGroup {
	readonly groupEl: HTMLElement;
	readonly listEl: HTMLElement;
	private readonly headerEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		this.groupEl = containerEl.createDiv('setting-group');
		this.headerEl = this.groupEl.createDiv('setting-group-header');
		this.listEl = this.groupEl.createDiv('setting-items');
	}

	setHeading(text: string | DocumentFragment): this {
		this.headerEl.createDiv({ cls: 'setting-group-heading', text, prepend: true });
		return this;
	}

	addClass(...classes: string[]): this {
		this.groupEl.addClass(...classes);
		return this;
	}

	addSetting(callback: (setting: Setting) => void): this {
		callback(new Setting(this.listEl));
		return this;
	}

	addSearch(callback: Make<SearchComponent>): this {
		callback(new SearchComponent(this.headerEl));
		return this;
	}

	addExtraButton(callback: Make<ExtraButtonComponent>): this {
		callback(new ExtraButtonComponent(this.headerEl));
		return this;
	}
}
