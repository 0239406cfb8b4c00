// Notes that are in a cloud and not on this device: the disk gives nothing of them though they have a size, fails until they
// are downloaded, or has a stand-in of another name. None counts as empty, and nothing is written into it.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { notices, palette } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { addFault, type Fault } from './support/faults.ts';
import { chooseNewPerson, pane } from './support/pane.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, SWITCHED_ON, syncs, wholeVault } from './support/vault.ts';
import { atRest, comeToRest, settled, started, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const TEXT = ['---', 'type: meeting', 'date: 2025-11-03', 'participants: [Mara Voss]', '---', '', '# Yard', '', 'Seen: ', '', '## Action items', '', '- [ ] Paint the gate ðŸ“… 2025-12-01', '', '## Summary', '', 'Dry.', ''].join('\n');
const MARA = 'People/Mara Voss.md';
const PERSON = '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-10-01\n---\n\n# Mara Voss\n\n## Recent Context\n\n- 2025-10-01: [[Quay]] - Cold.\n';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT, [MARA]: PERSON } },
    everyday: { from: 'everyday', files: { [DATA]: SWITCHED_ON } },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => page.context().close());

const trouble = (fault: Fault): Promise<void> => addFault(page, fault);
const downloaded = (): Promise<void> => page.evaluate(() => window.host.faults.heal());
const said = (words: string): Promise<void> => until(`a notice says: ${words}`, async () => (await notices(page)).some((text) => text.includes(words)));

async function typeAndRest(): Promise<void> {
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('the gate');
  await comeToRest(page);
  await page.clock.runFor(10_000);
  await atRest(page);
}

async function startAgain(): Promise<void> {
  await page.reload();
  await started(page);
}

it('a note of which the disk gives nothing is not empty: nothing is repaired by itself until it is there', async () => {
  await trouble({ action: 'read', path: MARA, gives: 'nothing' });
  await startAgain();
  await said('still missing');
  await typeAndRest();
  expect(await inEditor(page, NOTE)).toContain('ðŸ“…');
  await downloaded();
  expect(await disk(page, MARA)).toBe(PERSON);
  await open(page, MARA);
  await until('the meeting is mended', async () => {
    await page.clock.runFor(2100);
    return !(await disk(page, NOTE)).includes('ðŸ“…');
  });
  await until('the person hears of it', async () => (await disk(page, MARA)).includes('[[2025-11-03 - Yard'));
});

it('a note that loses its content to a cloud while the app runs is left alone, and the user is told', async () => {
  await trouble({ action: 'read', path: MARA, gives: 'nothing' });
  await syncs(page, MARA, PERSON);
  await said(`${MARA} could not be read`);
  await typeAndRest();
  await until('the meeting is mended', async () => !(await disk(page, NOTE)).includes('ðŸ“…'));
  await downloaded();
  expect(await disk(page, MARA)).toBe(PERSON);
});

it('a note that fails until it is downloaded is never written, and is read when it is opened', async () => {
  await trouble({ action: 'read', path: NOTE, code: 'EDEADLK' });
  await startAgain();
  await palette(page, 'Normalise…', 'The whole vault');
  await page.clock.runFor(5000);
  await settled(page);
  await page.keyboard.press('Escape');
  await downloaded();
  expect(await disk(page, NOTE)).toBe(TEXT);
  await typeAndRest();
  await until('the meeting is mended', async () => !(await disk(page, NOTE)).includes('ðŸ“…'));
});

it('no note is made where a stand-in says that one is in the cloud', async () => {
  await page.context().close();
  page = await stage.visit({ vault: 'everyday' });
  await page.evaluate(() => window.app.vault.adapter.write('People/.Rob Banga.md.icloud', 'bplist'));
  const before = await wholeVault(page);
  await chooseNewPerson(page);
  await page.keyboard.press('a');
  await pane(page).getByText('in the cloud and not on this device').waitFor();
  await settled(page);
  expect(changedBetween(before, await wholeVault(page))).toEqual([]);
});
