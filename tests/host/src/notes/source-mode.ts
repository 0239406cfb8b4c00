// The CodeMirror set-up of a note: history, folding, keys, Markdown highlighting, properties as plain text. What Live
// Preview adds stands in live-preview.ts.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { codeFolding, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { editorInfoField, type MarkdownFileInfo } from '../functions/editor-fields.ts';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';

const highlight = HighlightStyle.define([
	{ tag: tags.heading1, class: 'cm-header cm-header-1' },
	{ tag: tags.heading2, class: 'cm-header cm-header-2' },
	{ tag: tags.heading3, class: 'cm-header cm-header-3' },
	{ tag: [tags.heading4, tags.heading5, tags.heading6], class: 'cm-header cm-header-4' },
	{ tag: tags.strong, class: 'cm-strong' },
	{ tag: tags.emphasis, class: 'cm-em' },
	{ tag: tags.strikethrough, class: 'cm-strikethrough' },
	{ tag: [tags.link, tags.url], class: 'cm-link' },
	{ tag: tags.monospace, class: 'cm-inline-code' },
	{ tag: tags.quote, class: 'cm-quote' },
	{ tag: [tags.processingInstruction, tags.meta, tags.contentSeparator], class: 'cm-formatting' },
]);

const property = Decoration.line({ class: 'cm-property-line' });
const link = Decoration.mark({ class: 'cm-hmd-internal-link' });
const hashtag = Decoration.mark({ class: 'cm-hashtag' });

function decorate(view: EditorView): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	const frontmatterEnd = getFrontMatterInfo(view.state.sliceDoc(0, 20_000)).contentStart;
	for (const { from, to } of view.visibleRanges) {
		for (let at = from; at <= to; ) {
			const line = view.state.doc.lineAt(at);
			if (line.from < frontmatterEnd) builder.add(line.from, line.from, property);
			for (const match of line.text.matchAll(/\[\[[^[\]\n]+\]\]|(?<!\S)#[\p{L}\p{N}_/-]+/gu)) {
				const start = line.from + match.index;
				builder.add(start, start + match[0].length, match[0].startsWith('#') ? hashtag : link);
			}
			at = line.to + 1;
		}
	}
	return builder.finish();
}

const notes = ViewPlugin.fromClass(
	class {
		decorations: DecorationSet;
		constructor(view: EditorView) {
			this.decorations = decorate(view);
		}
		update(update: ViewUpdate) {
			if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
		}
	},
	{ decorations: (plugin) => plugin.decorations },
);

export function noteExtensions(info: MarkdownFileInfo, mode: Extension, plugins: Extension): Extension[] {
	return [
		editorInfoField.init(() => info),
		mode,
		history(),
		codeFolding(),
		drawSelection(),
		EditorView.lineWrapping,
		EditorView.contentAttributes.of({ 'aria-label': 'Note text', spellcheck: 'false' }),
		markdown({ base: markdownLanguage }),
		syntaxHighlighting(highlight),
		notes,
		plugins,
		keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
	];
}
