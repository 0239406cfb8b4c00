// Merging two notes of one person by keyboard: from the card through the comparison to one note, with all links rewritten;
// and back again, byte for byte.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileMenu, notice, offered, palette } from './support/app.ts';
import { standing } from './support/decisions.ts';
import { inEditor, open } from './support/editor.ts';
import { here, openQueue, selected, takenBack, walk } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, MEETING, ROB, SWITCHED_ON, syncs, wholeVault } from './support/vault.ts';
import { atRest, reload, settled, stopTime, until } from './support/waiting.ts';

const BANGA = 'People/Rob Banga.md';
const DAY = 'Daily/2025-11-01.md';
const WINDOWS = 'Daily/2025-11-02.md';
/** A note as importers write it: with a byte order mark and CRLF. */
const HEARD = `\uFEFF${[
  '---', 'type: people', 'title: Rob Banga', 'created: 2025-10-31', 'email: rob@wickmoor.example', 'tags: [type/people, heard]', '---', '', '# Rob Banga', '', '## Key Facts', '',
  '- Carries the ladder. ^ladder', '', '## Recent Context', '', '- 2025-10-30: [[2025-10-30 - Osterhavn, a gateway for cave five]] - Rang from the car...', '', '---', '*Last updated: *', '',
].join('\r\n')}`;
/** Decisions about the note that goes away. */
const SAID = [{ path: BANGA, rule: 'same-as', subject: 'Robb Bonga', verdict: 'rejected' }];
const files = {
  [DATA]: JSON.stringify({ ...(JSON.parse(SWITCHED_ON) as object), decisions: SAID }),
  [BANGA]: HEARD,
  [DAY]: 'Met [[Rob Banga]], see [[Rob Banga#^ladder|the ladder]].\n',
  [WINDOWS]: '\uFEFF- [ ] Ring @RobBanga\r\n![[Rob Banga#Key Facts]]\r\n',
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ merge: { from: 'everyday', files } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const modal = (): Locator => page.locator('.namesake-merge');
const press = (keys: string): Promise<void> => page.keyboard.press(keys);
const stays = (): Promise<string | null> => modal().locator('fieldset label:has(:checked) strong').textContent();
const row = (key: string): Locator => modal().locator('tr').filter({ has: page.getByRole('rowheader', { name: key, exact: true }) });
const afterwards = (key: string): Promise<string | null> => row(key).locator('td').last().textContent();
const focused = (): Promise<string | null> => page.locator(':focus').evaluate((one) => one.closest('label')?.textContent ?? one.textContent);
/** The text as `wholeVault` returns it: one character for each byte. */
const bytes = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');

/** Goes from the palette to the card and into the modal, by keyboard alone. */
async function fromTheCard(): Promise<void> {
  await openQueue(page);
  await walk(page, '“Rob Banga” may be the same person as Rob Benoit.');
  expect(await selected(page).getByRole('button', { name: 'Merge…' }).isVisible()).toBe(true);
  await press('a');
  await modal().locator('input:focus').waitFor();
}

const decided = async () => standing(await disk(page, DATA));

async function merged(before: Record<string, string>): Promise<Record<string, string>> {
  await notice(page, /^Changed \d+ notes/u).waitFor();
  await settled(page);
  const after = await wholeVault(page);
  expect(after[BANGA]).toBeUndefined();
  expect(changedBetween(before, after)).toContain(ROB);
  return after;
}

describe('two notes of one person', () => {
  it('are found, compared, merged and undone by keyboard alone', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await fromTheCard();
    expect(await stays()).toBe('Rob Benoit');
    expect(await modal().textContent()).toContain('5 links and owners lead to the note that stays instead, in 3 other notes.');

    // The dates differ. The winner's is kept unless the user chooses the other one, with Tab and an arrow key.
    expect(await afterwards('tags')).toContain('heard');
    expect(await afterwards('aliases')).toContain('Rob Banga');
    const [mine, theirs] = await row('created').locator('label').allTextContents();
    expect(mine).toBe(`created in Rob Benoit: ${await afterwards('created')}`);
    for (let step = 0; (await focused()) !== mine; step += 1) {
      if (step > 20) throw new Error('Tab does not lead to the choice.');
      await press('Tab');
    }
    await press('ArrowDown');
    await until('the other value is taken', async () => (await afterwards('created')) === '2025-10-31');
    expect(await focused()).toBe(theirs);
    expect(await modal().getByText('Carries the ladder').count()).toBe(1);

    await press('Control+Enter');
    const after = await merged(before);
    const text = await disk(page, ROB);
    expect(text).toContain('created: 2025-10-31');
    expect(text).toContain('- Carries the ladder. ^ladder');
    expect(text).toContain('email: rob@wickmoor.example');
    expect(await disk(page, DAY)).toBe('Met [[Rob Benoit|Rob Banga]], see [[Rob Benoit#^ladder|the ladder]].\n');
    expect(await disk(page, WINDOWS)).toBe('\uFEFF- [ ] Ring @RobBenoit\r\n![[Rob Benoit#Key Facts]]\r\n');
    expect(changedBetween(before, after)).toEqual([BANGA, ROB, DAY, WINDOWS, MEETING].sort());
    expect(await disk(page, '.trash/Rob Banga.md')).toBe(HEARD);
    await until('it is asked about no more', async () => !(await here(page)).includes('may be the same person as Rob Benoit'));

    await press('u');
    await takenBack(page, 5);
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
    expect((await wholeVault(page))[BANGA]).toBe(bytes(HEARD));
    await until('it is asked about again', async () => (await here(page)).includes('may be the same person as Rob Benoit'));
  });

  it('are chosen from the palette, merged the other way round, and undone after a restart', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await open(page, BANGA);
    await palette(page, 'Merge this person with another note…');
    await page.locator('.prompt-input').fill('ben rob');
    await until('one person fits', async () => (await page.locator('.suggestion-title').allTextContents()).join() === 'Rob Benoit');
    await press('Enter');
    await modal().locator('input:focus').waitFor();
    await press('2');
    await until('the other one stays', async () => (await stays()) === 'Rob Banga');
    await press('1');
    await until('the first one stays again', async () => (await stays()) === 'Rob Benoit');
    await modal().locator('.mod-cta[aria-disabled=false]').waitFor();
    await press('Control+Enter');
    await merged(before);
    // The tab now shows the note that stays, and the engine knows that the other one is gone.
    expect(await inEditor(page, ROB)).toContain('Carries the ladder');
    await until('what was said of it is said of that one', async () => JSON.stringify(await decided()) === JSON.stringify([{ ...SAID[0], path: ROB }]));
    await open(page, DAY);
    await palette(page, 'Merge this person');
    await notice(page, '2025-11-01 is no note about a person').waitFor();

    await reload(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 5 notes.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
    await until('it is said of the first again', async () => JSON.stringify(await decided()) === JSON.stringify(SAID));
  });

  it('are merged from the menu of the file list, with the mouse, and undone from the notice', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await open(page, BANGA);
    expect(await offered(page)).toContain('Merge this person with another note…');
    await fileMenu(page, BANGA, 'Merge with another note…');
    await page.locator('.prompt-input').fill('benoit');
    await until('one person fits', async () => (await page.locator('.suggestion-title').allTextContents()).join() === 'Rob Benoit');
    await page.locator('.suggestion-item', { hasText: 'Rob Benoit' }).click();
    await modal().getByRole('button', { name: 'Merge', exact: true }).click();
    await merged(before);
    await notice(page, /^Changed 5 notes/u).getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 5 notes.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });
});

