// The app's own suggester behind `[[`: notes by name and by alias. It is made before any plugin loads, and so is the
// first that is asked.
import { EditorSuggest } from '../api/editor-suggest.ts';
import type { Editor } from '../api/editor.ts';
import type { TFile } from '../api/files.ts';
import { prepareFuzzySearch } from '../functions/search.ts';

interface LinkRow {
	file: TFile;
	alias?: string;
}

export class LinkSuggest extends EditorSuggest<LinkRow> {
	onTrigger({ line, ch }: { line: number; ch: number }, editor: Editor) {
		const before = editor.getLine(line).slice(0, ch);
		const from = before.lastIndexOf('[[');
		const query = before.slice(from + 2);
		if (from < 0 || /[\]|]/.test(query)) return null;
		return { start: { line, ch: from + 2 }, end: { line, ch }, query };
	}

	getSuggestions({ query }: { query: string }): LinkRow[] {
		const search = prepareFuzzySearch(query);
		return this.app.vault.getMarkdownFiles().flatMap((file) => {
			const aliases = this.aliasesOf(file).map((alias) => ({ file, alias }));
			return [{ file }, ...aliases].filter((row) => search('alias' in row ? row.alias : file.basename));
		});
	}

	private aliasesOf(file: TFile): string[] {
		const listed: unknown = this.app.metadataCache.getFileCache(file)?.frontmatter?.['aliases'];
		return Array.isArray(listed) ? listed.filter((alias) => typeof alias === 'string') : [];
	}

	renderSuggestion({ file, alias }: LinkRow, el: HTMLElement): void {
		el.addClass('mod-complex');
		const content = el.createDiv('suggestion-content');
		content.createDiv({ cls: 'suggestion-title', text: alias ?? file.basename });
		content.createDiv({ cls: 'suggestion-note', text: file.parent?.path ?? '' });
	}

	selectSuggestion({ file, alias }: LinkRow): void {
		const { context } = this;
		if (!context) return;
		const { editor, start, end } = context;
		const text = `${this.app.metadataCache.fileToLinktext(file, context.file.path)}${alias === undefined ? '' : `|${alias}`}]]`;
		const closed = editor.getLine(end.line).startsWith(']]', end.ch);
		editor.transaction({ changes: [{ from: start, to: { line: end.line, ch: end.ch + (closed ? 2 : 0) }, text }], selection: { from: { line: start.line, ch: start.ch + text.length } } });
		this.close();
	}
}
