// The helpers Obsidian adds to DOM prototypes and the global scope.
// Signatures are those of the `declare global` block of obsidian.d.ts.

type Attributes = Record<string, string | number | boolean | null>;

interface ElementInfo {
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

function classList(cls: string | string[] | undefined): string[] {
	if (cls === undefined) return [];
	return (Array.isArray(cls) ? cls : cls.split(' ')).filter((name) => name !== '');
}

function place(parent: Node | undefined, child: Node, prepend: boolean | undefined): void {
	if (!parent) return;
	if (prepend) parent.insertBefore(child, parent.firstChild);
	else parent.appendChild(child);
}

function makeElement<T extends HTMLElement>(
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

function makeSvg(
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

function documentOf(node: Node): Document {
	return node.ownerDocument ?? (node as Document);
}

function instanceOf(this: unknown, type: new () => unknown): boolean {
	return this instanceof type;
}

function find(this: ParentNode, selector: string): Element | null {
	return this.querySelector(selector);
}

function findAll(this: ParentNode, selector: string): Element[] {
	return [...this.querySelectorAll(selector)];
}

const nodeMethods = {
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

const elementMethods = {
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

const delegates = new WeakMap<object, Map<unknown, EventListener>>();

function on(this: EventTarget, type: string, selector: string, listener: (...given: unknown[]) => unknown, options?: AddEventListenerOptions | boolean) {
	const wrapped: EventListener = (event) => {
		const target = event.target instanceof Element ? event.target.closest(selector) : null;
		if (target) listener.call(this, event, target);
	};
	const known = delegates.get(this) ?? new Map<unknown, EventListener>();
	delegates.set(this, known.set(listener, wrapped));
	this.addEventListener(type, wrapped, options);
}

function off(this: EventTarget, type: string, _selector: string, listener: unknown, options?: AddEventListenerOptions | boolean) {
	const wrapped = delegates.get(this)?.get(listener);
	if (wrapped) this.removeEventListener(type, wrapped, options);
}

const htmlMethods = {
	show(this: HTMLElement) {
		this.style.display = '';
	},
	hide(this: HTMLElement) {
		this.style.display = 'none';
	},
	toggle(this: HTMLElement, show: boolean) {
		this.style.display = show ? '' : 'none';
	},
	toggleVisibility(this: HTMLElement, visible: boolean) {
		this.style.visibility = visible ? '' : 'hidden';
	},
	isShown(this: HTMLElement): boolean {
		return this.isConnected && this.offsetParent !== null;
	},
	on,
	off,
	onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions) {
		this.addEventListener('click', listener, options);
		this.addEventListener('auxclick', listener, options);
	},
	onNodeInserted(this: HTMLElement, listener: () => unknown): () => void {
		const observer = new MutationObserver(() => {
			if (!this.isConnected) return;
			observer.disconnect();
			listener();
		});
		observer.observe(this.ownerDocument, { childList: true, subtree: true });
		return () => observer.disconnect();
	},
	/** The host has one window only, so that nothing ever migrates. */
	onWindowMigrated(this: HTMLElement): () => void {
		return () => undefined;
	},
	trigger(this: HTMLElement, type: string) {
		this.dispatchEvent(new Event(type, { bubbles: true }));
	},
};

const arrayMethods = {
	first<T>(this: T[]): T | undefined {
		return this[0];
	},
	last<T>(this: T[]): T | undefined {
		return this[this.length - 1];
	},
	contains<T>(this: T[], item: T): boolean {
		return this.includes(item);
	},
	remove<T>(this: T[], item: T) {
		for (let at = this.indexOf(item); at >= 0; at = this.indexOf(item)) this.splice(at, 1);
	},
	unique<T>(this: T[]): T[] {
		return [...new Set(this)];
	},
};

function define(target: object, methods: object): void {
	for (const [name, value] of Object.entries(methods)) {
		Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
	}
}

function defineGetter(target: object, name: string, get: (this: Node) => unknown): void {
	Object.defineProperty(target, name, { get, configurable: true, enumerable: false });
}

/** Installs the helpers on this window. Call once, before anything else runs. */
export function installDom(): void {
	define(Node.prototype, nodeMethods);
	defineGetter(Node.prototype, 'doc', function () {
		return documentOf(this);
	});
	for (const name of ['win', 'constructorWin']) {
		defineGetter(Node.prototype, name, function () {
			return documentOf(this).defaultView ?? window;
		});
	}
	for (const proto of [UIEvent.prototype]) {
		defineGetter(proto, 'targetNode', function (this: unknown) {
			return (this as UIEvent).target;
		});
		defineGetter(proto, 'win', () => window);
		defineGetter(proto, 'doc', () => document);
		define(proto, { instanceOf });
	}
	define(Element.prototype, elementMethods);
	define(HTMLElement.prototype, htmlMethods);
	define(Document.prototype, { on, off });
	define(DocumentFragment.prototype, { find, findAll });
	define(Array.prototype, arrayMethods);
	define(Array, { combine: <T>(arrays: T[][]) => arrays.flat() });
	define(String.prototype, {
		contains(this: string, target: string) {
			return this.includes(target);
		},
		format(this: string, ...args: string[]) {
			return this.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
		},
	});
	define(String, { isString: (value: unknown) => typeof value === 'string' });
	define(Number, { isNumber: (value: unknown) => typeof value === 'number' });
	define(Math, {
		clamp: (value: number, min: number, max: number) => Math.min(Math.max(value, min), max),
		square: (value: number) => value * value,
	});
	define(Object, {
		isEmpty: (value: object) => Object.keys(value).length === 0,
		each: <T>(object: Record<string, T>, callback: (value: T, key: string) => unknown) =>
			Object.entries(object).every(([key, value]) => callback(value, key) !== false),
	});
	define(window, {
		isBoolean: (value: unknown) => typeof value === 'boolean',
		fish: (selector: string) => document.querySelector(selector),
		fishAll: (selector: string) => [...document.querySelectorAll(selector)],
		createEl: (tag: string, info?: ElementInfo | string, callback?: (el: HTMLElement) => void) =>
			makeElement(document, tag, info, undefined, callback),
		createDiv: (info?: ElementInfo | string, callback?: (el: HTMLElement) => void) =>
			makeElement(document, 'div', info, undefined, callback),
		createSpan: (info?: ElementInfo | string, callback?: (el: HTMLElement) => void) =>
			makeElement(document, 'span', info, undefined, callback),
		createSvg: (tag: string, info?: ElementInfo | string, callback?: (el: SVGElement) => void) =>
			makeSvg(document, tag, info, undefined, callback),
		createFragment: (callback?: (el: DocumentFragment) => void) => {
			const fragment = document.createDocumentFragment();
			callback?.(fragment);
			return fragment;
		},
		ready: (callback: () => unknown) => callback(),
		sleep: (ms: number) => new Promise<void>((resolve) => window.setTimeout(resolve, ms)),
		nextFrame: () => new Promise<void>((resolve) => window.requestAnimationFrame(() => resolve())),
		activeWindow: window,
		activeDocument: document,
	});
}
