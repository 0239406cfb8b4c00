// SuggestModal, FuzzySuggestModal and the search behind them.
import type { App } from '../app.ts';
import { Modal } from './modal.ts';

export interface SearchResult {
	score: number;
	matches: [number, number][];
}

export interface FuzzyMatch<T> {
	item: T;
	match: SearchResult;
}

/** Every character of the query, in order; runs and word starts score higher. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
	const asked = query.toLowerCase().replace(/\s+/g, '');
	return (text) => {
		const matches: [number, number][] = [];
		let [at, score] = [0, 0];
		for (const letter of asked) {
			const found = text.toLowerCase().indexOf(letter, at);
			if (found < 0) return null;
			const last = matches[matches.length - 1];
			if (last && last[1] === found) last[1] = found + 1;
			else matches.push([found, found + 1]);
			score -= found === at ? 0 : found > 0 && /\s/.test(text[found - 1]) ? 0.5 : 1;
			at = found + 1;
		}
		return { score: score - text.length / 1000, matches };
	};
}

export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
	const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
	return (text) => {
		const found = words.map((word) => [text.toLowerCase().indexOf(word), word.length]);
		if (found.some(([at]) => at < 0)) return null;
		return { score: -text.length / 1000, matches: found.map(([at, length]) => [at, at + length]) };
	};
}

export function sortSearchResults(results: { match: SearchResult }[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: [number, number][] | null, offset = 0): void {
	let at = 0;
	for (const [from, to] of matches ?? []) {
		el.appendText(text.slice(at, Math.max(at, from + offset)));
		el.createSpan({ cls: 'suggestion-highlight', text: text.slice(Math.max(at, from + offset), to + offset) });
		at = Math.max(at, to + offset);
	}
	el.appendText(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset = 0): void {
	renderMatches(el, text, result.matches, offset);
}

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

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
	getSuggestions(query: string): FuzzyMatch<T>[] {
		const search = prepareFuzzySearch(query);
		const found = this.getItems().flatMap((item) => {
			const match = search(this.getItemText(item));
			return match ? [{ item, match }] : [];
		});
		if (query.trim() !== '') sortSearchResults(found);
		return found;
	}

	renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
		renderMatches(el, this.getItemText(item), match.matches);
	}

	onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
		this.onChooseItem(item, event);
	}

	abstract getItems(): T[];
	abstract getItemText(item: T): string;
	abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
