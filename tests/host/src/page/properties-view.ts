// The properties of the active note in a sidebar. It writes the file, whatever shows the note, by `processFrontMatter`.
import { FileView } from '../api/file-view.ts';
import type { TFile } from '../api/files.ts';
import { drawFields } from '../notes/property-fields.ts';

export class PropertiesView extends FileView {
	override icon = 'archive';
	override allowNoFile = true;
	override navigation = false;
	private drawn = '';
	private readonly fieldsEl = this.contentEl.createDiv('metadata-container');

	getViewType(): string {
		return 'file-properties';
	}

	override onload(): void {
		super.onload();
		const { metadataCache, workspace } = this.app;
		this.registerEvent(workspace.on('file-open', (file: TFile | null) => void this.loadFile(file)));
		this.registerEvent(metadataCache.on('changed', (file: TFile) => file === this.file && this.draw(file)));
		void this.loadFile(workspace.getActiveFile());
	}

	override async onLoadFile(file: TFile): Promise<void> {
		this.draw(file);
	}

	/** Draws anew only what changed, so that a field keeps what is typed there while other text is saved. */
	private draw(file: TFile): void {
		const properties = { ...this.app.metadataCache.getFileCache(file)?.frontmatter };
		const drawn = JSON.stringify([file.path, properties]);
		if (drawn === this.drawn) return;
		this.drawn = drawn;
		drawFields(this.fieldsEl, properties, (key, value) => {
			void this.app.fileManager.processFrontMatter(file, (frontmatter) => void (frontmatter[key] = value));
		});
	}
}
