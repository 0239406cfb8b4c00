// API: ExtraButtonComponent
// Does: An icon at the end of a row.
import { setIcon } from '../../functions/icons.ts';
import { setTooltip } from '../../functions/tooltip.ts';
import { BaseComponent } from './base.ts';

export class ExtraButtonComponent extends BaseComponent {
	readonly extraSettingsEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		super();
		this.extraSettingsEl = containerEl.createEl('button', 'clickable-icon extra-setting-button');
		setIcon(this.extraSettingsEl, 'settings');
	}

	override setDisabled(disabled: boolean): this {
		(this.extraSettingsEl as HTMLButtonElement).disabled = disabled;
		return super.setDisabled(disabled);
	}

	setTooltip(tooltip: string): this {
		setTooltip(this.extraSettingsEl, tooltip);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.extraSettingsEl, icon);
		return this;
	}

	onClick(callback: () => unknown): this {
		this.extraSettingsEl.addEventListener('click', () => void callback());
		return this;
	}
}
