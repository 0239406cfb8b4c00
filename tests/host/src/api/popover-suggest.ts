// API: PopoverSuggest
// Does: A list of suggestions at a place on the screen, with keys.
// Leaves out: flipping above the line where there is no room below.
import type { App } from '../app/app.ts';
import { Scope } from './scope.ts';

export abstract class PopoverSuggest<T> {
	readonly scope: Scope;
	readonly suggestEl = createDiv('suggestion-container');
	private readonly listEl = this.suggestEl.createDiv({ cls: 'suggestion', attr: { role: 'listbox' } });
	private values: T[] = [];
	private selected = 0;
	isOpen = false;

	constructor(
		readonly app: App,
		scope?: Scope,
	) {
		this.scope = scope ?? new Scope(app.scope);
		this.scope.register([], 'ArrowDown', () => this.move(1));
		this.scope.register([], 'ArrowUp', () => this.move(-1));
		this.scope.register([], 'Enter', (event) => this.choose(event));
		this.scope.register([], 'Tab', (event) => this.choose(event));
		this.scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
	}

	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		document.body.appendChild(this.suggestEl);
		this.app.keymap.pushScope(this.scope);
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.suggestEl.detach();
		this.app.keymap.popScope(this.scope);
	}

	showAt(values: T[], x: number, y: number): void {
		this.values = values;
		this.listEl.empty();
		values.forEach((value) => {
			const row = this.listEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
			this.renderSuggestion(value, row);
			row.addEventListener('mousedown', (event) => {
				event.preventDefault();
				this.selectSuggestion(value, event);
			});
		});
		if (values.length === 0) return this.close();
		this.open();
		this.suggestEl.setCssStyles({ left: `${Math.min(x, window.innerWidth - this.suggestEl.offsetWidth - 8)}px`, top: `${y + 4}px` });
		this.move(-this.selected);
	}

	private move(step: number): false {
		const count = this.values.length;
		this.selected = (this.selected + step + count) % count;
		[...this.listEl.children].forEach((row, index) => row.toggleClass('is-selected', index === this.selected));
		return false;
	}

	private choose(event: KeyboardEvent): false {
		this.selectSuggestion(this.values[this.selected], event);
		return false;
	}
}
