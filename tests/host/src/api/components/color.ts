// API: ColorComponent
// Does: A colour field.
// Leaves out: RGB and HSL values.
import { ValueComponent } from './base.ts';

export class ColorComponent extends ValueComponent<string> {
	private readonly inputEl: HTMLInputElement;

	constructor(containerEl: HTMLElement) {
		super();
		this.inputEl = containerEl.createEl('input', { type: 'color' });
	}

	getValue(): string {
		return this.inputEl.value;
	}

	setValue(value: string): this {
		this.inputEl.value = value;
		return this;
	}

	onChange(callback: (value: string) => unknown): this {
		this.inputEl.addEventListener('change', () => void callback(this.getValue()));
		return this;
	}
}
