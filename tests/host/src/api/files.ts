// API: TAbstractFile, TFile, TFolder
// Does: What the vault shows of the disk. Hidden folders never appear here.
import { fileName } from '../functions/paths.ts';
import type { Vault } from './vault.ts';

export class TAbstractFile {
	name: string;
	parent: TFolder | null = null;
	deleted = false;

	constructor(
		readonly vault: Vault,
		public path: string,
	) {
		this.name = fileName(path);
	}

	setPath(path: string): void {
		this.path = path;
		this.name = fileName(path);
	}
}

export class TFile extends TAbstractFile {
	stat = { ctime: 0, mtime: 0, size: 0 };
	basename = '';
	extension = '';

	constructor(vault: Vault, path: string) {
		super(vault, path);
		this.setPath(path);
	}

	override setPath(path: string): void {
		super.setPath(path);
		const dot = this.name.lastIndexOf('.');
		this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
		this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
	}
}

export class TFolder extends TAbstractFile {
	children: TAbstractFile[] = [];

	isRoot(): boolean {
		return this.path === '/';
	}

	getParentPrefix(): string {
		return this.isRoot() ? '' : `${this.path}/`;
	}
}
