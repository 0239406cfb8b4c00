// The review pane: what is doubtful is offered with its reasons, decided by keyboard or mouse, and can be taken back.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  card, changedBetween, cursorBehind, DATA, disk, engineIdle, holdJournal, inEditor, journalIsHeld, letGo, notice, notices, open, openStage, palette, pane, reload, review, ROB, selected,
  settled, statusBar, SWITCHED_ON, syncs, until, wholeVault, type Stage,
} from './support.ts';

const HEARD = '(via Rob Banga)';
const MEANT = '(via [[Rob Benoit|Rob Banga]])';
const FIELD = 'Meetings/2024-12-06 - Weekly catch-up.md';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(async () => {
  expect(await notices(page)).not.toContainEqual(expect.stringContaining('modified externally'));
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

const cardOf = (heard: string) => card(page, `“${heard}” may be`).filter({ hasText: 'The line tells of the meeting' });
const banga = () => cardOf('Rob Banga');
const group = (path: string) => pane(page).locator(`[data-note="${path}"]`);
const count = async () => Number(/\d+/u.exec((await statusBar(page).textContent()) ?? '')?.[0]);
const paneCount = () => pane(page).locator('.namesake-count');
const press = (keys: string) => page.keyboard.press(keys);

async function parts(tag: 'ins' | 'del'): Promise<string[]> {
  const texts = await banga().locator(`.namesake-diff ${tag}`).evaluateAll((all) => all.map((one) => one.lastChild?.textContent ?? ''));
  return texts;
}

/** What is selected: the note's name and folder, and the card's text. */
function here(): Promise<string> {
  return selected(page).evaluate((one) => {
    const note = one.closest('.namesake-note')?.querySelector('.namesake-note-name')?.textContent ?? '';
    return `${note}: ${one.querySelector('.namesake-message')?.textContent ?? ''}`;
  });
}

/** Walks down the list with `j` until what Rob Benoit's note says of this name is selected. */
async function walkTo(heard: string): Promise<void> {
  const wanted = `Rob BenoitPeople: “${heard}” may be Rob Benoit.`;
  const left = await count();
  for (let step = 0; (await here()) !== wanted; step += 1) {
    if (step > left) throw new Error(`The list ends before: ${wanted}`);
    await press('j');
  }
}

/** Opens the queue from the palette and walks to what is said of this name, without a mouse and with no note open. */
async function walkFromPalette(heard: string): Promise<void> {
  await palette(page, 'Open the review queue');
  await page.locator('.namesake-option:focus').waitFor();
  await walkTo(heard);
}

/** The same with the note open, by the file menu. */
async function reviewBanga(): Promise<void> {
  await review(page, ROB);
  expect(await here()).toMatch(/^Rob BenoitPeople/u);
  await walkTo('Rob Banga');
}

describe('what is offered', () => {
  it('is Rob Benoit for “Rob Banga”, with the reasons in sentences and the change word by word', async () => {
    await reviewBanga();
    expect(await banga().locator('.namesake-tier').textContent()).toBe('Your decision');
    const reasons = await banga().locator('.namesake-evidence li').allTextContents();
    expect(reasons.some((reason) => reason.startsWith('Rob Benoit: '))).toBe(true);
    expect(reasons.some((reason) => reason.startsWith('Takes part in the meeting'))).toBe(true);
    expect(reasons).toContain('The line tells of the meeting “2025-10-30 - Osterhavn, a gateway for cave five”.');
    await banga().locator('.namesake-diff ins').first().waitFor();
    expect(await parts('ins')).toEqual(['[[Rob Benoit|', ']]']);
    expect(await parts('del')).toEqual([]);
    expect(await banga().locator('.namesake-diff-text').textContent()).toContain('Søren rang from the car');
  });

  it('stands under its note, and the count is the same in pane, status bar and ribbon', async () => {
    await reviewBanga();
    expect(await group(ROB).locator('.namesake-note-name').innerText()).toMatch(/^Rob Benoit\s+People$/u);
    expect(await group(ROB).locator('.namesake-message').allTextContents()).toContain('“Rob Banga” may be Rob Benoit.');
    const n = await count();
    expect(await paneCount().textContent()).toBe(`${n} to review`);
    expect(await page.locator('.namesake-ribbon').getAttribute('data-count')).toBe(n > 99 ? '99+' : String(n));
  });
});

describe('by keyboard alone', () => {
  it('moves, chooses another way to fix it, accepts, and undoes byte for byte', async () => {
    const before = await wholeVault(page);
    const n = await count();
    await walkFromPalette('Rob Banga');
    await press('k');
    expect(await here()).not.toContain('Rob Banga');
    await press('ArrowDown');
    expect(await here()).toContain('Rob Banga');
    await press('ArrowUp');
    await press('j');
    await press('2');
    await until('the second way is shown', async () => (await parts('ins'))[0] === '[[Rob Bannerman|');
    await press('1');
    await until('the first way is shown', async () => (await parts('ins'))[0] === '[[Rob Benoit|');
    await press('a');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([ROB]);
    expect(await disk(page, ROB)).toContain(MEANT);
    expect((await disk(page, ROB)).replace(MEANT, HEARD)).toBe(await page.evaluate((text) => new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0))), before[ROB]));
    await until('the count follows', async () => (await count()) === n - 1);
    expect(await page.locator('.namesake-option:focus').count()).toBe(1);
    await press('u');
    await notice(page, 'Restored 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await until('it is selected again', async () => (await here()).includes('Rob Banga'));
  });

  it('rejects for good: it stays away after a reload and when everything is read again', async () => {
    await walkFromPalette('Rob Benua');
    const n = await count();
    await press('x');
    await until('the count follows', async () => (await count()) === n - 1);
    await reload(page);
    expect(await count()).toBe(n - 1);
    await palette(page, 'Rebuild the index');
    await notice(page, /^Read \d+ notes again/u).waitFor();
    await engineIdle(page);
    await reviewBanga();
    expect(await banga().count()).toBe(1);
    expect(await cardOf('Rob Benua').count()).toBe(0);
    expect(await count()).toBe(n - 1);
  });

  it('takes a rejection back', async () => {
    await walkFromPalette('Rob Benua');
    const n = await count();
    await press('x');
    await until('the count follows', async () => (await count()) === n - 1);
    await press('u');
    await until('the finding is back', async () => (await count()) === n);
    expect(await here()).toContain('“Rob Benua”');
  });

  it('writes what the user words instead', async () => {
    await walkFromPalette('Rob Benua');
    await press('e');
    const field = selected(page).getByRole('textbox');
    await field.waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.fill('Rob B., as heard');
    await press('Control+Enter');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, ROB)).toContain('(via Rob B., as heard)');
  });

  it('leaves the words alone when editing is given up', async () => {
    await walkFromPalette('Rob Benua');
    const before = await wholeVault(page);
    await press('e');
    await selected(page).getByRole('textbox').fill('nonsense');
    await press('Escape');
    await selected(page).getByRole('textbox').waitFor({ state: 'detached' });
    expect(await page.locator('.namesake-option:focus').count()).toBe(1);
    await press('j');
    expect(await here()).not.toContain('Rob Benua');
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('accepts a whole note at once, as one batch', async () => {
    const before = await wholeVault(page);
    await review(page, FIELD);
    const inNote = await group(FIELD).locator('.namesake-card').count();
    expect(inNote).toBeGreaterThan(1);
    await press('Shift+A');
    await notice(page, 'Changed 1 note.').waitFor();
    await group(FIELD).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.host.paths().filter((path) => /\/journal\/.*\.json$/u.test(path)))).toHaveLength(1);
    await settled(page);
    await press('u');
    await notice(page, 'Restored 1 note.').waitFor();
    await until('the editor’s text is saved', async () => changedBetween(before, await wholeVault(page)).length === 0);
    await group(FIELD).waitFor();
  });

  it('opens the note at the words', async () => {
    await walkFromPalette('Rob Benua');
    await press('Enter');
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Benua');
  });
});

