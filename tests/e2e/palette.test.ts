// The palette and the menus: what each command does, and when it is offered.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileMenu, notice, notices, offered, palette } from './support/app.ts';
import { inEditor, open } from './support/editor.ts';
import { focusedLine, pane, selected } from './support/pane.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, disk, MEETING, ROB, wholeVault } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const SOREN = 'People/Søren Bjerregaard-Holm.md';
const COMMANDS_OF_A_NOTE = ['Copy the names of this note for your recorder', 'Enrich from this meeting', 'Extract tasks of this note', 'Merge this person with another note…', 'Split this person\'s note into two', 'Why is this here?'];
const COMMANDS_OF_THE_VAULT = [
  'Before you meet …', 'Convert tasks…', 'Copy all names for your recorder', 'Make a base of people and meetings', 'Normalise…', 'Open the review queue', 'Open the tasks',
  'Rebuild the index', 'Scan the vault', 'Show what was recognised', 'Undo the last batch', 'Write a report of this vault',
];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ everyday: { from: 'everyday', files: { 'Inbox/plan.txt': 'no note' } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

const modal = () => page.locator('.modal');

/** Waits until the changes of the plugin in open editors are saved. */
async function saved(): Promise<void> {
  await page.clock.runFor(2100);
  await settled(page);
}

describe('the palette', () => {
  it('offers the commands of a note only while a note is open', async () => {
    expect(await offered(page)).toEqual(COMMANDS_OF_THE_VAULT);
    await open(page, MEETING);
    expect(await offered(page)).toEqual([...COMMANDS_OF_A_NOTE, ...COMMANDS_OF_THE_VAULT].sort());
  });

  it('copies the names of a meeting for the recorder, and says so where the clipboard is refused', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await open(page, MEETING);
    await palette(page, 'Copy the names of this note for your recorder');
    await notice(page, 'Paste them into the vocabulary of your recorder.').waitFor();
    expect((await copied()).split('\n')).toEqual(expect.arrayContaining(['Mara Voss', 'Rob Benoit', 'Søren Bjerregaard-Holm']));
    const ofMeeting = (await copied()).split('\n').length;
    await palette(page, 'Copy all names for your recorder');
    await expect.poll(async () => (await copied()).split('\n').length).toBeGreaterThan(ofMeeting);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no focus')) } }));
    await palette(page, 'Copy all names for your recorder');
    await notice(page, 'The names could not be copied. Click into the app and try again.').waitFor();
  });

  it('normalises this note and no other, and changes nothing but frontmatter', async () => {
    const before = await wholeVault(page);
    const original = await disk(page, MEETING);
    await open(page, MEETING);
    await palette(page, 'Normalise…', 'This note');
    await notice(page, 'Changed 1 note.').waitFor();
    await saved();
    expect(changedBetween(before, await wholeVault(page))).toEqual([MEETING]);
    const text = await disk(page, MEETING);
    expect(text).toContain('created: 2025-10-30\n');
    expect(text).toContain('participants: [Mara Voss, Rob Benoit, Søren Bjerregaard-Holm]\n');
    expect(text).toContain('@Rob Benoit');
    expect(original).toContain('@Rob Benoit');
    await palette(page, 'Normalise…', 'This note');
    await notice(page, /^Nothing can be repaired here without you\. \d questions? needs? your decision/u).waitFor();
  });

  it('enriches from this meeting the notes of its people, and no others', async () => {
    const before = await wholeVault(page);
    await open(page, MEETING);
    await palette(page, 'Enrich from this meeting');
    await notice(page, /^Changed \d notes?\./u).waitFor();
    const changed = changedBetween(before, await wholeVault(page));
    expect(changed).toContain(SOREN);
    expect(changed.every((path) => path.startsWith('People/'))).toBe(true);
    expect((await disk(page, SOREN)).split('[[2025-10-30 - Osterhavn, a gateway for cave five')).toHaveLength(2);
    await palette(page, 'Enrich from this meeting');
    await notice(page, 'Nothing to repair here.').waitFor();
  });

  it('lists the tasks of this note, and opens the line of one', async () => {
    await open(page, MEETING);
    await palette(page, 'Extract tasks of this note');
    const tasks = modal().locator('.namesake-task');
    await tasks.first().waitFor();
    expect(await modal().locator('.modal-title').textContent()).toBe('Tasks of 2025-10-30 - Osterhavn, a gateway for cave five');
    expect(await tasks.locator('.namesake-task-state').allTextContents()).toEqual(['☐', '☑', '☐', '☐']);
    expect(await tasks.first().textContent()).toContain('Put the gateway price on paper for the board');
    expect(await tasks.first().locator('.namesake-task-facts').textContent()).toContain('Rob Benoit');
    await tasks.nth(3).click();
    await modal().waitFor({ state: 'detached' });
    const line = await page.evaluate(() => {
      const { editor } = window.app.workspace.activeEditor!;
      return editor.getLine(editor.getCursor().line);
    });
    expect(line).toBe('- [ ] Send round the list for the acceptance @SørenBjerregaard-Holm');
  });

  it('undoes the last batch, then the one before it', async () => {
    const before = await wholeVault(page);
    await open(page, MEETING);
    await palette(page, 'Normalise…', 'This note');
    await notice(page, 'Changed 1 note.').waitFor();
    await saved();
    const between = await wholeVault(page);
    await palette(page, 'Enrich from this meeting');
    await until('the people’s notes are written', async () => (await notices(page)).length === 2);
    await palette(page, 'Undo the last batch');
    await notice(page, /^Restored \d notes?\./u).waitFor();
    expect(changedBetween(between, await wholeVault(page))).toEqual([]);
    await palette(page, 'Undo the last batch');
    await until('the note’s properties are back', async () => (await inEditor(page, MEETING))?.includes('created: { { DATE } }') ?? false);
    await saved();
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('rebuilds the index and says how many notes it read', async () => {
    await palette(page, 'Rebuild the index');
    const notes = await page.evaluate(() => window.app.vault.getMarkdownFiles().length);
    await notice(page, `Read ${notes} notes again.`).waitFor();
  });

  it('opens the queue again after it was closed', async () => {
    await page.evaluate(() => window.app.workspace.detachLeavesOfType('namesake-review'));
    await palette(page, 'Open the review queue');
    await focusedLine(page).waitFor();
  });
});

describe('the menus', () => {
  const menuOf = async (path: string) => {
    await page.locator(`[data-path="${path}"]`).click({ button: 'right' });
    return page.locator('.menu-item');
  };

  it('of a note normalise it and open its findings', async () => {
    await open(page, ROB);
    const before = await disk(page, MEETING);
    await page.locator('[data-path="Meetings"]').click();
    await fileMenu(page, MEETING, 'Normalise note');
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, MEETING)).not.toBe(before);
    await fileMenu(page, ROB, 'Review note');
    await focusedLine(page).waitFor();
    expect(await pane(page).locator('.namesake-heading').first().textContent()).toMatch(/^This note/u);
    expect(await selected(page).locator('[data-note-link="People/Rob Benoit.md"]').count()).toBeGreaterThan(0);
  });

  it('of a folder show what would change first', async () => {
    const before = await wholeVault(page);
    await fileMenu(page, 'Projects', 'Normalise folder');
    await modal().locator('.namesake-sample li').first().waitFor();
    expect((await modal().locator('.namesake-sample-path').allTextContents()).every((path) => path.startsWith('Projects/'))).toBe(true);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await modal().getByRole('button', { name: 'Apply' }).click();
    await notice(page, /^Changed \d+ notes/u).waitFor();
    const changed = changedBetween(before, await wholeVault(page));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((path) => path.startsWith('Projects/'))).toBe(true);
  });

  it('of several files name how many notes are among them', async () => {
    await page.locator('[data-path="Inbox"]').click();
    for (const path of ['Inbox/card from the fair.md', 'Inbox/voice memo.md', 'Inbox/plan.txt']) {
      await page.locator(`[data-path="${path}"]`).click({ modifiers: ['Shift'] });
    }
    expect(await (await menuOf('Inbox/voice memo.md')).allTextContents()).toContain('Normalise 2 notes');
  });

  it('of other files offer nothing of Namesake', async () => {
    await page.locator('[data-path="Inbox"]').click();
    const items = await (await menuOf('Inbox/plan.txt')).allTextContents();
    expect(items.filter((item) => /normalise|review/iu.test(item))).toEqual([]);
  });
});

describe('the status bar and the ribbon', () => {
  it('open the pane', async () => {
    for (const way of ['.namesake-status', '.namesake-ribbon']) {
      await page.evaluate(() => window.app.workspace.detachLeavesOfType('namesake-review'));
      await page.locator(way).click();
      await pane(page).locator('.namesake-list').waitFor();
    }
  });
});
