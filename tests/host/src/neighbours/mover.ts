// A neighbour that moves notes by their tags when they are saved, as Auto Note Mover does: what is tagged `#yard` goes into
// the folder `Yard`, and the links to it are rewritten.
import { type TAbstractFile, TFile } from '../api/files.ts';
import { Plugin } from '../api/plugin.ts';

/** Milliseconds from a save to the move. */
const DELAY = 300;
const FOLDER = 'Yard';

export class Mover extends Plugin {
	/** How often it moved a note, for tests. */
	moves = 0;

	override onload(): void {
		this.registerEvent(this.app.vault.on('modify', (file: TAbstractFile) => {
			if (file instanceof TFile && file.extension === 'md') window.setTimeout(() => void this.move(file), DELAY);
		}));
	}

	private async move(file: TFile): Promise<void> {
		const { vault, fileManager } = this.app;
		const target = `${FOLDER}/${file.name}`;
		if (file.path === target || vault.getAbstractFileByPath(target) || !(await vault.read(file)).includes('#yard')) return;
		if (!vault.getAbstractFileByPath(FOLDER)) await vault.createFolder(FOLDER);
		this.moves += 1;
		await fileManager.renameFile(file, target);
	}
}
