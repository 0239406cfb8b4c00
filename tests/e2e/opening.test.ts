// Opening a note from a card: in reading view too, in the pane that the modifier asks for, at the right words whatever the
// line ends; and the page preview over every note that a card names.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { open } from './support/editor.ts';
import { card, review } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { until } from './support/waiting.ts';

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
