// API: Vault
// Does: An index of the visible files over the adapter, and its events. While plugins load the index is empty;
//   every file then arrives as a `create` event.
// Leaves out: `raw` events.
import type { Store } from '../disk/store.ts';
import { normalizePath, parentPath } from '../functions/paths.ts';
import type { Adapter, DiskChange, WriteOptions } from './data-adapter.ts';
import { Events } from './events.ts';
import { type TAbstractFile, TFile, TFolder } from './files.ts';

function isHidden(path: string): boolean {
	return path.split('/').some((part) => part.startsWith('.'));
}

export class Vault extends Events {
	configDir = '.obsidian';
	private readonly root = new TFolder(this, '/');
	private readonly index = new Map<string, TAbstractFile>([['/', this.root]]);
	/** Runs after changes in hidden folders, which raise no vault event. */
	onHiddenChange: (change: DiskChange) => void = () => undefined;

	constructor(
		private readonly store: Store,
		readonly adapter: Adapter,
	) {
		super();
		this.root.name = '';
		adapter.onChange = (change) => this.onDiskChange(change);
	}

	/** Fills the index and raises one `create` for each existing file and folder. */
	load(): void {
		for (const path of this.store.paths()) if (!isHidden(path)) this.onDiskChange({ type: 'create', path });
	}

	private onDiskChange(change: DiskChange): void {
		const { type, path, oldPath } = change;
		if (type === 'rename' && oldPath !== undefined) this.onDiskRename(oldPath, path);
		else if (isHidden(path)) this.onHiddenChange(change);
		else if (type === 'delete') this.drop(path);
		else if (type === 'create') this.add(path);
		else this.refresh(path);
	}

	private onDiskRename(oldPath: string, path: string): void {
		if (isHidden(oldPath) && isHidden(path)) this.onHiddenChange({ type: 'rename', path, oldPath });
		else if (isHidden(path)) this.drop(oldPath);
		else if (isHidden(oldPath)) this.add(path);
		else this.move(oldPath, path);
	}

	private statOf(file: TFile): void {
		const entry = this.store.get(file.path);
		if (entry) file.stat = { ctime: entry.ctime, mtime: entry.mtime, size: entry.bytes?.length ?? 0 };
	}

	private add(path: string): void {
		if (this.index.has(path)) return this.refresh(path);
		const parent = parentPath(path) || '/';
		if (!this.index.has(parent)) this.add(parent);
		const file = this.store.get(path)?.bytes ? new TFile(this, path) : new TFolder(this, path);
		if (file instanceof TFile) this.statOf(file);
		this.attach(file);
		this.index.set(path, file);
		this.trigger('create', file);
	}

	private attach(file: TAbstractFile): void {
		const parent = this.index.get(parentPath(file.path) || '/');
		if (!(parent instanceof TFolder)) return;
		file.parent = parent;
		parent.children.push(file);
	}

	private refresh(path: string): void {
		const file = this.index.get(path);
		if (!(file instanceof TFile)) return;
		this.statOf(file);
		this.trigger('modify', file);
	}

	private drop(path: string): void {
		const file = this.index.get(path);
		if (!file) return;
		if (file instanceof TFolder) for (const child of [...file.children]) this.drop(child.path);
		this.index.delete(path);
		file.parent?.children.remove(file);
		file.deleted = true;
		this.trigger('delete', file);
	}

	private move(oldPath: string, path: string): void {
		const file = this.index.get(oldPath);
		if (!file) return this.add(path);
		file.parent?.children.remove(file);
		this.repath(file, path);
		this.attach(file);
		this.trigger('rename', file, oldPath);
	}

	private repath(file: TAbstractFile, path: string): void {
		const oldPath = file.path;
		this.index.delete(oldPath);
		file.setPath(path);
		this.index.set(path, file);
		if (!(file instanceof TFolder)) return;
		for (const child of file.children) {
			const childOld = child.path;
			this.repath(child, path + childOld.slice(oldPath.length));
			this.trigger('rename', child, childOld);
		}
	}

