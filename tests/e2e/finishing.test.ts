// What leads to the end of the queue: narrowing and sorting it, and leaving the rest.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { focusedLine, here, openQueue, pane } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, SWITCHED_ON } from './support/vault.ts';
import { until } from './support/waiting.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

const press = (key: string) => page.keyboard.press(key);
const lines = async (): Promise<number> => pane(page).locator('.namesake-line').count();
const fromMenu = (title: string | RegExp) => page.locator('.menu-item', { hasText: title }).click();
const chips = () => pane(page).locator('.namesake-set');

describe('the filters', () => {
  it('open by a key, narrow to a person and a folder, and are taken away by their chips', async () => {
    await openQueue(page);
    const all = await lines();
    await press('f');
    await fromMenu('By person…');
    await page.keyboard.type('rob bannerman');
    await press('Enter');
    await until('fewer are listed', async () => (await chips().count()) === 1 && (await lines()) < all);
    expect(await chips().innerText()).toBe('Rob Bannerman');
    expect(await focusedLine(page).count()).toBe(1);
    await press('f');
    await fromMenu('By folder…');
    await page.keyboard.type('People');
    await press('Enter');
    await until('both are set', async () => (await chips().count()) === 2);
    for (const note of await pane(page).locator('.is-selected .namesake-where').allTextContents()) expect(note).not.toMatch(/^\d{4}-/u);
    for (const left of [1, 0]) {
      await chips().first().click();
      await until('it is taken away', async () => (await chips().count()) === left);
    }
    expect(await lines()).toBe(all);
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
