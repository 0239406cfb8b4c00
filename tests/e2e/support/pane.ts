// The review pane: its elements, and the ways a user walks through it.
import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { fileMenu, palette, statusBar } from './app.ts';
import { open } from './editor.ts';
import { atRest, until } from './waiting.ts';

export const pane = (page: Page): Locator => page.locator('.namesake-review');
export const selected = (page: Page): Locator => page.locator('.namesake-card.is-selected');
/** A question whose line is drawn. A long list draws those in view. */
export const card = (page: Page, text: string | RegExp): Locator => page.locator('.namesake-card', { hasText: text });
/** What the pane says was done last. */
export const strip = (page: Page, text: string | RegExp): Locator => page.locator('.namesake-strip-now', { hasText: text });
/** Waits until the pane says that so many notes were changed by what was done last. */
export const changed = (page: Page, notes: number): Promise<void> => said(page, new RegExp(`^(?!Taken back).*in ${inNotes(notes)}`, 'u'));
/** Waits until the pane says that what was done last is taken back in so many notes. */
export const takenBack = (page: Page, notes: number): Promise<void> => said(page, new RegExp(`^Taken back.*in ${inNotes(notes)}`, 'u'));
const inNotes = (n: number): string => (n === 1 ? '1 note(?!s)' : `${n} notes`);
async function said(page: Page, words: RegExp): Promise<void> {
  const now = page.locator('.namesake-strip-now .namesake-step-title');
  await until(`the pane says ${String(words)}`, async () => (await now.count()) > 0 && words.test((await now.textContent()) ?? ''));
}
export const focusedLine = (page: Page): Locator => page.locator('.namesake-line:focus');

/** Opens the pane at this note's questions through the note's menu in the file list. */
export async function review(page: Page, path: string): Promise<void> {
  await open(page, path);
  await fileMenu(page, path, 'Review note');
  await focusedLine(page).waitFor();
}

/** The number in the status bar: how many questions wait. */
export const count = async (page: Page): Promise<number> => Number(/\d+/u.exec((await statusBar(page).textContent()) ?? '')?.[0]);

/** What the selected question asks; nothing where none is left. */
export const here = async (page: Page): Promise<string> => (await selected(page).locator('.namesake-ask').allTextContents()).join('');

/** Milliseconds after which a key has led nowhere. */
const TURN = 5000;

/** Walks down the list with `j` until a question is asked that has these words. Each key waits for its line. */
export async function walk(page: Page, words: string): Promise<void> {
  const id = (): Promise<string | null> => selected(page).locator('.namesake-line').getAttribute('data-question');
  await atRest(page);
  await page.keyboard.press('Home');
  await until('the first line is open', async () => (await pane(page).locator('.namesake-line').first().getAttribute('aria-expanded')) === 'true');
  while (!(await here(page)).includes(words)) {
    const before = await id();
    await page.keyboard.press('j');
    for (const end = Date.now() + TURN; (await id()) === before; await setTimeout(20)) {
      if (Date.now() > end) throw new Error(`The list ends before “${words}”.`);
    }
  }
}

/** Walks to the question whether `heard` is `person`. */
export const walkTo = (page: Page, heard: string, person = ''): Promise<void> => walk(page, `“${heard}”${person === '' ? '' : ` ${person}`}`);

/** Opens the queue from the palette, by keyboard alone. */
export async function openQueue(page: Page): Promise<void> {
  await palette(page, 'Open the review queue');
  await focusedLine(page).waitFor();
}

/** Opens the queue and walks to the question about `heard`, by keyboard alone. */
export async function walkFromPalette(page: Page, heard: string, person = ''): Promise<void> {
  await openQueue(page);
  await walkTo(page, heard, person);
}

/** The question of two people in the note of one of them, both as likely. */
export const BENWARE = 'Who is “Rob Benware”?';

/** Opens the queue and walks to what has these words, by keyboard alone. */
export async function goTo(page: Page, words: string): Promise<void> {
  await openQueue(page);
  await walk(page, words);
}

/** Narrows the list to what has these words, and waits until one of them is asked about. */
export async function seek(page: Page, words: string): Promise<void> {
  await pane(page).getByRole('searchbox').fill(words);
  await until(`“${words}” is asked about`, async () => (await card(page, words).count()) > 0);
}

/** Sees to it that the selected name is linked and not remembered. */
export async function rememberNothing(page: Page): Promise<void> {
  for (let step = 0; (await selected(page).locator('.namesake-remembered').count()) > 0; step += 1) {
    if (step > 3) throw new Error('No key chooses to remember nothing.');
    await page.keyboard.press('m');
  }
}

/** Waits until all of the selected card is in view: before that a key only shows it. A phone shows one card and no list. */
export const inView = (page: Page): Promise<void> => until('all of the card is in view', () => page.evaluate(() => {
  const card = document.querySelector('.namesake-card.is-selected')?.getBoundingClientRect();
  const list = document.querySelector('.namesake-scroll')?.getBoundingClientRect();
  return card !== undefined && (list === undefined || card.top >= list.top - 1 && card.bottom <= list.bottom + 1);
}));

/** Chooses that Rob Banga is a new person, by keyboard alone, and waits until all of the note to be made is in view. */
export async function chooseNewPerson(page: Page): Promise<void> {
  await walkFromPalette(page, 'Rob Banga', 'Rob Benoit');
  await page.keyboard.press('4');
  await selected(page).getByRole('button', { name: 'Make the note' }).waitFor();
  await selected(page).locator('.namesake-diff-path', { hasText: 'Rob Banga' }).waitFor();
  await inView(page);
}
