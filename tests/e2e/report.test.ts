// The report and the base: written on request, undone like every write, never over a note of the user.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, notices, palette } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, ROB, wholeVault } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const REPORT = 'Vault report.md';
const ELSEWHERE = 'Notes/Health.md';
const BASE = 'People and meetings.base';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const settings = { reportPath: ELSEWHERE, peopleFolders: ['People', 'Kontakte'] };
  stage = await openStage({
    everyday: { from: 'everyday' },
    own: { from: 'everyday', files: { [ELSEWHERE]: 'My own words.\n', [DATA]: JSON.stringify({ version: 1, settings }) } },
  });
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

const has = (path: string): Promise<boolean> => page.evaluate((wanted) => window.host.paths().includes(wanted), path);

describe('the report', () => {
  it('is made, opened, updated as notes change, and undone', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await palette(page, 'Write a report of this vault');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([REPORT]);
    const text = await disk(page, REPORT);
    expect(text).toMatch(/^---\ntype: namesake-report\nnamesake: off\n---\n\n# Vault report\n/u);
    expect(text).toContain('\n## By rule\n');
    expect(text).toContain('\n### [[Rob Benoit]]\n');
    await until('it is open', () => page.evaluate((path) => window.app.workspace.getActiveFile()?.path === path, REPORT));

    await open(page, ROB);
    await palette(page, 'Write a report of this vault');
    await until('it is open again', () => page.evaluate((path) => window.app.workspace.getActiveFile()?.path === path, REPORT));
    expect(await disk(page, REPORT)).toBe(text);

    await palette(page, 'Undo the last batch');
    await until('it is gone', async () => !(await has(REPORT)));
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('does not overwrite a note of the user with the same name, and says so', async () => {
    page = await stage.visit({ vault: 'own' });
    await palette(page, 'Write a report of this vault');
    await until('it says why', async () => (await notices(page)).some((words) => words.includes("is not a report of Namesake's and is left alone")));
    expect(await disk(page, ELSEWHERE)).toBe('My own words.\n');
    expect(await has(REPORT)).toBe(false);
  });
});

describe('the base', () => {
  it('names the folders of the settings, is made once, and is undone', async () => {
    page = await stage.visit({ vault: 'own' });
    const before = await wholeVault(page);
    await palette(page, 'Make a base of people and meetings');
    await until('it is there', () => has(BASE));
    const text = await disk(page, BASE);
    expect(text).toContain(`- 'file.inFolder("Kontakte")'`);
    await palette(page, 'Make a base of people and meetings');
    await until('it says that one is there', async () => (await notices(page)).some((words) => words.includes(BASE)));
    expect(await disk(page, BASE)).toBe(text);
    expect(changedBetween(before, await wholeVault(page))).toEqual([BASE]);
    await palette(page, 'Undo the last batch');
    await until('it is gone', async () => !(await has(BASE)));
  });
});

it.each([
  ['report', 'Write a report of this vault', REPORT],
  ['base', 'Make a base of people and meetings', BASE],
])('the %s opens in one tab of its own, and the note that somebody types in keeps its tab', async (_, command, path) => {
  page = await stage.visit();
  await open(page, ROB);
  await cursorBehind(page, '# Rob Benoit');
  await page.keyboard.type(' is being typed');
  const tabs = (): Promise<unknown[]> => page.evaluate(() => {
    const files: unknown[] = [];
    window.app.workspace.iterateRootLeaves((leaf) => void files.push(leaf.getViewState().state?.['file']));
    return files;
  });
  for (let round = 0; round < 2; round += 1) {
    await palette(page, command);
    await until('it is open', () => page.evaluate((made) => window.app.workspace.getActiveFile()?.path === made, path));
    expect(await tabs()).toEqual([ROB, path]);
    await page.locator('.workspace-tab-header', { hasText: 'Rob Benoit' }).first().click();
  }
  expect(await inEditor(page, ROB)).toContain('# Rob Benoit is being typed');
});
