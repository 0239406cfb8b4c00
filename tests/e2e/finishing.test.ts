// What leads to the end of the queue: narrowing and sorting it, and leaving the rest.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faults, tooltipsOverMany } from './support/axe.ts';
import { cursorBehind, open } from './support/editor.ts';
import { changed, count, focusedLine, here, openQueue, pane, selected, strip } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, disk, ROB, SWITCHED_ON } from './support/vault.ts';
import { atRest, comeToRest, reload, settled, until } from './support/waiting.ts';

const NAMES = ['Ines Duarte', 'Mara Voss', 'Rob Benoit'];
const of = (name: string): string => `People/${name}.md`;
const people = Object.fromEntries(NAMES.map((name) => [of(name), `---\ntype: person\n---\n\nMet at the yard.\n`]));

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const typed = { version: 1, settings: { schemas: { person: { required: ['status'] } } } };
  stage = await openStage({
    queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } },
    habit: { files: { ...people, [DATA]: JSON.stringify({ version: 1, settings: { automatic: true, schemas: { person: { required: ['title'] } } }, firstBatchReviewed: true }) } },
    typed: { files: { ...people, [DATA]: JSON.stringify(typed) } },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

const press = (key: string) => page.keyboard.press(key);
const lines = async (): Promise<number> => pane(page).locator('.namesake-line').count();
const fromMenu = (title: string | RegExp) => page.locator('.menu-item', { hasText: title }).click();
/** Types into the open list and takes its first line once that is the one wanted. */
const suggest = async (typed: string, first: string): Promise<void> => {
  await page.keyboard.type(typed);
  await until(`${first} is first`, async () => (await page.locator('.suggestion-item.is-selected').innerText()).startsWith(first));
  await press('Enter');
};
const chips = () => pane(page).locator('.namesake-set');

describe('the filters', () => {
  it('open by a key, narrow to a person and a folder, and are taken away by their chips', async () => {
    await openQueue(page);
    const all = await lines();
    await press('f');
    await fromMenu('By person…');
    await suggest('rob bannerman', 'Rob Bannerman');
    await until('fewer are listed', async () => (await chips().count()) === 1 && (await lines()) < all);
    expect(await chips().innerText()).toBe('Rob Bannerman');
    expect(await focusedLine(page).count()).toBe(1);
    await press('f');
    await fromMenu('By folder…');
    await suggest('People', 'People');
    await until('both are set', async () => (await chips().count()) === 2);
    expect(await faults(page, '.namesake-review')).toEqual([]);
    expect(await tooltipsOverMany(page, '.namesake-head')).toEqual([]);
    for (const note of await pane(page).locator('.is-selected .namesake-where').allTextContents()) expect(note).not.toMatch(/^\d{4}-/u);
    for (const left of [1, 0]) {
      await chips().first().click();
      await until('it is taken away', async () => (await chips().count()) === left);
    }
    expect(await lines()).toBe(all);
  });

  it('take a key that is pressed before their people are read', async () => {
    await openQueue(page);
    const asked = await count(page);
    await press('f');
    await page.locator('.menu-item', { hasText: 'By person…' }).evaluate((item: HTMLElement) => {
      item.click();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    });
    await page.locator('.prompt .suggestion-item').first().waitFor();
    await press('Escape');
    await atRest(page);
    expect(await count(page)).toBe(asked);
  });

  it('sort the list note by note', async () => {
    await openQueue(page);
    await pane(page).getByRole('button', { name: 'Filter' }).click();
    await fromMenu('By note');
    await until('it is set', async () => (await chips().count()) === 1);
    expect(await here(page)).not.toBe('');
    await pane(page).getByRole('button', { name: 'Filter' }).click();
    expect(await page.locator('.menu-item.mod-checked').innerText()).toBe('By note');
    await fromMenu('Largest first');
    await until('nothing is set', async () => (await chips().count()) === 0);
  });
});

describe('the rest', () => {
  it('is left until its notes are opened, after a reload too, and undo brings it back', async () => {
    await openQueue(page);
    await press('x');
    await until('one is decided', async () => (await pane(page).locator('.namesake-count').innerText()).startsWith('1 of'));
    await atRest(page);
    const n = await count(page);
    await pane(page).getByRole('button', { name: `Leave the other ${n} until their notes are opened` }).click();
    await until('nothing is asked', async () => (await lines()) === 0);
    expect(await pane(page).innerText()).toContain('Done: 1 question');
    await press('u');
    await until('all is back', async () => (await count(page)) === n);
    await pane(page).getByRole('button', { name: /^Leave the other/u }).click();
    await strip(page, 'Left until its note is opened').waitFor();
    await reload(page);
    await open(page, ROB);
    await until('its questions are back', async () => (await count(page)) > 0);
    expect(await count(page)).toBeLessThan(n);
    await openQueue(page);
    await until('they are of this note', async () => (await pane(page).locator('.namesake-heading').first().innerText()).startsWith('This note'));
    expect(await pane(page).locator('.namesake-heading').count()).toBe(1);
  });
});

describe('what needs typing', () => {
  it('stands in a section of its own, and the card writes what is typed in its field where it is ticked', async () => {
    await page.context().close();
    page = await stage.visit({ vault: 'typed' });
    await openQueue(page);
    expect(await pane(page).locator('.namesake-heading').allTextContents()).toEqual(['Needs your typing 1']);
    await selected(page).getByRole('checkbox').first().uncheck();
    await press('a');
    await page.keyboard.type('away: till May');
    await press('Enter');
    await changed(page, 2);
    await settled(page);
    const [first, ...others] = await Promise.all(NAMES.map((name) => disk(page, of(name))));
    expect(first).not.toContain('status');
    for (const text of others) expect(text).toContain('status: "away: till May"\n');
  });
});

describe('a habit', () => {
  /** Types in the note of somebody new, who has no title. */
  async function writeAbout(name: string): Promise<void> {
    await page.evaluate(([path, text]) => window.app.vault.create(path, text), [of(name), people[of('Mara Voss')] ?? ''] as const);
    await open(page, of(name));
    await cursorBehind(page, 'the yard');
    await page.keyboard.type(' again');
    await comeToRest(page);
    await atRest(page);
    expect(await disk(page, of(name))).toContain('again');
  }
  const titled = async (name: string): Promise<boolean> => (await disk(page, of(name))).includes(`title: ${name}`);
  const learned = () => page.locator('.setting-item', { hasText: 'Done by itself when a note is saved.' });

  it('is offered after a whole group, then done by itself in saved notes, undone, and taken back in the settings', async () => {
    await page.context().close();
    page = await stage.visit({ vault: 'habit', clock: true });
    await openQueue(page);
    await press('a');
    await changed(page, 3);
    const offer = pane(page).locator('.namesake-first');
    await offer.waitFor();
    expect(await offer.innerText()).toContain('You said yes to 3 of 3 of this sort.');
    await offer.getByRole('button', { name: 'Do it by itself' }).click();
    await strip(page, 'By itself from now on').waitFor();
    await writeAbout('Petra Novak');
    expect(await titled('Petra Novak')).toBe(true);
    await pane(page).locator('.namesake-strip-now').getByRole('button', { name: 'Undo' }).click();
    await until('the title is gone', async () => !(await titled('Petra Novak')));
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item.mod-page', { hasText: 'Decisions' }).click();
    await learned().getByRole('button', { name: 'Take back' }).click();
    await learned().waitFor({ state: 'detached' });
    await press('Escape');
    await writeAbout('Jonas Vale');
    expect(await titled('Jonas Vale')).toBe(false);
  });
});
