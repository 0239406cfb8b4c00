// A disk in trouble: files that other programs hold, a full disk, a note that takes long to come, renames by case alone.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice, notices, palette } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { addFault, type Fault } from './support/faults.ts';
import { openStage, type Stage } from './support/stage.ts';
import { DATA, disk, SWITCHED_ON } from './support/vault.ts';
import { answered, atRest, comeToRest, settled, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const MARA = 'People/Mara Voss.md';
const ROB = 'People/Rob Benoit.md';
const UNA = 'People/Una Quist.md';
const TEXT = [
  '---', 'type: meeting', 'date: 2025-11-03', 'participants: [Mara Voss]', '---', '', '# Yard', '', 'Seen: ', '',
  '## Action items', '', '- [ ] Paint the gate ðŸ“… 2025-12-01', '', '## Summary', '', 'Dry.', '',
].join('\n');
const person = (name: string): string => `---\ntype: people\ntitle: ${name}\nlast_contact: 2025-10-01\n---\n\n# ${name}\n\n## Recent Context\n\n- 2025-10-01: [[Quay]] - Cold.\n`;
const JOURNAL = '.obsidian/plugins/namesake/journal';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT, [MARA]: person('Mara Voss'), [ROB]: person('Rob Benoit'), [UNA]: '---\ntype: people\ncreated: 2026/01/03\n---\n\n# Una Quist\n' } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => page.context().close());

const trouble = (fault: Fault): Promise<void> => addFault(page, fault);
const batches = (): Promise<string[]> => page.evaluate((folder) => window.host.paths().filter((path) => path.startsWith(`${folder}/`)), JOURNAL);

/** Types in the meeting and lets its repairs follow, which change the note of Mara, too. */
async function typeAndRest(): Promise<void> {
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await comeToRest(page);
}

describe('a file that another program holds', () => {
  it('for a moment is written a moment later', async () => {
    await trouble({ action: 'write', path: MARA, code: 'EBUSY', times: 2 });
    await trouble({ action: 'read', path: MARA, code: 'EBUSY', times: 2 });
    await typeAndRest();
    await notice(page, 'Changed 2 notes.').waitFor();
    expect(await disk(page, MARA)).toContain('[[2025-11-03 - Yard');
  });

  it('for good is left alone, and is said to be held when the user asks', async () => {
    await trouble({ action: 'write', path: UNA, code: 'EBUSY' });
    const before = await disk(page, UNA);
    await palette(page, 'Normalise…', 'The whole vault');
    await page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await page.clock.runFor(5000);
    await notice(page, 'Another program holds the file').waitFor();
    expect(await disk(page, UNA)).toBe(before);
    expect(await disk(page, NOTE)).not.toContain('ðŸ“…');
  });
});

describe('a full disk', () => {
  it('stops everything before the first note if the journal has no room', async () => {
    await open(page, NOTE);
    await trouble({ action: 'write', path: JOURNAL, code: 'ENOSPC' });
    await palette(page, 'Normalise…', 'This note');
    await until('a notice says so', async () => (await notices(page)).some((said) => said.includes('The journal could not be written')));
    expect(await inEditor(page, NOTE)).toBe(TEXT);
    expect(await batches()).toEqual([]);
  });

  it('leaves out the notes that have no room, and the others can be undone', async () => {
    await trouble({ action: 'write', path: MARA, code: 'ENOSPC' });
    await typeAndRest();
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await disk(page, MARA)).toBe(person('Mara Voss'));
    await notice(page, 'Changed 1 note.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 1 note.').waitFor();
    expect(await inEditor(page, NOTE)).toBe(TEXT.replace('Seen: ', 'Seen: the gate'));
  });
});

it('a note that takes long to come does not hold up the start, and until it is there nothing is repaired by itself', async () => {
  await trouble({ action: 'read', path: ROB, takes: 120_000 });
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await page.clock.runFor(5000);
  await page.waitForFunction(() => (window.app.plugins.plugins['namesake'] as unknown as { session: { ready: boolean } }).session.ready);
  await until('a notice says so', async () => (await notices(page)).some((said) => said.includes('still missing')));
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await page.clock.runFor(20_000);
  await until('it is saved', async () => (await disk(page, NOTE)).includes('Seen: the gate'));
  await page.clock.runFor(10_000);
  expect(await inEditor(page, NOTE)).toContain('ðŸ“…');
  await until('the note is mended', async () => {
    await page.clock.runFor(2100);
    await answered(page); // Leaps of time would look as if the engine gave no answer.
    return !(await inEditor(page, NOTE))?.includes('ðŸ“…');
  });
});

it('a person whose note is renamed by case alone stays the same person', async () => {
  await page.evaluate(([from, to]) => window.host.renameExternally(from, to), [MARA, 'People/mara voss.md'] as const);
  await settled(page);
  await atRest(page);
  await typeAndRest();
  await notice(page, 'Changed 2 notes.').waitFor();
  expect(await disk(page, 'People/mara voss.md')).toContain('[[2025-11-03 - Yard');
});
