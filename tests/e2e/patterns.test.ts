// A pattern of the user's own, from the settings to the note and back, and words of their own, through the screen alone.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open } from './support/editor.ts';
import { changed, count, review, selected, takenBack } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, disk } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const DOCK = 'Notes/Dock.md';
const TEXT = 'Dock trial {{id:12}} at nine.\n\nIds look like `{{id:13}}`.\n';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ small: { files: { [DOCK]: TEXT, 'Notes/Kiln.md': 'The kiln is cold.\n' } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

interface Stored {
  patterns: { name: string; find: string; replace: string; enabled: boolean; automatic: boolean }[];
  words: Record<string, string[]>;
}

const settings = () => page.locator('.modal', { has: page.locator('.setting-page-back') });
const form = () => page.locator('.namesake-pattern');
const field = (name: string) => form().getByRole('textbox', { name: new RegExp(`^${name}`) });
const save = () => form().getByRole('button', { name: 'Save' });
const row = (name: string) => settings().locator('.setting-item', { hasText: name }).first();

async function stored(): Promise<Stored> {
  return { ...{ patterns: [], words: {} }, ...(JSON.parse(await disk(page, DATA)) as { settings: Partial<Stored> }).settings };
}

async function openSettings(name: string): Promise<void> {
  await page.evaluate(() => window.app.setting.open());
  await page.locator('.setting-item.mod-page', { has: page.locator('.setting-item-name', { hasText: name }) }).first().click();
  await page.locator('.setting-page-back', { hasText: name }).waitFor();
}

async function add(name: string, find: string, replace: string): Promise<void> {
  await settings().getByRole('button', { name: 'Add a pattern' }).click();
  await field('Name').fill(name);
  await field('Find').fill(find);
  await field('Replace with').fill(replace);
}

describe('a pattern', () => {
  it('is written with its effect in sight, found, accepted and taken back', async () => {
    await open(page, DOCK);
    await openSettings('Your patterns');
    await settings().getByText('You have no pattern yet.').waitFor();
    await add('Ids', ' \\{\\{id:(\\d+\\}\\}', '');
    await form().getByText('Find, character 9: unclosed group').waitFor();
    expect(await save().isDisabled()).toBe(true);

    await field('Find').fill(' \\{\\{id:(\\d+)\\}\\}');
    await field('Replace with').fill(' (no. $1)');
    await form().locator('.namesake-diff ins', { hasText: '(no. 12)' }).waitFor();
    expect(await form().locator('.namesake-diff-line').count()).toBe(1);
    expect((await stored()).patterns).toEqual([]);
    await save().click();
    await until('it is saved', async () => (await stored()).patterns.length === 1);
    await row('Ids').waitFor();
    await page.keyboard.press('Escape');

    await until('it is found', async () => (await count(page)) === 1);
    await review(page, DOCK);
    expect(await selected(page).textContent()).toContain('Your pattern “Ids” finds');
    await page.keyboard.press('a');
    await changed(page, 1);
    await settled(page);
    expect(await disk(page, DOCK)).toBe('Dock trial (no. 12) at nine.\n\nIds look like `{{id:13}}`.\n');
    await page.keyboard.press('u');
    await takenBack(page, 1);
    await settled(page);
    expect(await disk(page, DOCK)).toBe(TEXT);
  });

  it('is edited, switched off and removed', async () => {
    await openSettings('Your patterns');
    await add('House words', 'w/o', 'without');
    await form().getByText('Open a note to try the pattern on it.').waitFor();
    await save().click();
    await row('w/o becomes without.').waitFor();
    await row('House words').getByRole('button', { name: 'Edit' }).click();
    await field('Find').fill('\\bw/o\\b');
    await form().getByText('Without asking').click();
    await save().click();
    await row('Without asking, where it is certain.').waitFor();
    await row('House words').getByRole('switch').click();
    await until('it is off', async () => (await stored()).patterns[0]?.enabled === false);
    expect((await stored()).patterns[0]).toMatchObject({ name: 'House words', find: '\\bw/o\\b', replace: 'without', automatic: true });
    await row('House words').getByRole('button', { name: 'Delete' }).click();
    await until('it is gone', async () => (await stored()).patterns.length === 0);
    await page.keyboard.press('Escape');
  });
});

describe('the words of a vault', () => {
  it('are kept, and mean what the usual words mean', async () => {
    await openSettings('Your own words');
    await settings().getByRole('textbox', { name: 'Who took part' }).fill('crew, on deck');
    await until('they are saved', async () => (await stored()).words['participants']?.length === 2);
    expect((await stored()).words).toEqual({ participants: ['crew', 'on deck'] });
    await page.keyboard.press('Escape');
  });
});
