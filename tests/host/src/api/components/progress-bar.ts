// API: ProgressBarComponent
// Does: A bar from 0 to 100 percent.
import { ValueComponent } from './base.ts';

export class ProgressBarComponent extends ValueComponent<number> {
	private readonly barEl: HTMLElement;
	private value = 0;

	constructor(containerEl: HTMLElement) {
		super();
		const box = containerEl.createDiv({ cls: 'setting-progress-bar', attr: { role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 } });
		this.barEl = box.createDiv('setting-progress-bar-inner');
		this.setValue(0);
	}

	getValue(): number {
		return this.value;
	}

	/** Percent, 0 to 100. */
	setValue(value: number): this {
		this.value = Math.min(100, Math.max(0, value));
		this.barEl.style.width = `${this.value}%`;
		this.barEl.parentElement?.setAttr('aria-valuenow', Math.round(this.value));
		return this;
	}
}
