// The virtual disk: bytes by path, kept in memory and in one IndexedDB database for each vault. A write resolves
// once it is durable, so that a reload straight after it keeps it.
import { parentPath } from '../functions/paths.ts';

export interface Entry {
	/** null for a folder. */
	bytes: Uint8Array | null;
	/** Milliseconds since the epoch. */
	ctime: number;
	mtime: number;
}

export type Seed = Record<string, Uint8Array>;

function request<T>(asked: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error ?? new Error('IndexedDB failed'));
	});
}

function durable(writing: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		writing.oncomplete = () => resolve();
		writing.onabort = () => reject(writing.error ?? new Error('The virtual disk refused a write'));
	});
}

function openDatabase(name: string): Promise<IDBDatabase> {
	const asked = indexedDB.open(`host-vault-${name}`, 1);
	asked.onupgradeneeded = () => asked.result.createObjectStore('files');
	return request(asked);
}

export class Store {
	private readonly entries = new Map<string, Entry>();
	/** Whether this browser opens the vault for the first time. */
	fresh = false;
	/** How many writes are not durable yet. */
	pending = 0;

	private constructor(private readonly database: IDBDatabase) {}

	/** Opens the kept vault. Without one, or with `reset`, it starts from the seed. */
	static async open(name: string, seed: () => Promise<Seed>, reset: boolean): Promise<Store> {
		const store = new Store(await openDatabase(name));
		const files = store.transaction('readonly');
		const [keys, values] = await Promise.all([request(files.getAllKeys()), request(files.getAll() as IDBRequest<Entry[]>)]);
		if (keys.length > 0 && !reset) keys.forEach((key, index) => store.entries.set(key as string, values[index]));
		else await store.plant(await seed());
		return store;
	}

	private transaction(mode: IDBTransactionMode): IDBObjectStore {
		return this.database.transaction('files', mode, { durability: 'relaxed' }).objectStore('files');
	}

	private async plant(seed: Seed): Promise<void> {
		this.fresh = true;
		const now = Date.now();
		for (const [path, bytes] of Object.entries(seed)) {
			this.entries.set(path, { bytes, ctime: now, mtime: now });
			this.addParents(path, now);
		}
		const files = this.transaction('readwrite');
		files.clear();
		for (const [path, entry] of this.entries) files.put(entry, path);
		// An empty vault needs an entry too, or the next visit would take it for a new one.
		if (this.entries.size === 0) files.put({ bytes: null, ctime: now, mtime: now }, '');
		await durable(files.transaction);
	}

	private addParents(path: string, now: number): string[] {
		const made: string[] = [];
		for (let folder = parentPath(path); folder !== ''; folder = parentPath(folder)) {
			if (this.entries.has(folder)) break;
			this.entries.set(folder, { bytes: null, ctime: now, mtime: now });
			made.push(folder);
		}
		return made;
	}

	private async persist(paths: string[]): Promise<void> {
		this.pending++;
		const files = this.transaction('readwrite');
		for (const path of paths) {
			const entry = this.entries.get(path);
			if (entry) files.put(entry, path);
			else files.delete(path);
		}
		try {
			await durable(files.transaction);
		} finally {
			this.pending--;
		}
	}

	get(path: string): Entry | undefined {
		return path === '' || path === '/' ? { bytes: null, ctime: 0, mtime: 0 } : this.entries.get(path);
	}

	paths(): string[] {
		return [...this.entries.keys()].filter((path) => path !== '').sort();
	}

	async write(path: string, bytes: Uint8Array, times: { ctime?: number; mtime?: number } = {}): Promise<void> {
		const now = Date.now();
		const old = this.entries.get(path);
		if (old?.bytes === null) throw new Error(`EISDIR: illegal operation on a directory, open '${path}'`);
		if (parentPath(path) !== '' && this.entries.get(parentPath(path))?.bytes !== null) {
			throw new Error(`ENOENT: no such file or directory, open '${path}'`);
		}
		this.entries.set(path, { bytes, ctime: times.ctime ?? old?.ctime ?? now, mtime: times.mtime ?? now });
		await this.persist([path]);
	}

	async mkdir(path: string): Promise<void> {
		const now = Date.now();
		const made = this.addParents(`${path}/x`, now);
		if (made.length > 0) await this.persist(made);
	}

	/** Removes a file, or a folder with its content. */
	async remove(path: string): Promise<void> {
		const gone = this.paths().filter((other) => other === path || other.startsWith(`${path}/`));
		for (const each of gone) this.entries.delete(each);
		await this.persist(gone);
	}

	async rename(from: string, to: string): Promise<void> {
		const moved = this.paths().filter((path) => path === from || path.startsWith(`${from}/`));
		const targets = moved.map((path) => to + path.slice(from.length));
		moved.forEach((path, index) => {
			const entry = this.entries.get(path);
			if (entry) this.entries.set(targets[index], entry);
			this.entries.delete(path);
		});
		await this.persist([...moved, ...targets]);
	}
}
