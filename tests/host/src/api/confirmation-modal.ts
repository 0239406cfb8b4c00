// API: ConfirmationModal, ConfirmationButton
// Does: A question with buttons; it closes once the handler of a button is done.
import type { App } from '../app/app.ts';
import { ButtonComponent } from './components/button.ts';
import { Modal } from './modal.ts';

export class ConfirmationButton extends ButtonComponent {
	constructor(private readonly modal: ConfirmationModal) {
		super(modal.buttonContainerEl);
		this.buttonEl.addEventListener('click', (event) => void this.run(event));
	}

	private handler: ((event: MouseEvent) => unknown) | null = null;

	/** The modal closes once the handler is done. */
	override onClick(handler: (event: MouseEvent) => unknown): this {
		this.handler = handler;
		return this;
	}

	private async run(event: MouseEvent): Promise<void> {
		this.setDisabled(true);
		try {
			await this.handler?.(event);
		} finally {
			this.setDisabled(false);
			this.modal.close();
		}
	}

	setInitialFocus(): this {
		this.modal.initialFocus = this.buttonEl;
		return this;
	}

	setSecondary(): this {
		this.buttonEl.addClass('mod-secondary');
		return this;
	}

	setCancel(): this {
		this.buttonEl.addClass('mod-cancel');
		return this;
	}
}

export class ConfirmationModal extends Modal {
	readonly buttonContainerEl: HTMLElement;
	initialFocus: HTMLElement | null = null;

	constructor(app: App) {
		super(app);
		this.modalEl.addClass('mod-confirmation');
		this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
	}

	override open(): void {
		super.open();
		this.initialFocus?.focus();
	}

	addClass(cls: string): this {
		this.modalEl.addClass(cls);
		return this;
	}

	addCheckbox(label: string, callback: (value: boolean) => unknown): this {
		const row = this.buttonContainerEl.createEl('label', { cls: 'mod-checkbox', prepend: true });
		const box = row.createEl('input', { type: 'checkbox' });
		row.appendText(label);
		box.addEventListener('change', () => void callback(box.checked));
		return this;
	}

	addButton(callback: (button: ConfirmationButton) => unknown): this {
		callback(new ConfirmationButton(this));
		return this;
	}

	addCancelButton(text = 'Cancel'): this {
		return this.addButton((button) => button.setButtonText(text).setCancel());
	}
}
