// API: AbstractInputSuggest
// Does: Suggestions under an input field.
import type { App } from '../app/app.ts';
import { PopoverSuggest } from './popover-suggest.ts';

/** Suggestions under an input field. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
	limit = 100;
	private callback: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;

	constructor(
		app: App,
		private readonly inputEl: HTMLInputElement | HTMLDivElement,
	) {
		super(app);
		inputEl.addEventListener('input', () => void this.refresh());
		inputEl.addEventListener('focus', () => void this.refresh());
		inputEl.addEventListener('blur', () => this.close());
	}

	protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

	private async refresh(): Promise<void> {
		const values = await this.getSuggestions(this.getValue());
		const box = this.inputEl.getBoundingClientRect();
		this.showAt(values.slice(0, this.limit), box.left, box.bottom);
	}

	setValue(value: string): void {
		if (this.inputEl instanceof HTMLInputElement) this.inputEl.value = value;
		else this.inputEl.setText(value);
	}

	getValue(): string {
		return this.inputEl instanceof HTMLInputElement ? this.inputEl.value : (this.inputEl.textContent ?? '');
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.callback?.(value, event);
	}

	onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
		this.callback = callback;
		return this;
	}
}
