// Accessibility by axe, in light and dark: the tasks, dialogs and settings. Labels of containers are no tooltips over all
// that they hold, no button stands inside a listbox, and the keyboard reaches the status bar.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { palette, statusBar } from './support/app.ts';
import { faults, tooltipsOverMany } from './support/axe.ts';
import { cursorBehind, open } from './support/editor.ts';
import { leave, LOOKS, openStage, type Stage } from './support/stage.ts';
import { DATA, MEETING, ROB, SWITCHED_ON } from './support/vault.ts';

interface Screen {
  name: string;
  show: (page: Page) => Promise<void>;
  /** What is looked at. */
  within: string;
}

/** Opens a note and a dialog about it. */
const dialog = (name: string, note: string, within: string): Screen => ({
  name, within,
  show: async (page) => {
    await open(page, note);
    await palette(page, name);
    await page.locator(within).first().waitFor();
  },
});

async function openSettings(page: Page, ...pages: string[]): Promise<void> {
  await page.evaluate(() => {
    window.app.setting.open();
    window.app.setting.openTabById('namesake');
  });
  await page.locator('.setting-item').first().waitFor();
  for (const name of pages) {
    await page.locator('.setting-item.mod-page', { has: page.locator('.setting-item-name', { hasText: name }) }).first().click();
    await page.locator('.setting-page-back', { hasText: name }).waitFor();
  }
}

const settings = (name: string, ...pages: string[]): Screen => ({
  name, within: '.vertical-tab-content', show: (page) => openSettings(page, ...pages),
});

const SCREENS: Screen[] = [
  {
    name: 'the tasks', within: '.namesake-todos',
    show: async (page) => {
      await palette(page, 'Open the tasks');
      await page.locator('.namesake-todo').first().waitFor();
    },
  },
  dialog('Extract tasks of this note', MEETING, '.modal'),
  dialog('Split this person', ROB, '.modal'),
  {
    name: 'the scan of the vault', within: '.modal',
    show: async (page) => {
      await palette(page, 'Scan the vault');
      await page.locator('.namesake-by-rule').waitFor();
    },
  },
  {
    name: 'who is this?', within: '.modal',
    show: async (page) => {
      await open(page, MEETING);
      await cursorBehind(page, 'Put two gateways into cave five. @Rob Banga');
      for (let letter = 0; letter < 'Rob Banga'.length; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
      await palette(page, 'Who is this?');
      await page.locator('.namesake-whois .namesake-evidence').first().waitFor();
    },
  },
  {
    name: 'the merge of two people', within: '.modal',
    show: async (page) => {
      await open(page, ROB);
      await palette(page, 'Merge this person with another note…');
      await page.locator('.prompt-input').fill('aino');
      await page.locator('.suggestion-title', { hasText: 'Aino Tervola' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.modal input:focus').waitFor();
    },
  },
  {
    name: 'the form of a pattern', within: '.namesake-pattern',
    show: async (page) => {
      await openSettings(page, 'Your patterns');
      await page.getByRole('button', { name: 'Add a pattern' }).click();
      await page.getByRole('textbox', { name: /^Find/u }).fill('(');
      await page.getByText('unclosed group').waitFor();
    },
  },
  settings('the settings'),
  settings('the settings of rules', 'Rules'),
];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ everyday: { from: 'everyday', files: { [DATA]: SWITCHED_ON } } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

describe.each(LOOKS.slice(0, 2))('in $look', ({ visit }) => {
  it.each(SCREENS)('$name has no fault that axe knows', async ({ show, within }) => {
    page = await stage.visit(visit);
    await show(page);
    expect(await faults(page, within)).toEqual([]);
    expect(await tooltipsOverMany(page, within)).toEqual([]);
    expect(await page.locator(`${within} [role=listbox] :is(button, input, select, a)`).count()).toBe(0);
  });
});

it.each(['Enter', ' '])('the keyboard reaches the status bar, and %j opens the queue', async (key) => {
  page = await stage.visit();
  expect(await statusBar(page).getAttribute('tabindex')).toBe('0');
  await statusBar(page).focus();
  await page.keyboard.press(key);
  await page.locator('.workspace-leaf.mod-active .namesake-review').waitFor();
});
