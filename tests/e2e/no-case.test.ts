// A disk that takes names in other upper and lower case for the same, as those of macOS and Windows do: a note that is
// renamed by case alone stays the note it was, and none is made beside it.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { BENWARE, chooseNewPerson, count, goTo, openQueue, pane } from './support/pane.ts';
import { standing } from './support/decisions.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, SWITCHED_ON, wholeVault } from './support/vault.ts';
import { atRest, comeToRest, reload, settled, until } from './support/waiting.ts';

const LOWER = 'People/rob benoit.md';
const ROB = 'People/Rob Benoit.md';
const NOTE = 'Meetings/2025-11-03 - yard.md';
const NAMED = 'Meetings/2025-11-03 - Yard.md';
const TEXT = ['---', 'type: meeting', 'date: 2025-11-03', 'participants: [Mara Voss]', '---', '', '# Yard', '', 'Seen: ', '', '## Action items', '', '- [ ] Paint the gate ðŸ“… 2025-12-01', ''].join('\n');
const MARA = '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-11-03\n---\n\n# Mara Voss\n';
const OTHER_FOLDER = JSON.stringify({ version: 1, settings: { newPeopleFolder: 'people/New' }, firstBatchReviewed: true });

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    everyday: { from: 'everyday', files: { [DATA]: SWITCHED_ON } },
    yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT, 'People/Mara Voss.md': MARA } },
    folder: { from: 'everyday', files: { [DATA]: OTHER_FOLDER } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const ignoreCase = (): Promise<void> => page.evaluate(() => window.host.faults.ignoreCase());
const rename = (from: string, to: string): Promise<void> => page.evaluate(([old, path]) => window.host.renameExternally(old, path), [from, to] as const);

describe('a person’s note that is renamed by case alone', () => {
  let questions: number;

  beforeEach(async () => {
    page = await stage.visit();
    await ignoreCase();
    questions = await count(page);
    await rename(ROB, LOWER);
    await atRest(page);
  });

  it('keeps its questions', async () => {
    await rename(LOWER, ROB);
    await atRest(page);
    await openQueue(page);
    expect(await count(page)).toBe(questions);
    await goTo(page, BENWARE);
  });

  it('keeps what was decided, also after a reload', async () => {
    await goTo(page, BENWARE);
    await page.keyboard.press('x');
    await until('it is decided', async () => standing(await disk(page, DATA)).length > 0);
    const before = decisions(await disk(page, DATA));
    await rename(LOWER, ROB);
    await atRest(page);
    await settled(page);
    const named = before.map((decision) => decision.replace(LOWER, ROB));
    expect(named).not.toEqual(before);
    expect(decisions(await disk(page, DATA))).toEqual(named.sort());
    await reload(page);
    await openQueue(page);
    await expect(walkedTo(BENWARE)).resolves.toBe(false);
  });
});

const decisions = (data: string): string[] => standing(data).map(({ path, rule, subject, verdict }) => [path, rule, subject, verdict].join(' | ')).sort();

/** Whether the pane asks this. */
async function walkedTo(words: string): Promise<boolean> {
  await pane(page).waitFor();
  return (await pane(page).locator('.namesake-ask').allTextContents()).some((ask) => ask.includes(words));
}

it('a note that waits for its repair is repaired under its new name, and the journal takes that back', async () => {
  page = await stage.visit({ vault: 'yard', clock: true });
  await ignoreCase();
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await page.clock.runFor(500);
  await rename(NOTE, NAMED);
  await comeToRest(page);
  await until('the note is mended', async () => (await inEditor(page, NAMED))?.includes('📅') ?? false);
  await atRest(page);
  await palette(page, 'Undo the last batch');
  await notice(page, 'Restored 1 note.').waitFor();
  expect(await inEditor(page, NAMED)).toBe(TEXT.replace('Seen: ', 'Seen: the gate'));
});

it('a new note is not made in a folder whose name differs by case alone, and the user hears how it is written', async () => {
  page = await stage.visit({ vault: 'folder' });
  await ignoreCase();
  const before = await wholeVault(page);
  await chooseNewPerson(page);
  await page.keyboard.press('a');
  await pane(page).getByText('There is a folder “People”').waitFor();
  await settled(page);
  expect(changedBetween(before, await wholeVault(page))).toEqual([]);
});
