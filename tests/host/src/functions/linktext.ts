// API: parseLinktext, getLinkpath, stripHeading, stripHeadingForLink
// Does: Takes link texts and headings apart.

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
