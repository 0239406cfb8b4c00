// The panes in a window of their own, which has another document, and beside each other in stacked tabs: everything in them
// works there, by mouse and by keys.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { changed, count, focusedLine, selected, takenBack } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, disk, wholeVault } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const MEETING = 'Meetings/2025-11-03 - Yard.md';
const FILES = {
  [MEETING]: '---\ntype: meeting\ndate: 2025-11-03\nparticipants: [Mara Voss, Rob Benoit]\n---\n\n# Yard\n\nBob Benoyt saw the heron. Mara Vosz saw it too.\n\n## Action items\n\n- [ ] Paint the gate 📅 2025-12-01\n- [ ] Sweep\n',
  'People/Mara Voss.md': '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-11-03\n---\n\n# Mara Voss\n',
  'People/Rob Benoit.md': '---\ntype: people\ntitle: Rob Benoit\nlast_contact: 2025-11-03\n---\n\n# Rob Benoit\n',
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: FILES } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

/** Opens the pane by its command and moves it into a window; returns that window. */
async function inWindow(command: string, type: string): Promise<Page> {
  page = await stage.visit();
  await palette(page, command);
  await until('the pane is there', () => page.evaluate((each) => window.app.workspace.getLeavesOfType(each).length === 1, type));
  const opened = page.waitForEvent('popup');
  await page.evaluate((each) => void window.app.workspace.moveLeafToPopout(window.app.workspace.getLeavesOfType(each)[0]), type);
  return opened;
}

describe('the review pane in a window of its own', () => {
  it('is walked, answered and undone by keys', async () => {
    const popout = await inWindow('Open the review queue', 'namesake-review');
    await popout.locator('.namesake-line').first().click();
    await focusedLine(popout).waitFor();
    const first = await selected(popout).locator('.namesake-ask').textContent();
    await popout.keyboard.press('j');
    await until('the next one is open', async () => (await selected(popout).locator('.namesake-ask').textContent()) !== first);
    expect(await focusedLine(popout).count()).toBe(1);
    await popout.keyboard.press('k');
    await until('the first one is open', async () => (await selected(popout).locator('.namesake-ask').textContent()) === first);
    const before = await wholeVault(page);
    await popout.keyboard.press('a');
    await changed(popout, 2);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual(['People/Mara Voss.md', 'People/Rob Benoit.md']);
    await popout.keyboard.press('u');
    await takenBack(popout, 2);
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('is searched, and shows a note in the main window', async () => {
    const popout = await inWindow('Open the review queue', 'namesake-review');
    await popout.locator('.namesake-line').first().click();
    await popout.keyboard.press('/');
    await popout.keyboard.type('fit one');
    await until('one question is left', async () => (await popout.locator('.namesake-line').count()) === 1);
    await popout.keyboard.press('Escape');
    await popout.locator('.namesake-line').first().click();
    await popout.keyboard.press('Enter');
    await until('the note is open in the main window', () => page.evaluate((path) => window.app.workspace.getActiveFile()?.path === path, MEETING));
  });

  it('shows its menus there', async () => {
    const popout = await inWindow('Open the review queue', 'namesake-review');
    await popout.locator('.namesake-line').first().click();
    await popout.keyboard.press('z');
    await popout.locator('.menu-item', { hasText: 'Tomorrow' }).click();
    await until('one question waits', async () => (await count(page)) === 1);
    expect(await page.locator('.menu').count()).toBe(0);
  });

  it('is found by its command, and no second one is made', async () => {
    const popout = await inWindow('Open the review queue', 'namesake-review');
    await palette(page, 'Open the review queue');
    await focusedLine(popout).waitFor();
    expect(await page.evaluate(() => window.app.workspace.getLeavesOfType('namesake-review').length)).toBe(1);
    expect(await page.locator('.namesake-review').count()).toBe(0);
  });
});

describe('the tasks in a window of their own', () => {
  it('are walked and completed by keys', async () => {
    const popout = await inWindow('Open the tasks', 'namesake-tasks');
    await popout.locator('.namesake-todo-filter').focus();
    await popout.keyboard.press('ArrowDown');
    await until('a task has the focus', () => popout.evaluate(() => document.activeElement?.classList.contains('namesake-todo-text') === true));
    await popout.keyboard.press('j');
    await until('the second one has it', async () => ((await popout.locator('.namesake-todo-text:focus').textContent()) ?? '').startsWith('Sweep'));
    await popout.keyboard.press('x');
    await until('it is done', async () => (await disk(page, MEETING)).includes('- [x] Sweep'));
    await until('the other one has the focus', async () => ((await popout.locator('.namesake-todo-text:focus').textContent()) ?? '').startsWith('Paint'));
  });

  it('open their note in the main window', async () => {
    const popout = await inWindow('Open the tasks', 'namesake-tasks');
    await popout.locator('.namesake-todo-text', { hasText: 'Paint' }).click();
    await until('the note is open', () => page.evaluate((path) => window.app.workspace.getActiveFile()?.path === path, MEETING));
  });

  it('are gone with their window, and the command makes a new pane', async () => {
    const popout = await inWindow('Open the tasks', 'namesake-tasks');
    await popout.close({ runBeforeUnload: true });
    await until('the pane is gone', () => page.evaluate(() => window.app.workspace.getLeavesOfType('namesake-tasks').length === 0));
    await palette(page, 'Open the tasks');
    await page.locator('.mod-right-split .namesake-todo-text').first().waitFor();
  });
});

it('both panes beside each other in stacked tabs answer to keys each by itself', async () => {
  page = await stage.visit();
  await page.evaluate(async () => {
    const { workspace } = window.app;
    for (const type of ['namesake-review', 'namesake-tasks']) {
      workspace.detachLeavesOfType(type);
      await workspace.getLeaf('tab').setViewState({ type });
    }
    workspace.rootSplit.tabs.setStacked(true);
  });
  await palette(page, 'Open the tasks');
  await until('a task has the focus', () => page.evaluate(() => document.activeElement?.classList.contains('namesake-todo-text') === true));
  const ask = (): Promise<string | null> => selected(page).locator('.namesake-ask').textContent();
  await page.locator('.namesake-line').first().waitFor();
  const before = await ask();
  await page.keyboard.press('j');
  await until('the second task has it', async () => ((await page.locator('.namesake-todo-text:focus').textContent()) ?? '').startsWith('Sweep'));
  expect(await ask()).toBe(before);
  await palette(page, 'Open the review queue');
  await focusedLine(page).waitFor();
  await page.keyboard.press('j');
  await until('the next question is open', async () => (await ask()) !== before);
  expect(await page.locator('.namesake-todo.is-selected').textContent()).toContain('Sweep');
});
