// API: setIcon, getIcon, getIconIds, addIcon, removeIcon
// Does: Finds icons by name in the lucide set; an unknown name shows nothing.
// Leaves out: icons of the app that lucide does not have.
import { createElement, type IconNode, icons } from 'lucide';

const custom = new Map<string, string>();

function pascal(id: string): string {
	return id
		.replace(/^lucide-/, '')
		.split('-')
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join('');
}

/** The markup comes from the plugin (`addIcon`), never from a note. */
function customIcon(content: string): SVGSVGElement {
	const parsed = new DOMParser().parseFromString(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>`,
		'image/svg+xml',
	);
	return document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
}

export function getIcon(id: string): SVGSVGElement | null {
	const own = custom.get(id);
	const node = (icons as Record<string, IconNode>)[pascal(id)];
	const svg = own !== undefined ? customIcon(own) : node ? (createElement(node) as SVGSVGElement) : null;
	svg?.classList.add('svg-icon', ...(own === undefined ? [`lucide-${id.replace(/^lucide-/, '')}`] : [id]));
	svg?.setAttribute('aria-hidden', 'true');
	return svg;
}

export function setIcon(parent: HTMLElement, id: string): void {
	parent.replaceChildren(...[getIcon(id)].filter((icon) => icon !== null));
}

export function addIcon(id: string, content: string): void {
	custom.set(id, content);
}

export function removeIcon(id: string): void {
	custom.delete(id);
}

export function getIconIds(): string[] {
	const ids = Object.keys(icons).map((name) => 'lucide-' + name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase());
	return [...ids, ...custom.keys()];
}
