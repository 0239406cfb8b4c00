// API: the methods that Obsidian adds to HTMLElement, and `on` and `off`, which Document has too.

const delegates = new WeakMap<object, Map<unknown, EventListener>>();

export function on(this: EventTarget, type: string, selector: string, listener: (...given: unknown[]) => unknown, options?: AddEventListenerOptions | boolean) {
	const wrapped: EventListener = (event) => {
		const target = event.target instanceof Element ? event.target.closest(selector) : null;
		if (target) listener.call(this, event, target);
	};
	const known = delegates.get(this) ?? new Map<unknown, EventListener>();
	delegates.set(this, known.set(listener, wrapped));
	this.addEventListener(type, wrapped, options);
}

export function off(this: EventTarget, type: string, _selector: string, listener: unknown, options?: AddEventListenerOptions | boolean) {
	const wrapped = delegates.get(this)?.get(listener);
	if (wrapped) this.removeEventListener(type, wrapped, options);
}

const MIGRATED = 'host-window-migrated';

/** Tells this element and all within that they are in another window now. */
export function tellMigrated(el: HTMLElement): void {
	for (const each of [el, ...el.querySelectorAll('*')]) each.dispatchEvent(new Event(MIGRATED));
}

export const htmlMethods = {
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
	onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
		const heard = (): unknown => listener(this.ownerDocument.defaultView ?? window);
		this.addEventListener(MIGRATED, heard);
		return () => this.removeEventListener(MIGRATED, heard);
	},
	trigger(this: HTMLElement, type: string) {
		this.dispatchEvent(new Event(type, { bubbles: true }));
	},
};
