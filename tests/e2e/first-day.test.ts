// The first day: somebody switches the plugin on in a vault they have lived in for a year.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { notice, notices, palette, statusBar } from './support/app.ts';
import { pane } from './support/pane.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, wholeVault } from './support/vault.ts';
import { until } from './support/waiting.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ everyday: { from: 'everyday' } });
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

const modal = () => page.locator('.modal');
const button = (name: string) => modal().getByRole('button', { name, exact: true });
const automaticSwitch = () => page.locator('.setting-item', { hasText: 'Apply certain repairs on save' }).getByRole('switch');
const config = async () => JSON.parse(await disk(page, DATA)) as { settings: { automatic: boolean }; firstBatchReviewed: boolean };
const journals = () => page.evaluate(() => window.host.paths().filter((path) => path.includes('/journal/') && path.endsWith('.json')));

function countIn(text: string | null): number {
  return Number(/[\d,]+/u.exec(text ?? '')?.[0].replaceAll(',', ''));
}

const safe = () => pane(page).locator('.namesake-safe');

async function openSettings(): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await automaticSwitch().waitFor();
}

it('reads the vault with progress, shows its findings in three places, and writes nothing', async () => {
  page = await stage.visit({
    watch: '.namesake-review',
  });
  const found = countIn(await statusBar(page).textContent());
  expect(found).toBeGreaterThan(40);
  expect(await pane(page).locator('.namesake-count').textContent()).toContain(`0 of ${found} questions, about`);
  expect(await page.locator('.namesake-ribbon').getAttribute('data-count')).toBe(String(found));
  expect(await page.locator('.namesake-ribbon').getAttribute('aria-label')).toBe(`Needs review: ${found} to review`);
  const seen = await page.evaluate(() => window.seen);
  expect(seen.some((text) => /^Reading notes: \d+ of \d+/u.test(text))).toBe(true);

  expect(countIn(await safe().textContent())).toBeGreaterThan(0);
  const fresh = await stage.visit({ vault: 'everyday' });
  expect(changedBetween(await wholeVault(fresh), await wholeVault(page))).toEqual([]);
  await fresh.context().close();
  expect(await journals()).toEqual([]);
  expect(await notices(page)).toEqual([]);
});

it('keeps automatic repairs locked until a first batch is reviewed', async () => {
  page = await stage.visit();
  await openSettings();
  expect(await modal().textContent()).toContain('Go through a first batch in the review pane before switching this on.');
  const before = await disk(page, DATA);
  await automaticSwitch().click({ force: true });
  expect(await automaticSwitch().getAttribute('aria-checked')).toBe('false');
  expect(await disk(page, DATA)).toBe(before);
});

it('shows count and sample before a scan writes, and writes nothing if cancelled', async () => {
  page = await stage.visit();
  const before = await wholeVault(page);
  const certain = countIn(await safe().textContent());
  const found = countIn(await statusBar(page).textContent());
  for (const leave of [() => button('Cancel').click(), () => page.keyboard.press('Escape')]) {
    await palette(page, 'Scan the vault');
    await modal().locator('.namesake-sample li').first().waitFor();
    const all = countIn(await modal().locator('.modal-title').textContent());
    const following = countIn(/\d+ of these repairs becomes? possible/u.exec((await modal().textContent()) ?? '')?.[0] ?? '0');
    expect(all).toBe(certain + following);
    expect(await modal().locator('.namesake-sample-path').count()).toBe(8);
    expect(await modal().textContent()).toContain(`${found} questions need your decision and stay in the queue.`);
    await leave();
    await modal().waitFor({ state: 'detached' });
  }
  expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  expect(await journals()).toEqual([]);
  expect(await notices(page)).toEqual([]);
  expect(await safe().textContent()).toMatch(/^\d+ safe repairs/u);
});

it('applies the batch, offers to undo it, and then offers automatic repairs', async () => {
  page = await stage.visit();
  const before = await wholeVault(page);
  await pane(page).getByRole('button', { name: 'Look and apply' }).click();
  await modal().locator('.namesake-sample').waitFor();
  const inNotes = Number(/in (\d+) notes/u.exec((await modal().locator('.modal-title').textContent()) ?? '')?.[1]);
  await button('Apply').click();
  await notice(page, `Changed ${inNotes} notes.`).waitFor();
  expect(changedBetween(before, await wholeVault(page))).toHaveLength(inNotes);
  await notice(page, `Changed ${inNotes} notes.`).getByRole('button', { name: 'Undo' }).click();
  await notice(page, `Restored ${inNotes} notes.`).waitFor();
  expect(changedBetween(before, await wholeVault(page))).toEqual([]);

  const offer = pane(page).locator('.namesake-first', { hasText: 'Apply certain repairs by itself from now on?' });
  await offer.waitFor();
  await until('the first batch is remembered', () => config().then(({ firstBatchReviewed }) => firstBatchReviewed, () => false));
  expect((await config()).settings.automatic).toBe(false);
  await offer.getByRole('button', { name: 'Switch automatic on' }).click();
  await until('the settings are saved', async () => (await config()).settings.automatic);
  await offer.waitFor({ state: 'detached' });
  await openSettings();
  expect(await automaticSwitch().getAttribute('aria-checked')).toBe('true');
});

it('finds nothing automatic in a second scan', async () => {
  page = await stage.visit();
  await palette(page, 'Scan the vault');
  await button('Apply').click();
  await notice(page, /^Changed \d+ notes/u).waitFor();
  const after = await wholeVault(page);
  await palette(page, 'Scan the vault');
  await notice(page, /^Nothing can be repaired here without you\. \d+ questions need your decision/u).waitFor();
  expect(changedBetween(after, await wholeVault(page))).toEqual([]);
  expect(await safe().count()).toBe(0);
});

it('stops between two notes if the batch is cancelled, and the written part can be undone', async () => {
  page = await stage.visit();
  const before = await wholeVault(page);
  await page.evaluate(() => {
    const { vault } = window.app;
    const process = vault.process.bind(vault);
    let written = 0;
    const gate = new Promise<void>((resolve) => {
      window.letGo = resolve;
    });
    vault.process = async (file, change, options) => {
      written += 1;
      if (written > 5) await gate;
      return process(file, change, options);
    };
  });
  await palette(page, 'Scan the vault');
  await button('Apply').click();
  await modal().locator('.namesake-progress-step', { hasText: /^5 of/u }).waitFor();
  await button('Cancel').click();
  await page.evaluate(() => window.letGo());
  await notice(page, 'Changed 6 notes.').waitFor();
  expect(changedBetween(before, await wholeVault(page))).toHaveLength(6);
  expect(await safe().textContent()).toMatch(/^\d+ safe repairs/u);
  await palette(page, 'Undo the last batch');
  await notice(page, 'Restored 6 notes.').waitFor();
  expect(changedBetween(before, await wholeVault(page))).toEqual([]);
});
