// API: MetadataCache
// Does: Follows `modify` a little later, as the app parses in a worker: `changed`, then `resolve`, then
//   `resolved`. A rename raises no `changed`. The first start raises `changed` for every note, later ones raise
//   none.
// Leaves out: links in Markdown form, the cache kept in IndexedDB.
import type { CachedMetadata } from 'obsidian';
import { getLinkpath } from '../functions/linktext.ts';
import { parentPath } from '../functions/paths.ts';
import { parseMetadata } from '../notes/parse.ts';
import { Events } from './events.ts';
import { type TAbstractFile, TFile } from './files.ts';
import type { Vault } from './vault.ts';

/** Milliseconds between a write and its `changed` event; the app parses in a worker. */
const LAG = 30;

export class MetadataCache extends Events {
	resolvedLinks: Record<string, Record<string, number>> = {};
	unresolvedLinks: Record<string, Record<string, number>> = {};
	private readonly caches = new Map<string, CachedMetadata>();
	private readonly dirty = new Set<TFile>();
	private readonly byName = new Map<string, Set<TFile>>();
	private timer: number | null = null;
	private working = false;

	constructor(private readonly vault: Vault) {
		super();
		vault.on('create', (file: TAbstractFile) => this.onCreate(file));
		vault.on('modify', (file: TAbstractFile) => this.enqueue(file));
		vault.on('rename', (file: TAbstractFile, oldPath: string) => this.onRename(file, oldPath));
		vault.on('delete', (file: TAbstractFile) => this.onDelete(file));
	}

	get idle(): boolean {
		return this.timer === null && !this.working && this.dirty.size === 0;
	}

	/** `quiet` stands for a later start of a known vault: the app keeps its caches and raises no `changed`. */
	async load(quiet: boolean): Promise<void> {
		this.started = true;
		if (!quiet) return this.work();
		for (const file of this.dirty) {
			// What cannot be read does not hold up the start.
			const data = await this.vault.cachedRead(file).catch(() => undefined);
			if (data !== undefined) this.caches.set(file.path, parseMetadata(data));
		}
		const known = [...this.dirty];
		this.dirty.clear();
		for (const file of known) this.resolve(file);
		this.trigger('resolved');
	}

	private started = false;

	private nameKey(file: TFile): string {
		return (file.extension === 'md' ? file.basename : file.name).toLowerCase();
	}

	private onCreate(file: TAbstractFile): void {
		if (!(file instanceof TFile)) return;
		const key = this.nameKey(file);
		this.byName.set(key, (this.byName.get(key) ?? new Set()).add(file));
		this.enqueue(file);
	}

	private enqueue(file: TAbstractFile): void {
		if (!(file instanceof TFile) || file.extension !== 'md') return;
		this.dirty.add(file);
		if (this.started && this.timer === null) this.timer = window.setTimeout(() => void this.work(), LAG);
	}

	private async work(): Promise<void> {
		this.timer = null;
		if (this.working) return;
		this.working = true;
		try {
			while (this.dirty.size > 0) {
				const batch = [...this.dirty];
				this.dirty.clear();
				for (const file of batch) await this.index(file);
				for (const file of batch) this.resolve(file);
			}
		} finally {
			this.working = false;
		}
		this.trigger('resolved');
	}

	private async index(file: TFile): Promise<void> {
		if (file.deleted) return;
		// The file may go before it is read.
		const data = await this.vault.cachedRead(file).catch(() => undefined);
		if (data === undefined) return;
		const cache = parseMetadata(data);
		this.caches.set(file.path, cache);
		this.trigger('changed', file, data, cache);
	}

	private resolve(file: TFile): void {
		const cache = this.caches.get(file.path);
		if (!cache) return;
		const resolved: Record<string, number> = {};
		const unresolved: Record<string, number> = {};
		for (const { link } of [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])]) {
			const linkpath = getLinkpath(link);
			const target = this.getFirstLinkpathDest(linkpath, file.path);
			const [table, key] = target ? [resolved, target.path] : [unresolved, linkpath];
			table[key] = (table[key] ?? 0) + 1;
		}
		this.resolvedLinks[file.path] = resolved;
		this.unresolvedLinks[file.path] = unresolved;
		this.trigger('resolve', file);
	}

	private onRename(file: TAbstractFile, oldPath: string): void {
		if (!(file instanceof TFile)) return;
		for (const files of this.byName.values()) files.delete(file);
		const key = this.nameKey(file);
		this.byName.set(key, (this.byName.get(key) ?? new Set()).add(file));
		const cache = this.caches.get(oldPath);
		this.forget(oldPath);
		if (!cache) return;
		this.caches.set(file.path, cache);
		this.resolve(file);
	}

	private onDelete(file: TAbstractFile): void {
		if (!(file instanceof TFile)) return;
		this.byName.get(this.nameKey(file))?.delete(file);
		this.dirty.delete(file);
		const previous = this.caches.get(file.path) ?? null;
		this.forget(file.path);
		this.trigger('deleted', file, previous);
	}

	private forget(path: string): void {
		this.caches.delete(path);
		delete this.resolvedLinks[path];
		delete this.unresolvedLinks[path];
	}

	getFileCache(file: TFile): CachedMetadata | null {
		return this.getCache(file.path);
	}

	getCache(path: string): CachedMetadata | null {
		return this.caches.get(path) ?? null;
	}

	/** Of several notes with the name, takes the exact path, else the same folder, else the shortest path. */
	getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
		if (linkpath === '') return this.vault.getFileByPath(sourcePath);
		const asked = linkpath.replace(/^\//, '').replace(/\.md$/i, '').toLowerCase();
		const folder = parentPath(sourcePath);
		const bare = (file: TFile) => file.path.replace(/\.md$/i, '').toLowerCase();
		const found = [...(this.byName.get(asked.slice(asked.lastIndexOf('/') + 1)) ?? [])].filter(
			(file) => bare(file) === asked || bare(file).endsWith(`/${asked}`),
		);
		const rank = (file: TFile) => (bare(file) === asked && asked.includes('/') ? 0 : parentPath(file.path) === folder ? 1 : 2);
		found.sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
		return found[0] ?? null;
	}

	fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
		const markdown = file.extension === 'md' && omitMdExtension;
		const unique = (this.byName.get(this.nameKey(file))?.size ?? 0) <= 1;
		if (unique) return markdown ? file.basename : file.name;
		return markdown ? file.path.replace(/\.md$/i, '') : file.path;
	}
}
