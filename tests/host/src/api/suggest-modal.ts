// API: SuggestModal
// Does: A field with suggestions below it. Answers to an older query are dropped.
import type { App } from '../app/app.ts';
import { Modal } from './modal.ts';

export abstract class SuggestModal<T> extends Modal {
	limit = 100;
	emptyStateText = 'No results found.';
	readonly inputEl: HTMLInputElement;
	readonly resultContainerEl: HTMLElement;
	private values: T[] = [];
	private selected = 0;
	private asked = 0;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass('mod-prompt');
		this.modalEl.addClass('prompt');
		this.modalEl.empty();
		this.inputEl = this.modalEl.createDiv('prompt-input-container').createEl('input', { cls: 'prompt-input', type: 'text', attr: { role: 'combobox', 'aria-expanded': true, spellcheck: false } });
		this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results', attr: { role: 'listbox' } });
		this.inputEl.addEventListener('input', () => void this.refresh());
		this.scope.register([], 'ArrowDown', () => this.move(1));
		this.scope.register([], 'ArrowUp', () => this.move(-1));
		this.scope.register(null, 'Enter', (event) => {
			this.selectActiveSuggestion(event);
			return false;
		});
	}

	override open(): void {
		super.open();
		this.inputEl.focus();
		void this.refresh();
	}

	setPlaceholder(placeholder: string): void {
		this.inputEl.placeholder = placeholder;
		this.inputEl.setAttr('aria-label', placeholder);
	}

	setInstructions(instructions: { command: string; purpose: string }[]): void {
		this.modalEl.querySelector('.prompt-instructions')?.detach();
		const row = this.modalEl.createDiv('prompt-instructions');
		for (const { command, purpose } of instructions) {
			const one = row.createDiv('prompt-instruction');
			one.createSpan({ cls: 'prompt-instruction-command', text: command });
			one.createSpan({ text: purpose });
		}
	}

	onNoSuggestion(): void {
		this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
	}

	private async refresh(): Promise<void> {
		const ticket = ++this.asked;
		const given = this.getSuggestions(this.inputEl.value);
		const values = Array.isArray(given) ? given : await given;
		if (ticket !== this.asked) return;
		this.values = values.slice(0, this.limit);
		this.resultContainerEl.empty();
		this.values.forEach((value, index) => {
			const row = this.resultContainerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
			this.renderSuggestion(value, row);
			row.addEventListener('click', (event) => this.selectSuggestion(value, event));
			row.addEventListener('mousemove', () => this.highlight(index));
		});
		if (this.values.length === 0) this.onNoSuggestion();
		this.highlight(0);
	}

	private highlight(index: number): void {
		this.selected = index;
		[...this.resultContainerEl.children].forEach((row, at) => {
			row.toggleClass('is-selected', at === index);
			row.setAttr('aria-selected', at === index);
		});
	}

	private move(step: number): false {
		const count = this.values.length;
		if (count > 0) this.highlight((this.selected + step + count) % count);
		this.resultContainerEl.children[this.selected]?.scrollIntoView({ block: 'nearest' });
		return false;
	}

	selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
		if (this.selected < this.values.length) this.selectSuggestion(this.values[this.selected], event);
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.close();
		this.onChooseSuggestion(value, event);
	}

	abstract getSuggestions(query: string): T[] | Promise<T[]>;
	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;
}
