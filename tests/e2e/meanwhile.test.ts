// A finding is accepted while its note changes: by sync, by typing, in another tab.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { holdJournal, journalIsHeld, letGo } from './support/journal.ts';
import { BENWARE, card, changed, goTo, review, strip, walk } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, disk, ROB, SWITCHED_ON, syncs } from './support/vault.ts';
import { settled, stopTime, until } from './support/waiting.ts';

const HEARD = '(via Rob Benware)';
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

/** Accepts by keyboard. The computed change is written after `letGo`. */
async function acceptAndHold(): Promise<void> {
  await goTo(page, BENWARE);
  await holdJournal(page);
  await page.keyboard.press('1');
  await journalIsHeld(page);
}

const benware = () => card(page, BENWARE);

describe('a note that changes between preview and writing', () => {
  it('gets the change at the right place in its new text', async () => {
    await acceptAndHold();
    const conflicting = (await disk(page, ROB)).replace('# Rob Benoit\n', '# Rob Benoit\n\nMoved down by somebody else.\n');
    await syncs(page, ROB, conflicting);
    await letGo(page);
    await changed(page, 1);
    expect(await disk(page, ROB)).toBe(conflicting.replace(HEARD, MEANT));
  });

  it('does not change if the words are gone', async () => {
    await acceptAndHold();
    const conflicting = (await disk(page, ROB)).replace(HEARD, '(via Mara Voss)');
    await syncs(page, ROB, conflicting);
    await letGo(page);
    await strip(page, /Nothing was written|no longer/u).waitFor();
    expect(await disk(page, ROB)).toBe(conflicting);
    await benware().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.host.paths().filter((path) => path.endsWith('.json') && path.includes('/journal/')))).toEqual([]);
  });

  it('does not change if the note is deleted', async () => {
    await acceptAndHold();
    await page.evaluate((path) => window.host.deleteExternally(path), ROB);
    await letGo(page);
    await strip(page, /Nothing was written|no longer/u).waitFor();
    expect(await page.evaluate((path) => window.host.paths().includes(path), ROB)).toBe(false);
    await benware().waitFor({ state: 'detached' });
  });

  it('keeps typed text that is not saved yet', async () => {
    await page.context().close();
    page = await stage.visit({ clock: true });
    await review(page, ROB);
    await walk(page, BENWARE);
    await open(page, ROB);
    await cursorBehind(page, '## Related Customers');
    await stopTime(page);
    await page.keyboard.type(' and friends');
    expect(await disk(page, ROB)).not.toContain('and friends');
    await page.clock.resume();
    await benware().locator('.namesake-line').focus();
    await benware().getByRole('button', { name: 'Rob Bannerman' }).click();
    await changed(page, 1);
    await until('both are saved', async () => {
      const text = await disk(page, ROB);
      return text.includes('## Related Customers and friends') && text.includes(MEANT);
    });
    expect(await inEditor(page, ROB)).toBe(await disk(page, ROB));
  });

  it('is written once if it is open in two tabs', async () => {
    const before = await disk(page, ROB);
    await open(page, ROB);
    await open(page, ROB, true);
    await review(page, ROB);
    await walk(page, BENWARE);
    await benware().getByRole('button', { name: 'Rob Bannerman' }).click();
    await changed(page, 1);
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
