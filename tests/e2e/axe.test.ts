// Accessibility by axe, in light and dark: every screen. Labels of containers are no tooltips over all that they hold, and
// no button stands inside a listbox.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { faults, tooltipsOverMany } from './support/axe.ts';
import { openSettings, PAGES, SCREENS, VAULTS } from './support/screens.ts';
import { leave, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage(VAULTS);
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

it.each(SCREENS)('$name has no fault that axe knows', async ({ vault, show, within }) => {
  page = await stage.visit(vault ? { vault } : {});
  await show(page);
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((one) => window.host.setTheme(one), theme);
    expect(await faults(page, within), theme).toEqual([]);
  }
  expect(await tooltipsOverMany(page, within)).toEqual([]);
  expect(await page.locator(`${within} [role=listbox] :is(button, input, select, a)`).count()).toBe(0);
});

it('no page of the settings is left out', async () => {
  page = await stage.visit();
  await openSettings(page);
  const names = await page.locator('.setting-item.mod-page .setting-item-name').allTextContents();
  expect(names.sort()).toEqual([...new Set(PAGES.map(([first]) => first)), 'Journal'].sort());
});
