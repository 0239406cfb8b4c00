// Splitting a note that holds two people by keyboard: from the card through its parts on two sides to two notes, with the
// links that mean the other one; and back again, byte for byte. Runs in light, dark and phone layout, with pictures in
// test-results/shots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileMenu, notice, palette } from './support/app.ts';
import { inEditor, open } from './support/editor.ts';
import { here, inView, openQueue, selected, takenBack, walk } from './support/pane.ts';
import { LOOKS, leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, SWITCHED_ON, syncs, wholeVault } from './support/vault.ts';
import { atRest, reload, settled, until } from './support/waiting.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));

const NOTE = 'People/Tilda Marchetti.md';
const NEW = 'People/Tilda Osgood.md';
const KILN = 'Meetings/2025-10-30 - Kiln.md';
const BOAT = 'Meetings/2025-10-31 - Boat.md';
/** With a byte order mark and CRLF, as importers write, and with words that are no markup. */
const MIXED = `\uFEFF${[
  '---', 'type: people', 'title: Tilda Marchetti', 'email: [tilda.marchetti@lumen.example, tilda.osgood@halden.example]', 'tags: [type/people, company/halden]', '---', '', '# Tilda Marchetti', '', '## Key Facts', '',
  '- Prefers mornings.', '- Tilda Osgood runs the kiln. ^kiln', '  - <img src=x onerror="window.harm = 1"> {{title}}', '- Likes tea.', '', '## Recent Context', '',
  '- 2025-10-30: [[2025-10-30 - Kiln]] - The kiln was lit. (via [[2025-10-30 - Kiln]])', '- 2025-10-31: [[2025-10-31 - Boat]] - Two boats are ready.', '',
].join('\r\n')}`;
const files = {
  [DATA]: SWITCHED_ON,
  [NOTE]: MIXED,
  'People/Mara Voss.md': '---\ntype: people\n---\n# Mara Voss\n',
  [KILN]: '---\ntype: meeting\ndate: 2025-10-30\nparticipants: ["[[Tilda Marchetti|Tilda Osgood]]"]\n---\nLit by [[Tilda Marchetti]], see [[Tilda Marchetti#^kiln|here]].\n',
  [BOAT]: '---\ntype: meeting\ndate: 2025-10-31\nparticipants: ["[[Tilda Marchetti]]"]\n---\nWith [[Tilda Marchetti]].\n',
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({ split: { files } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const modal = (): Locator => page.locator('.namesake-split');
const press = (keys: string): Promise<void> => page.keyboard.press(keys);
const side = (which: 'stays' | 'moves'): Locator => modal().locator(`.namesake-split-${which} .namesake-split-part`);
const texts = (which: 'stays' | 'moves'): Promise<string[]> => side(which).locator('.namesake-split-text').allTextContents();
const focused = (): Promise<string> => page.locator(':focus').evaluate((one) => one.querySelector('.namesake-split-text')?.textContent ?? one.tagName);
const status = (): Locator => modal().getByRole('status');

const MOVES = ['tilda.osgood@halden.example', 'company/halden', '- Tilda Osgood runs the kiln. ^kiln\n  - <img src=x onerror="window.harm = 1"> {{title}}', '- 2025-10-30: [[2025-10-30 - Kiln]] - The kiln was lit. (via [[2025-10-30 - Kiln]])'];
const STAYS = ['tilda.marchetti@lumen.example', '- Prefers mornings.', '- Likes tea.', '- 2025-10-31: [[2025-10-31 - Boat]] - Two boats are ready.'];

/** Goes from the palette to the card and into the modal, by keyboard alone. */
async function fromTheCard(): Promise<void> {
  await openQueue(page);
  await walk(page, 'The note of Tilda Marchetti may hold a second person: Tilda Osgood.');
  expect(await selected(page).getByRole('button', { name: 'Split…' }).isVisible()).toBe(true);
  await inView(page);
  await press('a');
  await modal().locator('input:focus').waitFor();
}

/** Presses a key until a part that begins so has the focus. */
async function stepTo(key: string, start: string): Promise<void> {
  for (let step = 0; !(await focused()).startsWith(start); step += 1) {
    if (step > 20) throw new Error(`${key} does not lead to “${start}”, but to “${await focused()}”.`);
    await press(key);
  }
}

describe.each(LOOKS)('a note that holds two people, in $look', ({ look, visit }) => {
  it('is found, sorted, split and put together again by keyboard alone', async () => {
    page = await stage.visit(visit);
    await settled(page);
    await atRest(page);
    const before = await wholeVault(page);
    await fromTheCard();
    expect(await texts('moves')).toEqual(MOVES);
    expect(await texts('stays')).toEqual(STAYS);
    expect(await modal().locator('input').inputValue()).toBe('Tilda Osgood');
    expect(await status().textContent()).toBe(`Makes ${NEW} and changes 2 notes. Nothing is lost, and undo brings it all back.`);
    await page.screenshot({ path: `${shots}split-${look}.png` });
    const wide = await modal().locator('*:not(.namesake-spoken)').evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5).map((one) => one.getAttribute('class')));
    expect(wide).toEqual([]);

    // The focus stays on a part that moves over, and Tab leads to one part of each side.
    await stepTo('Tab', STAYS[0] ?? '');
    await stepTo('ArrowDown', '- Likes tea.');
    await press('ArrowRight');
    await until('tea moves', async () => (await texts('moves')).includes('- Likes tea.'));
    expect(await focused()).toBe('- Likes tea.');
    await press('Enter');
    await until('tea stays', async () => (await texts('stays')).includes('- Likes tea.'));
    expect(await focused()).toBe('- Likes tea.');
    await press('ArrowUp');
    expect(await focused()).toBe('- Prefers mornings.');

    // Only what the engine has answered to can be agreed to.
    await modal().locator('.mod-cta[aria-disabled=false]').waitFor();
    await press('Control+Enter');
    await notice(page, 'Changed 3 notes').waitFor();
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([KILN, NEW, NOTE].sort());
    expect(await disk(page, NEW)).toBe([
      '---', 'type: people', 'title: Tilda Osgood', 'email:', '  - tilda.osgood@halden.example', 'tags:', '  - type/people', '  - company/halden', '---', '# Tilda Osgood', '', '## Key Facts', '',
      '- Tilda Osgood runs the kiln. ^kiln', '  - <img src=x onerror="window.harm = 1"> {{title}}', '', '## Recent Context', '',
      '- 2025-10-30: [[2025-10-30 - Kiln]] - The kiln was lit. (via [[2025-10-30 - Kiln]])', '',
    ].join('\r\n'));
    expect(await disk(page, KILN)).toBe('---\ntype: meeting\ndate: 2025-10-30\nparticipants: ["[[Tilda Osgood]]"]\n---\nLit by [[Tilda Osgood]], see [[Tilda Osgood#^kiln|here]].\n');
    expect(await page.evaluate(() => 'harm' in window)).toBe(false);
    await until('it is asked about no more', async () => !(await here(page)).includes('may hold a second person'));

    await press('u');
    await takenBack(page, 3);
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
    await until('it is asked about again', async () => (await here(page)).includes('may hold a second person'));
  });
});

describe('a split', () => {
  it('is opened from the palette, done with the mouse under another name, and undone after a restart', async () => {
    page = await stage.visit();
    await settled(page);
    await atRest(page);
    const before = await wholeVault(page);
    await open(page, NOTE);
    await palette(page, 'Split this person');
    await modal().locator('input:focus').waitFor();
    await modal().locator('input').fill('Mara Voss');
    await modal().getByRole('alert').filter({ hasText: 'A note called “Mara Voss” is there already.' }).waitFor();
    expect(await modal().getByRole('button', { name: 'Split', exact: true }).isDisabled()).toBe(true);
    await modal().locator('input').fill('Tilda Quarrel');
    await side('stays').filter({ hasText: 'Prefers mornings' }).click();
    await side('moves').filter({ hasText: 'The kiln was lit' }).click();
    await until('both sides changed', async () => (await texts('moves')).includes('- Prefers mornings.') && (await texts('stays')).some((text) => text.includes('The kiln was lit')));
    await status().filter({ hasText: 'Makes People/Tilda Quarrel.md' }).waitFor();
    await modal().getByRole('button', { name: 'Split', exact: true }).click();
    await notice(page, /^Changed \d+ notes/u).waitFor();
    await settled(page);
    expect(await disk(page, 'People/Tilda Quarrel.md')).toContain('- Prefers mornings.');
    expect(await inEditor(page, NOTE)).not.toContain('Prefers mornings');
    await reload(page);
    await palette(page, 'Undo the last batch');
    await notice(page, /^Restored \d+ notes/u).waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('is written over nothing if the note changed while the user was reading', async () => {
    page = await stage.visit();
    await settled(page);
    await atRest(page);
    await open(page, 'People/Mara Voss.md');
    await fileMenu(page, NOTE, 'Split into two notes');
    await modal().locator('input:focus').waitFor();
    await syncs(page, NOTE, `${MIXED}- Something new.\r\n`);
    await settled(page);
    await atRest(page);
    const before = await wholeVault(page);
    await press('Control+Enter');
    await notice(page, 'Tilda Marchetti changed since you looked, so nothing was split.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('of a note about nobody is not offered', async () => {
    page = await stage.visit();
    await open(page, KILN);
    await palette(page, 'Split this person');
    await notice(page, '2025-10-30 - Kiln is no note about a person').waitFor();
    expect(await modal().count()).toBe(0);
  });
});
