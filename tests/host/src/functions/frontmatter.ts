// API: getFrontMatterInfo, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterAliases,
//   parseFrontMatterTags
// Does: Finds the frontmatter block and reads single properties. Offsets are UTF-16 units.

/** `to` lies before the line break of the closing fence, as in the app. */
export function getFrontMatterInfo(content: string) {
	const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(content);
	if (!match) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
	const from = content.indexOf('\n') + 1;
	const frontmatter = match[1];
	return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: match[0].length };
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
