// The main story, with automatic repairs on: somebody types in a meeting note and stops.
// The vault is `everyday` without the meetings after that day.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { notice, notices } from './support/app.ts';
import { cursor, cursorBehind, inEditor, open } from './support/editor.ts';
import { holdJournal, journalIsHeld, letGo } from './support/journal.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, MEETING, ROB, SWITCHED_ON, syncs, wholeVault } from './support/vault.ts';
import { atRest, comeToRest, settled, stopTime, until } from './support/waiting.ts';

const MARA = 'People/Mara Voss.md';
const SOREN = 'People/Søren Bjerregaard-Holm.md';
const LINK = '[[2025-10-30 - Osterhavn, a gateway for cave five';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    evening: { from: 'everyday', without: (path) => /^Meetings\/.*\.md$/u.test(path) && path > MEETING, files: { [DATA]: SWITCHED_ON } },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => leave(page, stage));

const timesIn = (text: string, part: string): number => text.split(part).length - 1;
const lastContact = async (path: string) => /^last_contact: .*$/mu.exec(await disk(page, path))?.[0].replaceAll(/['"]/gu, '');

async function typeBehind(text: string, words: string): Promise<void> {
  await cursorBehind(page, text);
  await page.keyboard.type(words);
}

/** Types a sentence and waits for its save and for the repairs after it. */
async function typeAndRest(text: string, words: string): Promise<void> {
  await open(page, MEETING);
  await typeBehind(text, words);
  await comeToRest(page);
  await notice(page, /^Changed \d notes/u).first().waitFor();
  await page.clock.runFor(2100); // The app saves the plugin's change of the editor.
  await settled(page);
}

it('makes automatic fixes in the note and updates its people, and changes nothing else', async () => {
  const before = await wholeVault(page);
  const original = await disk(page, MEETING);
  await open(page, MEETING);
  await stopTime(page);
  await typeBehind('Begin with cave five', ', the big one');
  const at = await cursor(page);
  expect(at).toMatchObject({ before: '- Begin with cave five, the big one', after: ', which is empty until Christmas.' });
  expect(await disk(page, MEETING)).toBe(original);

  await comeToRest(page);
  await notice(page, 'Changed 4 notes.').waitFor();
  expect(await cursor(page)).toEqual(at);
  await page.clock.runFor(2100);
  await settled(page);

  const mended = await disk(page, MEETING);
  expect(mended).toBe(await inEditor(page, MEETING));
  expect(mended).toBe(
    original
      .replace('cave five, which', 'cave five, the big one, which')
      .replace('created: { { DATE } }', 'created: 2025-10-30')
      .replace('participants: [{ { PARTICIPANTS } }]', 'participants: [Mara Voss, Rob Benoit, Søren Bjerregaard-Holm]')
      .replace('@Rob Benoit', '[[Rob Benoit]]')
      .replace('@Mara Voss', '[[Mara Voss]]')
      .replace('@SørenBjerregaard-Holm', '[[Søren Bjerregaard-Holm]]')
      .replace('SÃ¸ren', 'Søren')
      .replaceAll('ðŸ“…', '📅')
      .replace('âœ…', '✅')
      .replace('ðŸ”¼', '🔼'),
  );
  const after = await wholeVault(page);
  expect(changedBetween(before, after)).toEqual([MEETING, MARA, ROB, SOREN].sort());
  for (const person of [MARA, ROB, SOREN]) {
    expect(await lastContact(person)).toBe('last_contact: 2025-10-30');
    expect(timesIn(await disk(page, person), LINK)).toBe(person === ROB ? 2 : 1);
  }
  // One line for each meeting, and of its facts the one that names him.
  expect(await disk(page, ROB)).toMatch(/^- Rob Benoit can spare two fitters from the first Monday in November\. \[\[2025-10-30 - Osterhavn, a gateway for cave five\|2025-10-30\]\] \^[0-9a-f]{8}$/mu);
});

it('reports once: another save writes nothing more', async () => {
  await typeAndRest('Begin with cave five', ', the big one');
  const told = await notices(page);
  const once = await wholeVault(page);
  await typeBehind('the big one', ' by the yard');
  await comeToRest(page);
  await until('the second sentence is saved', async () => (await disk(page, MEETING)).includes('the big one by the yard'));
  await atRest(page);
  expect(changedBetween(once, await wholeVault(page))).toEqual([MEETING]);
  expect(await notices(page)).toEqual(told);
});

it('is one undo step of the editor, and is not repeated after the user undid it', async () => {
  await open(page, MEETING);
  await typeBehind('Begin with cave five', ', the big one');
  const typed = await inEditor(page, MEETING);
  await comeToRest(page);
  await notice(page, 'Changed 4 notes.').waitFor();
  expect(await inEditor(page, MEETING)).not.toBe(typed);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  expect(await inEditor(page, MEETING)).toBe(typed);
  await comeToRest(page);
  await atRest(page);
  expect(await disk(page, MEETING)).toBe(typed);
});

it('does not change a note that sync has written', async () => {
  const shown = await disk(page, MEETING);
  await open(page, MEETING);
  await syncs(page, MEETING, shown.replace('## Risks', 'A line from the other device, ðŸ“… 2025-12-01.\n\n## Risks'));
  const synced = await wholeVault(page);
  await until('the editor shows it', async () => (await inEditor(page, MEETING))?.includes('from the other device') ?? false);
  await comeToRest(page);
  await page.clock.runFor(10_000);
  await atRest(page);
  expect(changedBetween(synced, await wholeVault(page))).toEqual([]);
  expect(await notices(page)).toEqual([]);
});

it('waits if the user goes on typing, and loses no character', async () => {
  await open(page, MEETING);
  await holdJournal(page);
  await typeBehind('Begin with cave five', ', the big one');
  await comeToRest(page);
  await journalIsHeld(page); // The change is planned, and the journal is being written.
  await page.keyboard.type(' below the yard');
  await letGo(page);
  await page.keyboard.type(', behind the blue door');
  const sentence = '- Begin with cave five, the big one below the yard, behind the blue door, which is empty until Christmas.';
  expect(await inEditor(page, MEETING)).toContain(sentence);
  await comeToRest(page);
  await until('the note is mended too', async () => (await inEditor(page, MEETING))?.includes('created: 2025-10-30') ?? false);
  await page.clock.runFor(2100);
  await settled(page);
  const mended = await disk(page, MEETING);
  expect(mended).toContain(sentence);
  expect(mended).toBe(await inEditor(page, MEETING));
  for (const person of [MARA, ROB, SOREN]) expect(timesIn(await disk(page, person), LINK)).toBe(person === ROB ? 2 : 1);
});

it('keeps every key of a user who types without a pause while fixes arrive', async () => {
  await open(page, MEETING);
  await typeBehind('Begin with cave five', ', the big one');
  await comeToRest(page);
  const words = ' that lies behind the second yard and smells of nothing yet, for it is new and washed and cold';
  await page.keyboard.type(words);
  expect(await inEditor(page, MEETING)).toContain(`- Begin with cave five, the big one${words}, which is empty until Christmas.`);
  await comeToRest(page);
  await until('the note is mended', async () => (await inEditor(page, MEETING))?.includes('created: 2025-10-30') ?? false);
  await page.clock.runFor(2100);
  await settled(page);
  expect(await disk(page, MEETING)).toContain(`- Begin with cave five, the big one${words}, which is empty until Christmas.`);
});
