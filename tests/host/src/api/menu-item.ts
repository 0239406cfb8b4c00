// API: MenuItem, MenuSeparator
// Does: One entry of a menu.
// Leaves out: submenus.
import { setIcon } from '../functions/icons.ts';

export class MenuItem {
	readonly dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: -1 } });
	private readonly iconEl = this.dom.createDiv('menu-item-icon');
	private readonly titleEl = this.dom.createDiv('menu-item-title');
	section = '';
	disabled = false;
	callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

	setTitle(title: string | DocumentFragment): this {
		this.titleEl.setText(title);
		return this;
	}

	setIcon(icon: string | null): this {
		if (icon === null) this.iconEl.empty();
		else setIcon(this.iconEl, icon);
		return this;
	}

	setChecked(checked: boolean | null): this {
		this.dom.toggleClass('mod-checked', checked === true);
		this.dom.setAttr('aria-checked', checked);
		return this.setIcon(checked ? 'check' : null);
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		this.dom.toggleClass('is-disabled', disabled);
		this.dom.setAttr('aria-disabled', disabled);
		return this;
	}

	setWarning(warning: boolean): this {
		this.dom.toggleClass('is-warning', warning);
		return this;
	}

	setIsLabel(label: boolean): this {
		this.dom.toggleClass('is-label', label);
		this.disabled = label;
		return this;
	}

	onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
		this.callback = callback;
		return this;
	}

	setSection(section: string): this {
		this.section = section;
		return this;
	}
}

export class MenuSeparator {
	readonly dom = createDiv('menu-separator');
}
