// Buttons that decide about what is shown. Once pressed, the same button may stand for the next question, which nobody read.

/** Keeps the second press of a double click from what is below. */
export function onlyOnce(event: MouseEvent): void {
  if (event.detail <= 1) return;
  event.preventDefault();
  event.stopPropagation();
}
