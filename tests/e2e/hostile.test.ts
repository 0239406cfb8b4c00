// Harmful input and bad moments: broken and malicious notes, a broken data.json, an unload while working, a panic of the core.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, notices, palette, statusBar } from './support/app.ts';
import { changed, count, openQueue, pane, rememberNothing, selected, walk } from './support/pane.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, wholeVault } from './support/vault.ts';
import { atRest, reload, settled, until } from './support/waiting.ts';

const truth = JSON.parse(readFileSync(new URL('../vaults/hostile.truth.json', import.meta.url), 'utf8')) as { path: string; expect: string }[];
/** What only has the wrong shape is written as a file that the user has confirmed, so that the stage leaves it as it is. */
const SHAPELESS_DATA = '{"version":1,"settings":{"peopleFolders":7},"recognitionConfirmed":true}';
const BROKEN_DATA = '{"version": 1, "settings": {';
const FOLDER = '.obsidian/plugins/namesake';
const HUGE = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`Notes/${n}.md`, `---\ncreated: {{date}}\ntags: one two ${n}\n---\nText\n`]));

let stage: Stage;
let panicking: Stage;
let page: Page;

beforeAll(async () => {
  const vaults = {
    hostile: { from: 'hostile' as const },
    brokenData: { files: { [DATA]: BROKEN_DATA, 'A.md': '---\ncreated: 2 July 2025\n---\n' } },
    shapeless: { files: { [DATA]: SHAPELESS_DATA, 'A.md': 'Text\n' } },
    huge: { files: HUGE },
  };
  stage = await openStage(vaults);
  panicking = await openStage({ everyday: { from: 'everyday' } }, 'plugin-panic');
});
afterAll(() => Promise.all([stage.close(), panicking.close()]));
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

/** Elements in pane, modals and notices that only injected note text could create. */
const foreign = () => page.locator('.namesake-review, .modal, .notice').locator('img, script, iframe, a, b, i, u, form[action], object, embed, video, style, link, svg:not(.svg-icon)').count();