it.each([
  ['Rob Bannerman', 'Robert Inglethorpe'],
  ['Elin Sandgren (Bloemkade)', 'Elin Sandgren (Tervola)'],
  ['Desmond Okwuosa', 'Daniyar Seitkali'],
  ['Đoàn Thục Quyên', 'ليان الزهراوي'],
])('%s and %s, of whatever line endings and letters, are merged and taken back byte for byte', async (winner, loser) => {
  page = await stage.visit();
  const before = await wholeVault(page);
  const [stayed, gone] = [`People/${winner}.md`, `People/${loser}.md`];
  await open(page, gone);
  await palette(page, 'Merge this person');
  await page.locator('.prompt-input').fill(winner);
  await until('the person is offered', async () => (await page.locator('.suggestion-title').allTextContents())[0] === winner);
  await press('Enter');
  await modal().locator('input:focus').waitFor();
  await press('Control+Enter');
  await notice(page, /^Changed \d+ notes/u).waitFor();
  await settled(page);
  const after = await wholeVault(page);
  expect(after[gone]).toBeUndefined();
  expect(after[stayed]).not.toBe(before[stayed]);
  expect(Object.values(after).filter((text) => text.includes(bytes(`[[${loser}`)))).toEqual([]);
  await palette(page, 'Undo the last batch');
  await notice(page, /^Restored \d+ notes/u).waitFor();
  await settled(page);
  expect(await wholeVault(page)).toEqual(before);
});

