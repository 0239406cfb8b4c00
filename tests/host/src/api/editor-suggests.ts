// `workspace.editorSuggest`, undocumented: asks the suggesters one after another while somebody types; the first
// with a trigger is shown. The app's own `[[` suggester, which comes first there, is not part of the host.
import type { App } from '../app/app.ts';
import type { EditorSuggest } from './editor-suggest.ts';
import type { Editor } from './editor.ts';
import type { TFile } from './files.ts';

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
			// More was typed meanwhile: this answer is too late.
			if (suggest.context !== context) return;
			const at = editor.cm.coordsAtPos(editor.posToOffset(trigger.start));
			if (at && this.app.workspace.activeEditor?.editor === editor) suggest.showAt(values.slice(0, suggest.limit), at.left, at.bottom);
			return;
		}
	}
}
