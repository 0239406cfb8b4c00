// Other plugins that write when a note is saved or made, beside ours: it comes to rest, nobody writes for ever, and nothing
// that anybody wrote is lost.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { journal, undoAll } from './campaigns/session.ts';
import { recordWrites, takeCounts } from './campaigns/writes.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { holdJournal, journalIsHeld, letGo } from './support/journal.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, SWITCHED_ON, wholeVault } from './support/vault.ts';
import { answered, atRest, comeToRest, settled, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const TEXT = [
  '---', 'type: meeting', 'date: 2025-11-03', 'created: 2025/11/03', 'participants: [Mara Voss]', '---', '', '# Yard', '', 'Seen: ', '',
  '## Action items', '- [ ] Paint the gate ðŸ“… 2025-12-01  ', '', '## Summary', 'Dry.', '',
].join('\n');
const PERSON_PATH = 'People/Mara Voss.md';
const PLAN = 'Inbox/Plan.md';
const PERSON = '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-10-01\n---\n\n# Mara Voss\n\n## Recent Context\n\n- 2025-10-01: [[Quay]] - Cold.\n';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT, [PERSON_PATH]: PERSON, [PLAN]: '# Plan\n\nBegin.\n' } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => leave(page, stage));

const formatted = (): Promise<number> => page.evaluate(() => (window.app.plugins.plugins['formatter'] as unknown as { writes: number }).writes);

/** Lets a minute pass in steps, as saves and answers to them follow each other. */
async function waitAMinute(): Promise<void> {
  for (let passed = 0; passed < 60_000; passed += 5000) {
    await page.clock.runFor(5000);
    await settled(page);
    await atRest(page);
  }
}

it('a neighbour that formats what is saved, and wants dates otherwise, and ours come to rest', async () => {
  await page.evaluate(() => window.host.addNeighbour('formatter'));
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate, in the rain');
  await comeToRest(page);
  await until('ours has mended the note', async () => (await inEditor(page, NOTE))?.includes('📅') ?? false);
  await waitAMinute();
  const writes = await formatted();
  const after = await wholeVault(page);
  await waitAMinute();
  expect(await formatted()).toBe(writes);
  expect(await wholeVault(page)).toEqual(after);

  const text = await disk(page, NOTE);
  expect(text).toBe(await inEditor(page, NOTE));
  for (const kept of ['Seen: the gate, in the rain\n', '- [ ] Paint the gate 📅 2025-12-01\n', 'Dry.\n', 'type: meeting\n']) expect(text).toContain(kept);
  expect(text).toMatch(/^modified: \d+$/mu);
  const person = await disk(page, 'People/Mara Voss.md');
  expect(person).toContain('- 2025-10-01: [[Quay]] - Cold.');
  expect(person.split('[[2025-11-03 - Yard').length).toBe(2);
});

it('what a neighbour writes through the editor while ours is planned is kept', async () => {
  await page.evaluate(() => window.host.addNeighbour('formatter'));
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await comeToRest(page);
  await page.evaluate(() => {
    const { editor } = window.app.workspace.activeEditor!;
    editor.replaceRange('Stamped by a neighbour.\n', { line: editor.lastLine(), ch: 0 });
  });
  await comeToRest(page);
  await waitAMinute();
  const text = await disk(page, NOTE);
  expect(text).toContain('Stamped by a neighbour.');
  expect(text).toContain('Seen: the gate\n');
});

it('a note that ours makes and a neighbour fills keeps the words of both', async () => {
  await page.evaluate(() => window.host.addNeighbour('filler'));
  await page.clock.resume();
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('@Zeno Quillfeather');
  await until('the list offers a new person', async () => {
    await answered(page);
    return (await page.locator('.suggestion-container .suggestion-title').last().textContent()) === 'New person “Zeno Quillfeather”';
  });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until('the note is made', () => page.evaluate(() => window.host.paths().includes('People/Zeno Quillfeather.md')));
  await waitAMinute();
  const made = await disk(page, 'People/Zeno Quillfeather.md');
  expect(made).toContain('# Zeno Quillfeather');
  expect(made).toContain('#filled');
  expect(await disk(page, NOTE)).toContain('[[Zeno Quillfeather]]');
});

