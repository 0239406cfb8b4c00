// The review pane: doubtful findings with their reasons, decided by keyboard or mouse, and taken back.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { standing } from './support/decisions.ts';
import { inEditor } from './support/editor.ts';
import { card, count, here, pane, rememberNothing, review, selected, walkFromPalette, walkTo } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, MEETING, ROB, SWITCHED_ON, wholeVault } from './support/vault.ts';
import { atRest, reload, settled, until } from './support/waiting.ts';

const DAILY = 'Daily/2025-10-30.md';
const HEARD = '(via Rob Benware)';
const MEANT = '(via [[Rob Bannerman|Rob Benware]])';
const FIELD = 'Meetings/2024-12-06 - Weekly catch-up.md';

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

/** Cards: a name in several notes; a name in one note that may mean two people; a name in one note that may mean one. */
const banga = () => card(page, '“Rob Banga” may be');
const ferris = () => card(page, '“Ferris Kandil” may be');
const benware = () => card(page, '“Rob Benware” may be Rob Bannerman');
const group = (path: string) => pane(page).locator(`[data-note="${path}"]`);
const paneCount = () => pane(page).locator('.namesake-count');
const press = (keys: string) => page.keyboard.press(keys);

async function parts(tag: 'ins' | 'del', of = benware()): Promise<string[]> {
  const texts = await of.locator(`.namesake-diff ${tag}`).evaluateAll((all) => all.map((one) => one.lastChild?.textContent ?? ''));
  return texts;
}

/** Opens the card through the file menu, so that the note is open too. */
async function reviewBenware(): Promise<void> {
  await review(page, ROB);
  expect(await here(page)).toMatch(/^Rob BenoitPeople/u);
  await walkTo(page, 'Rob Benware', 'Rob Bannerman');
}

