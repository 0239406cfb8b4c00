// A neighbour that fills new notes, as Templater does with its trigger on new files: a moment after a note was made it
// reads it, runs what stands in `<% %>`, and writes it whole.
import { TFile, type TAbstractFile } from '../api/files.ts';
import { Plugin } from '../api/plugin.ts';

/** Milliseconds from the creation of a note to its filling. */
const DELAY = 300;

export class Filler extends Plugin {
	override onload(): void {
		this.registerEvent(this.app.vault.on('create', (file: TAbstractFile) => {
			if (file instanceof TFile && file.extension === 'md') window.setTimeout(() => void this.fill(file), DELAY);
		}));
	}

	private async fill(file: TFile): Promise<void> {
		const text = await this.app.vault.read(file);
		await this.app.vault.modify(file, `${text.replaceAll('<% title %>', file.basename).trimEnd()}\n\n#filled\n`);
	}
}
