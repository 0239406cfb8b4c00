// Live Preview: properties are hidden in the text, a widget above it shows them, and a filter keeps all changes out of
// them that do not come from the app itself. Users of other plugins saw changes of properties dropped and mangled
// (obsidian-linter#884, #906, #958); what the app's own filter does exactly is not known.
import { EditorState, type Extension, StateField, type Text, type Transaction, type TransactionSpec } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { editorLivePreviewField } from '../functions/editor-fields.ts';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';

/** UTF-16 units that the properties take at the start of the note; 0 if it has none. */
function propertiesEnd(doc: Text): number {
	return doc.sliceString(0, 3) === '---' ? getFrontMatterInfo(doc.toString()).contentStart : 0;
}

/** Drops what a transaction changes in the properties. What it changes below them still arrives, which mangles the whole. */
function withoutProperties(transaction: Transaction): Transaction | TransactionSpec {
	const end = transaction.docChanged ? propertiesEnd(transaction.startState.doc) : 0;
	const kept: { from: number; to: number; insert: Text }[] = [];
	let touched = false;
	transaction.changes.iterChanges((from, to, _fromAfter, _toAfter, insert) => {
		if (from < end) touched = true;
		if (from >= end) kept.push({ from, to, insert });
		else if (to > end) kept.push({ from: end, to, insert });
	});
	return touched ? { changes: kept, effects: transaction.effects } : transaction;
}

const hidden = StateField.define<DecorationSet>({
	create: ({ doc }) => hiddenIn(doc),
	update: (value, { docChanged, newDoc }) => (docChanged ? hiddenIn(newDoc) : value),
	provide: (field) => [EditorView.decorations.from(field), EditorView.atomicRanges.of((view) => view.state.field(field))],
});

function hiddenIn(doc: Text): DecorationSet {
	const end = propertiesEnd(doc);
	if (end === 0) return Decoration.none;
	// A block covers whole lines, and the line break behind the last one stays.
	const last = doc.lineAt(end).from === end ? end - 1 : end;
	return Decoration.set(Decoration.replace({ block: true }).range(0, last));
}

export function livePreview(): Extension {
	return [editorLivePreviewField.init(() => true), EditorState.transactionFilter.of(withoutProperties), hidden];
}

export function sourceMode(): Extension {
	return editorLivePreviewField.init(() => false);
}
