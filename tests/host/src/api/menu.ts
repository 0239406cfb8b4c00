// API: Menu
// Does: Context and drop-down menus with keys. Sections keep the order in which they first appear, but `danger`
//   is last.
// Leaves out: submenus, native menus, drawers on a phone.
import { Component } from './component.ts';
import { MenuItem, MenuSeparator } from './menu-item.ts';

const forEvents = new WeakMap<Event, Menu>();

export class Menu extends Component {
	private static open: Menu | null = null;
	readonly items: (MenuItem | MenuSeparator)[] = [];
	private readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
	private doc = document;
	private readonly hideCallbacks: (() => unknown)[] = [];
	private readonly onOutside = (event: Event) => {
		if (!(event.target instanceof Node && this.dom.contains(event.target))) this.hide();
	};
	private readonly onKeydown = (event: KeyboardEvent) => this.onKey(event);

	static forEvent(event: PointerEvent | MouseEvent): Menu {
		const menu = forEvents.get(event) ?? new Menu();
		if (!forEvents.has(event)) queueMicrotask(() => menu.showAtMouseEvent(event));
		forEvents.set(event, menu);
		event.preventDefault();
		return menu;
	}

	addItem(callback: (item: MenuItem) => unknown): this {
		const item = new MenuItem();
		this.items.push(item);
		callback(item);
		return this;
	}

	addSeparator(): this {
		this.items.push(new MenuSeparator());
		return this;
	}

	setNoIcon(): this {
		this.dom.addClass('mod-no-icon');
		return this;
	}

	setUseNativeMenu(): this {
		return this;
	}

	setParentElement(): this {
		return this;
	}

	showAtMouseEvent(event: MouseEvent): this {
		return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.view?.document);
	}

	showAtPosition(position: { x: number; y: number; width?: number; left?: boolean }, doc = activeDocument): this {
		Menu.open?.hide();
		if (!this.items.some((item) => item instanceof MenuItem)) return this;
		Menu.open = this;
		this.render();
		this.doc = doc;
		doc.body.appendChild(this.dom);
		const { offsetWidth, offsetHeight } = this.dom;
		const left = Math.max(4, Math.min(position.left ? position.x - offsetWidth : position.x, this.dom.win.innerWidth - offsetWidth - 4));
		const top = Math.max(4, Math.min(position.y, this.dom.win.innerHeight - offsetHeight - 4));
		this.dom.setCssStyles({ left: `${left}px`, top: `${top}px` });
		doc.addEventListener('mousedown', this.onOutside, { capture: true });
		doc.addEventListener('keydown', this.onKeydown, { capture: true });
		return this;
	}

	private render(): void {
		const found = [...new Set(this.items.map((item) => (item instanceof MenuItem ? item.section : '')))];
		const sections = [...found.filter((section) => section !== 'danger'), ...found.filter((section) => section === 'danger')];
		this.dom.empty();
		for (const section of sections) {
			if (this.dom.lastElementChild) this.dom.appendChild(new MenuSeparator().dom);
			for (const item of this.items) {
				if ((item instanceof MenuItem ? item.section : '') !== section) continue;
				this.dom.appendChild(item.dom);
				if (item instanceof MenuItem) item.dom.onclick = (event) => this.choose(item, event);
			}
		}
	}

	private choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
		if (item.disabled) return;
		this.hide();
		item.callback?.(event);
	}

	private onKey(event: KeyboardEvent): void {
		const usable = this.items.filter((item): item is MenuItem => item instanceof MenuItem && !item.disabled);
		const at = usable.findIndex((item) => item.dom.hasClass('selected'));
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined && usable.length > 0) {
			usable[at]?.dom.removeClass('selected');
			usable[(at + step + usable.length) % usable.length].dom.addClass('selected');
		} else if (event.key === 'Enter' && usable[at]) this.choose(usable[at], event);
		else if (event.key === 'Escape') this.hide();
		else return;
		event.preventDefault();
		event.stopImmediatePropagation();
	}

	hide(): this {
		if (Menu.open !== this) return this;
		Menu.open = null;
		this.dom.detach();
		this.doc.removeEventListener('mousedown', this.onOutside, { capture: true });
		this.doc.removeEventListener('keydown', this.onKeydown, { capture: true });
		for (const callback of this.hideCallbacks) callback();
		this.unload();
		return this;
	}

	close(): void {
		this.hide();
	}

	onHide(callback: () => unknown): void {
		this.hideCallbacks.push(callback);
	}
}