describe('by mouse', () => {
  it('accepts and takes back with the buttons, and with the button of the notice', async () => {
    const before = await wholeVault(page);
    await reviewBanga();
    await banga().getByRole('button', { name: 'Accept' }).click();
    await until('the link is written', async () => (await inEditor(page, ROB))?.includes(MEANT) ?? false);
    await notice(page, 'Changed 1 note.').getByRole('button', { name: 'Undo' }).click();
    await until('the heard name is back', async () => (await inEditor(page, ROB))?.includes(HEARD) ?? false);
    await engineIdle(page);
    await reviewBanga();
    await banga().getByRole('button', { name: 'Accept' }).click();
    await until('the link is written again', async () => (await inEditor(page, ROB))?.includes(MEANT) ?? false);
    await page.locator('.notice').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click())); // They lie over the pane's head.
    await pane(page).getByRole('button', { name: 'Undo' }).click();
    await until('it is saved as it was', async () => changedBetween(before, await wholeVault(page)).length === 0);
  });

  it('rejects with the button', async () => {
    await reviewBanga();
    const n = await count();
    await banga().getByRole('button', { name: 'Reject' }).click();
    await banga().waitFor({ state: 'detached' });
    expect(await count()).toBe(n - 1);
    expect(await inEditor(page, ROB)).toContain(HEARD);
  });

  it('opens at a double click', async () => {
    await reviewBanga();
    await banga().locator('.namesake-message').dblclick();
    await until('the words are selected', async () =>
      (await page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection())) === 'Rob Banga');
  });
});

