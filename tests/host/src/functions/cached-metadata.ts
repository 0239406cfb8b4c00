// API: getAllTags, iterateRefs, iterateCacheRefs, resolveSubpath
// Does: Answers questions from a CachedMetadata alone.
// Leaves out: footnotes.
import type { CachedMetadata, Reference, ReferenceCache } from 'obsidian';
import { parseFrontMatterTags } from './frontmatter.ts';
import { stripHeading } from './linktext.ts';

export function getAllTags(cache: CachedMetadata): string[] | null {
	return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map(({ tag }) => tag)];
}

export function iterateRefs(refs: Reference[], callback: (ref: Reference) => boolean | void): boolean {
	return refs.some((ref) => callback(ref) === true);
}

export function iterateCacheRefs(cache: CachedMetadata, callback: (ref: ReferenceCache) => boolean | void): boolean {
	return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => callback(ref) === true);
}

export function resolveSubpath(cache: CachedMetadata, subpath: string) {
	if (subpath.startsWith('#^')) {
		const block = cache.blocks?.[subpath.slice(2).toLowerCase()];
		return block ? { type: 'block' as const, block, start: block.position.start, end: block.position.end } : null;
	}
	const asked = stripHeading(subpath.replace(/^.*#/, '')).toLowerCase();
	const headings = cache.headings ?? [];
	const index = headings.findIndex(({ heading }) => stripHeading(heading).toLowerCase() === asked);
	if (index < 0) return null;
	const current = headings[index];
	const next = headings.slice(index + 1).find(({ level }) => level <= current.level) ?? null;
	return { type: 'heading' as const, current, next, start: current.position.start, end: next?.position.start ?? null };
}
