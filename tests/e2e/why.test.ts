// “Why is this here?” on a line that a meeting taught: what was found, by which rule, in which meeting; and both ways back.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { faults } from './support/axe.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, MEETING, ROB, wholeVault } from './support/vault.ts';
import { atRest, settled, until } from './support/waiting.ts';

const TAUGHT = 'Rob Benoit can spare two fitters from the first Monday in November.';

let stage: Stage;
let page: Page;
let before: Record<string, string>;

beforeAll(async () => {
  stage = await openStage({ everyday: { from: 'everyday', files: { [DATA]: '{"version":1,"settings":{},"firstBatchReviewed":true}' } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
  before = await wholeVault(page);
  await open(page, MEETING);
  await palette(page, 'Enrich from this meeting');
  await notice(page, /^Changed \d notes/u).waitFor();
  await atRest(page);
  await open(page, ROB);
});
afterEach(() => leave(page, stage));

const modal = (): Locator => page.locator('.namesake-why-modal');
const button = (name: string | RegExp): Locator => modal().getByRole('button', { name });

async function ask(words: string): Promise<void> {
  await cursorBehind(page, words);
  await palette(page, 'Why is this here?');
}

it('names the finding, the rule, the batch and the meeting, which it opens', async () => {
  await ask(TAUGHT);
  await modal().waitFor();
  const words = await modal().textContent();
  expect(words).toContain('“2025-10-30 - Osterhavn, a gateway for cave five” says something about Rob Benoit.');
  expect(words).toContain('The rule behind it: Adds ');
  expect(words).toMatch(/Written by “Enrich from 2025-10-30 - Osterhavn, a gateway for cave five”/u);
  expect(await faults(page, '.modal')).toEqual([]);
  await button(/^Open 2025-10-30/u).click();
  await until('the meeting is open', () => page.evaluate((path) => window.app.workspace.getActiveFile()?.path === path, MEETING));
});

it('undoes what was changed in this note, byte for byte, and nothing elsewhere', async () => {
  const changed = changedBetween(before, await wholeVault(page));
  expect(changed.length).toBeGreaterThan(1);
  await ask(TAUGHT);
  await button('Undo what it changed in this note').click();
  await notice(page, 'Restored 1 note.').waitFor();
  await atRest(page);
  expect(changedBetween(before, await wholeVault(page))).toEqual(changed.filter((path) => path !== ROB));
});

it('takes the line out for good after the note was edited since: the meeting does not write it again', async () => {
  await cursorBehind(page, TAUGHT);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Mine.');
  await ask(TAUGHT);
  await modal().waitFor();
  expect(await button(/^Undo/u).count()).toBe(0);
  await button('Take the line out for good').click();
  await notice(page, 'The line is out').waitFor();
  await settled(page);
  await atRest(page);
  expect(await inEditor(page, ROB)).not.toContain(TAUGHT);
  expect(await inEditor(page, ROB)).toContain('Mine.');
  await open(page, MEETING);
  await palette(page, 'Enrich from this meeting');
  await notice(page, /^Nothing/u).waitFor();
  await atRest(page);
  await open(page, ROB);
  expect(await inEditor(page, ROB)).not.toContain(TAUGHT);
});

it('says that it does not know of a line that the user wrote', async () => {
  await cursorBehind(page, '## Key Facts');
  await palette(page, 'Why is this here?');
  await notice(page, 'Namesake did not write this line').waitFor();
  expect(await modal().count()).toBe(0);
});

it('is in the menu of such a line alone', async () => {
  const item = page.locator('.menu-item', { hasText: 'Why is this here?' });
  await cursorBehind(page, TAUGHT);
  await page.locator('.cm-line', { hasText: TAUGHT }).click({ button: 'right' });
  await item.click();
  await modal().waitFor();
  await page.keyboard.press('Escape');
  await cursorBehind(page, '## Key Facts');
  await page.locator('.cm-line', { hasText: 'Key Facts' }).click({ button: 'right' });
  await page.locator('.menu').waitFor();
  expect(await item.count()).toBe(0);
});
