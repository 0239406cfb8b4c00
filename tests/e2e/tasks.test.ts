// Tasks: deciding an owner in the queue, completing a recurring task in the sidebar, and undoing both.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { cursor, cursorBehind, inEditor, open } from './support/editor.ts';
import { changed, here, rememberNothing, selected, takenBack, walkFromPalette } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, wholeVault } from './support/vault.ts';
import { atRest, settled, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-20 - Meters.md';
const TASKS_DATA = '.obsidian/plugins/obsidian-tasks-plugin/data.json';
const METERS = '- [ ] Read the meters of cave five 🔁 every month on the last friday 📅 2025-10-31 ^meters';
const READ = '- [ ] Read the meters of cave five 🔁 every month on the last friday 📅 2025-11-28\r\n'
  + '- [x] Read the meters of cave five 🔁 every month on the last friday 📅 2025-10-31 ✅ 2025-11-24 ^meters';
const KEY = '- [ ] Ask for the key of cave five @Rob Banga 📅 2025-12-01';
const MOON = '- [ ] Look at the roof 🔁 every blue moon 📅 2025-11-24';
const TEXT = ['---', 'type: meeting', 'date: 2025-11-20', 'participants: [Mara Voss, Rob Benoit]', '---', '## Action items', METERS, KEY, MOON, ''].join('\r\n');
const ME = JSON.stringify({ version: 1, settings: { automatic: true, me: 'Mara Voss' }, firstBatchReviewed: true });

/** Two tasks that recur and two that do not, to be clicked before and after a setting is changed. */
const CLOCKS = 'Projects/Clocks.md';
const wind = (name: string): string => `- [ ] Wind the ${name} clock 🔁 every week ⏳ 2025-11-22 📅 2025-11-24`;
const sell = (name: string): string => `- [ ] Sell the ${name} clock 📅 2025-11-24`;
const CLOCKS_TEXT = `${[wind('red'), wind('blue'), sell('red'), sell('blue')].join('\n')}\n`;
const GIVEN_UP = { statusSettings: { coreStatuses: [{ symbol: ' ', name: 'Todo', nextStatusSymbol: '-', type: 'TODO' }, { symbol: '-', name: 'Given up', nextStatusSymbol: ' ', type: 'CANCELLED' }], customStatuses: [] } };
const ALL_SET = { globalFilter: '#task', taskFormat: 'dataview', setDoneDate: false, setCancelledDate: false, setCreatedDate: true, recurrenceOnNextLine: true, removeScheduledDateOnRecurrence: true, ...GIVEN_UP };

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    tasks: { from: 'everyday', files: { [DATA]: ME, [NOTE]: TEXT } },
    clocks: { files: { [DATA]: ME, [CLOCKS]: CLOCKS_TEXT, [TASKS_DATA]: '{}' } },
    set: { files: { [CLOCKS]: CLOCKS_TEXT, [TASKS_DATA]: JSON.stringify(ALL_SET) } },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
  await page.clock.setFixedTime('2025-11-24T10:00:00Z');
});
afterEach(() => leave(page, stage));

const view = () => page.locator('.namesake-todos');
const todo = (text: string) => view().locator('.namesake-todo', { hasText: text });
const titles = () => view().locator('.namesake-note-name').allTextContents();
const way = (name: string) => view().locator('.namesake-todo-ways button', { hasText: name });

async function openTasks(): Promise<void> {
  await palette(page, 'Open the tasks');
  await view().locator('.namesake-todo').first().waitFor();
}

async function find(words: string): Promise<void> {
  await view().getByRole('searchbox', { name: 'Filter tasks' }).fill(words);
}

async function showAll(): Promise<void> {
  const more = view().getByRole('button', { name: 'Show more' });
  while ((await more.count()) > 0) await more.click();
}

describe('an owner in the queue', () => {
  it('is accepted by key, written as a link, and undone byte for byte', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Banga', 'Rob Benoit');
    await page.keyboard.press('o');
    await selected(page).locator('.namesake-tick', { hasText: 'of cave five' }).waitFor();
    for (const place of await selected(page).locator('.namesake-tick:not(:has-text("of cave five"))').all()) await place.getByRole('checkbox').uncheck();
    await rememberNothing(page);
    await page.keyboard.press('a');
    await changed(page, 1);
    await settled(page);
    const owned = KEY.replace('@Rob Banga', '[[Rob Benoit|Rob Banga]]');
    expect(await disk(page, NOTE)).toBe(TEXT.replace(KEY, owned));
    await page.keyboard.press('u');
    await takenBack(page, 1);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await until('it is offered again', async () => (await here(page)).includes('“Rob Banga” Rob Benoit'));
  });
});

