// The review pane: doubtful findings with their reasons, decided by keyboard or mouse, and taken back.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { standing } from './support/decisions.ts';
import { inEditor } from './support/editor.ts';
import { BENWARE, changed, count, focusedLine, goTo, here, openQueue, pane, review, seek, selected, takenBack, walk, walkFromPalette, walkTo } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, MEETING, ROB, SWITCHED_ON, wholeVault } from './support/vault.ts';
import { atRest, reload, settled, until } from './support/waiting.ts';

const DAILY = 'Daily/2025-10-30.md';
const HEARD = '(via Rob Benware)';
const MEANT = '(via [[Rob Bannerman|Rob Benware]])';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const earned = { ...(JSON.parse(SWITCHED_ON) as object), decisions: Array.from({ length: 25 }, (_, at) => ({ path: ROB, rule: 'same-as-by-context', subject: `Rob ${at}`, verdict: 'accepted' })) };
  stage = await openStage({
    queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } },
    earned: { from: 'everyday', files: { [DATA]: JSON.stringify(earned) } },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

const paneCount = () => pane(page).locator('.namesake-count');
const press = (keys: string) => page.keyboard.press(keys);
const ticks = () => selected(page).locator('.namesake-tick');
const inTicks = async (n: number): Promise<boolean> => (await ticks().count()) === n;
/** Lists all places of the selected question. */
async function openPlaces(n: number): Promise<void> {
  await press('o');
  await until(`${n} places are listed`, () => inTicks(n));
}

/** Opens the question through the file menu, so that the note is open too. */
async function reviewBenware(): Promise<void> {
  await review(page, ROB);
  await walk(page, BENWARE);
}

describe('a question', () => {
  it('offers Rob Benoit for “Rob Banga”, with reasons in plain words and the words in their line', async () => {
    await walkFromPalette(page, 'Rob Banga', 'Rob Benoit');
    expect(await here(page)).toBe('Is “Rob Banga” Rob Benoit?');
    const why = await selected(page).locator('.namesake-why').innerText();
    expect(why).toMatch(/^(?:Very likely|Likely)\. Took part\.$/u);
    expect(await selected(page).innerText()).not.toMatch(/%|bits|\bvia\b|\bmention\b/u);
    expect(await selected(page).locator('mark').first().textContent()).toBe('Rob Banga');
    await openPlaces(3);
    expect(await ticks().locator('.namesake-where').allTextContents()).toEqual(['2025-10-30', '2025-10-30 - Osterhavn, a gateway for cave five', 'Rob Benoit']);
  });

  it('shows old and new side by side if asked', async () => {
    await goTo(page, BENWARE);
    await press('d');
    await selected(page).locator('.namesake-diff ins').first().waitFor();
    expect((await selected(page).locator('.namesake-diff ins').first().textContent())).toContain('[[Rob Bannerman|');
    await press('d');
    await selected(page).locator('.namesake-diff ins').first().waitFor({ state: 'detached' });
  });

  it('opens each line of a name', async () => {
    await walkFromPalette(page, 'Rob Banga');
    await openPlaces(3);
    await selected(page).getByRole('button', { name: /^Open line \d+ of Rob Benoit$/u }).click();
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Banga');
    expect(await page.evaluate(() => window.app.workspace.getActiveFile()?.path)).toBe(ROB);
  });

  it('of the open note comes first, and pane, status bar and ribbon show the same count', async () => {
    await review(page, ROB);
    expect(await pane(page).locator('.namesake-heading').first().textContent()).toMatch(/^This note \d+$/u);
    const n = await count(page);
    expect(await paneCount().textContent()).toMatch(new RegExp(`^0 of ${n} questions, about \\d+ minutes left$`, 'u'));
    expect(await page.locator('.namesake-ribbon').getAttribute('data-count')).toBe(n > 99 ? '99+' : String(n));
  });
});

