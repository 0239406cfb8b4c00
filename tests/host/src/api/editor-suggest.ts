// API: EditorSuggest
// Does: The base class of suggesters for typed text.
import type { EditorPosition } from 'obsidian';
import type { Editor } from './editor.ts';
import type { TFile } from './files.ts';
import { PopoverSuggest } from './popover-suggest.ts';

interface Trigger {
	start: EditorPosition;
	end: EditorPosition;
	query: string;
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
