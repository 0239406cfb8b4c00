// API: ToggleComponent
// Does: A switch, for the mouse and for the keys Space and Enter.
import { setTooltip } from '../../functions/tooltip.ts';
import { ValueComponent } from './base.ts';

export class ToggleComponent extends ValueComponent<boolean> {
	readonly toggleEl: HTMLElement;
	private on = false;
	private changed: ((value: boolean) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.toggleEl = containerEl.createDiv({ cls: 'checkbox-container', attr: { role: 'switch', tabindex: 0, 'aria-checked': false } });
		this.toggleEl.addEventListener('click', () => this.onClick());
		this.toggleEl.addEventListener('keydown', (event) => {
			if (event.key !== ' ' && event.key !== 'Enter') return;
			event.preventDefault();
			this.onClick();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.toggleEl.toggleClass('is-disabled', disabled);
		this.toggleEl.setAttr('aria-disabled', disabled);
		return super.setDisabled(disabled);
	}

	getValue(): boolean {
		return this.on;
	}

	setValue(on: boolean): this {
		const changed = this.on !== on;
		this.on = on;
		this.toggleEl.toggleClass('is-enabled', on);
		this.toggleEl.setAttr('aria-checked', on);
		if (changed) void this.changed?.(on);
		return this;
	}

	setTooltip(tooltip: string): this {
		setTooltip(this.toggleEl, tooltip);
		return this;
	}

	onClick(): void {
		if (!this.disabled) this.setValue(!this.on);
	}

	onChange(callback: (value: boolean) => unknown): this {
		this.changed = callback;
		return this;
	}
}
