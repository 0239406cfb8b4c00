// Names in the editor: completing a person while typing, by keyboard alone; and “Who is this?” for a misheard name, which
// links and remembers it, and which one undo takes back.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { cursor, cursorBehind, inEditor, open } from './support/editor.ts';
import { letGo } from './support/journal.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, MEETING, ROB, wholeVault } from './support/vault.ts';
import { answered, settled, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-21 - Yard.md';
const TEXT = [
  '---', 'type: meeting', 'date: 2025-11-21', 'participants:', '  - Mara Voss', '  - Rob Bannerman', 'chair: ', '---', '', 'Seen: ', '', '- [ ] Sweep the yard ', '',
  'Write to rob', '', '```', 'code ', '```', '',
].join('\n');
const settingsOf = (settings: object): string => JSON.stringify({ version: 1, settings, firstBatchReviewed: true });
const files = { [NOTE]: TEXT };

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    everyday: { from: 'everyday', files },
    handles: { from: 'everyday', files: { ...files, [DATA]: settingsOf({ ownerStyle: 'handle', completeLinks: true }) } },
    source: { from: 'everyday', files: { ...files, '.obsidian/app.json': '{"livePreview": false}' } },
    off: { from: 'everyday', files: { ...files, [DATA]: settingsOf({ completePeople: false }) } },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const list = (): Locator => page.locator('.suggestion-container');
const rows = (): Locator => list().locator('.suggestion-title');
const chosen = (): Locator => list().locator('.is-selected');
const whoisModal = (): Locator => page.locator('.namesake-whois');

async function typeBehind(text: string, typed: string): Promise<void> {
  await open(page, NOTE);
  await cursorBehind(page, text);
  await page.keyboard.type(typed);
}

/** The line of the cursor, with a mark at its place. */
async function lineNow(): Promise<string> {
  const { before, after } = await cursor(page);
  return `${before}|${after}`;
}

/** Whether a list is open once the engine has answered. */
async function listed(): Promise<boolean> {
  await answered(page);
  return (await list().count()) > 0;
}

/** The rows of the list, once they answer everything typed so far. */
async function titles(): Promise<string[]> {
  await answered(page);
  return rows().allTextContents();
}

describe('a name behind @', () => {
  it('is completed by keyboard, people of the meeting first, and undone like typing', async () => {
    page = await stage.visit();
    await typeBehind('Seen: ', '@ro');
    await rows().first().waitFor();
    expect((await titles())[0]).toBe('Rob Bannerman');
    expect(await list().locator('.suggestion-note').first().textContent()).toContain('takes part');
    await page.keyboard.type('b ben');
    await until('one name fits', async () => (await titles()).join() === 'Rob Benoit');
    await page.keyboard.press('Enter');
    expect(await lineNow()).toBe('Seen: [[Rob Benoit]]|');
    expect(await listed()).toBe(false);
    await page.keyboard.press('Control+z');
    expect((await lineNow()).replace('|', '')).toMatch(/^Seen: @?/u);
    expect(await inEditor(page, NOTE)).not.toContain('[[');
  });

  it('is chosen with the arrow keys, and found by a short form and without accents', async () => {
    page = await stage.visit();
    await typeBehind('Seen: ', '@bob');
    await until('the short forms are listed', async () => (await titles()).join() === 'Rob Bannerman,Bob,Rob Benoit');
    await page.keyboard.press('ArrowDown');
    expect(await chosen().locator('.suggestion-note').textContent()).toContain('Robert Inglethorpe');
    await page.keyboard.press('Enter');
    expect(await lineNow()).toBe('Seen: [[Robert Inglethorpe|Bob]]|');
    await page.keyboard.type(' and @inigo');
    await until('one name fits', async () => (await titles()).join() === 'Íñigo Valdemoro');
    await page.keyboard.press('Tab');
    expect(await lineNow()).toBe('Seen: [[Robert Inglethorpe|Bob]] and [[Íñigo Valdemoro]]|');
  });

  it('is written in the owner style in a task, and raises no question afterwards', async () => {
    page = await stage.visit({ vault: 'handles' });
    await typeBehind('- [ ] Sweep the yard ', '@benoit');
    await until('one name fits', async () => (await titles()).join() === 'Rob Benoit');
    await page.keyboard.press('Enter');
    expect(await lineNow()).toBe('- [ ] Sweep the yard @RobBenoit|');
    expect(await listed()).toBe(false);
  });

  describe('chosen from an older list, while the engine works on the letters typed since,', () => {
    /** The list when `typed` is answered and later letters are not yet. */
    async function slowBehind(typed: string): Promise<void> {
      page = await stage.visit();
      await typeBehind('Seen: ', typed);
      await rows().first().waitFor();
      expect(await listed()).toBe(true);
      await page.evaluate(() => {
        const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { engine: { complete(request: object): Promise<object[]> } } };
        const { engine } = plugin.session;
        const complete = engine.complete.bind(engine);
        const gate = new Promise<void>((resolve) => {
          window.letGo = resolve;
        });
        engine.complete = (request) => gate.then(() => complete(request));
      });
    }

    it('is not taken if it does not match those letters', async () => {
      await slowBehind('@');
      expect(await rows().first().textContent()).not.toBe('Rob Benoit');
      await page.keyboard.type('benoit');
      await page.keyboard.press('Enter');
      expect(await lineNow()).toBe('Seen: @benoit|');
      await letGo(page);
      await until('one name fits', async () => (await titles()).join() === 'Rob Benoit');
      expect(await lineNow()).toBe('Seen: @benoit|');
      await page.keyboard.press('Enter');
      expect(await lineNow()).toBe('Seen: [[Rob Benoit]]|');
    });

    it('is taken when the answer comes and still has it', async () => {
      await slowBehind('@ben');
      expect(await rows().first().textContent()).toBe('Rob Benoit');
      await page.keyboard.type('oit');
      await page.keyboard.press('Enter');
      expect(await lineNow()).toBe('Seen: @benoit|');
      await letGo(page);
      await until('the name is written', async () => (await lineNow()) === 'Seen: [[Rob Benoit]]|');
      expect(await listed()).toBe(false);
    });

    it('is dropped when more is typed or the list is closed', async () => {
      for (const key of ['i', 'Escape']) {
        await slowBehind('@ben');
        await page.keyboard.type('o');
        await page.keyboard.press('Enter');
        await page.keyboard.press(key);
        await letGo(page);
        expect(await listed()).toBe(key === 'i');
        expect(await lineNow()).toBe(key === 'i' ? 'Seen: @benoi|' : 'Seen: @beno|');
        if (key === 'i') await page.context().close();
      }
    });
  });

  it('that is unknown can become a new person at the end of the list, and one undo takes back note and link', async () => {
    page = await stage.visit();
    await typeBehind('Seen: ', '@Rob Ben');
    await until('the new one comes last', async () => (await titles()).join() === 'Rob Benoit,New person “Rob Ben”');
    await page.keyboard.type('quist');
    await until('nobody else fits', async () => (await titles()).join() === 'Leave “@Rob Benquist” as it is,New person “Rob Benquist”');
    expect(await list().locator('.suggestion-note').textContent()).toBe('People');
    const before = await wholeVault(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await notice(page, 'Changed 2 notes.').waitFor();
    expect(await lineNow()).toBe('Seen: [[Rob Benquist]]|');
    expect(await listed()).toBe(false);
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([NOTE, 'People/Rob Benquist.md'].sort());
    expect(after['People/Rob Benquist.md']).toContain('needs-review');
    await notice(page, 'Changed 2 notes.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 2 notes.').waitFor();
    await settled(page);
    expect((await wholeVault(page))['People/Rob Benquist.md']).toBeUndefined();
    expect(await inEditor(page, NOTE)).toContain('Seen: @Rob Benquist\n');
  });

  it('that is unknown stays as typed if Enter is pressed at once', async () => {
    page = await stage.visit();
    await typeBehind('Seen: ', '@Rob Benquist');
    await until('somebody new is offered', async () => (await titles()).join() === 'Leave “@Rob Benquist” as it is,New person “Rob Benquist”');
    const before = await wholeVault(page);
    await page.keyboard.press('Enter');
    expect(await listed()).toBe(false);
    expect(await lineNow()).toBe('Seen: @Rob Benquist|');
    await settled(page);
    expect(Object.keys(await wholeVault(page))).toEqual(Object.keys(before));
  });

  it('that is unknown is written in the owner style in a task, too', async () => {
    page = await stage.visit({ vault: 'handles' });
    await typeBehind('- [ ] Sweep the yard ', '@Rob Benquist');
    await until('somebody new is offered', async () => (await titles()).join() === 'Leave “@Rob Benquist” as it is,New person “Rob Benquist”');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await notice(page, 'Changed 2 notes.').waitFor();
    expect(await lineNow()).toBe('- [ ] Sweep the yard @RobBenquist|');
    expect(await listed()).toBe(false);
  });

  it('becomes a quoted link in the properties, which source mode shows as text', async () => {
    page = await stage.visit({ vault: 'source' });
    await typeBehind('chair: ', '@benoit');
    await until('one name fits', async () => (await titles()).join() === 'Rob Benoit');
    await page.keyboard.press('Enter');
    expect(await lineNow()).toBe('chair: "[[Rob Benoit]]"|');
  });

  it('opens no list in an e-mail address, in code, after Escape, or if switched off', async () => {
    page = await stage.visit();
    await typeBehind('Write to rob', '@ben');
    expect(await listed()).toBe(false);
    await cursorBehind(page, 'code ');
    await page.keyboard.type('@ben');
    expect(await listed()).toBe(false);
    await cursorBehind(page, 'Seen: ');
    await page.keyboard.type('@ben');
    await rows().first().waitFor();
    await page.keyboard.press('Escape');
    expect(await list().count()).toBe(0);
    expect(await lineNow()).toBe('Seen: @ben|');
    await page.context().close();
    page = await stage.visit({ vault: 'off' });
    await typeBehind('Seen: ', '@ben');
    expect(await listed()).toBe(false);
  });
});

describe('a name behind [[', () => {
  it('offers people first and then other notes, if switched on', async () => {
    page = await stage.visit({ vault: 'handles' });
    await typeBehind('Seen: ', '[[ben');
    await until('people are listed first', async () => (await titles())[0] === 'Rob Benoit');
    await page.keyboard.press('Enter');
    expect(await lineNow()).toBe('Seen: [[Rob Benoit]]|');
    await page.keyboard.type(' [[cheese');
    await until('a project is listed', async () => (await titles())[0] === 'Cheese Cave Pilot');
    await page.keyboard.press('Enter');
    expect(await lineNow()).toBe('Seen: [[Rob Benoit]] [[Cheese Cave Pilot]]|');
  });
});

/** Selects the first “Rob Banga” of the meeting. */
async function selectBanga(): Promise<void> {
  await open(page, MEETING);
  await cursorBehind(page, 'Put two gateways into cave five. @Rob Banga');
  for (let letter = 0; letter < 'Rob Banga'.length; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
}

describe('who is this?', () => {
  it('shows the candidates with their reasons, links, remembers, and one undo brings both notes back', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await selectBanga();
    await palette(page, 'Who is this?');
    await whoisModal().getByText('Rob Benoit', { exact: true }).waitFor();
    expect(await page.locator('.modal-title').textContent()).toBe('Who is “Rob Banga”?');
    const reasons = await whoisModal().locator('.namesake-evidence').first().locator('li').allTextContents();
    expect(reasons[0]).toMatch(/^Takes part in the meeting \(\+\d/u);
    expect(reasons).toContainEqual(expect.stringContaining('only the first sound agrees'));
    await page.keyboard.press('2');
    expect(await whoisModal().locator('input').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('1');
    // The focus begins on the chosen person and on no act; the first button links alone.
    for (let tab = 0; tab < 2; tab += 1) await page.keyboard.press('Tab');
    await until('the button has the focus', async () => (await page.locator(':focus').textContent()) === 'Link and remember as alias');
    await page.keyboard.press('Enter');
    await notice(page, 'Changed 2 notes.').waitFor();
    await settled(page);
    const after = await wholeVault(page);
    expect(changedBetween(before, after)).toEqual([MEETING, ROB].sort());
    expect(await inEditor(page, MEETING)).toContain('cave five. [[Rob Benoit|Rob Banga]]');
    expect(after[ROB]).toContain('aliases:\n- Rob Banga\n');
    await notice(page, 'Changed 2 notes.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 2 notes.').waitFor();
    await settled(page);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('opens from the editor’s menu for the name under the cursor, and can be closed without an answer', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await open(page, NOTE);
    await cursorBehind(page, '  - Rob Banner');
    const { left, top } = await page.evaluate(() => {
      const editor = window.app.workspace.activeEditor!.editor as unknown as { cm: { state: { selection: { main: { head: number } } }; coordsAtPos(at: number): DOMRect } };
      return editor.cm.coordsAtPos(editor.cm.state.selection.main.head);
    });
    await page.mouse.click(left, top + 5, { button: 'right' });
    await page.locator('.menu-item', { hasText: 'Who is this?' }).click();
    await whoisModal().getByRole('button', { name: 'Close', exact: true }).last().click();
    expect(await whoisModal().count()).toBe(0);
    expect(await wholeVault(page)).toEqual(before);
  });

  it('knows text that was typed a moment ago', async () => {
    page = await stage.visit();
    await typeBehind('Seen: ', 'Rob Bannermann');
    await palette(page, 'Who is this?');
    await whoisModal().getByRole('button', { name: 'Link', exact: true }).click();
    await notice(page, 'Changed 1 note.').waitFor();
    expect(await inEditor(page, NOTE)).toContain('Seen: [[Rob Bannerman|Rob Bannermann]]\n');
  });
});
