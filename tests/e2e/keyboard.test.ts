// The keyboard alone: on every screen each control is reached by Tab, or by the arrow keys of a list that Tab enters once;
// and from anywhere the status bar leads to the queue.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { statusBar } from './support/app.ts';
import { unreached } from './support/keyboard.ts';
import { SCREENS, VAULTS } from './support/screens.ts';
import { leave, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage(VAULTS);
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

it.each(SCREENS)('of $name every control is reached', async ({ vault, show, within }) => {
  page = await stage.visit(vault ? { vault } : {});
  await show(page);
  expect(await unreached(page, within)).toEqual([]);
});

it.each(['Enter', ' '])('Tab leads to the status bar, where %j opens the queue', async (key) => {
  page = await stage.visit();
  const isThere = (): Promise<boolean> => statusBar(page).evaluate((bar) => bar === document.activeElement);
  for (let stops = 0; stops < 300 && !(await isThere()); stops += 1) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
  await page.keyboard.press(key);
  await page.locator('.workspace-leaf.mod-active .namesake-review').waitFor();
});