describe('the task view', () => {
  it('completes a recurring task by click, adds the next one above it, and undoes both from the notice', async () => {
    const before = await wholeVault(page);
    await openTasks();
    await find('meters');
    await todo('Read the meters').getByRole('checkbox', { name: /^Complete: Read the meters/u }).click();
    await notice(page, 'Changed 1 note.').waitFor();
    await settled(page);
    expect(await disk(page, NOTE)).toBe(TEXT.replace(METERS, READ));
    await until('the next one is listed', async () => (await todo('Read the meters').textContent())?.includes('2025-11-28') ?? false);
    expect(await todo('Read the meters').count()).toBe(1);
    await page.locator('.notice button', { hasText: 'Undo' }).click();
    await notice(page, 'Restored 1 note.').waitFor();
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await until('the first one is listed again', async () => (await todo('Read the meters').textContent())?.includes('Overdue: 2025-10-31') ?? false);
  });

  it('works by keyboard alone: opens the line, completes the task, and undoes by command', async () => {
    const before = await wholeVault(page);
    await openTasks();
    await find('key banga 2025-12-01 meters');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Ask for the key of cave five');
    await page.keyboard.press('Enter');
    await until('the note is open at the line', async () => (await cursor(page).catch(() => undefined))?.after === KEY);
    await openTasks();
    await page.keyboard.press('x');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await inEditor(page, NOTE)).toContain(`${KEY.replace('[ ]', '[x]')} ✅ 2025-11-24`);
    await until('it is gone from the list', async () => (await todo('Ask for the key').count()) === 0);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 1 note.').waitFor();
    await until('it is on disk again', async () => changedBetween(before, await wholeVault(page)).length === 0);
  });

  it('follows typing in a note', async () => {
    await openTasks();
    await find('roof');
    await open(page, NOTE);
    await cursorBehind(page, '- [ ] Look at the roof');
    await page.keyboard.type(' of the shed');
    await until('the view shows it', async () => (await todo('Look at the roof of the shed').count()) === 1);
  });

  it('gives the reason if a task cannot be completed, and writes nothing', async () => {
    const before = await wholeVault(page);
    await openTasks();
    await find('roof');
    await todo('Look at the roof').getByRole('checkbox').click();
    await notice(page, '“every blue moon” is no rule that the Tasks plugin can read').waitFor();
    await atRest(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    expect(await todo('Look at the roof').getByRole('checkbox').isChecked()).toBe(false);
  });

  it('goes by what the Tasks plugin is set to when the task is clicked', async () => {
    const statuses = (symbol: string, next: string) => page.evaluate(([at, text]) => window.app.vault.adapter.write(at, text), [TASKS_DATA, JSON.stringify({
      statusSettings: {
        coreStatuses: [{ symbol: ' ', name: 'Todo', nextStatusSymbol: '/', type: 'TODO' }, { symbol: 'x', name: 'Done', nextStatusSymbol: ' ', type: 'DONE' }],
        customStatuses: [{ symbol, name: 'In Progress', nextStatusSymbol: next, type: 'IN_PROGRESS' }],
      },
    })] as const);
    await page.evaluate((at) => window.app.vault.adapter.mkdir(at), TASKS_DATA.replace('/data.json', ''));
    await openTasks();
    await find('key of cave five');
    await statuses('/', '/');
    await todo('Ask for the key').getByRole('checkbox').click();
    await notice(page, 'Changed 1 note.').waitFor();
    await settled(page);
    const begun = TEXT.replace(KEY, KEY.replace('[ ]', '[/]'));
    expect(await disk(page, NOTE)).toBe(begun);
    await todo('Ask for the key').getByRole('checkbox').click();
    await notice(page, 'leads to itself').waitFor();
    await atRest(page);
    expect(await disk(page, NOTE)).toBe(begun);
    await statuses('/', 'x');
    await todo('Ask for the key').getByRole('checkbox').click();
    await until('it is gone from the list', async () => (await todo('Ask for the key').count()) === 0);
    await settled(page);
    expect(await disk(page, NOTE)).toBe(TEXT.replace(KEY, `${KEY.replace('[ ]', '[x]')} ✅ 2025-11-24`));
  });

  it('groups by date and by owner, and shows what is overdue and who is waited for', async () => {
    await openTasks();
    expect((await titles()).map((title) => title.replace(/ [\d,]+$/u, ''))).toEqual(expect.arrayContaining(['Overdue', 'Today']));
    await way('By owner').click();
    await showAll();
    expect((await titles()).at(-1)).toMatch(/^Nobody \d/u);
    await way('Overdue').click();
    expect(await view().locator('.namesake-todo-facts .is-overdue').count()).toBe(await view().locator('.namesake-todo').count());
    await way('Waiting on').click();
    await showAll();
    const waiting = await titles();
    expect(waiting.some((title) => title.startsWith('Rob Benoit'))).toBe(true);
    expect(waiting.some((title) => /^(?:Mara Voss|Nobody)/u.test(title))).toBe(false);
    await find('no such words anywhere');
    expect(await view().textContent()).toContain('No task has these words.');
  });

  it('fits a phone: nothing is wider than the screen, targets have 44 px', async () => {
    await page.context().close();
    page = await stage.visit({ width: 390, height: 844 });
    await openTasks();
    const small = await view().locator('button:visible, label:visible, input[type=search]').evaluateAll((all) =>
      all.map((one) => ({ text: one.getAttribute('class'), box: one.getBoundingClientRect() })).filter(({ box }) => box.height < 44 || box.width < 44).map(({ text }) => text));
    expect(small).toEqual([]);
    const wide = await view().locator('*:not(.namesake-spoken)').evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5).map((one) => one.getAttribute('class')));
    expect(wide).toEqual([]);
  });
});

