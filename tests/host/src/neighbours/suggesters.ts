// Neighbours that suggest while somebody types: one links people behind `@`, as At People does, one completes every word
// from the note, as Various Complements does, and one offers signs for dates in tasks, as Tasks does.
import { EditorSuggest } from '../api/editor-suggest.ts';
import type { Editor } from '../api/editor.ts';
import { Plugin } from '../api/plugin.ts';

interface Query {
	query: string;
	editor: Editor;
}

/** Offers texts for what stands between a pattern's beginning and the cursor. */
class TextSuggest extends EditorSuggest<string> {
	constructor(
		private readonly plugin: Plugin,
		private readonly pattern: RegExp,
		private readonly texts: (query: Query) => string[],
	) {
		super(plugin.app);
		this.suggestEl.addClass(`mod-${plugin.manifest.id}`);
	}

	onTrigger({ line, ch }: { line: number; ch: number }, editor: Editor) {
		const found = this.pattern.exec(editor.getLine(line).slice(0, ch));
		if (!found) return null;
		const query = found[1] ?? '';
		return { start: { line, ch: ch - query.length }, end: { line, ch }, query };
	}

	getSuggestions(query: Query): string[] {
		return this.texts(query);
	}

	renderSuggestion(text: string, el: HTMLElement): void {
		el.createDiv({ cls: 'suggestion-title', text: `${this.plugin.manifest.id}: ${text}` });
	}

	selectSuggestion(text: string): void {
		if (!this.context) return;
		const { editor, start, end } = this.context;
		editor.transaction({ changes: [{ from: start, to: end, text }], selection: { from: { line: start.line, ch: start.ch + text.length } } });
		this.close();
	}
}

export class AtPeople extends Plugin {
	override onload(): void {
		this.registerEditorSuggest(new TextSuggest(this, /(@[\p{L} ]*)$/u, ({ query }) => {
			const people = this.app.vault.getMarkdownFiles().filter((file) => file.path.startsWith('People/'));
			return people.map((file) => file.basename).filter((name) => name.toLowerCase().startsWith(query.slice(1).toLowerCase())).map((name) => `[[@${name}]]`);
		}));
	}
}

/** As some plugins do, it puts its own before all others, the app's included. */
export class AtPeopleFirst extends AtPeople {
	override onload(): void {
		super.onload();
		const { suggests } = this.app.workspace.editorSuggest;
		const own = suggests.at(-1);
		if (!own) return;
		suggests.remove(own);
		suggests.unshift(own);
	}
}

export class WordCompletion extends Plugin {
	override onload(): void {
		this.registerEditorSuggest(new TextSuggest(this, /([\p{L}]{2,})$/u, ({ query, editor }) => {
			const words = new Set(editor.getValue().match(/\p{L}{3,}/gu));
			return [...words].filter((word) => word !== query && word.toLowerCase().startsWith(query.toLowerCase()));
		}));
	}
}

export class TaskDates extends Plugin {
	override onload(): void {
		this.registerEditorSuggest(new TextSuggest(this, /^\s*- \[.\] .*?(\p{L}{3,}|)$/u, () => ['📅 due date', '⏳ scheduled date']));
	}
}
