// Every screen of the plugin, and how a user gets there: what is asked of each holds for all.
import type { Page } from 'playwright-core';
import { palette } from './app.ts';
import { cursorBehind, open } from './editor.ts';
import { pane, walkFromPalette } from './pane.ts';
import { DATA, MEETING, ROB, type VaultPlan } from './vault.ts';

export interface Screen {
  name: string;
  /** One of `VAULTS`; the first without. */
  vault?: keyof typeof VAULTS;
  show: (page: Page) => Promise<void>;
  /** What is looked at. */
  within: string;
}

/** A base with the three views of the plugin. */
export const BASE = 'Ours.base';
const view = (type: string, name: string): string => `  - type: namesake-${type}\n    name: ${name}\n`;
const BASE_TEXT = `filters:\n  or:\n    - 'file.inFolder("People")'\n    - 'file.inFolder("Meetings")'\nviews:\n${view('people', 'People')}${view('tasks', 'Tasks')}${view('review', 'Review')}`;

/** Each page of the settings has something to show. */
const data = JSON.stringify({
  version: 1,
  firstBatchReviewed: true,
  settings: {
    automatic: true,
    profiles: [{ folders: ['Inbox'], kinds: ['project'], rules: { 'date-type': false } }],
    patterns: [{ name: 'House words', find: '\\bw/o\\b', replace: 'without', enabled: true, automatic: false }],
  },
  decisions: [
    { path: 'Inbox/Heron.md', rule: 'via', subject: 'heron', verdict: 'rejected', at: 1 },
    { path: ROB, rule: 'same-as', subject: 'Heron', verdict: 'rejected', at: 2 },
  ],
});

export const VAULTS = {
  everyday: { from: 'everyday', files: { [DATA]: data, [BASE]: BASE_TEXT, 'Inbox/Unread.md': '---\ntype: project\ncreated: 3 January 2026\n---\n' } },
  fresh: { from: 'everyday', isNew: true },
  nobody: { isNew: true, files: { 'Inbox/Ana Reyes.md': 'Sails.\n' } },
} satisfies Record<string, VaultPlan>;

/** Opens a note and a dialog about it. */
const dialog = (name: string, note: string, within: string, command = name, choice?: string): Screen => ({
  name, within,
  show: async (page) => {
    await open(page, note);
    await palette(page, command, choice);
    await page.locator(within).first().waitFor();
  },
});

const chooser = (name: string, show: (page: Page) => Promise<void>, vault?: Screen['vault']): Screen => ({
  name, within: '.prompt', ...(vault ? { vault } : {}),
  show: async (page) => {
    await show(page);
    await page.locator('.prompt .suggestion-item').first().waitFor();
  },
});

export async function openSettings(page: Page, ...pages: string[]): Promise<void> {
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

/** Each with the pages above it. */
export const PAGES = [
  ['Headings'], ['Your own words'], ['Your patterns'], ['Rules'], ['Profiles'], ['Profiles', 'Profile 1'], ['Properties'], ['Properties', 'Meeting notes'], ['Decisions'], ['Taken over'],
];

const base = (name: string): Screen => ({
  name: `the view ${name} of a base`, within: '.bases-view',
  show: async (page) => {
    await open(page, BASE);
    await page.locator('.bases-toolbar').getByRole('button', { name }).click();
    await page.locator('.bases-view .namesake-todo-text').first().waitFor();
  },
});

async function filterMenu(page: Page, item: string): Promise<void> {
  await palette(page, 'Open the review queue');
  await pane(page).getByRole('button', { name: 'Filter' }).click();
  await page.locator('.menu-item', { hasText: item }).click();
}

async function recognised(page: Page): Promise<void> {
  await palette(page, 'Show what was recognised');
  // The command is done when the pane has the focus, which would else interrupt what a test does there.
  await pane(page).locator('.namesake-recognition:focus').waitFor();
}

export const SCREENS: Screen[] = [
  { name: 'the question of a name with its places', within: '.namesake-review', show: (page) => walkFromPalette(page, 'Rob Banga') },
  {
    name: 'a question with its changes compared, the keys and what was done', within: '.namesake-review',
    show: async (page) => {
      await walkFromPalette(page, 'Rob Banga');
      for (const key of ['s', 'o', 'd', '?']) await page.keyboard.press(key);
      await pane(page).locator('.namesake-strip .namesake-step').waitFor();
      await pane(page).locator('.namesake-known > button').click();
    },
  },
  {
    name: 'the queue narrowed to a person', within: '.namesake-review',
    show: async (page) => {
      await filterMenu(page, 'By person');
      await page.locator('.prompt .suggestion-item').first().waitFor();
      await page.keyboard.press('Enter');
      await pane(page).locator('.namesake-set').waitFor();
    },
  },
  chooser('the chooser of a person to narrow the queue to', (page) => filterMenu(page, 'By person')),
  chooser('the chooser of a folder to narrow the queue to', (page) => filterMenu(page, 'By folder')),
  { name: 'what was recognised in the first run', vault: 'fresh', within: '.namesake-review', show: recognised },
  { name: 'a first run that recognises nobody', vault: 'nobody', within: '.namesake-review', show: recognised },
  {
    name: 'the example after the first run', vault: 'fresh', within: '.namesake-review',
    show: async (page) => {
      await recognised(page);
      await pane(page).getByRole('button', { name: 'That is right, go on' }).click();
      await pane(page).locator('.namesake-first').waitFor();
    },
  },
  chooser('the chooser of a folder with people', async (page) => {
    await recognised(page);
    await pane(page).getByRole('button', { name: 'Choose a folder' }).first().click();
  }, 'nobody'),
  {
    name: 'the tasks', within: '.namesake-todos',
    show: async (page) => {
      await palette(page, 'Open the tasks');
      await page.locator('.namesake-todo').first().waitFor();
    },
  },
  dialog('Extract tasks of this note', MEETING, '.modal'),
  dialog('Split this person', ROB, '.modal'),
  dialog('Before you meet', ROB, '.namesake-briefing'),
  dialog('the preview of tasks to convert', MEETING, '.namesake-look', 'Convert tasks…', 'The whole vault'),
  chooser('the chooser of what to normalise', (page) => palette(page, 'Normalise…')),
  chooser('the chooser of a person to merge with', async (page) => {
    await open(page, ROB);
    await palette(page, 'Merge this person with another note…');
  }),
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
  ...['People', 'Tasks', 'Review'].map(base),
  settings('the settings'),
  ...PAGES.map((pages) => settings(`the page “${pages.join(', ')}” of the settings`, ...pages)),
  {
    name: 'the page “Journal” of the settings', within: '.vertical-tab-content',
    show: async (page) => {
      await palette(page, 'Normalise…', 'The whole vault');
      await page.locator('.modal').getByRole('button', { name: 'Apply', exact: true }).click();
      await page.locator('.notice', { hasText: /^Changed/u }).waitFor();
      await openSettings(page, 'Journal');
      await page.locator('.vertical-tab-content').getByRole('button', { name: 'Undo' }).first().waitFor();
    },
  },
];
