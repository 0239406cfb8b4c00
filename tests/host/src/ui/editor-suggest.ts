// EditorSuggest, and the popover under a word while it is typed.
import type { EditorPosition } from 'obsidian';
import type { App } from '../app.ts';
import { Scope } from '../core/keymap.ts';
import type { Editor } from '../editor/editor.ts';
import type { TFile } from '../vault/files.ts';

interface Trigger {
	start: EditorPosition;
	end: EditorPosition;
	query: string;
}

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

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
	context: (Trigger & { editor: Editor; file: TFile }) | null = null;
	limit = 100;

	setInstructions(instructions: { command: string; purpose: string }[]): void {
		this.suggestEl.querySelector('.prompt-instructions')?.remove();
		const list = this.suggestEl.createDiv('prompt-instructions');
		for (const { command, purpose } of instructions) {
			const one = list.createDiv('prompt-instruction');
			one.createSpan({ cls: 'prompt-instruction-command', text: command });
			one.createSpan({ text: purpose });
		}
	}

	abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): Trigger | null;
	abstract getSuggestions(context: Trigger & { editor: Editor; file: TFile }): T[] | Promise<T[]>;

	override close(): void {
		super.close();
		this.context = null;
	}
}

export class EditorSuggests {
	private readonly suggests: EditorSuggest<unknown>[] = [];

	constructor(private readonly app: App) {}

	add(suggest: EditorSuggest<unknown>): void {
		this.suggests.unshift(suggest);
	}

	remove(suggest: EditorSuggest<unknown>): void {
		suggest.close();
		this.suggests.remove(suggest);
	}

	onChange(editor: Editor, file: TFile): void {
		void this.ask(editor, file);
	}

	private async ask(editor: Editor, file: TFile): Promise<void> {
		for (const suggest of this.suggests) {
			const trigger = suggest.onTrigger(editor.getCursor(), editor, file);
			if (!trigger) {
				suggest.close();
				continue;
			}
			const context = { ...trigger, editor, file };
			suggest.context = context;
			const values = await suggest.getSuggestions(context);
			// An answer to what was typed before is dropped.
			if (suggest.context !== context) return;
			const at = editor.cm.coordsAtPos(editor.posToOffset(trigger.start));
			if (at && this.app.workspace.activeEditor?.editor === editor) suggest.showAt(values.slice(0, suggest.limit), at.left, at.bottom);
			return;
		}
	}
}

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