describe('a merge that is not possible', () => {
  it('ends with a message and without a write if one of the notes changed during the comparison', async () => {
    page = await stage.visit();
    await fromTheCard();
    await syncs(page, BANGA, `${HEARD}Something new.\r\n`);
    await settled(page);
    await atRest(page);
    const before = await wholeVault(page);
    await press('Control+Enter');
    await notice(page, 'Rob Banga changed since you looked, so nothing was merged.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('ends the same way, and undoes its writes, if somebody types in a note with a link to it', async () => {
    page = await stage.visit({ clock: true });
    await open(page, DAY);
    await fromTheCard();
    const before = await wholeVault(page);
    await stopTime(page);
    await page.evaluate((path) => {
      window.app.workspace.iterateAllLeaves((leaf) => {
        const view = leaf.view as unknown as { file?: { path: string }; editor?: { replaceRange(text: string, at: object): void } };
        if (view.file?.path === path) view.editor?.replaceRange('Typed. ', { line: 0, ch: 0 });
      });
    }, DAY);
    await press('Control+Enter');
    await page.clock.resume();
    await notice(page, `Nothing was merged. ${DAY}: The note changed while it was being worked on.`).waitFor();
    expect(changedBetween(before, await wholeVault(page)).filter((path) => path !== DAY)).toEqual([]);
    expect(await inEditor(page, DAY)).toMatch(/^Typed. Met \[\[Rob Banga\]\]/u);
  });

  it('gives the reason, and can be tried the other way round', async () => {
    page = await stage.visit();
    await syncs(page, ROB, (await disk(page, ROB)).replace('---\n', '---\ndistinct_from: "[[Rob Banga]]"\n'));
    await settled(page);
    await open(page, BANGA);
    await palette(page, 'Merge this person');
    await page.locator('.prompt-input').fill('benoit');
    await page.locator('.suggestion-item', { hasText: 'Rob Benoit' }).waitFor();
    await press('Enter');
    expect(await modal().getByRole('alert').textContent()).toContain('distinct_from');
    expect(await modal().getByRole('button', { name: 'Merge', exact: true }).isDisabled()).toBe(true);
    await press('2');
    await until('the choice is shown', async () => (await stays()) === 'Rob Banga');
    await press('Escape');
    expect(await modal().count()).toBe(0);
  });

  it('keeps a file that blocks an undo, and can be undone once the file is gone', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await fromTheCard();
    await press('Control+Enter');
    const after = await merged(before);
    await syncs(page, BANGA, 'Another Rob.\n');
    await settled(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'another note stands at People/Rob Banga.md').waitFor();
    expect(await wholeVault(page)).toEqual({ ...after, [BANGA]: 'Another Rob.\n' });
    await page.evaluate((path) => window.host.deleteExternally(path), BANGA);
    await settled(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 5 notes.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });
});

