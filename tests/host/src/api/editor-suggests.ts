// `workspace.editorSuggest`, undocumented: asks the suggesters in their order when somebody types; the first with a
// trigger is shown, and those behind it are not asked. The app's own come first (`page/link-suggest.ts`).
import type { App } from '../app/app.ts';
import type { EditorSuggest } from './editor-suggest.ts';
import type { Editor } from './editor.ts';
import type { TFile } from './files.ts';

export class EditorSuggests {
	suggests: EditorSuggest<unknown>[] = [];
	currentSuggest: EditorSuggest<unknown> | null = null;

	constructor(private readonly app: App) {}

	addSuggest(suggest: EditorSuggest<unknown>): void {
		this.suggests.push(suggest);
	}

	removeSuggest(suggest: EditorSuggest<unknown>): void {
		if (this.currentSuggest === suggest) this.close();
		this.suggests.remove(suggest);
	}

	close(): void {
		this.setCurrentSuggest(null);
	}

	isShowingSuggestion(): boolean {
		return this.currentSuggest?.isOpen ?? false;
	}

	setCurrentSuggest(suggest: EditorSuggest<unknown> | null): void {
		if (this.currentSuggest !== suggest) this.currentSuggest?.close();
		this.currentSuggest = suggest;
	}

	trigger(editor: Editor, file: TFile): void {
		void this.ask(editor, file);
	}

	private async ask(editor: Editor, file: TFile): Promise<void> {
		const cursor = editor.getCursor();
		for (const suggest of this.suggests) {
			const trigger = suggest.onTrigger(cursor, editor, file);
			if (!trigger) continue;
			this.setCurrentSuggest(suggest);
			const context = { ...trigger, editor, file };
			suggest.context = context;
			const values = await suggest.getSuggestions(context);
			// More was typed meanwhile: this answer is too late.
			if (suggest.context !== context) return;
			const at = editor.cm.coordsAtPos(editor.posToOffset(trigger.start));
			if (at && this.app.workspace.activeEditor?.editor === editor) suggest.showAt(values.slice(0, suggest.limit), at.left, at.bottom);
			return;
		}
		this.close();
	}
}
