// The editor of a note in a card of a canvas: CodeMirror alone, in no view of its own. It saves two seconds after the first
// change, and takes over what others write.
import { Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Component } from '../api/component.ts';
import type { TAbstractFile, TFile } from '../api/files.ts';
import type { App } from '../app/app.ts';
import { debounce } from '../functions/debounce.ts';
import { livePreview } from '../notes/live-preview.ts';
import { narrow } from '../notes/merge.ts';
import { noteExtensions } from '../notes/source-mode.ts';

const AUTOSAVE = 2000;

export class CardEditor extends Component {
	readonly hoverPopover = null;
	readonly cm: EditorView;
	dirty = false;
	private readonly requestSave = debounce(() => void this.save(), AUTOSAVE);

	constructor(
		readonly app: App,
		readonly file: TFile,
		parent: HTMLElement,
		doc: string,
	) {
		super();
		const ofView = EditorView.updateListener.of(({ docChanged, transactions }) => {
			if (!docChanged || transactions.every((transaction) => !transaction.docChanged || transaction.isUserEvent('set'))) return;
			this.dirty = true;
			this.requestSave();
		});
		this.cm = new EditorView({ parent, doc, extensions: [noteExtensions(this, livePreview(), app.workspace.editorExtensions), ofView] });
	}

	override onload(): void {
		this.registerEvent(this.app.vault.on('modify', (file: TAbstractFile) => file === this.file && void this.takeOver()));
		this.register(() => {
			void this.save();
			this.cm.destroy();
		});
	}

	private async save(): Promise<void> {
		this.requestSave.cancel();
		if (!this.dirty) return;
		this.dirty = false;
		await this.app.vault.modify(this.file, this.cm.state.doc.toString());
	}

	private async takeOver(): Promise<void> {
		const text = await this.app.vault.read(this.file);
		const changes = narrow(this.cm.state.doc.toString(), text);
		if (this.dirty || (changes.from === changes.to && changes.insert === '')) return;
		this.cm.dispatch({ changes, userEvent: 'set', annotations: Transaction.addToHistory.of(false), filter: false });
	}
}
