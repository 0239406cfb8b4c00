// API: FileManager
// Does: What a user does to files, with links and frontmatter kept in step. `processFrontMatter` loses comments
//   and quotes, as in the app.
// Leaves out: a system trash, questions before deleting, Markdown links.
import type { App } from '../app/app.ts';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';
import { parentPath } from '../functions/paths.ts';
import { parseYaml, stringifyYaml } from '../functions/yaml.ts';
import { relinkText } from '../notes/links.ts';
import type { WriteOptions } from './data-adapter.ts';
import { type TAbstractFile, TFile, type TFolder } from './files.ts';

export class FileManager {
	constructor(private readonly app: App) {}

	getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
		return this.app.vault.getRoot();
	}

	/** Renames the file, then rewrites the links to it. */
	async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
		const { metadataCache, vault } = this.app;
		const oldPath = file.path;
		const sources = Object.keys(metadataCache.resolvedLinks).filter((path) => metadataCache.resolvedLinks[path][oldPath]);
		await vault.rename(file, newPath);
		if (!(file instanceof TFile)) return;
		for (const path of sources) {
			const source = vault.getFileByPath(path === oldPath ? file.path : path);
			if (source) await vault.process(source, (text) => relinkText(text, oldPath, metadataCache.fileToLinktext(file, source.path)));
		}
	}

	/** Moves into `.trash` of the vault, one of the choices of the app; the host has no system trash. */
	trashFile(file: TAbstractFile): Promise<void> {
		return this.app.vault.trash(file, false);
	}

	async promptForDeletion(file: TAbstractFile): Promise<boolean> {
		await this.trashFile(file);
		return true;
	}

	generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias?: string): string {
		const target = this.app.metadataCache.fileToLinktext(file, sourcePath) + subpath;
		const shown = alias !== undefined && alias !== target ? `|${alias}` : '';
		return `${file.extension === 'md' ? '' : '!'}[[${target}${shown}]]`;
	}

	async processFrontMatter(file: TFile, change: (frontmatter: Record<string, unknown>) => void, options?: WriteOptions): Promise<void> {
		await this.app.vault.process(
			file,
			(text) => {
				const info = getFrontMatterInfo(text);
				const frontmatter = (parseYaml(info.frontmatter) ?? {}) as Record<string, unknown>;
				change(frontmatter);
				const body = text.slice(info.contentStart);
				return Object.keys(frontmatter).length === 0 ? body : `---\n${stringifyYaml(frontmatter)}---\n${body}`;
			},
			options,
		);
	}

	async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
		const folder = parentPath(sourcePath);
		const dot = filename.lastIndexOf('.');
		const path = (suffix: string) => `${folder}${folder && '/'}${filename.slice(0, dot)}${suffix}${filename.slice(dot)}`;
		let candidate = path('');
		for (let count = 1; await this.app.vault.adapter.exists(candidate); count++) candidate = path(` ${count}`);
		return candidate;
	}
}
