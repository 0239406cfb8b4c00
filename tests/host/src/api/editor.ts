// API: Editor
// Does: Works on a CodeMirror view. Changes of one `transaction` are positions in the text before it and make
//   one undo step.
// Leaves out: commands of `exec` beyond the common ones.
import { cursorCharLeft, cursorCharRight, cursorDocEnd, cursorDocStart, cursorGroupLeft, cursorGroupRight, cursorLineDown, cursorLineUp, deleteLine, indentLess, indentMore, insertNewlineAndIndent, moveLineDown, moveLineUp, redo, undo } from '@codemirror/commands';
import { foldAll, toggleFold, unfoldAll } from '@codemirror/language';
import { EditorSelection, type SelectionRange, Transaction } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import type { EditorChange, EditorPosition, EditorRange, EditorRangeOrCaret, EditorSelectionOrCaret, EditorTransaction } from 'obsidian';

const commands: Record<string, Command> = {
	goUp: cursorLineUp, goDown: cursorLineDown, goLeft: cursorCharLeft, goRight: cursorCharRight, goStart: cursorDocStart,
	goEnd: cursorDocEnd, goWordLeft: cursorGroupLeft, goWordRight: cursorGroupRight, indentMore, indentLess,
	newlineAndIndent: insertNewlineAndIndent, swapLineUp: moveLineUp, swapLineDown: moveLineDown, deleteLine,
	toggleFold, foldAll, unfoldAll,
};

export class Editor {
	constructor(readonly cm: EditorView) {}

	private get doc() {
		return this.cm.state.doc;
	}

	getDoc(): this {
		return this;
	}

	refresh(): void {
		this.cm.requestMeasure();
	}

	getValue(): string {
		return this.doc.toString();
	}

	setValue(content: string): void {
		this.cm.dispatch({ changes: { from: 0, to: this.doc.length, insert: content } });
	}

	getLine(line: number): string {
		return this.doc.line(line + 1).text;
	}

	setLine(line: number, text: string): void {
		const { from, to } = this.doc.line(line + 1);
		this.cm.dispatch({ changes: { from, to, insert: text } });
	}

	lineCount(): number {
		return this.doc.lines;
	}

	lastLine(): number {
		return this.doc.lines - 1;
	}

	posToOffset(pos: EditorPosition): number {
		if (pos.line < 0) return 0;
		if (pos.line >= this.doc.lines) return this.doc.length;
		const line = this.doc.line(pos.line + 1);
		return Math.min(line.from + Math.max(0, pos.ch), line.to);
	}

	offsetToPos(offset: number): EditorPosition {
		const at = Math.max(0, Math.min(offset, this.doc.length));
		const line = this.doc.lineAt(at);
		return { line: line.number - 1, ch: at - line.from };
	}

	getRange(from: EditorPosition, to: EditorPosition): string {
		return this.doc.sliceString(this.posToOffset(from), this.posToOffset(to));
	}

	getSelection(): string {
		const { from, to } = this.cm.state.selection.main;
		return this.doc.sliceString(from, to);
	}

	somethingSelected(): boolean {
		return this.cm.state.selection.ranges.some((range) => !range.empty);
	}

	getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
		return this.offsetToPos(this.cm.state.selection.main[side]);
	}

	listSelections(): { anchor: EditorPosition; head: EditorPosition }[] {
		return this.cm.state.selection.ranges.map(({ anchor, head }) => ({ anchor: this.offsetToPos(anchor), head: this.offsetToPos(head) }));
	}

	setCursor(pos: EditorPosition | number, ch = 0): void {
		const at = this.posToOffset(typeof pos === 'number' ? { line: pos, ch } : pos);
		this.cm.dispatch({ selection: { anchor: at } });
	}

	setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
		this.cm.dispatch({ selection: { anchor: this.posToOffset(anchor), head: this.posToOffset(head) } });
	}

	setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
		const found = ranges.map(({ anchor, head }) => EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)));
		this.cm.dispatch({ selection: EditorSelection.create(found, main) });
	}

	replaceSelection(replacement: string, origin?: string): void {
		this.cm.dispatch(this.cm.state.replaceSelection(replacement), { userEvent: origin });
	}

	replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from, origin?: string): void {
		this.transaction({ changes: [{ from, to, text: replacement }] }, origin);
	}

	/** A given selection means the text after the changes. Without one the cursor moves along with its text. */
	transaction(tx: EditorTransaction, origin?: string): void {
		const { state } = this.cm;
		const toSpec = ({ from, to, text }: EditorChange) => ({ from: this.posToOffset(from), to: this.posToOffset(to ?? from), insert: text });
		const changes = state.changes((tx.changes ?? []).map(toSpec));
		const selection = this.selectionAfter(tx, changes.apply(state.doc));
		const base = tx.replaceSelection === undefined ? {} : state.replaceSelection(tx.replaceSelection);
		this.cm.dispatch({ ...base, ...(tx.changes ? { changes } : {}), ...(selection ? { selection } : {}), userEvent: origin, annotations: Transaction.addToHistory.of(true) });
	}

	private selectionAfter(tx: EditorTransaction, doc: typeof this.cm.state.doc): EditorSelection | null {
		const asked = tx.selections ?? (tx.selection ? [tx.selection] : []);
		if (asked.length === 0) return null;
		const offset = ({ line, ch }: EditorPosition) => {
			const found = doc.line(Math.min(line + 1, doc.lines));
			return Math.min(found.from + ch, found.to);
		};
		const range = ({ from, to }: EditorRangeOrCaret): SelectionRange => EditorSelection.range(offset(from), offset(to ?? from));
		return EditorSelection.create(asked.map(range));
	}

	wordAt(pos: EditorPosition): EditorRange | null {
		const word = this.cm.state.wordAt(this.posToOffset(pos));
		return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
	}

	processLines<T>(read: (line: number, text: string) => T | null, write: (line: number, text: string, value: T | null) => EditorChange | void, ignoreEmpty = false): void {
		const lines = [...Array(this.lineCount()).keys()].filter((line) => !ignoreEmpty || this.getLine(line) !== '');
		const values = lines.map((line) => read(line, this.getLine(line)));
		const changes = lines.map((line, index) => write(line, this.getLine(line), values[index])).filter((change) => change !== undefined);
		this.transaction({ changes: changes });
	}

	getScrollInfo(): { top: number; left: number } {
		return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
	}

	scrollTo(x?: number | null, y?: number | null): void {
		this.cm.scrollDOM.scrollTo({ left: x ?? undefined, top: y ?? undefined });
	}

	scrollIntoView(range: EditorRange, center = false): void {
		this.cm.dispatch({ effects: EditorView.scrollIntoView(this.posToOffset(range.from), { y: center ? 'center' : 'nearest' }) });
	}

	undo(): void {
		undo(this.cm);
	}

	redo(): void {
		redo(this.cm);
	}

	exec(command: string): void {
		commands[command]?.(this.cm);
	}

	focus(): void {
		this.cm.focus();
	}

	blur(): void {
		this.cm.contentDOM.blur();
	}

	hasFocus(): boolean {
		return this.cm.hasFocus;
	}
}
