// API: the global helpers of `declare global` in obsidian.d.ts, on prototypes, built-in objects and the window.
//   `activeWindow` and `activeDocument` are the one window until a test opens another.
import { documentOf, type ElementInfo, makeElement, makeSvg } from './create.ts';
import { define, defineGetter } from './define.ts';
import { elementMethods, find, findAll } from './elements.ts';
import { htmlMethods, off, on } from './html-elements.ts';
import { instanceOf, nodeMethods } from './nodes.ts';

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

/** Installs the helpers of nodes in a window, whose nodes have prototypes of their own. Call once for each window. */
export function installNodes({ Document, DocumentFragment, Element, HTMLElement, Node }: Window & typeof globalThis): void {
	define(Node.prototype, nodeMethods);
	defineGetter(Node.prototype, 'doc', function () {
		return documentOf(this);
	});
	for (const name of ['win', 'constructorWin']) {
		defineGetter(Node.prototype, name, function () {
			return documentOf(this).defaultView ?? window;
		});
	}
	define(Element.prototype, elementMethods);
	define(HTMLElement.prototype, htmlMethods);
	define(Document.prototype, { on, off });
	define(DocumentFragment.prototype, { find, findAll });
}

/** Installs the helpers on this window. Call once, before anything else runs. */
export function installDom(): void {
	installNodes(window);
	defineGetter(UIEvent.prototype, 'targetNode', function (this: unknown) {
		return (this as UIEvent).target;
	});
	defineGetter(UIEvent.prototype, 'win', () => window);
	defineGetter(UIEvent.prototype, 'doc', () => document);
	define(UIEvent.prototype, { instanceOf });
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