describe('a card', () => {
  it('offers Rob Benoit for “Rob Banga”, with reasons in sentences and a word-level difference of every line', async () => {
    await walkFromPalette(page, 'Rob Banga');
    expect(await here(page)).toBe('Names in several notes: “Rob Banga” may be Rob Benoit.');
    expect(await banga().locator('.namesake-tier').textContent()).toBe('Your decision');
    expect(await banga().locator('.namesake-places').textContent()).toBe('3 lines in 3 notes');
    const reasons = await banga().locator('.namesake-option .namesake-evidence li').allTextContents();
    expect(reasons[0]).toBe('Rob Benoit: 96 % sure.');
    expect(reasons.some((reason) => reason.startsWith('Takes part in the meeting'))).toBe(true);
    expect(reasons.some((reason) => reason.startsWith('Next is Rob Bannerman'))).toBe(true);
    expect(reasons).toContain('The line tells of the meeting “2025-10-30 - Osterhavn, a gateway for cave five”.');
    const written = ['[[Rob Benoit|', ']]', '[[', 'Benoit|Rob ', ']]', '[[Rob Benoit|', ']]'];
    await until('all lines are drawn', async () => (await parts('ins', banga())).length === written.length);
    expect(await parts('ins', banga())).toEqual(written);
    expect(await parts('del', banga())).toEqual(['@']);
    const notes = await banga().locator('.namesake-diff-path').allTextContents();
    expect(notes).toEqual(['2025-10-30', '2025-10-30 - Osterhavn, a gateway for cave five', 'Rob Benoit']);
  });

  it('opens each line of a name', async () => {
    await walkFromPalette(page, 'Rob Banga');
    await selected(page).getByRole('button', { name: /^Open line \d+ of Rob Benoit$/u }).click();
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Banga');
    expect(await page.evaluate(() => window.app.workspace.getActiveFile()?.path)).toBe(ROB);
  });

  it('stands under its note, and pane, status bar and ribbon show the same count', async () => {
    await reviewBenware();
    expect(await group(ROB).locator('.namesake-note-name').innerText()).toMatch(/^Rob Benoit\s+People$/u);
    expect(await group(ROB).locator('.namesake-message').allTextContents()).toContain('“Rob Benware” may be Rob Bannerman.');
    const n = await count(page);
    expect(await paneCount().textContent()).toBe(`${n} to review`);
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
    await notice(page, 'Changed 3 notes.').waitFor();
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([DAILY, MEETING, ROB]);
    for (const path of [DAILY, MEETING, ROB]) expect(after[path]).toContain(LINK);
    expect(after[ROB]).toMatch(/aliases:\n\s*- Rob Banga\n/u);
    await expect.poll(named).toEqual([{ path: ROB, rule: 'same-as-by-context', subject: 'Rob Banga', verdict: 'accepted' }]);
    await until('it is asked about no more', async () => (await banga().count()) === 0);
    expect(await page.evaluate(() => window.host.paths().filter((path) => /\/journal\/.*\.json$/u.test(path)))).toHaveLength(1);
    await press('u');
    await notice(page, 'Restored 3 notes.').waitFor();
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await expect.poll(named).toEqual([]);
    await until('it is asked about again', async () => (await here(page)).includes('“Rob Banga” may be Rob Benoit'));
  });

  it('does not change on a deselected line, and is remembered only for these participants', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Banga');
    await selected(page).locator('.namesake-place input').first().focus();
    await press('Space');
    await selected(page).getByRole('option').focus();
    await press('m');
    expect(await selected(page).getByRole('radio', { name: 'only with those who take part here' }).isChecked()).toBe(true);
    await press('a');
    await notice(page, 'Changed 2 notes.').waitFor();
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

  it('shows the name of the note in its links, if the settings say so', async () => {
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item', { hasText: 'Links in place of a name' }).locator('select').selectOption('clean');
    await until('that is kept', async () => (await page.evaluate((path) => window.app.vault.adapter.read(path), DATA)).includes('"clean"'));
    await press('Escape');
    await walkFromPalette(page, 'Rob Banga');
    await press('a');
    await notice(page, 'Changed 3 notes.').waitFor();
    await settled(page);
    for (const path of [DAILY, MEETING]) {
      expect(await disk(page, path)).toContain('[[Rob Benoit]]');
      expect(await disk(page, path)).not.toContain(LINK);
    }
  });

  it('is asked about the next person after a rejection, also after a reload; the settings take the rejection back', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Benware', 'Rob Bannerman');
    await press('x');
    await benware().waitFor({ state: 'detached' });
    await reload(page);
    await walkFromPalette(page, 'Rob Benware', 'Rob Benoit');
    expect(await selected(page).locator('.namesake-places').textContent()).toBe('3 lines in 3 notes');
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item.mod-page', { hasText: 'Decisions' }).click();
    const row = page.locator('.setting-item', { hasText: '“Rob Benware” is not Rob Bannerman' });
    await row.getByRole('button', { name: 'Take back' }).click();
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await until('they are two questions again', async () => (await selected(page).locator('.namesake-places').textContent()) === '2 lines in 2 notes');
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('can mean nobody in this note, or nobody anywhere', async () => {
    await walkFromPalette(page, 'Rob Banga');
    for (const line of [1, 2]) {
      await selected(page).locator('.namesake-place input').nth(line).focus();
      await press('Space');
    }
    await selected(page).getByRole('option').focus();
    await press('h');
    await until('one note asks no more', async () => (await banga().locator('.namesake-places').textContent()) === '2 lines in 2 notes');
    await expect.poll(async () => (await named()).map(({ path, rule }) => [path, rule])).toEqual([[DAILY, 'somebody']]);
    await walkTo(page, 'Rob Banga');
    await press('p');
    await banga().waitFor({ state: 'detached' });
    await expect.poll(async () => (await named()).map(({ path }) => path)).toEqual(['', DAILY]);
    await press('u');
    await banga().waitFor();
    await press('u');
    await until('all notes ask again', async () => (await banga().locator('.namesake-places').textContent()) === '3 lines in 3 notes');
  });
});

describe('names that only their meeting explains', () => {
  it('are linked automatically once the user accepts that offer, and ask again if it is switched off', async () => {
    await page.context().close();
    page = await stage.visit({ vault: 'earned' });
    await review(page, 'People/Søren Bjerregaard-Holm.md');
    const soren = card(page, '“Soren Beerguard” may be');
    await walkTo(page, 'Soren Beerguard');
    await soren.waitFor();
    const n = await count(page);
    const offer = pane(page).locator('.namesake-first');
    expect(await offer.textContent()).toContain('You accepted 25 of 25 names');
    await offer.getByRole('button', { name: 'Link them by itself' }).click();
    await soren.waitFor({ state: 'detached' });
    // Another Rob has met these people too, so “Rob Banga” is still a question.
    await until('one name is asked about no more', async () => (await count(page)) === n - 1);
    expect(await offer.count()).toBe(0);
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item', { hasText: 'Link names that only the meeting speaks for' }).locator('.checkbox-container').click();
    await until('it is asked about again', async () => (await count(page)) === n);
  });
});

describe('by keyboard alone', () => {
  it('moves, chooses another way to fix it, accepts, and undoes byte for byte', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Benware', 'Rob Bannerman');
    await press('k');
    expect(await here(page)).not.toContain('Rob Benware');
    await press('ArrowDown');
    expect(await here(page)).toContain('Rob Benware');
    await press('ArrowUp');
    await press('j');
    await press('2');
    await until('the second way is shown', async () => (await parts('ins', selected(page)))[0] === '[[Rob Benoit|');
    await press('1');
    await until('the first way is shown', async () => (await parts('ins'))[0] === '[[Rob Bannerman|');
    await rememberNothing(page);
    await press('a');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([ROB]);
    expect(await disk(page, ROB)).toContain(MEANT);
    expect((await disk(page, ROB)).replace(MEANT, HEARD)).toBe(await page.evaluate((text) => new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0))), before[ROB]));
    await until('it is asked about no more', async () => (await benware().count()) === 0);
    await until('the count follows', async () => (await paneCount().textContent()) === `${await count(page)} to review`);
    expect(await page.locator('.namesake-option:focus').count()).toBe(1);
    await press('u');
    await notice(page, 'Restored 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await until('it is selected again', async () => (await here(page)).includes('Rob Benware'));
  });

  it('chooses a candidate with the keys 1 to 3', async () => {
    const before = await wholeVault(page);
    await walkFromPalette(page, 'Rob Benware', 'Rob Bannerman');
    const ways = await selected(page).locator('.namesake-fixes').first().getByRole('radio').count();
    expect(ways).toBeGreaterThanOrEqual(3);
    for (const key of ['3', '1', '2']) {
      await press(key);
      const way = selected(page).locator('.namesake-fixes').first().getByRole('radio').nth(Number(key) - 1);
      await until(`way ${key} is chosen`, async () => way.isChecked());
    }
    await rememberNothing(page);
    await press('a');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([ROB]);
    expect(await disk(page, ROB)).toContain('(via [[Rob Benoit|Rob Benware]])');
  });

  it('rejects for good: the finding stays away after a reload and after a new index', async () => {
    await walkFromPalette(page, 'Ferris Kandil');
    const n = await count(page);
    await press('x');
    await until('the count follows', async () => (await count(page)) === n - 1);
    await reload(page);
    expect(await count(page)).toBe(n - 1);
    await palette(page, 'Rebuild the index');
    await notice(page, /^Read \d+ notes again/u).waitFor();
    await atRest(page);
    await reviewBenware();
    expect(await benware().count()).toBe(1);
    expect(await ferris().count()).toBe(0);
    expect(await count(page)).toBe(n - 1);
  });

  it('takes a rejection back', async () => {
    await walkFromPalette(page, 'Ferris Kandil');
    const n = await count(page);
    await press('x');
    await until('the count follows', async () => (await count(page)) === n - 1);
    await press('u');
    await until('the finding is back', async () => (await count(page)) === n);
    expect(await here(page)).toContain('“Ferris Kandil”');
  });

  it('writes the user’s own words', async () => {
    await walkFromPalette(page, 'Rob Benware', 'Rob Bannerman');
    await press('e');
    const field = selected(page).getByRole('textbox');
    await field.waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.fill('Rob B., as heard');
    await press('Control+Enter');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, ROB)).toContain('(via Rob B., as heard)');
  });

  it('writes nothing if editing is cancelled', async () => {
    await walkFromPalette(page, 'Rob Benware', 'Rob Bannerman');
    const before = await wholeVault(page);
    await press('e');
    await selected(page).getByRole('textbox').fill('nonsense');
    await press('Escape');
    await selected(page).getByRole('textbox').waitFor({ state: 'detached' });
    expect(await page.locator('.namesake-option:focus').count()).toBe(1);
    await press('j');
    expect(await here(page)).not.toContain('Rob Benware');
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('accepts a whole note at once, as one batch', async () => {
    const before = await wholeVault(page);
    await review(page, FIELD);
    const inNote = await group(FIELD).locator('.namesake-card').count();
    expect(inNote).toBeGreaterThan(1);
    await press('Shift+A');
    await notice(page, 'Changed 1 note.').waitFor();
    await atRest(page);
    expect(await group(FIELD).count()).toBe(0);
    expect(await page.evaluate(() => window.host.paths().filter((path) => /\/journal\/.*\.json$/u.test(path)))).toHaveLength(1);
    await settled(page);
    await press('u');
    await notice(page, 'Restored 1 note.').waitFor();
    await until('the editor’s text is saved', async () => changedBetween(before, await wholeVault(page)).length === 0);
    await group(FIELD).waitFor();
  });

  it('opens the note at the words', async () => {
    await walkFromPalette(page, 'Rob Benware', 'Rob Bannerman');
    await press('Enter');
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Benware');
  });
});

