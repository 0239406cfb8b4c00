// API: Setting
// Does: A row of the settings: name, description, controls, error message.
import { setTooltip } from '../functions/tooltip.ts';
import type { BaseComponent } from './components/base.ts';
import { ButtonComponent } from './components/button.ts';
import { ColorComponent } from './components/color.ts';
import { DisplayValueComponent } from './components/display-value.ts';
import { DropdownComponent } from './components/dropdown.ts';
import { ExtraButtonComponent } from './components/extra-button.ts';
import { MomentFormatComponent } from './components/moment-format.ts';
import { ProgressBarComponent } from './components/progress-bar.ts';
import { SearchComponent } from './components/search.ts';
import { SliderComponent } from './components/slider.ts';
import { TextAreaComponent, TextComponent } from './components/text.ts';
import { ToggleComponent } from './components/toggle.ts';

export type Make<T> = (component: T) => unknown;

export class Setting {
	readonly settingEl: HTMLElement;
	readonly infoEl: HTMLElement;
	readonly nameEl: HTMLElement;
	readonly descEl: HTMLElement;
	readonly controlEl: HTMLElement;
	components: BaseComponent[] = [];
	errorEl: HTMLElement | null = null;

	constructor(containerEl: HTMLElement) {
		this.settingEl = containerEl.createDiv('setting-item');
		this.infoEl = this.settingEl.createDiv('setting-item-info');
		this.nameEl = this.infoEl.createDiv('setting-item-name');
		this.descEl = this.infoEl.createDiv('setting-item-description');
		this.controlEl = this.settingEl.createDiv('setting-item-control');
	}

	setName(name: string | DocumentFragment): this {
		this.nameEl.setText(name);
		return this;
	}

	setDesc(desc: string | DocumentFragment): this {
		this.descEl.setText(desc);
		return this;
	}

	setClass(cls: string): this {
		this.settingEl.addClass(cls);
		return this;
	}

	setTooltip(tooltip: string): this {
		setTooltip(this.nameEl, tooltip);
		return this;
	}

	setHeading(): this {
		this.settingEl.addClass('setting-item-heading');
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.settingEl.toggleClass('is-disabled', disabled);
		for (const component of this.components) component.setDisabled(disabled);
		return this;
	}

	setErrorMessage(message: string | null): this {
		this.errorEl?.detach();
		this.errorEl = message ? this.infoEl.createDiv({ cls: 'setting-item-error', text: message, attr: { role: 'alert' } }) : null;
		this.settingEl.toggleClass('is-invalid', this.errorEl !== null);
		return this;
	}

	private add<T extends BaseComponent>(component: T, callback: Make<T>): this {
		this.components.push(component);
		callback(component);
		return this;
	}

	addButton(callback: Make<ButtonComponent>): this {
		return this.add(new ButtonComponent(this.controlEl), callback);
	}

	addExtraButton(callback: Make<ExtraButtonComponent>): this {
		return this.add(new ExtraButtonComponent(this.controlEl), callback);
	}

	addToggle(callback: Make<ToggleComponent>): this {
		this.settingEl.addClass('mod-toggle');
		return this.add(new ToggleComponent(this.controlEl), callback);
	}

	addText(callback: Make<TextComponent>): this {
		return this.add(new TextComponent(this.controlEl), callback);
	}

	addSearch(callback: Make<SearchComponent>): this {
		return this.add(new SearchComponent(this.controlEl), callback);
	}

	addTextArea(callback: Make<TextAreaComponent>): this {
		return this.add(new TextAreaComponent(this.controlEl), callback);
	}

	addMomentFormat(callback: Make<MomentFormatComponent>): this {
		return this.add(new MomentFormatComponent(this.controlEl), callback);
	}

	addDropdown(callback: Make<DropdownComponent>): this {
		return this.add(new DropdownComponent(this.controlEl), callback);
	}

	addColorPicker(callback: Make<ColorComponent>): this {
		return this.add(new ColorComponent(this.controlEl), callback);
	}

	addProgressBar(callback: Make<ProgressBarComponent>): this {
		return this.add(new ProgressBarComponent(this.controlEl), callback);
	}

	addSlider(callback: Make<SliderComponent>): this {
		return this.add(new SliderComponent(this.controlEl), callback);
	}

	addComponent<T extends BaseComponent>(callback: (el: HTMLElement) => T): this {
		this.components.push(callback(this.controlEl));
		return this;
	}

	addDisplayValue(callback: Make<DisplayValueComponent>): this {
		callback(new DisplayValueComponent(this.controlEl));
		return this;
	}

	then(callback: (setting: this) => unknown): this {
		callback(this);
		return this;
	}

	clear(): this {
		this.controlEl.empty();
		this.components = [];
		return this;
	}
}
