// Dialogs that open before it is known whether they are wanted, so that no key typed meanwhile reaches the note behind them.
import type { Modal } from 'obsidian';

/** Opens the dialog. What it gives closes it again, and says whether it was still open. */
export function openAtOnce(modal: Modal): () => boolean {
  let isOpen = true;
  modal.setCloseCallback(() => {
    isOpen = false;
  });
  modal.open();
  return () => {
    const wasOpen = isOpen;
    if (wasOpen) modal.close();
    return wasOpen;
  };
}
