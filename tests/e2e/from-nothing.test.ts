// A meeting typed from nothing, with automatic repairs on. Notes of its people grow with it and follow its corrections; a
// line that the user edited stays, and one that the user deleted does not come back. Runs in light, dark and phone layout,
// with pictures in test-results/shots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { notice, notices } from './support/app.ts';
import { cursor, cursorBehind, open } from './support/editor.ts';
import { here, pane, selected, walk } from './support/pane.ts';
import { LOOKS, leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, MEETING as LAST, ROB, SWITCHED_ON, wholeVault } from './support/vault.ts';
import { answered, atRest, comeToRest, settled, until } from './support/waiting.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));
const NEW = 'Meetings/2025-10-31 - The roof of cave three.md';
const SOREN = 'People/Søren Bjerregaard-Holm.md';
const MARA = 'People/Mara Voss.md';
const LINK = '[[2025-10-31 - The roof of cave three|';
const LADDER = 'Rob Benoit keeps the long ladder at the dairy.';
const CLOSED = 'Søren Bjerregaard-Holm closes the dairy in the second week of December.';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({
    evening: { from: 'everyday', without: (path) => /^Meetings\/.*\.md$/u.test(path) && path >= LAST, files: { [DATA]: SWITCHED_ON } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

/** Types lines at the cursor. */
async function type(...lines: string[]): Promise<void> {
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

/** Goes to the tab of a note. In phone layout it closes the pane first. */
async function show(path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { workspace } = window.app;
    if (document.body.classList.contains('is-phone')) workspace.rightSplit.collapse();
    const leaf = workspace.getLeavesOfType('markdown').find(({ view }) => view.getState()['file'] === wanted);
    await workspace.revealLeaf(leaf!);
    workspace.setActiveLeaf(leaf!, { focus: true });
  }, path);
}

/** Lets time pass until the note is saved, and the plugin's changes to other notes are saved too. */
async function rest(): Promise<void> {
  await comeToRest(page);
  await atRest(page);
  await page.clock.runFor(2100);
  await settled(page);
}

/** The lines of a note with a link to the new meeting, without their block ids. */
async function linesFromMeeting(path: string): Promise<string[]> {
  const lines = (await disk(page, path)).split('\n').filter((line) => line.includes(LINK));
  return lines.map((line) => line.replace(/ \^[0-9a-f]{8}$/u, ''));
}

const lastContact = async (path: string) => /^last_contact: .*$/mu.exec(await disk(page, path))?.[0].replaceAll(/['"]/gu, '');
const context = (words: string) => `- 2025-10-31: ${LINK}The roof of cave three]]${words}`;
const fact = (words: string) => `- ${words} ${LINK}2025-10-31]]`;

it.each(LOOKS)('a meeting typed from nothing fills its people’s notes; an edited line stays, a deleted one stays away ($look)', async ({ look: name, visit }) => {
  const shoot = (what: string) => page.screenshot({ path: `${shots}from-nothing-${what}-${name}.png` });
  page = await stage.visit({ clock: true, ...visit });
  await page.evaluate((path) => window.app.vault.create(path, ''), NEW);
  const before = await wholeVault(page);
  await open(page, ROB);
  await open(page, NEW, true);
  await show(NEW);
  await cursorBehind(page, '');

  // The participants: their notes get a line without content, other notes do not change.
  await type('---', 'type: group-meeting', '---', '', '**Date:** 2025-10-31', '**Participants:** Mara Voss, Rob Benoit, Søren Bjerregaard-Holm', '');
  await rest();
  await until('they were met', async () => (await lastContact(ROB)) === 'last_contact: 2025-10-31');
  for (const path of [MARA, ROB, SOREN]) {
    expect(await lastContact(path)).toBe('last_contact: 2025-10-31');
    expect(await linesFromMeeting(path)).toEqual([context('')]);
  }
  await shoot('met');

  // The summary: the line that exists gets its content.
  await type('## Summary', '', 'The roof of cave three sings in the wind. Nobody knows why.', '');
  await rest();
  await until('the line says so', async () => (await linesFromMeeting(ROB))[0] !== context(''));
  for (const path of [MARA, ROB, SOREN]) expect(await linesFromMeeting(path)).toEqual([context(' - The roof of cave three sings in the wind.')]);

  // The facts: each goes to the note of its person. Tasks go to no note.
  await type('## Key facts learned', '', `- ${LADDER}`, CLOSED, 'The wind comes from the harbour.', '', '', '## Action items', ''); // The editor continues a list by itself.
  await page.keyboard.type('- [ ] Climb up there @rob ben');
  await until('one name fits', async () => {
    await answered(page);
    return (await page.locator('.suggestion-container .suggestion-title').allTextContents())[0] === 'Rob Benoit';
  });
  await page.keyboard.press('Enter');
  await rest();
  await until('the facts are there', async () => (await linesFromMeeting(SOREN)).length === 2);
  expect(await disk(page, NEW)).toMatch(/December\.\n- The wind comes from the harbour\.\n\n## Action items\n\n- \[ \] Climb up there \[\[Rob Benoit\]\]$/u);
  expect((await linesFromMeeting(ROB)).sort()).toEqual([context(' - The roof of cave three sings in the wind.'), fact(LADDER)].sort());
  expect((await linesFromMeeting(SOREN)).sort()).toEqual([context(' - The roof of cave three sings in the wind.'), fact(CLOSED)].sort());
  expect(await linesFromMeeting(MARA)).toHaveLength(1);
  expect(changedBetween(before, await wholeVault(page))).toEqual([NEW, MARA, ROB, SOREN].sort());
  // Each save says which notes it led to, one message at a time.
  for (const words of await notices(page)) expect(words).toMatch(/^Changed [23] notes\.Undo(?:(?:Mara Voss|Rob Benoit|Søren Bjerregaard-Holm|2025-10-31 - The roof of cave three): \d changes?)+$/u);
  expect(await page.locator('.notice').count()).toBeLessThanOrEqual(1);
  await shoot('filled');

  // The user edits a line in Rob's note.
  await show(ROB);
  await cursorBehind(page, 'Rob Benoit keeps the long ladder at the dairy');
  await page.keyboard.type(', behind the blue door');
  await rest();
  expect((await cursor(page)).before).toBe('- Rob Benoit keeps the long ladder at the dairy, behind the blue door'); // The cursor stays with its text, though lines above it change.
  const theirs = fact('Rob Benoit keeps the long ladder at the dairy, behind the blue door.');
  expect(await linesFromMeeting(ROB)).toContain(theirs);
  const edited = await disk(page, ROB);
  await shoot('edited');

  // The meeting is corrected: Søren's line follows. Rob's line does not, as the user has edited it.
  await show(NEW);
  await cursorBehind(page, 'keeps the long ladder at');
  await page.keyboard.type(' the back of');
  await cursorBehind(page, 'in the second week of');
  await page.keyboard.type(' cold');
  await rest();
  await until('the other line follows', async () => (await linesFromMeeting(SOREN)).includes(fact(CLOSED.replace('of', 'of cold'))));
  expect(await disk(page, ROB)).toBe(edited);

  // The pane asks about Rob's line and shows both texts. Nothing changes until the user decides.
  await page.evaluate((path) => (window.app.plugins.plugins['namesake'] as unknown as { openReview(path: string): Promise<void> }).openReview(path), ROB);
  await selected(page).waitFor();
  const ask = 'This line was edited and is not what “2025-10-31 - The roof of cave three” says.';
  await walk(page, ask);
  await selected(page).locator('.namesake-result ins').first().waitFor();
  await page.keyboard.press('o');
  await selected(page).getByText('Here it says:').waitFor();
  expect(await selected(page).textContent()).toContain('Here it says: Rob Benoit keeps the long ladder at the dairy, behind the blue door.');
  await shoot('asked');
  await selected(page).getByRole('button', { name: 'No', exact: true }).click();
  await until('nobody asks any more', async () => (await here(page)) !== ask);
  expect(await pane(page).count()).toBe(1);
  expect(await notice(page, 'Left').count()).toBe(0);
  expect(await disk(page, ROB)).toBe(edited);

  // A line that the user deletes stays away, also when the meeting is saved again.
  await open(page, SOREN, true);
  await show(SOREN);
  await cursorBehind(page, 'closes the dairy in');
  await page.keyboard.press('Control+Shift+k');
  await rest();
  const without = await disk(page, SOREN);
  expect(await linesFromMeeting(SOREN)).toEqual([context(' - The roof of cave three sings in the wind.')]);
  await show(NEW);
  await cursorBehind(page, 'The wind comes from');
  await page.keyboard.type(' behind');
  await rest();
  expect(await disk(page, NEW)).toContain('The wind comes from behind the harbour.');
  expect(await disk(page, SOREN)).toBe(without);
});
