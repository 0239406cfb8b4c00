// Reads the CachedMetadata of one note line by line: frontmatter, headings, links, tags, list items, blocks,
// sections. Broken YAML gives no frontmatter and no error, as in the app. Leaves out: Markdown links, footnotes,
// callouts and code as sections, nested parents of list items.
import type { CachedMetadata, Loc, Pos } from 'obsidian';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';
import { parseYaml } from '../functions/yaml.ts';
import { findLinks } from './links.ts';

type Locate = (offset: number) => Loc;

function locator(text: string): Locate {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return (offset) => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low, col: offset - starts[low], offset };
	};
}

function frontmatterOf(source: string): Record<string, unknown> | undefined {
	try {
		const value = parseYaml(source);
		return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}

function addFrontmatter(cache: CachedMetadata, source: string, contentStart: number, pos: (start: number, end: number) => Pos): void {
	const frontmatter = frontmatterOf(source);
	const position = pos(0, contentStart);
	cache.sections = [{ type: 'yaml', position }];
	if (!frontmatter) return;
	cache.frontmatter = frontmatter;
	cache.frontmatterPosition = position;
	const links = Object.entries(frontmatter).flatMap(([key, value]) =>
		(Array.isArray(value) ? value : [value]).flatMap((item, index) =>
			typeof item !== 'string'
				? []
				: findLinks(item).map(({ link, original, displayText }) => ({
						key: Array.isArray(value) ? `${key}.${index}` : key,
						link,
						original,
						displayText,
					})),
		),
	);
	if (links.length > 0) cache.frontmatterLinks = links;
}

function push<T>(list: T[] | undefined, item: T): T[] {
	return list ? (list.push(item), list) : [item];
}

function addInline(cache: CachedMetadata, line: string, start: number, pos: (start: number, end: number) => Pos): void {
	const blanked = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
	for (const { start: from, end, embed, link, original, displayText } of findLinks(blanked)) {
		const found = { link, original, displayText, position: pos(start + from, start + end) };
		if (embed) cache.embeds = push(cache.embeds, found);
		else cache.links = push(cache.links, found);
	}
	for (const tag of blanked.matchAll(/(?<![^\s])#([\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu)) {
		cache.tags = push(cache.tags, { tag: tag[0], position: pos(start + tag.index, start + tag.index + tag[0].length) });
	}
}

function addLine(cache: CachedMetadata, line: string, start: number, pos: (start: number, end: number) => Pos): void {
	const position = pos(start, start + line.length);
	const heading = /^(#{1,6})\s(.*)$/.exec(line);
	const item = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[(.)\]\s)?/.exec(line);
	const block = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(line);
	if (heading) cache.headings = push(cache.headings, { heading: heading[2].trim(), level: heading[1].length, position });
	if (item) cache.listItems = push(cache.listItems, { position, parent: -position.start.line, task: item[1], id: block?.[1] });
	if (block) cache.blocks = { ...cache.blocks, [block[1].toLowerCase()]: { id: block[1], position } };
	if (!heading && line.trim() === '') return;
	const type = heading ? 'heading' : item ? 'list' : 'paragraph';
	cache.sections = push(cache.sections, { type, position });
	addInline(cache, line, start, pos);
}

export function parseMetadata(text: string): CachedMetadata {
	const locate = locator(text);
	const pos = (start: number, end: number): Pos => ({ start: locate(start), end: locate(end) });
	const cache: CachedMetadata = {};
	const info = getFrontMatterInfo(text);
	if (info.exists) addFrontmatter(cache, info.frontmatter, info.contentStart, pos);
	let start = info.contentStart;
	let fence: string | null = null;
	for (const line of text.slice(start).split('\n')) {
		const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== null) {
			if (mark?.startsWith(fence)) fence = null;
		} else if (mark !== undefined) fence = mark;
		else addLine(cache, line.replace(/\r$/, ''), start, pos);
		start += line.length + 1;
	}
	return cache;
}