/** Tags a note as one that the mover takes to `Yard` at its next save. */
async function tag(path: string): Promise<void> {
  await page.evaluate(([at]) => window.host.secondDeviceEdits(at, (text) => `${text}\n#yard\n`), [path] as const);
}

it.each([['the note that is typed in', NOTE], ['a note that ours teaches', PERSON_PATH]])('a neighbour that moves %s after each save stops no repair, and undo is exact where the note is', async (_, moved) => {
  await open(page, NOTE);
  await tag(moved);
  await settled(page);
  await atRest(page);
  await page.evaluate(() => window.host.addNeighbour('mover'));
  await recordWrites(page);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await waitAMinute();
  const moves = (): Promise<number> => page.evaluate(() => (window.app.plugins.plugins['mover'] as unknown as { moves: number }).moves);
  expect(await moves()).toBe(1);
  for (const [path, { given }] of Object.entries(await takeCounts(page))) expect(given, `writes of ours to ${path}`).toBe(1);
  const place = `Yard/${moved.slice(moved.lastIndexOf('/') + 1)}`;
  const [note, person] = [moved === NOTE ? place : NOTE, moved === NOTE ? PERSON_PATH : place];
  expect(await disk(page, note)).toContain('Seen: the gate\n');
  expect(await disk(page, note)).toContain('- [ ] Paint the gate 📅 2025-12-01');
  expect((await disk(page, person)).split('[[2025-11-03 - Yard').length).toBe(2);
  const after = await wholeVault(page);
  await waitAMinute();
  expect(await wholeVault(page)).toEqual(after);
  expect(await moves()).toBe(1);

  const { refused } = await undoAll(page, await journal(page));
  await waitAMinute();
  expect(refused).toBe(0);
  expect(await disk(page, note)).toBe(`${TEXT.replace('Seen: ', 'Seen: the gate')}${moved === NOTE ? '\n#yard\n' : ''}`);
  expect(await disk(page, person)).toBe(`${PERSON}${moved === NOTE ? '' : '\n#yard\n'}`);
});

it('three notes that another program rewrites at once, in the middle of our work, keep its words, and undo is exact', async () => {
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await holdJournal(page);
  await comeToRest(page);
  await journalIsHeld(page);
  await recordWrites(page);
  await page.evaluate(async (paths) => {
    await Promise.all(paths.map((path) => window.host.secondDeviceEdits(path, (text) => text.replace(/^# .*$/mu, (title) => `${title}\n\nChecked out.`))));
  }, [NOTE, PERSON_PATH, PLAN]);
  await settled(page);
  const checkedOut = await wholeVault(page);
  await letGo(page);
  await waitAMinute();
  for (const path of [NOTE, PERSON_PATH, PLAN]) expect((await disk(page, path)).split('Checked out.').length, path).toBe(2);
  expect(await disk(page, NOTE)).toContain('Seen: the gate\n');
  expect(await disk(page, NOTE)).toContain('- [ ] Paint the gate 📅 2025-12-01');
  expect((await disk(page, PERSON_PATH)).split('[[2025-11-03 - Yard').length).toBe(2);
  for (const [path, { given }] of Object.entries(await takeCounts(page))) expect(given, `writes of ours to ${path}`).toBe(1);
  const after = await wholeVault(page);
  await waitAMinute();
  expect(await wholeVault(page)).toEqual(after);

  const { refused } = await undoAll(page, await journal(page));
  await waitAMinute();
  expect(refused).toBe(0);
  expect(changedBetween(checkedOut, await wholeVault(page))).toEqual([]);
});
