// FileView and TextFileView: a view bound to a file, its autosave, and what happens when another
// writes the file meanwhile.
import { debounce } from '../core/pure.ts';
import { merge } from '../editor/merge.ts';
import { Notice } from '../ui/notice.ts';
import { TFile, type TAbstractFile } from '../vault/files.ts';
import { ItemView } from './view.ts';

/** "Debounced save in 2 seconds from now" (obsidian.d.ts), counted from the first unsaved change. */
const AUTOSAVE = 2000;

export abstract class FileView extends ItemView {
	allowNoFile = false;
	file: TFile | null = null;
	override navigation = true;

	override onload(): void {
		this.registerEvent(this.app.vault.on('rename', (file: TAbstractFile) => file === this.file && void this.onRename(file as TFile)));
		this.registerEvent(this.app.vault.on('delete', (file: TAbstractFile) => file === this.file && this.leaf.detach()));
	}

	getDisplayText(): string {
		return this.file?.basename ?? 'No file';
	}

	override getState(): Record<string, unknown> {
		return this.file ? { file: this.file.path } : {};
	}

	override async setState(state: unknown, _result: { history: boolean }): Promise<void> {
		const path = (state as { file?: string } | null)?.file;
		const file = path === undefined ? null : this.app.vault.getFileByPath(path);
		if (file === this.file) return;
		await this.loadFile(file);
	}

	async loadFile(file: TFile | null): Promise<void> {
		if (this.file) await this.onUnloadFile(this.file);
		this.file = file;
		if (file) await this.onLoadFile(file);
		this.updateHeader();
	}

	async onLoadFile(_file: TFile): Promise<void> {}

	async onUnloadFile(_file: TFile): Promise<void> {}

	async onRename(_file: TFile): Promise<void> {
		this.updateHeader();
		this.leaf.updateHeader();
	}

	canAcceptExtension(_extension: string): boolean {
		return false;
	}

	protected override async onClose(): Promise<void> {
		if (this.file) await this.onUnloadFile(this.file);
		this.file = null;
	}
}

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

	/** Writes what the editor holds, if it was edited. CRLF becomes LF then, as in the app (obsidian-clipper#577). */
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
		this.remember(data);
		await this.app.vault.modify(file, data);
	}

	/** The view's own writes come back as `modify` too; they are known by their text. */
	private async takeOver(): Promise<void> {
		const { file } = this;
		if (!file) return;
		const data = (await this.app.vault.read(file)).replace(/\r\n/g, '\n');
		if (this.file !== file || data === this.lastSaved || this.lastSaved === null) return;
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