	getName(): string {
		return this.adapter.getName();
	}

	getRoot(): TFolder {
		return this.root;
	}

	getAbstractFileByPath(path: string): TAbstractFile | null {
		return this.index.get(path) ?? null;
	}

	getFileByPath(path: string): TFile | null {
		const file = this.index.get(path);
		return file instanceof TFile ? file : null;
	}

	getFolderByPath(path: string): TFolder | null {
		const file = this.index.get(path);
		return file instanceof TFolder ? file : null;
	}

	getAllLoadedFiles(): TAbstractFile[] {
		return [...this.index.values()];
	}

	getAllFolders(includeRoot = false): TFolder[] {
		return this.getAllLoadedFiles().filter((file) => file instanceof TFolder && (includeRoot || !file.isRoot())) as TFolder[];
	}

	getFiles(): TFile[] {
		return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
	}

	getMarkdownFiles(): TFile[] {
		return this.getFiles().filter((file) => file.extension === 'md');
	}

	static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
		callback(root);
		for (const child of root.children) {
			if (child instanceof TFolder) Vault.recurseChildren(child, callback);
			else callback(child);
		}
	}

	async create(path: string, data: string, options?: WriteOptions): Promise<TFile> {
		return this.createBinary(path, new TextEncoder().encode(data).buffer, options);
	}

	async createBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<TFile> {
		const clean = normalizePath(path);
		if (await this.adapter.exists(clean)) throw new Error('File already exists.');
		await this.adapter.writeBinary(clean, data, options);
		const file = this.getFileByPath(clean);
		if (!file) throw new Error(`A file in a hidden folder is outside the vault: ${clean}`);
		return file;
	}

	async createFolder(path: string): Promise<TFolder> {
		const clean = normalizePath(path);
		if (await this.adapter.exists(clean)) throw new Error('Folder already exists.');
		await this.adapter.mkdir(clean);
		const folder = this.getFolderByPath(clean);
		if (!folder) throw new Error(`A hidden folder is outside the vault: ${clean}`);
		return folder;
	}

	read(file: TFile): Promise<string> {
		return this.adapter.read(file.path);
	}

	cachedRead(file: TFile): Promise<string> {
		return this.adapter.read(file.path);
	}

	readBinary(file: TFile): Promise<ArrayBuffer> {
		return this.adapter.readBinary(file.path);
	}

	getResourcePath(file: TFile): string {
		return this.adapter.getResourcePath(file.path);
	}

	modify(file: TFile, data: string, options?: WriteOptions): Promise<void> {
		return this.adapter.write(file.path, data, options);
	}

	modifyBinary(file: TFile, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
		return this.adapter.writeBinary(file.path, data, options);
	}

	append(file: TFile, data: string, options?: WriteOptions): Promise<void> {
		return this.adapter.append(file.path, data, options);
	}

	appendBinary(file: TFile, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
		return this.adapter.appendBinary(file.path, data, options);
	}

	process(file: TFile, change: (data: string) => string, options?: WriteOptions): Promise<string> {
		return this.adapter.process(file.path, change, options);
	}

	delete(file: TAbstractFile): Promise<void> {
		return file instanceof TFolder ? this.adapter.rmdir(file.path, true) : this.adapter.remove(file.path);
	}

	async trash(file: TAbstractFile, system: boolean): Promise<void> {
		if (!system || !(await this.adapter.trashSystem())) await this.adapter.trashLocal(file.path);
	}

	rename(file: TAbstractFile, newPath: string): Promise<void> {
		return this.adapter.rename(file.path, newPath);
	}

	async copy<T extends TAbstractFile>(file: T, newPath: string): Promise<T> {
		await this.adapter.copy(file.path, newPath);
		return this.index.get(normalizePath(newPath)) as T;
	}
}
