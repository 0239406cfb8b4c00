// API: setTooltip, displayTooltip
// Does: Sets an `aria-label`, and shows it in a small box on hover.
// Leaves out: placement; delays.

export function setTooltip(el: HTMLElement, text: string, options: { placement?: string } = {}): void {
	el.setAttr('aria-label', text === '' ? null : text);
	el.setAttr('data-tooltip-position', options.placement ?? null);
}

let shown: HTMLElement | null = null;

function hide(): void {
	shown?.detach();
	shown = null;
}

export function displayTooltip(target: HTMLElement, content: string | DocumentFragment): void {
	hide();
	shown = document.body.createDiv({ cls: 'tooltip', attr: { role: 'tooltip' } });
	shown.setText(content);
	const box = target.getBoundingClientRect();
	const own = shown.getBoundingClientRect();
	const left = Math.max(4, Math.min(box.left + box.width / 2 - own.width / 2, window.innerWidth - own.width - 4));
	const below = box.bottom + 6 + own.height < window.innerHeight;
	shown.setCssStyles({ left: `${left}px`, top: `${below ? box.bottom + 6 : box.top - own.height - 6}px` });
}

/** Shows tooltips for labels that are not visible as text already. */
export function installTooltips(): void {
	document.addEventListener('mouseover', (event) => {
		const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[aria-label]') : null;
		const label = target?.getAttribute('aria-label');
		if (!target || !label || target.matches('input, .cm-content, .modal') || target.textContent?.trim() === label) return hide();
		displayTooltip(target, label);
	});
	document.addEventListener('mousedown', hide, { capture: true });
	document.addEventListener('keydown', hide, { capture: true });
}