describe('the settings of the Tasks plugin', () => {
  const NEXT = (name: string): string => `- [ ] Wind the ${name} clock 🔁 every week ⏳ 2025-11-29 📅 2025-12-01`;
  const WOUND = (name: string): string => `${wind(name).replace('[ ]', '[x]')} ✅ 2025-11-24`;

  const visit = async (vault: string): Promise<void> => {
    await page.context().close();
    page = await stage.visit({ vault });
    await page.clock.setFixedTime('2025-11-24T10:00:00Z');
  };
  const click = (text: string): Promise<void> => todo(text).first().getByRole('checkbox').click();
  const lines = async (word: string): Promise<string[]> => (await disk(page, CLOCKS)).split('\n').filter((line) => line.includes(word));
  const becomes = async (word: string, wanted: string[]): Promise<void> => {
    await atRest(page);
    await settled(page);
    expect(await lines(word)).toEqual(wanted);
  };

  it.each([
    { set: { setDoneDate: false }, verb: 'Sell', before: [`${sell('red').replace('[ ]', '[x]')} ✅ 2025-11-24`], after: [sell('blue').replace('[ ]', '[x]')] },
    { set: { setCancelledDate: false }, first: GIVEN_UP, verb: 'Sell', before: [`${sell('red').replace('[ ]', '[-]')} ❌ 2025-11-24`], after: [sell('blue').replace('[ ]', '[-]')] },
    { set: { setCreatedDate: true }, verb: 'Wind', before: [NEXT('red'), WOUND('red')], after: [`${NEXT('blue')} ➕ 2025-11-24`, WOUND('blue')] },
    { set: { recurrenceOnNextLine: true }, verb: 'Wind', before: [NEXT('red'), WOUND('red')], after: [WOUND('blue'), NEXT('blue')] },
    { set: { removeScheduledDateOnRecurrence: true }, verb: 'Wind', before: [NEXT('red'), WOUND('red')], after: [NEXT('blue').replace('⏳ 2025-11-29 ', ''), WOUND('blue')] },
    { set: { globalFilter: '#task' }, verb: 'Wind', before: [NEXT('red'), WOUND('red')], after: [wind('blue')] },
  ])('$set counts from the next click on', async ({ set, first = {}, verb, before, after }) => {
    await visit('clocks');
    const write = (settings: object): Promise<void> => page.evaluate(([at, text]) => window.app.vault.adapter.write(at, text), [TASKS_DATA, JSON.stringify(settings)] as const);
    await write(first);
    await openTasks();
    await click(`${verb} the red clock`);
    await notice(page, 'Changed 1 note.').waitFor();
    await becomes(`${verb} the red`, before);
    await write({ ...first, ...set });
    await click(`${verb} the blue clock`);
    await (JSON.stringify(after) === JSON.stringify([wind('blue')]) ? until('it is no task', async () => (await todo('blue clock').count()) === 0) : notice(page, 'Changed 1 note.').nth(1).waitFor());
    await becomes(`${verb} the blue`, after);
    await becomes(`${verb} the red`, before);
  });

  it('are named with their values where ours say what was taken over', async () => {
    await visit('set');
    await page.evaluate(() => {
      window.app.setting.open();
      window.app.setting.openTabById('namesake');
    });
    await page.locator('.setting-item.mod-page', { hasText: 'Taken over' }).click();
    await page.locator('.setting-page-back', { hasText: 'Taken over' }).waitFor();
    const rows = page.locator('.setting-item', { has: page.locator('.setting-item-description', { hasText: TASKS_DATA }) }).locator('.setting-item-name');
    expect((await rows.allTextContents()).sort()).toEqual([
      'day on tasks that are done: no', 'day on tasks that are given up: no', 'day on the next occurrence of a task: yes', 'format of tasks: dataview', 'global filter of tasks: #task',
      'next occurrence below: yes', 'next occurrence without the scheduled date: yes', 'statuses of tasks: [ ] Todo, leads to [-]; [-] Given up, leads to [ ]',
    ].sort());
  });
});
