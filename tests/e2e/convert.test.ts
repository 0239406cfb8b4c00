// Converting tasks: a preview with a count, the format of the settings, and one undo for all of it.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { open } from './support/editor.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, wholeVault } from './support/vault.ts';
import { settled } from './support/waiting.ts';

const CALLS = 'Inbox/Calls.md';
const YARD = 'Projects/Yard.md';
const TASK = '- [ ] Ring back 📅 2025-11-15\n';
const FILES = { [CALLS]: `${TASK}- [ ] b ⏫\n`, [YARD]: TASK, 'Inbox/Words.md': 'No task.\n' };

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const dataview = JSON.stringify({ version: 1, settings: { taskFormat: 'dataview' } });
  stage = await openStage({ dataview: { files: { ...FILES, [DATA]: dataview } } });
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

const look = () => page.locator('.namesake-look');
const apply = () => page.locator('.modal').getByRole('button', { name: 'Apply', exact: true }).click();

describe('the tasks of the vault', () => {
  it('are converted to the format of the settings, and one undo takes all of it back', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await palette(page, 'Convert tasks…', 'The whole vault');
    await look().getByText('Convert 3 tasks in 2 notes?').waitFor();
    expect(await look().locator('.namesake-sample-path').allTextContents()).toEqual([CALLS, YARD]);
    expect(await wholeVault(page)).toEqual(before);
    await apply();
    await notice(page, 'Changed 2 notes.').waitFor();
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([CALLS, YARD]);
    expect(await disk(page, CALLS)).toBe('- [ ] Ring back  [due:: 2025-11-15]\n- [ ] b  [priority:: high]\n');
    await notice(page, 'Changed 2 notes.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 2 notes.').waitFor();
    expect(await wholeVault(page)).toEqual(before);
  });
});

describe('the tasks of one note', () => {
  it('are converted alone', async () => {
    page = await stage.visit();
    await open(page, YARD);
    await palette(page, 'Convert tasks…', 'This note');
    await look().getByText('Convert 1 task in 1 note?').waitFor();
    await apply();
    await notice(page, 'Changed 1 note.').waitFor();
    await settled(page);
    expect(await disk(page, CALLS)).toBe(FILES[CALLS]);
  });
});
