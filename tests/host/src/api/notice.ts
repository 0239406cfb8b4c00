// API: Notice
// Does: A message at the top right that leaves after a while; with a duration of 0 it stays until clicked. The
//   texts are kept for tests.

/** How many milliseconds a notice stays if its maker does not say. */
const DEFAULT_DURATION = 5000;

/** Every notice of this session, oldest first, for tests. */
export const noticeLog: string[] = [];

function container(): HTMLElement {
	return document.body.querySelector<HTMLElement>('.notice-container') ?? document.body.createDiv({ cls: 'notice-container', attr: { role: 'status', 'aria-live': 'polite' } });
}

export class Notice {
	readonly noticeEl: HTMLElement;
	readonly containerEl: HTMLElement;
	readonly messageEl: HTMLElement;
	private readonly timer: number | null;

	constructor(message: string | DocumentFragment, duration: number = DEFAULT_DURATION) {
		this.containerEl = container().createDiv('notice-wrapper');
		this.noticeEl = this.containerEl.createDiv('notice');
		this.messageEl = this.noticeEl.createDiv('notice-message');
		this.setMessage(message);
		noticeLog.push(this.messageEl.textContent ?? '');
		this.noticeEl.addEventListener('click', () => this.hide());
		this.timer = duration > 0 ? window.setTimeout(() => this.hide(), duration) : null;
	}

	setMessage(message: string | DocumentFragment): this {
		this.messageEl.setText(message);
		return this;
	}

	hide(): void {
		if (this.timer !== null) window.clearTimeout(this.timer);
		this.containerEl.detach();
	}
}