describe('by mouse', () => {
  it('accepts and takes back with the buttons, and with the button of the notice', async () => {
    const before = await wholeVault(page);
    await reviewBenware();
    await benware().getByRole('radio', { name: 'not at all' }).check();
    await benware().getByRole('button', { name: 'Accept' }).click();
    await until('the link is written', async () => (await inEditor(page, ROB))?.includes(MEANT) ?? false);
    await notice(page, 'Changed 1 note.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 1 note.').waitFor();
    expect(await inEditor(page, ROB)).toContain(HEARD);
    await atRest(page);
    await reviewBenware();
    await benware().getByRole('radio', { name: 'not at all' }).check();
    await benware().getByRole('button', { name: 'Accept' }).click();
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await inEditor(page, ROB)).toContain(MEANT);
    await page.locator('.notice').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click())); // Notices cover the head of the pane.
    await pane(page).getByRole('button', { name: 'Undo' }).click();
    await until('it is saved as it was', async () => changedBetween(before, await wholeVault(page)).length === 0);
  });

  it('rejects with the button', async () => {
    await reviewBenware();
    const n = await count(page);
    await benware().getByRole('button', { name: 'Not Rob Bannerman' }).click();
    await benware().waitFor({ state: 'detached' });
    await until('the count follows', async () => (await count(page)) === n - 1);
    expect(await inEditor(page, ROB)).toContain(HEARD);
  });

  it('opens at a double click', async () => {
    await reviewBenware();
    await benware().locator('.namesake-message').dblclick();
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Benware');
  });
});
