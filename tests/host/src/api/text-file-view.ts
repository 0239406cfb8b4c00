// API: TextFileView
// Does: Saves two seconds after the first unsaved change. A file that another program writes is taken over, and
//   merged where the view holds unsaved text. CRLF becomes LF at the first save.
import { debounce } from '../functions/debounce.ts';
import { merge } from '../notes/merge.ts';
import { FileView } from './file-view.ts';
import type { TAbstractFile, TFile } from './files.ts';
import { Notice } from './notice.ts';

/** Milliseconds from the first unsaved change: "Debounced save in 2 seconds from now" (obsidian.d.ts). */
const AUTOSAVE = 2000;

export abstract class TextFileView extends FileView {
	data = '';
	private lastSaved: string | null = null;
	dirty = false;
	readonly requestSave = debounce(() => void this.save(), AUTOSAVE);

	abstract getViewData(): string;
	abstract setViewData(data: string, clear: boolean): void;
	abstract clear(): void;

	override onload(): void {
		super.onload();
		this.registerEvent(this.app.vault.on('modify', (file: TAbstractFile) => file === this.file && void this.takeOver()));
	}

	markDirty(): void {
		this.dirty = true;
		this.requestSave();
	}

	private remember(data: string): void {
		this.lastSaved = data;
		this.data = data;
	}

	override async onLoadFile(file: TFile): Promise<void> {
		const data = await this.app.vault.read(file);
		if (this.file !== file) return;
		this.remember(data.replace(/\r\n/g, '\n'));
		this.setViewData(this.data, true);
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		await this.save(true);
	}

	/** Writes the text of an edited view. CRLF becomes LF, as in the app (obsidian-clipper#577). */
	async save(clear = false): Promise<void> {
		this.requestSave.cancel();
		const { file } = this;
		if (file && this.dirty && !file.deleted) await this.write(file, this.getViewData());
		if (!clear) return;
		this.lastSaved = null;
		this.clear();
	}

	private async write(file: TFile, data: string): Promise<void> {
		this.dirty = false;
		if (data === this.lastSaved) return;
		const before = this.lastSaved;
		this.remember(data);
		await this.app.vault.modify(file, data).catch((error: unknown) => {
			this.lastSaved = before;
			throw error;
		});
	}

	/** Runs after every `modify`. The view recognises its own writes by their text. */
	private async takeOver(): Promise<void> {
		const { file } = this;
		if (!file) return;
		// The file may go before it is read.
		const data = (await this.app.vault.read(file).catch(() => undefined))?.replace(/\r\n/g, '\n');
		if (data === undefined || this.file !== file || data === this.lastSaved || this.lastSaved === null) return;
		const base = this.lastSaved;
		this.remember(data);
		if (!this.dirty || this.getViewData() === data) {
			this.dirty = false;
			return this.setViewData(data, false);
		}
		new Notice(`"${file.basename}" has been modified externally, merging changes automatically.`);
		this.setViewData(merge(base, this.getViewData(), data), false);
		this.markDirty();
	}
}
