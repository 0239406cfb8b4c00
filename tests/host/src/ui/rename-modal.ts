// Asks for a new name and renames, with the links kept in step.
import type { App } from '../app.ts';
import { parentPath } from '../core/pure.ts';
import { TFile, type TAbstractFile } from '../vault/files.ts';
import { TextComponent } from './components.ts';
import { ConfirmationModal } from './modal.ts';
import { Notice } from './notice.ts';

export class RenameModal extends ConfirmationModal {
	constructor(app: App, file: TAbstractFile) {
		super(app);
		this.setTitle('Rename');
		const extension = file instanceof TFile && file.extension ? `.${file.extension}` : '';
		const field = new TextComponent(this.contentEl).setValue(file instanceof TFile ? file.basename : file.name);
		field.inputEl.addClass('rename-input');
		field.inputEl.setAttr('aria-label', 'New name');
		const rename = async () => {
			const folder = parentPath(file.path);
			try {
				await app.fileManager.renameFile(file, `${folder}${folder && '/'}${field.getValue()}${extension}`);
			} catch (error) {
				new Notice(error instanceof Error ? error.message : String(error));
			}
		};
		this.addButton((button) => button.setButtonText('Save').setCta().onClick(rename));
		this.addCancelButton();
	}
}
