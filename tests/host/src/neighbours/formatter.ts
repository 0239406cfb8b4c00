// A neighbour that formats notes when they are saved, as Linter and Update time on edit do. It has its own mind about
// dates, which ours takes for damage, and stamps what it formatted. An open note it writes through the editor.
import type { TAbstractFile, TFile } from '../api/files.ts';
import { MarkdownView } from '../api/markdown-view.ts';
import { Plugin } from '../api/plugin.ts';
import { narrow } from '../notes/merge.ts';

/** Milliseconds from a save to the formatting. */
const DELAY = 300;

function format(text: string): string {
	return text
		.replace(/^(date|created): *(\d{4})-(\d\d)-(\d\d)$/gm, '$1: $2/$3/$4')
		.replace(/[ \t]+$/gm, '')
		.replace(/^(#{1,6} .*)\n(?=[^\n])/gm, '$1\n\n');
}

/** Sets the property `modified`, if the note has properties. */
function stamp(text: string, time: number): string {
	if (!text.startsWith('---\n')) return text;
	const line = `modified: ${time}`;
	return /^modified: .*$/m.test(text) ? text.replace(/^modified: .*$/m, line) : text.replace('---\n', `---\n${line}\n`);
}

export class Formatter extends Plugin {
	/** How often it wrote, for tests. */
	writes = 0;
	private readonly timers = new Map<string, number>();
	private readonly own = new Map<string, string>();

	override onload(): void {
		this.register(() => {
			for (const timer of this.timers.values()) window.clearTimeout(timer);
		});
		this.registerEvent(this.app.vault.on('modify', (file: TAbstractFile) => this.soon(file as TFile)));
	}

	private soon(file: TFile): void {
		if (file.extension !== 'md') return;
		window.clearTimeout(this.timers.get(file.path));
		this.timers.set(file.path, window.setTimeout(() => void this.run(file), DELAY));
	}

	private async run(file: TFile): Promise<void> {
		const view = this.viewOf(file);
		const text = view ? view.getViewData() : await this.app.vault.read(file).catch(() => undefined);
		if (text === undefined || text === this.own.get(file.path)) return;
		const formatted = stamp(format(text), Date.now());
		this.own.set(file.path, formatted);
		this.writes += 1;
		if (view) view.cm.dispatch({ changes: narrow(text, formatted), filter: false });
		else await this.app.vault.process(file, (now) => (now === text ? formatted : now));
	}

	private viewOf(file: TFile): MarkdownView | undefined {
		const views = this.app.workspace.getLeavesOfType('markdown').map(({ view }) => view);
		return views.filter((view) => view instanceof MarkdownView).find((view) => view.file === file);
	}
}