describe('a misheard name, by keyboard alone', () => {
  const LINK = '[[Rob Benoit|Rob Banga]]';
  const named = async () => standing(await page.evaluate((path) => window.app.vault.adapter.read(path), DATA)).filter(({ rule }) => rule.startsWith('same-as') || rule === 'somebody');

  it('becomes a link everywhere and an alias of its person, and one undo takes all of it back', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Banga');
    await press('a');
    await changed(page, 3);
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([DAILY, MEETING, ROB]);
    for (const path of [DAILY, MEETING, ROB]) expect(after[path]).toContain(LINK);
    expect(after[ROB]).toMatch(/aliases:\n\s*- Rob Banga\n/u);
    await expect.poll(named).toEqual([{ path: ROB, rule: 'same-as-by-context', subject: 'Rob Banga', verdict: 'accepted' }]);
    await until('it is asked about no more', async () => !(await here(page)).includes('Rob Banga'));
    expect(await page.evaluate(() => window.host.paths().filter((path) => /\/journal\/.*\.json$/u.test(path)))).toHaveLength(1);
    await press('u');
    await takenBack(page, 3);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await expect.poll(named).toEqual([]);
    await until('it is asked about again', async () => (await here(page)).includes('“Rob Banga” Rob Benoit'));
  });

  it('does not change on a deselected line, and is remembered only for these participants', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Banga');
    await openPlaces(3);
    await ticks().first().getByRole('checkbox').focus();
    await press('Space');
    await press('m');
    await selected(page).getByText('Remembered among these people.').waitFor();
    await press('a');
    await changed(page, 2);
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([MEETING, ROB]);
    expect(after[ROB]).not.toContain('aliases');
    await expect.poll(async () => (await named()).map((decision) => [decision.path, decision.with?.includes(ROB)])).toEqual([[ROB, true]]);

    await reload(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 2 notes.').waitFor();
    await until('what was decided is taken back with it', async () => (await named()).length === 0);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('is linked in the form that was set in the app a moment ago', async () => {
    await walkFromPalette(page, 'Rob Banga');
    await page.evaluate(() => window.app.vault.adapter.write('.obsidian/app.json', '{"useMarkdownLinks": true}'));
    await press('a');
    await changed(page, 3);
    await settled(page);
    expect(await disk(page, 'Daily/2025-10-30.md')).toMatch(/a \[Rob Banga\]\([^)]*Rob%20Benoit\.md\) and/u);
  });

  it('shows the name of the note in its links, if the settings say so', async () => {
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item', { hasText: 'Links in place of a name' }).locator('select').selectOption('clean');
    await until('that is kept', async () => (await page.evaluate((path) => window.app.vault.adapter.read(path), DATA)).includes('"clean"'));
    await press('Escape');
    await walkFromPalette(page, 'Rob Banga');
    await press('a');
    await changed(page, 3);
    await settled(page);
    for (const path of [DAILY, MEETING]) {
      expect(await disk(page, path)).toContain('[[Rob Benoit]]');
      expect(await disk(page, path)).not.toContain(LINK);
    }
  });

  it('is asked about the next person after a rejection, also after a reload; the settings take the rejection back', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Banga', 'Rob Benoit');
    await press('x');
    await expect.poll(async () => (await named()).length).toBe(1);
    await reload(page);
    await walkFromPalette(page, 'Rob Banga');
    expect(await here(page)).not.toContain('Rob Benoit');
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item.mod-page', { hasText: 'Decisions' }).click();
    const row = page.locator('.setting-item', { hasText: '“Rob Banga” is not Rob Benoit' });
    await row.getByRole('button', { name: 'Take back' }).click();
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await walkFromPalette(page, 'Rob Banga', 'Rob Benoit');
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('of a tie is none of all who were on offer after a plain no, until that is taken back', async () => {
    await goTo(page, BENWARE);
    await press('x');
    await expect.poll(async () => (await named()).map(({ path, verdict }) => `${path} ${verdict}`).sort()).toEqual(['People/Rob Bannerman.md rejected', 'People/Rob Benoit.md rejected', 'People/Robert Inglethorpe.md rejected']);
    await settled(page);
    await expect(walk(page, BENWARE)).rejects.toThrow('The list ends');
    await press('u');
    await expect.poll(named).toEqual([]);
    await walk(page, BENWARE);
  });

  it('of somebody else is linked in the places that are ticked, and in no other', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Banga');
    await openPlaces(3);
    await ticks().first().getByRole('checkbox').uncheck();
    await selected(page).getByRole('button', { name: 'Other…' }).click();
    await page.locator('.prompt input').fill('Soren');
    await page.locator('.suggestion-item', { hasText: 'Søren' }).click();
    await changed(page, 2);
    await settled(page);
    const after = await wholeVault(page);
    expect(after[DAILY]).toBe(before[DAILY]);
    expect(changedBetween(before, after).filter((path) => after[path]?.includes('|Rob Banga]]'))).toEqual([MEETING, ROB]);
  });

  it('can mean somebody else in all places of a note at once', async () => {
    await goTo(page, 'Marco Bellandrini');
    const note = (await selected(page).locator('.namesake-where').first().textContent()) ?? '';
    expect(await ticks().count()).toBe(2);
    const n = await count(page);
    await selected(page).getByRole('button', { name: 'Other…' }).click();
    await page.locator('.prompt input').fill('Soren');
    await page.locator('.suggestion-item', { hasText: 'Søren' }).click();
    await changed(page, 1);
    await atRest(page);
    const text = await disk(page, `Meetings/${note}.md`);
    expect(text.match(/\|Marco Bellandrini\]\]/gu)).toHaveLength(2);
    expect(await count(page)).toBe(n - 1);
  });

  it('can mean nobody in this note, or nobody anywhere', async () => {
    await walkFromPalette(page, 'Rob Banga');
    await openPlaces(3);
    for (const line of [1, 2]) await ticks().nth(line).getByRole('checkbox').uncheck();
    await press('h');
    await until('one note asks no more', async () => (await named()).length === 1 && (await inTicks(2) || !(await here(page)).includes('Rob Banga')));
    await expect.poll(async () => (await named()).map(({ path, rule }) => [path, rule])).toEqual([[DAILY, 'somebody']]);
    await atRest(page);
    await walkTo(page, 'Rob Banga');
    await press('p');
    await until('nobody asks', async () => !(await here(page)).includes('Rob Banga'));
    await atRest(page);
    await expect.poll(async () => (await named()).map(({ path }) => path)).toEqual(['', DAILY]);
    await press('u');
    await until('it is asked again', async () => (await here(page)).includes('Rob Banga'));
    await press('u');
    await until('all decisions are taken back', async () => (await named()).length === 0);
    await atRest(page);
    expect(await focusedLine(page).count()).toBe(1);
    await walkTo(page, 'Rob Banga');
    await openPlaces(3);
  });
});