describe('taking back later', () => {
  async function acceptBanga(): Promise<void> {
    await walkFromPalette('Rob Banga');
    await press('a');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, ROB)).toContain(MEANT);
  }

  it('restores byte for byte after a reload', async () => {
    const before = await wholeVault(page);
    await acceptBanga();
    await reload(page);
    expect(await disk(page, ROB)).toContain(MEANT);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await palette(page, 'Undo the last batch');
    await notice(page, 'There is no batch to undo.').waitFor();
  });

  it('refuses, and says so, when the note was edited since', async () => {
    await acceptBanga();
    const edited = (await disk(page, ROB)).replace('## Profile', 'A line of my own.\n\n## Profile');
    await syncs(page, ROB, edited);
    await engineIdle(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Left 1 note alone.').waitFor();
    expect((await notices(page)).at(-1)).toContain('Rob Benoit');
    expect(await disk(page, ROB)).toBe(edited);
  });
});

describe('a note that changes between showing and writing', () => {
  it('gets the change at the right place of its new text', async () => {
    await walkFromPalette('Rob Benua');
    await holdJournal(page);
    await press('a');
    await journalIsHeld(page);
    const conflicting = (await disk(page, ROB)).replace('# Rob Benoit\n', '# Rob Benoit\n\nMoved down by somebody else.\n');
    await syncs(page, ROB, conflicting);
    await letGo(page);
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, ROB)).toBe(conflicting.replace('(via Rob Benua)', '(via [[Rob Benoit|Rob Benua]])'));
  });

  it('is left as it is when the words are gone', async () => {
    await walkFromPalette('Rob Benua');
    await holdJournal(page);
    await press('a');
    await journalIsHeld(page);
    const conflicting = (await disk(page, ROB)).replace('(via Rob Benua)', '(via Mara Voss)');
    await syncs(page, ROB, conflicting);
    await letGo(page);
    await notice(page, 'Left 1 note alone.').waitFor();
    expect(await disk(page, ROB)).toBe(conflicting);
    await cardOf('Rob Benua').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.host.paths().filter((path) => path.endsWith('.json') && path.includes('/journal/')))).toEqual([]);
  });

  it('is left as it is when the note vanishes', async () => {
    await walkFromPalette('Rob Benua');
    await holdJournal(page);
    await press('a');
    await journalIsHeld(page);
    await page.evaluate((path) => window.host.deleteExternally(path), ROB);
    await letGo(page);
    await notice(page, 'Left 1 note alone.').waitFor();
    expect(await page.evaluate((path) => window.host.paths().includes(path), ROB)).toBe(false);
    await cardOf('Rob Benua').waitFor({ state: 'detached' });
  });

  it('keeps what was typed and not yet saved', async () => {
    await reviewBanga();
    await open(page, ROB);
    await cursorBehind(page, '## Related Customers');
    await page.keyboard.type(' and friends');
    expect(await disk(page, ROB)).not.toContain('and friends');
    await banga().getByRole('button', { name: 'Accept' }).click();
    await notice(page, 'Changed 1 note.').waitFor();
    await until('both are saved', async () => {
      const text = await disk(page, ROB);
      return text.includes('## Related Customers and friends') && text.includes(MEANT);
    });
    expect(await inEditor(page, ROB)).toBe(await disk(page, ROB));
  });

  it('is written once when it is open in two tabs', async () => {
    const before = await disk(page, ROB);
    await open(page, ROB);
    await open(page, ROB, true);
    await review(page, ROB);
    await walkTo('Rob Banga');
    await banga().getByRole('button', { name: 'Accept' }).click();
    await notice(page, 'Changed 1 note.').waitFor();
    await until('it is saved', async () => (await disk(page, ROB)) === before.replace(HEARD, MEANT));
    await settled(page);
    const texts = await page.evaluate((path) => {
      const found: string[] = [];
      window.app.workspace.iterateAllLeaves((leaf) => {
        const view = leaf.view as unknown as { file?: { path: string }; getViewData?: () => string };
        if (view.file?.path === path && view.getViewData) found.push(view.getViewData());
      });
      return found;
    }, ROB);
    expect(texts).toEqual([before.replace(HEARD, MEANT), before.replace(HEARD, MEANT)]);
  });
});
