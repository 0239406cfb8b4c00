// An accepted finding can be taken back after a reload, and not after its note was edited.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice, notices, palette } from './support/app.ts';
import { BENWARE, changed, goTo } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, ROB, SWITCHED_ON, syncs, wholeVault } from './support/vault.ts';
import { atRest, reload } from './support/waiting.ts';

const MEANT = '(via [[Rob Bannerman|Rob Benware]])';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

describe('taking back later', () => {
  async function acceptBenware(): Promise<void> {
    await goTo(page, BENWARE);
    await page.keyboard.press('1');
    await changed(page, 1);
    expect(await disk(page, ROB)).toContain(MEANT);
  }

  it('restores byte for byte after a reload', async () => {
    const before = await wholeVault(page);
    await acceptBenware();
    await reload(page);
    expect(await disk(page, ROB)).toContain(MEANT);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 1 note.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
    await palette(page, 'Undo the last batch');
    await notice(page, 'There is no batch to undo.').waitFor();
  });

  it('refuses, and says so, when the note was edited since', async () => {
    await acceptBenware();
    const edited = (await disk(page, ROB)).replace('## Profile', 'A line of my own.\n\n## Profile');
    await syncs(page, ROB, edited);
    await atRest(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Left 1 note alone.').waitFor();
    expect((await notices(page)).at(-1)).toContain('Rob Benoit');
    expect(await disk(page, ROB)).toBe(edited);
  });

  const move = (from: string, to: string): Promise<void> => page.evaluate(([old, path]) => window.host.renameExternally(old, path), [from, to] as const);

  it.each([
    ['renamed', ROB, 'People/Rob B.md', 'People/Rob B.md'],
    ['moved', ROB, 'Rob Benoit.md', 'Rob Benoit.md'],
    ['moved with its folder', 'People', 'Contacts', 'Contacts/Rob Benoit.md'],
  ])('restores a note that was %s since at its new place, byte for byte, also after a reload', async (_, from, to, place) => {
    const before = await disk(page, ROB);
    await acceptBenware();
    await move(from, to);
    await atRest(page);
    await reload(page);
    expect(await disk(page, place)).toContain(MEANT);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 1 note.').waitFor();
    expect(await disk(page, place)).toBe(before);
    expect(await page.evaluate((path) => window.host.paths().includes(path), ROB)).toBe(false);
  });

  it('leaves another note alone that came to the old place', async () => {
    const before = await disk(page, ROB);
    await acceptBenware();
    await move(ROB, 'People/Rob B.md');
    await syncs(page, ROB, await disk(page, 'People/Rob B.md'));
    await atRest(page);
    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 1 note.').waitFor();
    expect(await disk(page, 'People/Rob B.md')).toBe(before);
    expect(await disk(page, ROB)).toContain(MEANT);
  });
});
