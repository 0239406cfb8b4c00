// API: FileView, EditableFileView
// Does: A view bound to a file: follows its renaming, closes when it is deleted.
import type { TAbstractFile, TFile } from './files.ts';
import { ItemView } from './item-view.ts';

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
