// API: createEl, createDiv, createSpan, createSvg, DomElementInfo. Makes elements from a description.

export type Attributes = Record<string, string | number | boolean | null>;

export interface ElementInfo {
	cls?: string | string[];
	text?: string | DocumentFragment;
	attr?: Attributes;
	title?: string;
	parent?: Node;
	value?: string;
	type?: string;
	prepend?: boolean;
	placeholder?: string;
	href?: string;
}

const SVG = 'http://www.w3.org/2000/svg' as const;

export function classList(cls: string | string[] | undefined): string[] {
	if (cls === undefined) return [];
	return (Array.isArray(cls) ? cls : cls.split(' ')).filter((name) => name !== '');
}

function place(parent: Node | undefined, child: Node, prepend: boolean | undefined): void {
	if (!parent) return;
	if (prepend) parent.insertBefore(child, parent.firstChild);
	else parent.appendChild(child);
}

export function makeElement<T extends HTMLElement>(
	doc: Document,
	tag: string,
	given: ElementInfo | string | undefined,
	parent: Node | undefined,
	callback?: (el: T) => void,
): T {
	const info: ElementInfo = typeof given === 'string' ? { cls: given } : (given ?? {});
	const el = doc.createElement(tag) as T;
	el.classList.add(...classList(info.cls));
	if (info.text !== undefined) el.setText(info.text);
	for (const [name, value] of Object.entries(info.attr ?? {})) el.setAttr(name, value);
	if (info.title !== undefined) el.title = info.title;
	for (const name of ['value', 'type', 'placeholder', 'href'] as const) {
		const value = info[name];
		if (value !== undefined) Reflect.set(el, name, value);
	}
	callback?.(el);
	place(info.parent ?? parent, el, info.prepend);
	return el;
}

export function makeSvg(
	doc: Document,
	tag: string,
	given: ElementInfo | string | undefined,
	parent: Node | undefined,
	callback?: (el: SVGElement) => void,
): SVGElement {
	const info: ElementInfo = typeof given === 'string' ? { cls: given } : (given ?? {});
	const el = doc.createElementNS<keyof SVGElementTagNameMap>(SVG, tag as keyof SVGElementTagNameMap);
	el.classList.add(...classList(info.cls));
	for (const [name, value] of Object.entries(info.attr ?? {})) el.setAttr(name, value);
	callback?.(el);
	place(info.parent ?? parent, el, info.prepend);
	return el;
}

export function documentOf(node: Node): Document {
	return node.ownerDocument ?? (node as Document);
}
