// Wikilinks in a text: finds them, and rewrites them after a rename.

export interface FoundLink {
	/** UTF-16 offsets of the whole link, including the embed mark. */
	start: number;
	end: number;
	embed: boolean;
	link: string;
	displayText?: string;
	original: string;
}

const WIKILINK = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g;

export function findLinks(text: string): FoundLink[] {
	return [...text.matchAll(WIKILINK)].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		embed: match[1] === '!',
		link: match[2],
		displayText: match[3] ?? match[2],
		original: match[0],
	}));
}

function pointsAt(linkpath: string, path: string): boolean {
	const bare = path.replace(/\.md$/, '').toLowerCase();
	const asked = linkpath.replace(/\.md$/, '').toLowerCase();
	return bare === asked || bare.endsWith(`/${asked}`);
}

/** Redirects every link to `oldPath` to `linktext`; subpath and display text stay. */
export function relinkText(text: string, oldPath: string, linktext: string): string {
	return text.replace(WIKILINK, (whole: string, mark: string, link: string, shown: string | undefined) => {
		const [linkpath, ...subpath] = link.split('#');
		if (!pointsAt(linkpath.trim(), oldPath)) return whole;
		const hash = subpath.length > 0 ? `#${subpath.join('#')}` : '';
		return `${mark}[[${linktext}${hash}${shown === undefined ? '' : `|${shown}`}]]`;
	});
}
