// The review pane: its elements, and the ways a user walks through it.
import type { Locator, Page } from 'playwright-core';
import { fileMenu, palette, statusBar } from './app.ts';
import { open } from './editor.ts';

export const pane = (page: Page): Locator => page.locator('.namesake-review');
export const selected = (page: Page): Locator => page.locator('.namesake-card.is-selected');
export const card = (page: Page, text: string | RegExp): Locator => page.locator('.namesake-card', { hasText: text });

/** Opens the pane at this note's findings through the note's menu in the file list. */
export async function review(page: Page, path: string): Promise<void> {
  await open(page, path);
  await fileMenu(page, path, 'Review note');
  await page.locator('.namesake-option:focus').waitFor();
}

/** The number in the status bar: how many findings wait for review. */
export const count = async (page: Page): Promise<number> => Number(/\d+/u.exec((await statusBar(page).textContent()) ?? '')?.[0]);

/** The selected card, as `NOTE: MESSAGE`. The note is shown by name and folder. */
export function here(page: Page): Promise<string> {
  return selected(page).evaluate((one) => {
    const note = one.closest('.namesake-note')?.querySelector('.namesake-note-name')?.textContent ?? '';
    return `${note}: ${one.querySelector('.namesake-message')?.textContent ?? ''}`;
  });
}

/** Walks down the list with `j` until a card asks about `heard`, and about `person` if one is given. */
export async function walkTo(page: Page, heard: string, person = ''): Promise<void> {
  const left = await count(page);
  for (let step = 0; !(await here(page)).includes(`“${heard}” may be ${person}`); step += 1) {
    if (step > left) throw new Error(`The list ends before “${heard}”.`);
    await page.keyboard.press('j');
  }
}

/** Opens the queue from the palette and walks to the card about `heard`, by keyboard alone. */
export async function walkFromPalette(page: Page, heard: string, person = ''): Promise<void> {
  await palette(page, 'Open the review queue');
  await page.locator('.namesake-option:focus').waitFor();
  await walkTo(page, heard, person);
}

/** Chooses “not at all” in the selected card: the link is written, and no alias is remembered. */
export async function rememberNothing(page: Page): Promise<void> {
  const way = selected(page).getByRole('radio', { name: 'not at all' });
  for (let step = 0; !(await way.isChecked()); step += 1) {
    if (step > 3) throw new Error('No key chooses “not at all”.');
    await page.keyboard.press('m');
  }
}
