// API: the methods that Obsidian adds to Element. Signatures are those of `declare global` in obsidian.d.ts.
import { type Attributes, classList } from './create.ts';

export function find(this: ParentNode, selector: string): Element | null {
	return this.querySelector(selector);
}

export function findAll(this: ParentNode, selector: string): Element[] {
	return [...this.querySelectorAll(selector)];
}

export const elementMethods = {
	getText(this: Element): string {
		return this.textContent ?? '';
	},
	setText(this: Element, value: string | DocumentFragment) {
		if (typeof value === 'string') this.textContent = value;
		else this.replaceChildren(value);
	},
	addClass(this: Element, ...names: string[]) {
		this.classList.add(...names.flatMap(classList));
	},
	addClasses(this: Element, names: string[]) {
		this.classList.add(...names.flatMap(classList));
	},
	removeClass(this: Element, ...names: string[]) {
		this.classList.remove(...names.flatMap(classList));
	},
	removeClasses(this: Element, names: string[]) {
		this.classList.remove(...names.flatMap(classList));
	},
	toggleClass(this: Element, names: string | string[], value: boolean) {
		for (const name of classList(names)) this.classList.toggle(name, value);
	},
	hasClass(this: Element, name: string): boolean {
		return this.classList.contains(name);
	},
	setAttr(this: Element, name: string, value: string | number | boolean | null) {
		if (value === null) this.removeAttribute(name);
		else this.setAttribute(name, String(value));
	},
	setAttrs(this: Element, values: Attributes) {
		for (const [name, value] of Object.entries(values)) this.setAttr(name, value);
	},
	getAttr(this: Element, name: string): string | null {
		return this.getAttribute(name);
	},
	matchParent(this: Element, selector: string, last?: Element): Element | null {
		if (this.matches(selector)) return this;
		return this === last ? null : (this.parentElement?.matchParent(selector, last) ?? null);
	},
	getCssPropertyValue(this: Element, property: string, pseudo?: string): string {
		return getComputedStyle(this, pseudo).getPropertyValue(property).trim();
	},
	isActiveElement(this: Element): boolean {
		return this.ownerDocument.activeElement === this;
	},
	find,
	findAll,
	findAllSelf(this: Element, selector: string): Element[] {
		return [...(this.matches(selector) ? [this] : []), ...this.querySelectorAll(selector)];
	},
	setCssStyles(this: HTMLElement, styles: Partial<CSSStyleDeclaration>) {
		Object.assign(this.style, styles);
	},
	setCssProps(this: HTMLElement, props: Record<string, string>) {
		for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
	},
};
