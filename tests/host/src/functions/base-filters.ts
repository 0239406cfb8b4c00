// Filters of `.base` files: `and`, `or`, `not`, and of the expressions those that name a folder, a tag, a property or the
// kind of file. Any other throws, so that no test takes it for a filter that lets nothing through.
import type { BasesConfigFileFilter } from 'obsidian';
import type { MetadataCache } from '../api/metadata-cache.ts';
import type { TFile } from '../api/files.ts';
import { getAllTags } from './cached-metadata.ts';

export function passes(filter: BasesConfigFileFilter | undefined, file: TFile, cache: MetadataCache): boolean {
	if (filter === undefined) return true;
	if (typeof filter === 'string') return holds(filter, file, cache);
	if ('and' in filter) return filter.and.every((each) => passes(each, file, cache));
	if ('or' in filter) return filter.or.some((each) => passes(each, file, cache));
	return !filter.not.some((each) => passes(each, file, cache));
}

function holds(expression: string, file: TFile, cache: MetadataCache): boolean {
	const known = cache.getFileCache(file);
	const [, folder] = /^file\.inFolder\("(.*)"\)$/.exec(expression) ?? [];
	if (folder !== undefined) return file.path.startsWith(`${folder}/`);
	const [, tag] = /^file\.hasTag\("(.*)"\)$/.exec(expression) ?? [];
	if (tag !== undefined) return known !== null && (getAllTags(known) ?? []).some((each) => each === `#${tag}` || each.startsWith(`#${tag}/`));
	const [, ext] = /^file\.ext == "(.*)"$/.exec(expression) ?? [];
	if (ext !== undefined) return file.extension === ext;
	const [, plain, quoted, value] = /^note(?:\.([\w-]+)|\["(.*)"\]) == "(.*)"$/.exec(expression) ?? [];
	if (value !== undefined) return String(known?.frontmatter?.[plain ?? quoted ?? '']) === value;
	throw new Error(`The host page does not know the filter ${expression}`);
}
