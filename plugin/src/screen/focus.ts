// Where the focus stands when a dialog opens late. Somebody may be typing on, so that the next key must not be an act.
import type { Modal } from 'obsidian';

/** On what is chosen in the dialog, else on the dialog itself, from where Tab leads to its buttons. */
export function focusNoAct({ modalEl, contentEl }: Modal): void {
  modalEl.tabIndex = -1;
  (contentEl.querySelector<HTMLElement>('input:checked') ?? modalEl).focus();
}