describe('names that only their meeting explains', () => {
  it('are linked automatically once the user accepts that offer, and ask again if it is switched off', async () => {
    await page.context().close();
    page = await stage.visit({ vault: 'earned' });
    await openQueue(page);
    await walk(page, 'Soren Beerguard');
    const n = await count(page);
    const offer = pane(page).locator('.namesake-first');
    expect(await offer.textContent()).toContain('You accepted 25 of 25 names');
    await offer.getByRole('button', { name: 'Link them by itself' }).click();
    // Another Rob has met these people too, so “Rob Banga” is still a question.
    await until('one name is asked about no more', async () => (await count(page)) === n - 1);
    expect(await here(page)).not.toContain('Soren Beerguard');
    expect(await offer.count()).toBe(0);
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item', { hasText: 'Link names that only the meeting speaks for' }).locator('.checkbox-container').click();
    await until('it is asked about again', async () => (await count(page)) === n);
  });
});

describe('by keyboard alone', () => {
  const asIt = (text: string): Promise<string> => page.evaluate((bytes) => new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))), text);

  it('moves, accepts, and undoes byte for byte', async () => {
    const before = await wholeVault(page);
    await goTo(page, BENWARE);
    await press('k');
    expect(await here(page)).not.toBe(BENWARE);
    await press('ArrowDown');
    expect(await here(page)).toBe(BENWARE);
    await press('ArrowUp');
    await press('j');
    await press('1');
    await changed(page, 1);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([ROB]);
    expect(await disk(page, ROB)).toContain(MEANT);
    expect((await disk(page, ROB)).replace(MEANT, HEARD)).toBe(await asIt(before[ROB] ?? ''));
    await until('the count follows', async () => ((await paneCount().textContent()) ?? '').startsWith('1 of '));
    expect(await focusedLine(page).count()).toBe(1);
    await press('u');
    await takenBack(page, 1);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await until('it is selected again', async () => (await here(page)).includes('Rob Benware'));
  });

  it('gives another answer with its number', async () => {
    const before = await wholeVault(page);
    await goTo(page, BENWARE);
    expect(await selected(page).locator('[data-answer="2"]').textContent()).toBe('Rob Benoit');
    await press('2');
    await changed(page, 1);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toContain(ROB);
    expect(await disk(page, ROB)).toContain('(via [[Rob Benoit|Rob Benware]])');
  });

  it('rejects for good: the question stays away after a reload and after a new index', async () => {
    await walkFromPalette(page, 'Soren Beerguard');
    const n = await count(page);
    await press('x');
    await until('the count follows', async () => (await count(page)) === n - 1);
    await reload(page);
    expect(await count(page)).toBe(n - 1);
    await palette(page, 'Rebuild the index');
    await notice(page, /^Read \d+ notes again/u).waitFor();
    await atRest(page);
    await openQueue(page);
    await expect(walk(page, 'Soren Beerguard')).rejects.toThrow('The list ends');
    expect(await count(page)).toBe(n - 1);
  });

  it('takes a rejection back', async () => {
    await walkFromPalette(page, 'Soren Beerguard');
    const n = await count(page);
    await press('x');
    await until('the count follows', async () => (await count(page)) === n - 1);
    await press('u');
    await until('the question is back', async () => (await count(page)) === n);
    expect(await here(page)).toContain('“Soren Beerguard”');
  });

  it('writes the user’s own words', async () => {
    await goTo(page, BENWARE);
    await press('e');
    const field = selected(page).getByRole('textbox');
    await field.waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.fill('Rob B., as heard');
    await press('Control+Enter');
    await changed(page, 1);
    expect(await disk(page, ROB)).toContain('(via Rob B., as heard)');
  });

  it('writes nothing if editing is cancelled', async () => {
    await goTo(page, BENWARE);
    const before = await wholeVault(page);
    await press('e');
    await selected(page).getByRole('textbox').fill('nonsense');
    await press('Escape');
    await selected(page).getByRole('textbox').waitFor({ state: 'detached' });
    expect(await focusedLine(page).count()).toBe(1);
    await press('j');
    expect(await here(page)).not.toBe(BENWARE);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('looks at the note and stays, or goes to the words', async () => {
    await goTo(page, BENWARE);
    await press('Enter');
    await until('the note is shown', async () => (await inEditor(page, ROB)) !== undefined);
    await until('the focus is on the question', async () => (await focusedLine(page).count()) === 1);
    expect(await here(page)).toBe(BENWARE);
    await press('Control+Enter');
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Benware');
  });

  it('searches, narrows by what it is about, and shows all again', async () => {
    await openQueue(page);
    await press('/');
    await page.keyboard.type('soren beerguard');
    await until('only that is left', async () => (await pane(page).locator('.namesake-line').count()) === 1);
    await press('Escape');
    expect(await here(page)).toContain('Soren Beerguard');
    await pane(page).getByRole('searchbox').fill('');
    await press('Escape');
    await pane(page).getByRole('button', { name: /^Tasks/u }).click();
    expect(await pane(page).getByRole('button', { name: /^Tasks/u }).getAttribute('aria-pressed')).toBe('true');
    await pane(page).getByRole('button', { name: /^Tasks/u }).click();
    await seek(page, 'Soren Beerguard');
  });
});

