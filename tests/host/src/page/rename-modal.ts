// Asks for a new name and renames the file, with the links to it kept in step.
import { TextComponent } from '../api/components/text.ts';
import { ConfirmationModal } from '../api/confirmation-modal.ts';
import { type TAbstractFile, TFile } from '../api/files.ts';
import { Notice } from '../api/notice.ts';
import type { App } from '../app/app.ts';
import { parentPath } from '../functions/paths.ts';

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
