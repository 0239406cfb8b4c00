// “Before you meet …”: open tasks, what meetings taught, the last meetings and what waits for review, each a way to its note.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { faults, tooltipsOverMany } from './support/axe.ts';
import { cursor, open } from './support/editor.ts';
import { here } from './support/pane.ts';
import { leave, LOOKS, openStage, type Stage } from './support/stage.ts';
import { MEETING, ROB } from './support/vault.ts';
import { until } from './support/waiting.ts';

const IDA = 'People/Ida Brandt.md';
const HARM = '<img src=x onerror=alert(1)>';
const meeting = (day: string, fact: string): string =>
  `---\ntype: meeting\ndate: ${day}\nparticipants: ["[[Ida Brandt]]"]\n---\n\n## Summary\n\nTalk of ${day}.\n\n## Key facts learned\n\n- ${fact}\n`;
const files = {
  [IDA]: '---\ntype: people\n---\n\n# Ida Brandt\n\n- [ ] Ring the harbour\n',
  'Meetings/2025-03-01 - Pier.md': meeting('2025-03-01', 'Ida Brandt keeps the keys.'),
  'Meetings/2025-04-01 - Pier.md': meeting('2025-04-01', 'Ida Brandt sails on Sundays.'),
  'Meetings/2025-05-01 - Pier.md': meeting('2025-05-01', 'Ida Brandt has a new boat.'),
  'Meetings/2025-06-01 - Pier.md': meeting('2025-06-01', `Ida Brandt writes ${HARM} **boldly**.`),
  'Meetings/2999-01-01 - Pier.md': meeting('2999-01-01', 'Ida Brandt is old.'),
  'Projects/Pier.md': `---\ntype: project\n---\n\n- [ ] Tar ${HARM} [[Ida Brandt]] 📅 2025-01-05\n- [ ] Count the gulls\n- [x] Buy rope [[Ida Brandt]]\n`,
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ everyday: { from: 'everyday', files } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const modal = (): Locator => page.locator('.namesake-briefing');
const part = (title: string | RegExp): Locator => modal().locator('section').filter({ has: page.getByRole('heading', { name: title }) });
const lines = (title: string | RegExp): Promise<string[]> => part(title).locator('.namesake-task-text').allTextContents();

async function brief(path: string): Promise<void> {
  await open(page, path);
  await palette(page, 'Before you meet');
  await modal().waitFor();
}

it('tells what is open, what meetings taught last, and when you met, and nothing of the future', async () => {
  page = await stage.visit();
  await brief(IDA);
  expect(await modal().locator('.modal-title').textContent()).toBe('Before you meet Ida Brandt');
  expect(await lines('2 open tasks')).toEqual([`Tar ${HARM} Ida Brandt`, 'Ring the harbour']);
  expect(await part('2 open tasks').textContent()).toContain('Overdue: 2025-01-05');
  expect(await lines('What meetings taught last')).toEqual(['Ida Brandt writes ‹img src=x onerror=alert(1)› boldly.', 'Ida Brandt has a new boat.', 'Ida Brandt sails on Sundays.']);
  expect(await lines('The last of 4 meetings')).toEqual(['2025-06-01 - Pier', '2025-05-01 - Pier', '2025-04-01 - Pier']);
  expect(await modal().locator('img, b, strong').count()).toBe(0);
});

it('opens the line that a fact or a task stands in', async () => {
  page = await stage.visit();
  await brief(IDA);
  await part('What meetings taught last').getByText('new boat').click();
  await until('the meeting is open', () => page.evaluate(() => window.app.workspace.getActiveFile()?.path === 'Meetings/2025-05-01 - Pier.md'));
  const { before, after } = await cursor(page);
  expect(before + after).toBe('- Ida Brandt has a new boat.');
  expect(await modal().count()).toBe(0);
});

it('leads from a question to the queue', async () => {
  page = await stage.visit();
  await brief(ROB);
  const questions = part(/questions to review$/u);
  expect(await questions.textContent()).not.toMatch(/Bronwyn Teague/u);
  await questions.getByText('Is “Rob Banga” Rob Benoit?').click();
  await until('the queue asks it', async () => (await here(page)) === 'Is “Rob Banga” Rob Benoit?');
});

it('is a button in the header of a person’s note, and of no other', async () => {
  page = await stage.visit();
  const button = page.locator('.view-action[aria-label="Before you meet Ida Brandt"]');
  await open(page, IDA);
  await button.click();
  await modal().waitFor();
  await page.keyboard.press('Escape');
  await open(page, MEETING);
  await until('the button is gone', async () => (await page.locator('.view-action[aria-label^="Before you meet"]').count()) === 0);
  await open(page, IDA);
  await button.waitFor();
  await page.evaluate(() => window.host.disablePlugin());
  expect(await button.count()).toBe(0);
});

it('asks whom you meet where another note is open, and who takes part comes first', async () => {
  page = await stage.visit();
  await open(page, 'Meetings/2999-01-01 - Pier.md');
  await palette(page, 'Before you meet');
  await page.locator('.prompt-input[placeholder="Whom do you meet?"]').waitFor();
  await until('the participant is first', async () => (await page.locator('.suggestion-item .suggestion-title').first().textContent()) === 'Ida Brandt');
  await page.keyboard.press('Enter');
  await modal().waitFor();
  expect(await modal().locator('.modal-title').textContent()).toBe('Before you meet Ida Brandt');
});

it.each(LOOKS)('has no fault that axe knows, in $look, and fits', async ({ visit }) => {
  page = await stage.visit(visit);
  await brief(ROB);
  expect(await faults(page, '.modal')).toEqual([]);
  expect(await tooltipsOverMany(page, '.modal')).toEqual([]);
  expect(await modal().evaluate((el) => [...el.querySelectorAll('*')].every((one) => one.scrollWidth <= one.clientWidth + 1 || getComputedStyle(one).display === 'inline'))).toBe(true);
});