describe('by mouse', () => {
  it('accepts and takes back with the buttons of the question, the strip and the head', async () => {
    const before = await wholeVault(page);
    await reviewBenware();
    await selected(page).getByRole('button', { name: 'Rob Bannerman' }).click();
    await until('the link is written', async () => (await inEditor(page, ROB))?.includes(MEANT) ?? false);
    await changed(page, 1);
    await pane(page).locator('.namesake-strip').getByRole('button', { name: 'Undo' }).click();
    await takenBack(page, 1);
    expect(await inEditor(page, ROB)).toContain(HEARD);
    await atRest(page);
    await reviewBenware();
    await selected(page).getByRole('button', { name: 'Rob Bannerman' }).click();
    await changed(page, 1);
    expect(await inEditor(page, ROB)).toContain(MEANT);
    await pane(page).locator('.namesake-head').getByRole('button', { name: 'Undo' }).click();
    await until('it is saved as it was', async () => changedBetween(before, await wholeVault(page)).length === 0);
  });

  it('rejects with the menu', async () => {
    await reviewBenware();
    const n = await count(page);
    await selected(page).getByRole('button', { name: 'More answers' }).click();
    await page.locator('.menu-item', { hasText: /^None of them$/u }).click();
    await until('the count follows', async () => (await count(page)) === n - 1);
    expect(await inEditor(page, ROB)).toContain(HEARD);
  });

  it('opens the note by its name', async () => {
    await reviewBenware();
    await selected(page).getByRole('button', { name: 'Open Rob Benoit' }).click();
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Benware');
  });
});