describe('the hostile vault', () => {
  it('is read; unreadable notes are listed with the reason and do not change', async () => {
    page = await stage.visit({ vault: 'hostile' });
    const before = await wholeVault(page);
    const reasons: Record<string, RegExp> = { 'Bytes/latin1.md': /UTF-8/u, 'Bytes/binary.md': /UTF-8|zero bytes/u, 'Bytes/cp1252.md': /UTF-8/u };
    await pane(page).getByRole('button', { name: /only you can know/u }).click();
    const seen: Record<string, string> = {};
    for (const one of await pane(page).locator('.namesake-known-list li').all()) {
      const path = (await one.locator('[data-note-link]').getAttribute('data-note-link')) ?? '';
      seen[path] = `${seen[path] ?? ''}${(await one.textContent()) ?? ''}`;
    }
    expect(await foreign()).toBe(0);
    await openQueue(page);
    for (let step = await count(page); step > 0; step -= 1) {
      expect(await foreign()).toBe(0);
      await page.keyboard.press('j');
    }
    for (const [path, reason] of Object.entries(reasons)) expect(seen[path]).toMatch(reason);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('shows names that contain markup as text, and writes no new note', async () => {
    page = await stage.visit({ vault: 'hostile' });
    const before = await wholeVault(page);
    await page.evaluate(() => window.host.openFile('Meetings/2025-01-03 - Names.md'));
    await palette(page, 'Extract tasks of this note');
    await page.locator('.modal .namesake-task').first().waitFor();
    expect(await page.locator('.modal').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await foreign()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('.modal').waitFor({ state: 'detached' });
    await palette(page, 'Scan the vault');
    await page.locator('.modal .namesake-sample').waitFor();
    expect(await foreign()).toBe(0);
    await page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await notice(page, /^Changed \d+ notes?/u).waitFor();
    await settled(page); // The change in the open editor is saved later.
    const after = await wholeVault(page);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    const changed = changedBetween(before, after);
    expect(changed).toContain('Meetings/2025-01-02 - Honest.md');
    // The app removes the first of two byte order marks, so the plugin sees an ordinary note.
    const untouched = truth.filter((one) => one.expect === 'untouched' && one.path !== 'Bytes/bom twice.md').map(({ path }) => path);
    expect(changed.filter((path) => untouched.includes(path))).toEqual([]);
    expect(await foreign()).toBe(0);
    await palette(page, 'Undo the last batch');
    await notice(page, /^Restored \d+ notes?/u).waitFor();
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('draws what is in view, however many questions there are', async () => {
    page = await stage.visit({ vault: 'huge' });
    await openQueue(page);
    expect(await count(page)).toBeGreaterThan(0);
    expect(await pane(page).locator('.namesake-row').count()).toBeLessThan(60);
    await page.keyboard.press('End');
    expect(await selected(page).isVisible()).toBe(true);
    expect(await pane(page).locator('.namesake-row').count()).toBeLessThan(60);
    await page.keyboard.press('Home');
    expect(await pane(page).locator('.namesake-line').first().getAttribute('aria-expanded')).toBe('true');
  });
});

describe('a broken data.json', () => {
  it.each([['brokenData', BROKEN_DATA], ['shapeless', SHAPELESS_DATA]])('(%s) is set aside with a message, and everything else works', async (vault, text) => {
    page = await stage.visit({ vault });
    // The notice may have gone already if the page started slowly.
    await expect.poll(async () => (await notices(page)).filter((one) => one.includes('settings could not be read'))).toHaveLength(1);
    expect(await disk(page, `${FOLDER}/data.broken-1.json`)).toBe(text);
    expect(await disk(page, DATA)).toBe(text);
    await reload(page);
    expect(await page.evaluate((folder) => window.host.paths().filter((path) => path.startsWith(`${folder}/data.broken`)).length, FOLDER)).toBe(1);
    if (vault !== 'brokenData') return;
    await palette(page, 'Scan the vault');
    await page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, 'A.md')).toContain('created: 2025-07-02');
    await until('the settings are written anew', async () => (await disk(page, DATA)) !== text);
    expect(JSON.parse(await disk(page, DATA))).toMatchObject({ firstBatchReviewed: true });
    expect(await disk(page, `${FOLDER}/data.broken-1.json`)).toBe(text);
  });
});

describe('an unload', () => {
  it('leaves nothing: no worker, no timer, no element, no command, no late call', async () => {
    page = await stage.visit({ vault: 'hostile' });
    expect(page.workers()).toHaveLength(1);
    const said = await notices(page);
    await page.evaluate(() => {
      window.host.disablePlugin();
    });
    await until('the worker has ended', () => Promise.resolve(page.workers().length === 0));
    expect(await page.locator('.namesake-review, .namesake-status, .namesake-ribbon').count()).toBe(0);
    const left = await page.evaluate(() => window.host.commands().filter(({ id }) => id.startsWith('namesake:')));
    expect(left).toEqual([]);
    await page.evaluate(() => window.host.writeDiskExternally('Meetings/2025-01-02 - Honest.md', 'changed'));
    await page.evaluate(() => window.host.settled());
    expect(await notices(page)).toEqual(said);
    await page.evaluate(() => window.host.reloadPlugin());
    await until('it runs again', async () => (await statusBar(page).count()) === 1 && page.workers().length === 1);
  });

  it('during the first reading raises no error', async () => {
    page = await stage.visit({ vault: 'hostile' });
    const said = await notices(page);
    await page.evaluate(async () => {
      await window.host.reloadPlugin();
      window.host.disablePlugin();
    });
    await until('the worker has ended', () => Promise.resolve(page.workers().length === 0));
    expect((await notices(page)).filter((one) => !said.includes(one))).toEqual([]);
  });
});

describe('a panic of the core', () => {
  it('is reported once; a new engine starts and everything works as before', async () => {
    page = await panicking.visit();
    const before = await wholeVault(page);
    const count = await statusBar(page).textContent();
    const first = page.workers()[0];
    const outcome = await page.evaluate(() => {
      const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { supervisor: { panic(): Promise<unknown> } } };
      return plugin.session.supervisor.panic().then(() => 'no panic', (thrown: Error) => thrown.message);
    });
    expect(outcome).toContain('a deliberate panic');
    await notice(page, 'engine stopped and was started again').waitFor();
    await atRest(page);
    await until('there is another worker, and only that', () => Promise.resolve(page.workers().length === 1 && page.workers()[0] !== first));
    expect(await notices(page)).toHaveLength(1);
    expect((await notices(page))[0]).toContain('Your notes were not touched.');
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    expect(await statusBar(page).textContent()).toBe(count);
    await openQueue(page);
    await walk(page, 'Soren Beerguard');
    await rememberNothing(page);
    await page.keyboard.press('a');
    await changed(page, 1);
    expect(changedBetween(before, await wholeVault(page))).toHaveLength(1);
    panicking.takeTrouble();
  });
});
