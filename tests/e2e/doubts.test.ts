// What is asked about is underlined in the text of the open note; its question opens there, by mouse, by keyboard and by menu, and
// is answered there.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, offered, palette } from './support/app.ts';
import { faults } from './support/axe.ts';
import { cursor, cursorBehind, inEditor, open } from './support/editor.ts';
import { here } from './support/pane.ts';
import { leave, LOOKS, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, ROB, syncs, wholeVault } from './support/vault.ts';
import { atRest, AUTOSAVE, settled, stopTime, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-22 - Yard.md';
const PART = 'Paint <b>the</b> <img src=x onerror=alert(1)> roof (Rob Benoit)';
const TEXT = [
  '---', 'type: meeting', 'date: 2025-11-22', 'participants:', '  - Mara Voss', '  - Rob Benoit', 'due: 03/04/2025', '---', '',
  'Rob Banga came by.', '', 'Then Rob Banga went.', '', '## Action items', '', `- ${PART}`, '',
].join('\r\n');
const files = { [NOTE]: TEXT };
const settingsOf = (settings: object): string => JSON.stringify({ version: 1, settings, firstBatchReviewed: true });

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    everyday: { from: 'everyday', files },
    source: { from: 'everyday', files: { ...files, '.obsidian/app.json': '{"livePreview": false}' } },
    off: { from: 'everyday', files: { ...files, [DATA]: settingsOf({ underlineQuestions: false }) } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const underlined = (): Locator => page.locator('.namesake-doubt');
const names = (): Locator => underlined().filter({ hasText: /^Rob Banga$/u });
const card = (): Locator => page.locator('.namesake-doubt-card');
const button = (words: string | RegExp): Locator => card().getByRole('button', { name: words });
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

async function openNote(): Promise<void> {
  await open(page, NOTE);
  await names().first().waitFor();
}

/** Closes the pane, so that nothing but a notice can say what was done. */
const closePane = (): Promise<void> => page.evaluate(() => window.app.workspace.getLeavesOfType('namesake-review').forEach((leaf) => leaf.detach()));

describe('the underlines', () => {
  it('stand under names and tasks in doubt wherever they are, in Live Preview too', async () => {
    page = await stage.visit();
    await openNote();
    expect(await underlined().allTextContents()).toEqual(['Rob Banga', 'Rob Banga', PART]);
  });

  it('stand under properties, too, where these are text', async () => {
    page = await stage.visit({ vault: 'source' });
    await openNote();
    expect(await underlined().allTextContents()).toEqual(['03/04/2025', 'Rob Banga', 'Rob Banga', PART]);
  });

  it('are a setting', async () => {
    page = await stage.visit({ vault: 'off' });
    await open(page, NOTE);
    await atRest(page);
    expect(await underlined().count()).toBe(0);
    await page.evaluate(() => {
      window.app.setting.open();
      window.app.setting.openTabById('namesake');
    });
    await page.locator('.setting-item', { hasText: 'Underline what is asked about' }).locator('.checkbox-container').click();
    await names().first().waitFor();
  });

  it('move with the words while somebody types, before anything is saved', async () => {
    page = await stage.visit({ clock: true });
    await openNote();
    await stopTime(page);
    await cursorBehind(page, 'Rob Banga came by.');
    await page.keyboard.press('Home');
    await page.keyboard.type('Today ');
    expect(await underlined().allTextContents()).toEqual(['Rob Banga', 'Rob Banga', PART]);
    expect(await disk(page, NOTE)).not.toContain('Today');
    await page.clock.runFor(AUTOSAVE);
    await page.clock.resume();
    await atRest(page);
    expect(await disk(page, NOTE)).toContain('Today Rob Banga');
    expect(await underlined().allTextContents()).toEqual(['Rob Banga', 'Rob Banga', PART]);
  });

  it('go with their words, and are back when undo brings the words back', async () => {
    page = await stage.visit();
    await openNote();
    await cursorBehind(page, 'Rob Banga came by.');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Delete');
    expect(await names().count()).toBe(1);
    await page.keyboard.press('Control+z');
    await until('both names are underlined', async () => (await names().count()) === 2);
  });

  it('follow what another device writes', async () => {
    page = await stage.visit();
    await openNote();
    await syncs(page, NOTE, TEXT.replace('Rob Banga came by', 'Rob Benoit came by').replace('went', 'went home'));
    await until('one name is underlined', async () => (await names().count()) === 1);
    expect(await inEditor(page, NOTE)).toContain('went home');
  });

  it('are gone when the plugin is', async () => {
    page = await stage.visit();
    await openNote();
    await names().first().hover();
    await card().waitFor();
    await page.evaluate(() => window.host.disablePlugin());
    expect(await underlined().count() + await card().count()).toBe(0);
    await cursorBehind(page, 'Rob Ban');
    await page.keyboard.press('Control+.');
    expect(await card().count()).toBe(0);
  });
});

describe('the question in place', () => {
  it('says why, and is answered in this note alone; undo brings all of it back', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await openNote();
    await closePane();
    await names().first().hover();
    await card().waitFor();
    expect(await card().locator('.namesake-ask').textContent()).toBe('Is “Rob Banga” Rob Benoit?');
    expect(await card().locator('.namesake-why').textContent()).toMatch(/Took part\./u);
    await button('Yes, Rob Benoit').click();
    await notice(page, '“Rob Banga” is Rob Benoit').waitFor();
    expect(await inEditor(page, NOTE)).toContain('[[Rob Benoit|Rob Banga]] came by');
    await until('nothing is asked about the name here', async () => (await names().count()) === 0);
    expect(await card().count()).toBe(0);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([NOTE, ROB].sort());
    await notice(page, '“Rob Banga” is Rob Benoit').getByRole('button', { name: 'Undo' }).click();
    await until('the name is asked about again', async () => (await names().count()) === 2);
    await atRest(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('is answered by keyboard alone, and Escape leads back to the text', async () => {
    page = await stage.visit();
    await openNote();
    await cursorBehind(page, 'Rob Ban');
    const at = await cursor(page);
    await page.keyboard.press('Control+.');
    await card().waitFor();
    expect(await focused()).toBe('Yes, Rob Benoit');
    await page.keyboard.press('Escape');
    expect(await card().count()).toBe(0);
    await page.keyboard.type('x');
    expect(await cursor(page)).toMatchObject({ line: at.line, ch: at.ch + 1 });
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+.');
    await card().waitFor();
    while ((await focused()) !== 'No') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the name is asked about no more', async () => (await names().count()) === 0);
    expect(await inEditor(page, NOTE)).not.toContain('[[Rob Benoit');
  });

  it('is offered by palette and menu where the cursor is in an underline, and nowhere else', async () => {
    page = await stage.visit();
    await openNote();
    await cursorBehind(page, 'Rob Banga came b');
    expect(await offered(page)).not.toContain('Answer the question here');
    await page.keyboard.press('Control+.');
    expect(await card().count()).toBe(0);
    await cursorBehind(page, 'Rob Ban');
    await palette(page, 'Answer the question here');
    await card().waitFor();
    expect(await focused()).toBe('Yes, Rob Benoit');
    await page.keyboard.press('Escape');
    await names().first().click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Answer the question here' }).click();
    await card().waitFor();
  });

  it('makes somebody new only after it has shown the note', async () => {
    page = await stage.visit();
    await openNote();
    await cursorBehind(page, 'Rob Ban');
    await page.keyboard.press('Control+.');
    await button(/^New person/u).click();
    await card().locator('.namesake-diff', { hasText: 'auto_created' }).waitFor();
    expect(await inEditor(page, NOTE)).not.toContain('[[');
    await button('Make the note').click();
    await until('the name leads to the new note', async () => (await inEditor(page, NOTE))?.includes('[[Rob Banga]] came by') === true);
  });

  it('is answered with somebody else in this note alone', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await openNote();
    await cursorBehind(page, 'Rob Ban');
    await page.keyboard.press('Control+.');
    await button('Other…').click();
    await page.locator('.prompt input').fill('Soren');
    await page.locator('.suggestion-item', { hasText: 'Søren' }).click();
    await until('it is linked', async () => (await inEditor(page, NOTE))?.includes('|Rob Banga]]') ?? false);
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after).filter((path) => after[path]?.includes('|Rob Banga]]'))).toEqual([NOTE]);
  });

  it('is put aside for now, or shown in the queue with its other places', async () => {
    page = await stage.visit();
    await openNote();
    await cursorBehind(page, 'Rob Ban');
    await page.keyboard.press('Control+.');
    await button(/more in the queue$/u).click();
    await until('the queue asks it', async () => (await here(page)).includes('Rob Banga'));
    await openNote();
    await cursorBehind(page, 'Rob Ban');
    await page.keyboard.press('Control+.');
    await button('Skip').click();
    await until('it is underlined no more', async () => (await names().count()) === 0);
  });

  it('shows words of the note as words', async () => {
    page = await stage.visit();
    await openNote();
    await underlined().filter({ hasText: 'Paint' }).hover();
    await card().waitFor();
    await card().locator('.namesake-result', { hasText: '<b>the</b>' }).waitFor();
    expect(await card().locator('b, img').count()).toBe(0);
  });

  it.each(LOOKS)('has no fault that axe knows, in $look, and is whole in view', async ({ visit }) => {
    page = await stage.visit(visit);
    await openNote();
    await cursorBehind(page, 'Rob Ban');
    await page.keyboard.press('Control+.');
    await card().waitFor();
    expect(await faults(page, '.namesake-doubt-card')).toEqual([]);
    const box = await card().boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= (visit.width ?? 1280)).toBe(true);
  });
});
