// Pure functions of the API: paths, links, frontmatter, YAML, debounce, binary text.
// No DOM and no state.
import { Lexer, parse, stringify } from 'yaml';

/** A timer of its own per call of `debounce`: two keys need two debouncers. */
export function debounce<T extends unknown[], V>(callback: (...args: T) => V, timeout = 0, resetTimer = false) {
	let timer: number | null = null;
	let latest: T | null = null;
	const run = (): V | undefined => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		const args = latest;
		latest = null;
		return args ? callback(...args) : undefined;
	};
	const debounced = (...args: T) => {
		latest = args;
		if (timer !== null && !resetTimer) return debounced;
		if (timer !== null) window.clearTimeout(timer);
		timer = window.setTimeout(run, timeout);
		return debounced;
	};
	debounced.cancel = () => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		latest = null;
		return debounced;
	};
	debounced.run = run;
	return debounced;
}

export function normalizePath(path: string): string {
	const clean = path
		.replace(/[\\/]+/g, '/')
		.replace(/^\/+|\/+$/g, '')
		.replace(/\u00a0|\u202f/g, ' ')
		.normalize('NFC');
	return clean === '' ? '/' : clean;
}

export function parentPath(path: string): string {
	const slash = path.lastIndexOf('/');
	return slash < 0 ? '' : path.slice(0, slash);
}

export function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

export function parseLinktext(linktext: string): { path: string; subpath: string } {
	const hash = linktext.indexOf('#');
	return hash < 0
		? { path: linktext.trim(), subpath: '' }
		: { path: linktext.slice(0, hash).trim(), subpath: linktext.slice(hash).trim() };
}

export function getLinkpath(linktext: string): string {
	return parseLinktext(linktext).path;
}

export function stripHeading(heading: string): string {
	return heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ').replace(/\s+/g, ' ').trim();
}

export function stripHeadingForLink(heading: string): string {
	return heading.replace(/([:#|^\\\r\n]|%%|\[\[|\]\])/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Offsets in UTF-16 units; `to` stands before the line break of the closing fence, as in the app. */
export function getFrontMatterInfo(content: string) {
	const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(content);
	if (!match) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
	const from = content.indexOf('\n') + 1;
	const frontmatter = match[1];
	return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: match[0].length };
}

/**
 * A collection that is a key is written out anew for each collection around it: thirty-six milliseconds at a hundred
 * levels, fifteen seconds at four hundred. Deeper ones end with the stack, and where that ends hangs on the JIT.
 */
const DEEPEST_FLOW = 64;

function flowDepth(yaml: string): number {
	let [depth, deepest] = [0, 0];
	for (const token of new Lexer().lex(yaml)) {
		if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
		else if (token === '}' || token === ']') depth--;
	}
	return deepest;
}

/** Throws where the text is no YAML, or too deep. */
export function parseYaml(yaml: string): unknown {
	if (flowDepth(yaml) > DEEPEST_FLOW) throw new Error(`Collections lie more than ${DEEPEST_FLOW} deep in one another`);
	return parse(yaml, { schema: 'core', merge: true, logLevel: 'error' });
}

export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0 });
}

type Frontmatter = Record<string, unknown> | null | undefined;

export function parseFrontMatterEntry(frontmatter: Frontmatter, key: string | RegExp): unknown {
	for (const [name, value] of Object.entries(frontmatter ?? {})) {
		if (typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name)) return value;
	}
	return null;
}

export function parseFrontMatterStringArray(frontmatter: Frontmatter, key: string | RegExp): string[] | null {
	const value = parseFrontMatterEntry(frontmatter, key);
	const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
	const texts = list.filter((item) => typeof item === 'string' || typeof item === 'number').map((item) => String(item).trim());
	return texts.length > 0 ? texts : null;
}

export function parseFrontMatterAliases(frontmatter: Frontmatter): string[] | null {
	return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i);
}

export function parseFrontMatterTags(frontmatter: Frontmatter): string[] | null {
	const tags = parseFrontMatterStringArray(frontmatter, /^tags?$/i);
	return tags?.flatMap((tag) => tag.split(/\s+/)).map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

export function arrayBufferToBase64(buffer: ArrayBuffer): string {
	let text = '';
	for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
	return btoa(text);
}

export function base64ToArrayBuffer(base64: string): ArrayBuffer {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes.buffer;
}

export function arrayBufferToHex(buffer: ArrayBuffer): string {
	return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function hexToArrayBuffer(hex: string): ArrayBuffer {
	const bytes = new Uint8Array(hex.length / 2);
	for (let index = 0; index < bytes.length; index++) bytes[index] = parseInt(hex.slice(index * 2, index * 2 + 2), 16);
	return bytes.buffer;
}
