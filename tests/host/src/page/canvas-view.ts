// A canvas: a card for each note on it. A double click, or `startEditing`, opens an editor in the card.
import { FileView } from '../api/file-view.ts';
import type { TFile } from '../api/files.ts';
import { CardEditor } from './card-editor.ts';

interface CanvasData {
	nodes?: { id: string; type: string; file?: string }[];
}

interface Node {
	file: TFile;
	startEditing: () => Promise<void>;
}

export class CanvasView extends FileView {
	override icon = 'layout-dashboard';
	/** Undocumented in the app, where it has the same names. */
	readonly canvas = { nodes: new Map<string, Node>() };
	readonly editors: CardEditor[] = [];

	getViewType(): string {
		return 'canvas';
	}

	override async onLoadFile(file: TFile): Promise<void> {
		const { nodes = [] } = JSON.parse(await this.app.vault.read(file)) as CanvasData;
		for (const { id, file: path = '' } of nodes) {
			const note = this.app.vault.getFileByPath(path);
			if (note) await this.draw(id, note);
		}
	}

	private async draw(id: string, note: TFile): Promise<void> {
		const el = this.contentEl.createDiv('canvas-node').createDiv('canvas-node-content');
		el.setText(await this.app.vault.cachedRead(note));
		const startEditing = async (): Promise<void> => {
			el.empty();
			const editor = this.addChild(new CardEditor(this.app, note, el, await this.app.vault.read(note)));
			this.editors.push(editor);
			editor.cm.focus();
		};
		el.addEventListener('dblclick', () => void startEditing(), { once: true });
		this.canvas.nodes.set(id, { file: note, startEditing });
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		for (const editor of this.editors.splice(0)) this.removeChild(editor);
		this.canvas.nodes.clear();
		this.contentEl.empty();
	}
}
