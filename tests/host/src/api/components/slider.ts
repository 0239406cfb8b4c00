// API: SliderComponent
// Does: A slider; its value shows in a tooltip.
// Leaves out: `setInstant`: changes come when the slider is let go.
import { setTooltip } from '../../functions/tooltip.ts';
import { ValueComponent } from './base.ts';

export class SliderComponent extends ValueComponent<number> {
	readonly sliderEl: HTMLInputElement;
	private format = (value: number): string => String(value);

	constructor(containerEl: HTMLElement) {
		super();
		this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
	}

	override setDisabled(disabled: boolean): this {
		this.sliderEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setInstant(_instant: boolean): this {
		return this;
	}

	setLimits(min: number | null, max: number | null, step: number | 'any'): this {
		Object.assign(this.sliderEl, { min: String(min ?? ''), max: String(max ?? ''), step: String(step) });
		return this;
	}

	getValue(): number {
		return Number(this.sliderEl.value);
	}

	setValue(value: number): this {
		this.sliderEl.value = String(value);
		return this;
	}

	getValuePretty(): string {
		return this.format(this.getValue());
	}

	setDisplayFormat(format: (value: number) => string): this {
		this.format = format;
		return this;
	}

	setDynamicTooltip(): this {
		this.sliderEl.addEventListener('input', () => setTooltip(this.sliderEl, this.getValuePretty()));
		return this;
	}

	onChange(callback: (value: number) => unknown): this {
		this.sliderEl.addEventListener('change', () => void callback(this.getValue()));
		return this;
	}
}
