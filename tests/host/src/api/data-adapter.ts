// API: DataAdapter
// Does: Reads and writes paths of the virtual disk, the configuration folder included. Operations run one after
//   another, which makes `process` atomic.
// A disk that fails, is slow or takes names in other case for the same is asked for by tests (`disk/faults.ts`); what is slow
// does not hold up other files.
import { Faults } from '../disk/faults.ts';
import type { Store } from '../disk/store.ts';
import { fileName, normalizePath, parentPath } from '../functions/paths.ts';

export interface DiskChange {
	type: 'create' | 'modify' | 'delete' | 'rename';
	path: string;
	oldPath?: string;
}

export interface WriteOptions {
	ctime?: number;
	mtime?: number;
}

/** Lossy, as in the app: bytes that are no UTF-8 become U+FFFD, and a byte order mark is dropped. */
function decode(bytes: Uint8Array): string {
	return new TextDecoder('utf-8').decode(bytes);
}

function missing(path: string): Error {
	return Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
}

export class Adapter {
	private queue: Promise<unknown> = Promise.resolve();
	queued = 0;
	readonly faults = new Faults();
	/** Runs after a change is on disk and before the caller's promise resolves. The vault sets this. */
	onChange: (change: DiskChange) => void = () => undefined;

	constructor(
		private readonly store: Store,
		private readonly name: string,
	) {}

	private enqueue<T>(task: () => Promise<T>): Promise<T> {
		this.queued++;
		const result = this.queue.then(task, task).finally(() => this.queued--);
		this.queue = result.catch(() => undefined);
		return result;
	}

	/** Where the path leads: on a disk that ignores case, to the file or folder whose name differs by case alone. */
	private place(path: string): string {
		const clean = normalizePath(path);
		if (!this.faults.ignoresCase || this.store.get(clean)) return clean;
		const wanted = this.inFolder(clean);
		return this.store.paths().find((each) => each.toLowerCase() === wanted.toLowerCase()) ?? wanted;
	}

	/** The last name as it is given, in the folder as the disk has it. */
	private inFolder(path: string): string {
		const folder = parentPath(path);
		return folder === '' ? path : `${this.place(folder)}/${fileName(path)}`;
	}

	private bytesOf(path: string): Uint8Array {
		const bytes = this.store.get(this.place(path))?.bytes;
		if (!bytes) throw missing(path);
		return bytes;
	}

	private bytesGiven(path: string): Uint8Array {
		const bytes = this.bytesOf(path);
		return this.faults.givesNothing(this.place(path)) ? new Uint8Array() : bytes;
	}

	private async put(path: string, bytes: Uint8Array, options?: WriteOptions): Promise<void> {
		const clean = this.place(path);
		await this.faults.meet('write', clean);
		const type = this.store.get(clean) ? 'modify' : 'create';
		await this.store.write(clean, bytes, options);
		this.onChange({ type, path: clean });
	}

	getName(): string {
		return this.name;
	}

	async exists(path: string, sensitive = false): Promise<boolean> {
		return this.store.get(sensitive ? normalizePath(path) : this.place(path)) !== undefined;
	}

	async stat(path: string) {
		const entry = this.store.get(this.place(path));
		if (!entry) return null;
		const { bytes, ctime, mtime } = entry;
		return { type: bytes ? ('file' as const) : ('folder' as const), ctime, mtime, size: bytes?.length ?? 0 };
	}

	async list(path: string): Promise<{ files: string[]; folders: string[] }> {
		const clean = this.place(path);
		const folder = clean === '/' ? '' : clean;
		if (this.store.get(clean)?.bytes !== null) throw missing(path);
		const inside = this.store.paths().filter((each) => parentPath(each) === folder);
		return {
			files: inside.filter((each) => this.store.get(each)?.bytes),
			folders: inside.filter((each) => !this.store.get(each)?.bytes),
		};
	}

	async read(path: string): Promise<string> {
		await this.faults.meet('read', this.place(path));
		return this.enqueue(async () => decode(this.bytesGiven(path)));
	}

	async readBinary(path: string): Promise<ArrayBuffer> {
		await this.faults.meet('read', this.place(path));
		return this.enqueue(async () => this.bytesGiven(path).slice().buffer);
	}

	write(path: string, data: string, options?: WriteOptions): Promise<void> {
		return this.enqueue(() => this.put(path, new TextEncoder().encode(data), options));
	}

	writeBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
		return this.enqueue(() => this.put(path, new Uint8Array(data.slice(0)), options));
	}

	append(path: string, data: string, options?: WriteOptions): Promise<void> {
		return this.appendBytes(path, new TextEncoder().encode(data), options);
	}

	appendBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
		return this.appendBytes(path, new Uint8Array(data), options);
	}

	private appendBytes(path: string, added: Uint8Array, options?: WriteOptions): Promise<void> {
		return this.enqueue(() => {
			const old = this.store.get(this.place(path))?.bytes ?? new Uint8Array();
			const whole = new Uint8Array(old.length + added.length);
			whole.set(old);
			whole.set(added, old.length);
			return this.put(path, whole, options);
		});
	}

	/** If the callback returns its input, nothing is written and no event fires. */
	process(path: string, change: (data: string) => string, options?: WriteOptions): Promise<string> {
		return this.enqueue(async () => {
			const old = decode(this.bytesGiven(path));
			const fresh = change(old);
			if (fresh !== old) await this.put(path, new TextEncoder().encode(fresh), options);
			return fresh;
		});
	}

	getResourcePath(path: string): string {
		return `app://local/${encodeURI(normalizePath(path))}`;
	}

	mkdir(path: string): Promise<void> {
		return this.enqueue(async () => {
			const clean = this.place(path);
			const known = this.store.get(clean) !== undefined;
			await this.faults.meet('move', clean);
			await this.store.mkdir(clean);
			if (!known) this.onChange({ type: 'create', path: clean });
		});
	}

	async trashSystem(): Promise<boolean> {
		return false;
	}

	async trashLocal(path: string): Promise<void> {
		await this.mkdir('.trash');
		const name = fileName(path);
		const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
		let target = `.trash/${name}`;
		for (let count = 2; await this.exists(target); count++) target = `.trash/${name.slice(0, dot)} ${count}${name.slice(dot)}`;
		await this.rename(path, target);
	}

	rmdir(path: string, recursive: boolean): Promise<void> {
		return this.enqueue(async () => {
			const clean = this.place(path);
			const { files, folders } = await this.list(clean);
			if (!recursive && files.length + folders.length > 0) throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
			await this.store.remove(clean);
			this.onChange({ type: 'delete', path: clean });
		});
	}

	remove(path: string): Promise<void> {
		return this.enqueue(async () => {
			const clean = this.place(path);
			this.bytesOf(clean);
			await this.faults.meet('move', clean);
			await this.store.remove(clean);
			this.onChange({ type: 'delete', path: clean });
		});
	}

	rename(path: string, newPath: string): Promise<void> {
		return this.enqueue(async () => {
			const [from, to] = [this.place(path), this.inFolder(normalizePath(newPath))];
			if (!this.store.get(from)) throw missing(path);
			// By case alone a file can be renamed anywhere.
			if (this.store.get(this.place(to)) && (this.place(to) !== from || to === from)) throw new Error('Destination file already exists!');
			await this.faults.meet('move', from);
			await this.store.rename(from, to);
			this.onChange({ type: 'rename', path: to, oldPath: from });
		});
	}

	copy(path: string, newPath: string): Promise<void> {
		return this.enqueue(() => this.put(newPath, this.bytesOf(path).slice()));
	}
}
