// Panes and notes where users put them: a pane at the other side or not loaded yet, pinned tabs, and the drawers of a phone.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { open } from './support/editor.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { ROB } from './support/vault.ts';
import { until } from './support/waiting.ts';

const PANES = [['Open the tasks', 'namesake-tasks', '.namesake-todo-text'], ['Open the review queue', 'namesake-review', '.namesake-line']] as const;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ everyday: { from: 'everyday' } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const countOf = (type: string): Promise<number> => page.evaluate((each) => window.app.workspace.getLeavesOfType(each).length, type);
const drawerIsOpen = (): Promise<boolean> => page.evaluate(() => !window.app.workspace.rightSplit.collapsed);

it.each(PANES)('“%s” shows the pane at the side to which it was moved, and makes no second one', async (command, type, row) => {
  page = await stage.visit();
  await page.evaluate(async (each) => {
    window.app.workspace.detachLeavesOfType(each);
    await window.app.workspace.getLeftLeaf(false).setViewState({ type: each });
    window.app.workspace.leftSplit.collapse();
  }, type);
  await palette(page, command);
  await page.locator(`.mod-left-split ${row}`).first().waitFor();
  expect(await countOf(type)).toBe(1);
  await until('it has the focus', () => page.evaluate((each) => document.activeElement?.closest('.mod-left-split')?.querySelector(each) !== null, row));
});

it.each(PANES)('“%s” loads a pane that was not looked at since the start', async (command, type, row) => {
  page = await stage.visit();
  await page.evaluate(async (each) => {
    window.app.workspace.detachLeavesOfType(each);
    const leaf = window.app.workspace.getRightLeaf(false);
    await leaf.defer(each, {}, 'Not looked at', 'check');
  }, type);
  expect(await page.locator(row).count()).toBe(0);
  await palette(page, command);
  await page.locator(row).first().waitFor();
  expect(await countOf(type)).toBe(1);
});

it('a task opens beside a pinned note, which stays', async () => {
  page = await stage.visit();
  await open(page, ROB);
  await page.evaluate(() => window.app.workspace.getMostRecentLeaf()?.setPinned(true));
  await palette(page, 'Open the tasks');
  await page.locator('.namesake-todo-text').first().click();
  await until('another note is open', () => page.evaluate((rob) => window.app.workspace.getActiveFile()?.path !== rob, ROB));
  expect(await page.evaluate((rob) => window.app.workspace.getLeavesOfType('markdown').filter((leaf) => leaf.getViewState().state?.['file'] === rob).length, ROB)).toBe(1);
});

it('on a phone a task opens its note over the drawer, and the drawer comes back as it was', async () => {
  page = await stage.visit({ width: 390, height: 844 });
  await page.evaluate(() => window.host.runCommand('namesake:open-tasks'));
  const second = page.locator('.namesake-todo').nth(1);
  await second.locator('.namesake-todo-text').click();
  await until('the drawer is closed', async () => !(await drawerIsOpen()));
  expect(await page.evaluate(() => window.app.workspace.activeLeaf?.view.getViewType())).toBe('markdown');
  await page.evaluate(() => window.host.runCommand('namesake:open-tasks'));
  await until('the drawer is open', drawerIsOpen);
  expect(await second.getAttribute('class')).toContain('is-selected');
  expect(await countOf('namesake-tasks')).toBe(1);
});
