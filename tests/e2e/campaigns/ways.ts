// The ways by which a user has the plugin write, through the screen, in a small vault that has something for each.
import type { Page } from 'playwright-core';
import { palette } from '../support/app.ts';
import { cursorBehind, open } from '../support/editor.ts';
import { openQueue, walkFromPalette } from '../support/pane.ts';
import { DATA } from '../support/vault.ts';
import { answered, until } from '../support/waiting.ts';
import { rested } from './session.ts';

const ROB = 'People/Rob Benoit.md';
const BANGA = 'Friends/Rob Banga.md';
const TILDA = 'People/Tilda Marchetti.md';
const DAY = 'Daily/2025-11-01.md';
const KILN = 'Meetings/2025-10-30 - Kiln.md';
const SWEPT = 'Tasks/Yard.md';
const PLAN = 'Inbox/Plan.md';
const BEDS = 'Tasks/Beds.md';
const FIRE = 'Meetings/2025-10-31 - Fire.md';

export const FILES: Record<string, string> = {
  [DATA]: JSON.stringify({ version: 1, settings: { reportPath: 'Reports/Vault report.md' }, firstBatchReviewed: true }),
  [ROB]: '---\ntype: people\ntitle: Rob Benoit\n---\n\n# Rob Benoit\n',
  [BANGA]: '---\ntype: people\ntitle: Rob Banga\n---\n\n# Rob Banga\n\n- Climbs\n',
  [DAY]: 'Met [[Rob Banga]].\n',
  [TILDA]: '---\ntype: people\ntitle: Tilda Marchetti\nemail: [tilda.marchetti@lumen.example, tilda.osgood@halden.example]\n---\n\n# Tilda Marchetti\n\n## Key Facts\n\n- Prefers mornings.\n- Tilda Osgood runs the kiln. ^kiln\n\n## Recent Context\n\n- 2025-10-30: [[2025-10-30 - Kiln]] - The kiln was lit. (via [[2025-10-30 - Kiln]])\n',
  [KILN]: '---\ntype: meeting\ndate: 2025-10-30\nparticipants: ["[[Tilda Marchetti|Tilda Osgood]]"]\n---\nLit by [[Tilda Marchetti]], see [[Tilda Marchetti#^kiln|here]].\n',
  [SWEPT]: '- [ ] Sweep 📅 2025-12-01\n',
  [PLAN]: '---\ntype: project\n---\n\n# Plan\n\nSeen: \n',
  [BEDS]: '- [ ] Prune [due:: 2025-12-01]\n',
  [FIRE]: '---\ntype: meeting\ndate: 2025-10-31\nparticipants: ["Tilda Marchety"]\n---\n',
};

/** What the user types on one of the ways, and keeps. */
export const TYPED = '@Zeno Quillfeather';

export interface Way {
  /** What it writes first and last; a folder stands for what is made in it. */
  first: string;
  last: string;
  /** Each note says something of its own, so that one may be written and another not. */
  inParts?: boolean;
  carryOut: (page: Page) => Promise<void>;
}

const command = (page: Page, id: string): Promise<boolean> => page.evaluate((name) => window.host.runCommand(`namesake:${name}`), id);

async function confirm(page: Page, modal: string): Promise<void> {
  await page.locator(`${modal} input:focus`).waitFor();
  await page.keyboard.press('Control+Enter');
}

async function merge(page: Page): Promise<void> {
  await open(page, BANGA);
  await palette(page, 'Merge this person');
  await page.locator('.prompt-input').fill('benoit');
  await page.locator('.suggestion-item', { hasText: 'Rob Benoit' }).waitFor();
  await page.keyboard.press('Enter');
  await confirm(page, '.namesake-merge');
}

async function split(page: Page): Promise<void> {
  await open(page, TILDA);
  await palette(page, 'Split this person');
  await confirm(page, '.namesake-split');
}

async function introduce(page: Page): Promise<void> {
  await open(page, PLAN);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type(TYPED);
  await until('the list offers a new person', async () => {
    await answered(page);
    return (await page.locator('.suggestion-container .suggestion-title').last().textContent()) === 'New person “Zeno Quillfeather”';
  });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

async function tick(page: Page): Promise<void> {
  await palette(page, 'Open the tasks');
  await page.locator('.namesake-todo', { hasText: 'Sweep' }).getByRole('checkbox').click();
}

async function choose(page: Page): Promise<void> {
  await page.evaluate(() => window.app.setting.open());
  const modal = page.locator('.modal');
  await modal.locator('.setting-item.mod-page', { hasText: 'Rules' }).first().click();
  await modal.locator('.setting-item', { hasText: '(date-type)' }).getByRole('switch').click();
}

async function convert(page: Page): Promise<void> {
  await open(page, BEDS);
  await palette(page, 'Convert tasks…', 'This note');
  await page.locator('.modal').getByRole('button', { name: 'Apply', exact: true }).click();
}

async function answer(page: Page): Promise<void> {
  await walkFromPalette(page, 'Tilda Marchety');
  await page.keyboard.press('a');
}

async function putAside(page: Page): Promise<void> {
  await openQueue(page);
  await page.keyboard.press('s');
}

const run = (id: string) => async (page: Page): Promise<void> => void (await command(page, id));

export const WAYS: Record<string, Way> = {
  'a merge': { first: ROB, last: BANGA, carryOut: merge },
  'a split': { first: TILDA, last: KILN, carryOut: split },
  'a new person': { first: 'People/Zeno Quillfeather.md', last: PLAN, carryOut: introduce },
  'the report': { first: 'Reports', last: 'Reports', carryOut: run('write-report') },
  'a base': { first: 'People and meetings.base', last: 'People and meetings.base', carryOut: run('make-base') },
  'a click on a task': { first: SWEPT, last: SWEPT, carryOut: tick },
  'a conversion': { first: BEDS, last: BEDS, carryOut: convert },
  'an answer': { first: FIRE, last: TILDA, inParts: true, carryOut: answer },
  'a setting': { first: DATA, last: DATA, carryOut: choose },
  'a question put aside': { first: '.obsidian/plugins/namesake/aside.json', last: '.obsidian/plugins/namesake/aside.json', carryOut: putAside },
  'an undo': { first: BANGA, last: ROB, carryOut: run('undo-last-batch') },
};

/** Has it done as far as the disk lets it, and puts the screen back. */
export async function attempt(page: Page, way: Way): Promise<void> {
  await way.carryOut(page);
  await rested(page);
  while ((await page.locator('.modal').count()) > 0) await page.keyboard.press('Escape');
  await rested(page);
}
