// API: the methods that Obsidian adds to Node. Signatures are those of `declare global` in obsidian.d.ts.
import { documentOf, type ElementInfo, makeElement, makeSvg } from './create.ts';

export function instanceOf(this: unknown, type: new () => unknown): boolean {
	return this instanceof type;
}

export const nodeMethods = {
	instanceOf,
	detach(this: Node) {
		this.parentNode?.removeChild(this);
	},
	empty(this: Node) {
		while (this.lastChild) this.removeChild(this.lastChild);
	},
	insertAfter<T extends Node>(this: Node, node: T, child: Node | null): T {
		this.insertBefore(node, child ? child.nextSibling : this.firstChild);
		return node;
	},
	indexOf(this: Node, other: Node): number {
		return Array.prototype.indexOf.call(this.childNodes, other);
	},
	setChildrenInPlace(this: Node, children: Node[]) {
		for (const old of [...this.childNodes]) if (!children.includes(old)) this.removeChild(old);
		for (const child of children) this.appendChild(child);
	},
	appendText(this: Node, text: string) {
		this.appendChild(documentOf(this).createTextNode(text));
	},
	createEl(this: Node, tag: string, info?: ElementInfo | string, callback?: (el: HTMLElement) => void) {
		return makeElement(documentOf(this), tag, info, this, callback);
	},
	createDiv(this: Node, info?: ElementInfo | string, callback?: (el: HTMLElement) => void) {
		return makeElement(documentOf(this), 'div', info, this, callback);
	},
	createSpan(this: Node, info?: ElementInfo | string, callback?: (el: HTMLElement) => void) {
		return makeElement(documentOf(this), 'span', info, this, callback);
	},
	createSvg(this: Node, tag: string, info?: ElementInfo | string, callback?: (el: SVGElement) => void) {
		return makeSvg(documentOf(this), tag, info, this, callback);
	},
};
