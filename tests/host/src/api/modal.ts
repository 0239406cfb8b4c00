// API: Modal
// Does: A dialog. Escape and a click beside it close it; Tab stays inside; the focus goes back where it was.
// Leaves out: animations, swiping down on a phone.
import type { App } from '../app/app.ts';
import { setIcon } from '../functions/icons.ts';
import { Scope } from './scope.ts';

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex="0"]';

export class Modal {
	readonly scope: Scope;
	readonly containerEl: HTMLElement;
	readonly modalEl: HTMLElement;
	readonly titleEl: HTMLElement;
	readonly contentEl: HTMLElement;
	shouldRestoreSelection = true;
	private closeCallback: (() => unknown) | null = null;
	private focusBefore: Element | null = null;
	private isOpen = false;

	constructor(readonly app: App) {
		this.scope = new Scope(app.scope);
		this.containerEl = createDiv('modal-container mod-dim');
		const background = this.containerEl.createDiv('modal-bg');
		this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': true, tabindex: -1 } });
		const close = this.modalEl.createEl('button', { cls: 'modal-close-button clickable-icon', attr: { 'aria-label': 'Close' } });
		setIcon(close, 'x');
		const header = this.modalEl.createDiv('modal-header');
		this.titleEl = header.createDiv('modal-title');
		this.contentEl = this.modalEl.createDiv('modal-content');
		background.addEventListener('click', () => this.close());
		close.addEventListener('click', () => this.close());
		this.scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
		this.scope.register(null, 'Tab', (event) => this.keepFocus(event));
	}

	private keepFocus(event: KeyboardEvent): false | undefined {
		const all = [...this.modalEl.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((el) => el.isShown());
		const at = all.indexOf(this.containerEl.doc.activeElement as HTMLElement);
		const next = event.shiftKey ? at - 1 : at + 1;
		if (at >= 0 && next >= 0 && next < all.length) return undefined;
		all[event.shiftKey ? all.length - 1 : 0]?.focus();
		return false;
	}

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		this.focusBefore = activeDocument.activeElement;
		activeDocument.body.appendChild(this.containerEl);
		this.app.keymap.pushScope(this.scope);
		this.modalEl.setAttr('aria-label', this.titleEl.textContent || null);
		this.modalEl.focus();
		void this.onOpen();
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.containerEl.detach();
		this.onClose();
		this.closeCallback?.();
		if (this.shouldRestoreSelection && this.focusBefore instanceof HTMLElement) this.focusBefore.focus();
	}

	onOpen(): Promise<void> | void {}

	onClose(): void {}

	setTitle(title: string): this {
		this.titleEl.setText(title);
		this.modalEl.setAttr('aria-label', title);
		return this;
	}

	setContent(content: string | DocumentFragment): this {
		this.contentEl.setText(content);
		return this;
	}

	setCloseCallback(callback: () => unknown): this {
		this.closeCallback = callback;
		return this;
	}
}
