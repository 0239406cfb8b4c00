// Opening a note from a card: in reading view too, in the pane that the modifier asks for, at the right words whatever the
// line ends; and the page preview over every note that a card names.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { open } from './support/editor.ts';
import { card, review, selected, walkFromPalette } from './support/pane.ts';
import { BASE, VAULTS } from './support/screens.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { until } from './support/waiting.ts';
import { MEETING, ROB } from './support/vault.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const LINES = [
  '---', 'type: meeting', 'date: 2025-11-03', 'participants: [Mara Voss, Rob Benoit]', '---', '', '# Yard', '', ...Array.from({ length: 60 }, (_, n) => `Line ${n}.\n`),
  'Bob Benoyt saw the heron.', '',
];
const person = (name: string): string => `---\ntype: people\ntitle: ${name}\n---\n\n# ${name}\n\nKnows herons.\n`;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const people = { 'People/Mara Voss.md': person('Mara Voss'), 'People/Rob Benoit.md': person('Rob Benoit') };
  stage = await openStage({
    yard: { files: { ...people, [NOTE]: LINES.join('\n') } },
    everyday: VAULTS.everyday,
    windows: { files: { ...people, [NOTE]: LINES.join('\n').replaceAll('\n', '\r\n') } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const heron = () => card(page, 'Is “Bob Benoyt” Rob Benoit?');
const tabs = (): Promise<string[]> => page.evaluate(() => window.app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.getDisplayText()));
const selection = (): Promise<string> => page.evaluate(() => window.app.workspace.activeEditor!.editor.getSelection());

describe('a card', () => {
  beforeEach(async () => {
    page = await stage.visit();
    await review(page, NOTE);
  });

  it('opens its note in reading view at the line, and leaves it in reading view', async () => {
    await open(page, NOTE);
    await palette(page, 'Toggle reading view');
    await page.locator('.markdown-reading-view').waitFor();
    await heron().getByRole('button', { name: 'Open 2025-11-03 - Yard' }).click();
    await page.locator('.is-flashing', { hasText: 'saw the heron' }).waitFor();
    expect(await page.locator('.is-flashing', { hasText: 'saw the heron' }).isVisible()).toBe(true);
  });

  it('opens its note in the tab there is, or with Ctrl in a new one', async () => {
    await open(page, 'People/Mara Voss.md');
    await heron().getByRole('button', { name: 'Open 2025-11-03 - Yard' }).click();
    await until('the note is there', async () => (await tabs()).join() === '2025-11-03 - Yard');
    await heron().getByRole('button', { name: 'Open 2025-11-03 - Yard' }).click({ modifiers: ['Control'] });
    await until('it is there twice', async () => (await tabs()).join() === '2025-11-03 - Yard,2025-11-03 - Yard');
    await until('the words are selected', async () => (await selection()) === 'Bob Benoyt');
  });

  it('opens its note in a new tab by Ctrl and Enter', async () => {
    await open(page, 'People/Mara Voss.md');
    await heron().locator('.namesake-line').click();
    await page.keyboard.press('Control+Enter');
    await until('both are there', async () => (await tabs()).join() === 'Mara Voss,2025-11-03 - Yard');
  });

  it('shows the page preview of each note that it names, while Ctrl is held', async () => {
    const preview = page.locator('.hover-popover');
    await page.locator('.namesake-where', { hasText: 'Yard' }).hover();
    expect(await preview.count()).toBe(0);
    await page.mouse.move(0, 0);
    await page.keyboard.down('Control');
    await page.locator('.namesake-where', { hasText: 'Yard' }).hover();
    await preview.waitFor();
    expect(await preview.textContent()).toContain('Line 0.');
    await page.mouse.move(0, 0);
    await until('it is gone', async () => (await preview.count()) === 0);
    await page.keyboard.up('Control');
  });
});

it('a card of a note with CRLF selects the words that it is about', async () => {
  page = await stage.visit({ vault: 'windows' });
  await review(page, NOTE);
  await heron().getByRole('button', { name: 'Open 2025-11-03 - Yard' }).click();
  await until('the words are selected', async () => (await selection()) === 'Bob Benoyt');
});

const inPane = (selector: string): Locator => page.locator(`.namesake-review ${selector}`).first();
const inView = (selector: string): Locator => page.locator(`.namesake-todos ${selector}`).first();

async function inBase(view: string): Promise<void> {
  await open(page, BASE);
  await page.locator('.bases-toolbar').getByRole('button', { name: view }).click();
}

async function ask(command: string, note: string): Promise<void> {
  await open(page, note);
  await palette(page, command);
}

/** Beside the note of a card, every kind of words that lead to a note, and how a user finds one. No preview can lie above a dialog. */
const KINDS: { kind: string; show: () => Promise<void>; link: () => Locator; isInDialog?: true }[] = [
  { kind: 'a note among the places of a card', show: () => walkFromPalette(page, 'Rob Banga'), link: () => selected(page).locator('.namesake-tick .namesake-where').first() },
  {
    kind: 'a note that an answer changes', link: () => selected(page).locator('button.namesake-diff-path').first(),
    show: async () => {
      await walkFromPalette(page, 'Rob Banga');
      if (!await selected(page).locator('button.namesake-diff-path').first().isVisible()) await page.keyboard.press('4');
    },
  },
  {
    kind: 'a note of which something is only known', link: () => inPane('.namesake-known-list .namesake-where'),
    show: async () => {
      await palette(page, 'Open the review queue');
      if (!await inPane('.namesake-known-list').isVisible()) await inPane('.namesake-known > button').click();
    },
  },
  { kind: 'an example of what was recognised', show: () => palette(page, 'Show what was recognised'), link: () => inPane('.namesake-recognition .namesake-link') },
  { kind: 'a task', show: () => palette(page, 'Open the tasks'), link: () => inView('.namesake-todo-text') },
  { kind: 'a person of a base', show: () => inBase('People'), link: () => page.locator('.bases-view .namesake-todo-text').first() },
  { kind: 'a task of a base', show: () => inBase('Tasks'), link: () => page.locator('.bases-view .namesake-todo-text').first() },
  { kind: 'a line of a briefing', isInDialog: true, show: () => ask('Before you meet', ROB), link: () => page.locator('.namesake-briefing-line', { hasText: 'Osterhavn' }).first() },
  { kind: 'a task of a note', isInDialog: true, show: () => ask('Extract tasks of this note', MEETING), link: () => page.locator('button.namesake-task').first() },
];

/** The notes of all tabs, and the one in front. */
const tabsNow = (): Promise<{ count: number; front: string | undefined }> => page.evaluate(() => {
  let count = 0;
  window.app.workspace.iterateRootLeaves(() => {
    count += 1;
  });
  return { count, front: window.app.workspace.getActiveFile()?.path };
});

it.each(KINDS)('$kind opens in the tab there is, with Ctrl in a new one, and shows its preview where one can be seen', async ({ show, link, isInDialog }) => {
  page = await stage.visit({ vault: 'everyday' });
  await open(page, 'Projects/Barrel Room Trial.md');
  await show();
  await link().waitFor();
  const path = await link().getAttribute('data-note-link');
  expect(path === null).toBe(isInDialog === true);
  if (path !== null) {
    await page.keyboard.down('Control');
    await page.mouse.move(0, 0);
    await link().hover();
    await page.locator('.hover-popover').waitFor();
    await page.mouse.move(0, 0);
    await until('the preview is gone', async () => (await page.locator('.hover-popover').count()) === 0);
    await page.keyboard.up('Control');
  }
  const first = await tabsNow();
  await link().click();
  if (path !== null) await until('it is open', async () => (await tabsNow()).front === path);
  expect((await tabsNow()).count).toBe(first.count);
  await show();
  await link().click({ modifiers: ['Control'] });
  await until('a new tab has it', async () => (await tabsNow()).count === first.count + 1);
  if (path !== null) await until('it is the note', async () => (await tabsNow()).front === path);
});

it('a note that waits in a base leads to its questions, and with Ctrl opens in a new tab', async () => {
  page = await stage.visit({ vault: 'everyday' });
  const row = (): Locator => page.locator('.bases-view .namesake-todo-text').first();
  await inBase('Review');
  const path = await row().getAttribute('data-note-link');
  const { count } = await tabsNow();
  await row().click({ modifiers: ['Control'] });
  await until('a new tab has it', async () => JSON.stringify(await tabsNow()) === JSON.stringify({ count: count + 1, front: path }));
  await inBase('Review');
  await row().click();
  await selected(page).waitFor();
});
