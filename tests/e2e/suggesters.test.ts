// Other suggesters beside ours: the app's own behind `[[`, which comes first, and those of other plugins. Each keeps what
// is its own, whoever was loaded first, and the sign that ours answers is the user's choice.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA } from './support/vault.ts';
import { answered, ready, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-21 - Yard.md';
const TEXT = '---\ntype: meeting\ndate: 2025-11-21\n---\n\nSeen: \n\n- [ ] Sweep the yard \n';
const settingsOf = (settings: object): string => JSON.stringify({ version: 1, settings, firstBatchReviewed: true });

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    everyday: { from: 'everyday', files: { [NOTE]: TEXT } },
    links: { from: 'everyday', files: { [NOTE]: TEXT, [DATA]: settingsOf({ completeLinks: true }) } },
    named: { from: 'everyday', files: { [NOTE]: TEXT, '@Workbench.md': 'Where the lathe is.\n' } },
    signed: { from: 'everyday', files: { [NOTE]: TEXT, [DATA]: settingsOf({ peopleSign: ';;' }) } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

type Neighbour = Parameters<typeof window.host.addNeighbour>[0];

async function visit(vault: string, ...neighbours: Neighbour[]): Promise<void> {
  page = await stage.visit({ vault });
  await withNeighbours(...neighbours);
  await open(page, NOTE);
}

async function withNeighbours(...neighbours: Neighbour[]): Promise<void> {
  for (const name of neighbours) await page.evaluate((each) => window.host.addNeighbour(each), name);
}

/** The first row of the list that opens where this is typed. */
async function offeredFor(behind: string, typed: string): Promise<string> {
  await cursorBehind(page, behind);
  await page.keyboard.type(typed);
  const first = page.locator('.suggestion-container .suggestion-title').first();
  await first.waitFor();
  return await first.textContent() ?? '';
}

/** Whether the list that is open is the app's own, which stands behind ours. */
const isTheApps = (): Promise<boolean> => page.evaluate(() => {
  const { currentSuggest, suggests } = window.app.workspace.editorSuggest;
  return currentSuggest === suggests[1];
});

describe('the app’s own list behind [[', () => {
  it('is not missed for a note whose own name begins with the sign', async () => {
    await visit('named');
    expect(await offeredFor('Seen: ', '[[@workb')).toBe('@Workbench');
    await page.keyboard.press('Enter');
    await until('it is linked', async () => (await inEditor(page, NOTE))?.includes('Seen: [[@Workbench]]') ?? false);
  });

  it('gives way to ours behind [[@, and stays behind [[ alone', async () => {
    await visit('everyday');
    expect(await offeredFor('Seen: ', '[[@pold')).toBe('Polder Antennas');
    expect(await page.locator('.suggestion-container').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' and [[che');
    await answered(page);
    await page.locator('.suggestion-title', { hasText: 'Cheese Cave Pilot' }).waitFor();
    expect(await isTheApps()).toBe(true);
  });

  it('gives way to ours behind [[ where people are wanted first, but for headings', async () => {
    await visit('links');
    expect(await offeredFor('Seen: ', '[[ben')).toBe('Rob Benoit');
    await page.keyboard.press('Escape');
    await page.keyboard.type('#');
    await answered(page);
    await until('the app’s own list is asked', isTheApps);
  });

  it('is the first again when the plugin is switched off', async () => {
    await visit('everyday');
    const before = await page.evaluate(() => window.app.workspace.editorSuggest.suggests.length);
    await page.evaluate(() => window.host.disablePlugin());
    expect(await page.evaluate(() => window.app.workspace.editorSuggest.suggests.length)).toBe(before - 1);
    expect(await offeredFor('Seen: ', '[[Polder')).toBe('Polder Antennas');
  });
});

describe('other plugins', () => {
  it('that complete words and dates go on where ours has nothing to say', async () => {
    await visit('everyday', 'word-completion', 'task-dates');
    expect(await offeredFor('Seen: ', 'Swe')).toBe('word-completion: Sweep');
    await page.keyboard.press('Escape');
    expect(await offeredFor('Sweep the yard ', ' ')).toBe('task-dates: 📅 due date');
    await page.keyboard.press('Escape');
    await page.keyboard.type('@beno');
    await until('the owner is offered', async () => (await page.locator('.suggestion-title').allTextContents()).join() === 'Rob Benoit');
  });

  it('with the same sign keep it where ours is given another, and both work', async () => {
    await visit('signed', 'at-people');
    expect(await offeredFor('Seen: ', '@ro')).toMatch(/^at-people: /u);
    await page.keyboard.press('Escape');
    await page.keyboard.type(' ');
    await page.keyboard.type(';;benoi');
    await until('one name fits', async () => (await page.locator('.suggestion-title').allTextContents()).join() === 'Rob Benoit');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.app.workspace.activeEditor!.editor.getValue())).toContain('Seen: @ro [[Rob Benoit]]');
    await cursorBehind(page, 'Sweep the yard ');
    await page.keyboard.type(';;Zeno Quillfeather');
    await until('somebody new is offered', async () => (await page.locator('.suggestion-title').allTextContents()).join() === 'Leave “;;Zeno Quillfeather” as it is,New person “Zeno Quillfeather”');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('the note is made', () => page.evaluate(() => window.host.paths().includes('People/Zeno Quillfeather.md')));
    expect(await page.evaluate(() => window.host.readDisk('People/Zeno Quillfeather.md'))).toContain('# Zeno Quillfeather\n');
  });

  it('that came first and put theirs before all others give way to ours, and have their place again when it is off', async () => {
    page = await stage.visit({ vault: 'everyday' });
    await page.evaluate(() => window.host.disablePlugin());
    await withNeighbours('at-people-first', 'word-completion');
    const names = (): Promise<string[]> => page.evaluate(() => window.app.workspace.editorSuggest.suggests.map(({ suggestEl }) => suggestEl.className));
    const before = await names();
    expect(before[0]).toContain('mod-at-people-first');
    await page.evaluate(() => window.app.plugins.enableServed());
    await ready(page);
    await open(page, NOTE);
    expect(await offeredFor('Seen: ', '@beno')).toBe('Rob Benoit');
    expect((await names()).slice(1)).toEqual(before);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.app.plugins.disablePlugin('namesake'));
    expect(await names()).toEqual(before);
    await page.keyboard.type(' ');
    await page.keyboard.type('@rob b');
    const first = page.locator('.suggestion-title').first();
    await until('the other one offers people', async () => /^at-people-first: \[\[@Rob B/u.test((await first.textContent()) ?? ''));
  });
});
