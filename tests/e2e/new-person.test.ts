// A new person: an unknown name becomes a person note, from a template if there is one, and a link to it. One undo takes
// back both, also after a restart.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { changed, chooseNewPerson, here, selected, strip, takenBack } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, MEETING, ROB, syncs, wholeVault } from './support/vault.ts';
import { reload, settled, until } from './support/waiting.ts';

const DAY = 'Daily/2025-10-30.md';
const NEW = 'People/Rob Banga.md';
const OWN = 'Contacts/New/Rob Banga.md';
const TEMPLATE = ['---', 'type: people', 'title: "{{title}}"', 'met: {{source}}', 'mood: {{mood}}', '---', '', '# {{name}}', '', 'First named on {{date}}.', ''].join('\n');

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const files = { 'Templates/Contact.md': TEMPLATE, 'Templates/Live.md': '---\ntype: people\n---\n\n<% tp.file.title %>\n' };
  const settings = { personTemplate: 'Templates/Contact.md', newPeopleFolder: 'Contacts/New' };
  stage = await openStage({
    everyday: { from: 'everyday', files },
    own: { from: 'everyday', files: { ...files, [DATA]: JSON.stringify({ version: 1, settings, firstBatchReviewed: true }) } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const has = (path: string): Promise<boolean> => page.evaluate((wanted) => window.host.paths().includes(wanted), path);

/** Chooses it and waits until it is done. */
async function makeNew(): Promise<void> {
  await chooseNewPerson(page);
  await page.keyboard.press('a');
  await changed(page, 4);
  await settled(page);
}

describe('a new person', () => {
  it('is previewed, gets a filled note, and is undone by one key', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await chooseNewPerson(page);
    expect(await selected(page).locator('.namesake-diff ins').allTextContents()).toContainEqual(expect.stringContaining('auto_created: true'));
    expect(await wholeVault(page)).toEqual(before);
    await page.keyboard.press('a');
    await changed(page, 4);
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([DAY, MEETING, NEW, ROB]);
    for (const path of [DAY, MEETING, ROB]) expect(after[path]).toContain('[[Rob Banga]]');
    const made = await disk(page, NEW);
    const head = ['---', 'type: people', 'title: Rob Banga', 'created: 2025-10-30', 'last_contact:', 'auto_created: true', 'source: "[[2025-10-30]]"', 'tags:', '- type/people', '- needs-review', '---', '', '# Rob Banga', ''];
    expect(made.startsWith(head.join('\n'))).toBe(true);
    await until('nobody asks any more', async () => !(await here(page)).includes('Rob Banga'));
    await page.keyboard.press('u');
    await takenBack(page, 4);
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('can be undone after a reload, too', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await makeNew();
    await reload(page);
    expect(await has(NEW)).toBe(true);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 4 notes.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('stays, with a message, if somebody has written into the note', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await makeNew();
    const edited = `${await disk(page, NEW)}\nWears a green hat.\n`;
    await syncs(page, NEW, edited);
    await settled(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'has been edited since it was made').waitFor();
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([NEW]);
    expect(await disk(page, NEW)).toBe(edited);
  });

  it('is made from the user’s template in the user’s folder, and unfilled slots are reported', async () => {
    page = await stage.visit({ vault: 'own' });
    await makeNew();
    const filled = ['---', 'type: people', 'title: "Rob Banga"', 'met: "[[2025-10-30]]"', 'mood:', 'auto_created: true', 'tags:', '  - needs-review', '---', '', '# Rob Banga', '', 'First named on 2025-10-30.', ''];
    expect(await disk(page, OWN)).toBe(filled.join('\n'));
    await strip(page, 'stay empty: {{mood}}.').waitFor();
    await open(page, OWN);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 4 notes.').waitFor();
    await until('it is gone', async () => !(await has(OWN)));
  });
});

describe('“Who is this?”', () => {
  it('offers a new person if nobody fits', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await open(page, DAY);
    await cursorBehind(page, 'a Ben Ware');
    for (let letter = 0; letter < 'Ben Ware'.length; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
    await palette(page, 'Who is this?');
    await page.locator('.namesake-whois').getByRole('button', { name: 'New person', exact: true }).click();
    await notice(page, 'Changed 2 notes.').waitFor();
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([DAY, 'People/Ben Ware.md']);
    expect(await inEditor(page, DAY)).toContain('and a [[Ben Ware]].');
    await notice(page, 'Changed 2 notes.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 2 notes.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });
});

describe('the settings', () => {
  const field = (name: string) => page.locator('.modal').getByRole('textbox', { name, exact: true });
  const stored = async () => ((await page.evaluate((path) => window.host.paths().includes(path), DATA)) ? (JSON.parse(await disk(page, DATA)) as { settings: Record<string, string> }).settings : {});

  it('report a wrong template and a wrong folder, and save neither', async () => {
    page = await stage.visit();
    await page.evaluate(() => window.app.setting.open());
    for (const [path, trouble] of [['Templates/Nobody.md', 'there is no such note'], ['Templates/Live.md', 'a command of Templater'], ['Templates/Meeting.md', 'no person note']] as const) {
      await field('Template for a person').fill(path);
      await page.locator('.modal').getByText(trouble).waitFor();
    }
    await field('Folder for new people').fill('../elsewhere');
    await page.locator('.modal').getByText('A folder is a path inside the vault').waitFor();
    await field('Folder for new people').fill('Contacts');
    await field('Template for a person').fill('Templates/Contact');
    await until('both are saved', async () => (await stored())['personTemplate'] === 'Templates/Contact' && (await stored())['newPeopleFolder'] === 'Contacts');
    await field('Template for a person').blur(); // The rows are redrawn once nobody types in them.
    await page.locator('.modal').getByText('stay empty: {{mood}}.').waitFor();
  });
});
