// Automatic repairs and the user's hands: what counts as typing in a note, and that nothing is written under a cursor, a
// composed character, a held mouse or a field of a property. Notes are shown in Live Preview, as they are by default.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notices } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, disk, SWITCHED_ON, syncs } from './support/vault.ts';
import { atRest, comeToRest, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const TEXT = [
  '---', 'type: meeting', 'date: 2025-11-03', 'participants: [Mara Voss]', 'place: Yard', '---', '', '# Yard', '', 'Seen: ', '',
  '## Action items', '', '- [ ] Paint the gate ðŸ“… 2025-12-01', '', '## Summary', '', 'Dry.', '', 'Cold.', '',
].join('\n');
const PERSON_NOTE = 'People/Mara Voss.md';
const PERSON = '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-11-03\n---\n\n# Mara Voss\n';
const BOARD = 'Board.canvas';
const CARD = JSON.stringify({ nodes: [{ id: 'yard', type: 'file', file: NOTE, x: 0, y: 0, width: 400, height: 400 }], edges: [] });
const BASE = 'Yards.base';
const TABLE = ['filters:', '  and:', `    - 'file.inFolder("Meetings")'`, 'views:', '  - type: table', '    name: Yards', '    order: [file.name, place]', ''].join('\n');
const BROKEN = 'ðŸ“…';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT, [PERSON_NOTE]: PERSON, [BOARD]: CARD, [BASE]: TABLE } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
  await open(page, NOTE);
});
afterEach(() => leave(page, stage));

async function typeBehind(text: string, words: string): Promise<void> {
  await cursorBehind(page, text);
  await page.keyboard.type(words);
}

const text = async (): Promise<string> => (await inEditor(page, NOTE)) ?? '';
const mended = (): Promise<void> => until('the note is mended', async () => !(await text()).includes(BROKEN));

/** Lets time pass for every save and repair that may come, and asserts that the damage is still there. */
async function staysAsItIs(): Promise<void> {
  await comeToRest(page);
  await page.clock.runFor(10_000);
  await atRest(page);
  expect(await text()).toContain(BROKEN);
}

/** The app's own view of the properties of the active note. */
const showProperties = (): Promise<unknown> => page.evaluate(() => window.app.workspace.ensureSideLeaf('file-properties', 'right', { reveal: true }));
const sidebarField = (): Locator => page.locator('[data-type="file-properties"]').getByLabel('place', { exact: true });

describe('a note is repaired by itself', () => {
  it('after it was typed in', async () => {
    await typeBehind('Seen: ', 'the gate');
    await comeToRest(page);
    await mended();
  });

  it('after something was pasted into it', async () => {
    await cursorBehind(page, 'Seen: ');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'the gate');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await text()).toContain('Seen: the gate');
    await comeToRest(page);
    await mended();
  });

  it('after it was typed in beside it, in a floating editor that no tab holds; all its editors agree', async () => {
    await page.evaluate((path) => window.host.openFile(path, 'tab'), NOTE);
    await page.evaluate((path) => window.host.openHover(path), NOTE);
    await page.locator('.hover-editor .cm-line', { hasText: 'Seen:' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('the gate');
    await comeToRest(page);
    await mended();
    await page.clock.runFor(2100);
    await atRest(page);
    const shown = await page.evaluate((path) => window.host.editorTexts(path), NOTE);
    const wanted = await disk(page, NOTE);
    expect(wanted).toContain('Seen: the gate');
    expect(wanted).not.toContain(BROKEN);
    expect(shown).toEqual([wanted, wanted, wanted]);
  });
});

describe('in a card of a canvas', () => {
  const card = async (): Promise<string> => (await page.evaluate((path) => window.host.cardText(path), NOTE)) ?? '';

  beforeEach(async () => {
    await open(page, BOARD);
    await page.locator('.canvas-node-content').dblclick();
    await page.locator('.canvas-node .cm-line', { hasText: 'Seen:' }).click();
    await page.keyboard.press('End');
  });

  it('a note is repaired after it was typed in, in the card and on disk', async () => {
    await page.keyboard.type('the gate');
    await comeToRest(page);
    await until('the note is mended', async () => !(await disk(page, NOTE)).includes(BROKEN));
    expect(await disk(page, NOTE)).toContain('Seen: the gate');
    expect(await card()).toBe(await disk(page, NOTE));
  });

  it('the line of the cursor is left alone until the cursor leaves it', async () => {
    await page.locator('.canvas-node .cm-line', { hasText: 'Paint the gate' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' green');
    await comeToRest(page);
    await page.clock.runFor(10_000);
    await atRest(page);
    expect(await card()).toContain(`${BROKEN} 2025-12-01 green`);
    expect(await disk(page, NOTE)).toBe(await card());
    await page.keyboard.press('ArrowUp');
    await page.clock.runFor(2100);
    await until('the card is mended', async () => !(await card()).includes(BROKEN));
  });
});

describe('in a window of its own', () => {
  let popout: Page;

  beforeEach(async () => {
    const opened = page.waitForEvent('popup');
    await page.evaluate((path) => window.host.openPopout(path), NOTE);
    popout = await opened;
  });

  it('a note is repaired after it was typed in, and all its editors agree', async () => {
    await popout.locator('.cm-line', { hasText: 'Seen:' }).click();
    await popout.keyboard.press('End');
    await popout.keyboard.type('the gate');
    await comeToRest(page);
    await mended();
    await page.clock.runFor(2100);
    await atRest(page);
    const wanted = await disk(page, NOTE);
    expect(wanted).toContain('Seen: the gate');
    expect(await page.evaluate((path) => window.host.editorTexts(path), NOTE)).toEqual([wanted, wanted]);
  });

  it('the line of the cursor is left alone until the cursor leaves it, and nothing is written while the mouse is held', async () => {
    await popout.locator('.cm-line', { hasText: 'Paint the gate' }).click();
    await popout.keyboard.press('End');
    await popout.keyboard.type(' green');
    await staysAsItIs();
    await popout.locator('.cm-line', { hasText: 'Cold.' }).hover();
    await popout.mouse.down();
    await staysAsItIs();
    await popout.mouse.up();
    await page.clock.runFor(2100);
    await mended();
  });
});

describe('a note is not repaired by itself', () => {
  it('after another plugin wrote through its editor', async () => {
    await page.evaluate(() => {
      const { editor } = window.app.workspace.activeEditor!;
      editor.replaceRange('stamped ', editor.offsetToPos(editor.getValue().indexOf('Seen: ')));
    });
    await staysAsItIs();
  });

  it('after another plugin or device wrote its file', async () => {
    await syncs(page, NOTE, TEXT.replace('Seen: ', 'Seen: a heron'));
    await staysAsItIs();
  });

  it('after a field of its properties was filled', async () => {
    await page.getByLabel('place', { exact: true }).fill('Quay');
    await page.keyboard.press('Tab');
    await staysAsItIs();
    expect(await disk(page, NOTE)).toContain('place: Quay');
  });

  it('after a property was filled in the sidebar', async () => {
    await showProperties();
    await sidebarField().fill('Quay');
    await page.keyboard.press('Tab');
    await staysAsItIs();
    expect(await disk(page, NOTE)).toContain('place: Quay');
  });

  it('after a cell of a base was filled, in a note that is open beside it or in none', async () => {
    await page.evaluate((path) => window.host.openFile(path, 'tab'), BASE);
    const cell = page.getByLabel('place of 2025-11-03 - Yard', { exact: true });
    for (const place of ['Quay', 'Mole']) {
      await cell.fill(place);
      await page.keyboard.press('Tab');
      await comeToRest(page);
      await page.clock.runFor(10_000);
      await atRest(page);
      expect(await disk(page, NOTE)).toContain(`place: ${place}`);
      expect(await disk(page, NOTE)).toContain(BROKEN);
      await page.evaluate(() => window.app.workspace.getLeavesOfType('markdown').forEach((leaf) => leaf.detach()));
    }
    await open(page, NOTE);
    await staysAsItIs();
  });

  it('after a checkbox was ticked in reading view', async () => {
    await page.keyboard.press('Control+e');
    await page.locator('.markdown-reading-view .task-list-item-checkbox').click();
    await staysAsItIs();
    expect(await disk(page, NOTE)).toContain(`- [x] Paint the gate ${BROKEN}`);
    await page.keyboard.press('Control+e');
    await staysAsItIs();
  });
});

it('the settings say what counts as typing', async () => {
  await page.evaluate(() => window.app.setting.open());
  const row = page.locator('.setting-item', { hasText: 'Typing counts in' });
  expect(await row.innerText()).toContain(
    'Typing counts in a tab, another window, a hover editor or a card of a canvas. Fields of properties, cells of a base, checkboxes in reading view, other plugins and sync do not count',
  );
});

describe('nothing is written by itself', () => {
  it('in the line of the cursor, until the cursor leaves it', async () => {
    await typeBehind('Paint the gate', ' green');
    await staysAsItIs();
    await page.keyboard.press('ArrowUp');
    await page.clock.runFor(2100);
    await mended();
    expect(await text()).toContain('- [ ] Paint the gate green 📅 2025-12-01');
  });

  it('in the line of the cursor, until the editor is left', async () => {
    await typeBehind('Paint the gate', ' green');
    await staysAsItIs();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.clock.runFor(2100);
    await mended();
  });

  it('while a character is being composed', async () => {
    await cursorBehind(page, 'Seen: ');
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'にわ', selectionStart: 2, selectionEnd: 2 });
    expect(await text()).toContain('Seen: にわ');
    await staysAsItIs();
    await keyboard.send('Input.insertText', { text: '庭' });
    await comeToRest(page);
    await mended();
    expect(await text()).toContain('Seen: 庭\n');
  });

  it('while the mouse is held down to select', async () => {
    await typeBehind('Seen: ', 'the gate');
    await page.locator('.cm-line', { hasText: 'Cold.' }).hover();
    await page.mouse.down();
    await staysAsItIs();
    await page.mouse.up();
    await page.clock.runFor(2100);
    await mended();
  });

  it('while selected words are dragged to another place, until they are dropped', async () => {
    await typeBehind('Seen: ', 'the gate');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    const { from, to } = await page.evaluate(() => {
      const range = getSelection()!.getRangeAt(0).getBoundingClientRect();
      const target = [...document.querySelectorAll('.cm-line')].find((line) => line.textContent === 'Cold.')!.getBoundingClientRect();
      const middle = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 });
      return { from: middle(range), to: { x: target.x, y: middle(target).y } };
    });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // A drag begins with a small step: the editor takes a large one for a new selection.
    await page.mouse.move(from.x + 6, from.y);
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await staysAsItIs();
    await page.mouse.up();
    await comeToRest(page);
    await mended();
    expect(await text()).toContain('Seen: the \n');
    expect(await text()).toContain('gateCold.');
  });

  it('while a property is being edited, and what was typed there is kept', async () => {
    await typeBehind('Seen: ', 'the gate');
    await page.getByLabel('place', { exact: true }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Quay');
    await staysAsItIs();
    expect(await page.getByLabel('place', { exact: true }).inputValue()).toBe('Quay');
    await page.keyboard.press('Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await comeToRest(page);
    await mended();
    expect(await text()).toContain('place: Quay');
  });

  it('while a property is being edited in the sidebar, and what was typed there is kept', async () => {
    await showProperties();
    await typeBehind('Seen: ', 'the gate');
    await sidebarField().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Quay');
    await staysAsItIs();
    expect(await sidebarField().inputValue()).toBe('Quay');
    await page.keyboard.press('Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await comeToRest(page);
    await mended();
    expect(await text()).toContain('place: Quay');
  });
});

describe('in a property of a note beside the active one nothing is written', () => {
  /** Shows the note beside another one, which is the active one, and returns the page that it is in. */
  async function beside(place: string): Promise<Page> {
    await open(page, PERSON_NOTE);
    if (place === 'a floating editor') {
      await page.evaluate((path) => window.host.openHover(path), NOTE);
      return page;
    }
    const opened = page.waitForEvent('popup');
    await page.evaluate((path) => window.host.openPopout(path), NOTE);
    return opened;
  }

  async function typeIn(shown: Page): Promise<void> {
    await shown.locator('.cm-line', { hasText: 'Seen:' }).click();
    await shown.keyboard.press('End');
    await shown.keyboard.type('the gate');
  }

  /** Types in the field, and does not leave it. */
  async function beginProperty(shown: Page): Promise<void> {
    await shown.getByLabel('place', { exact: true }).click();
    await shown.keyboard.press('Control+a');
    await shown.keyboard.type('Quay');
    expect(await page.evaluate(() => window.app.workspace.getActiveFile()?.path)).toBe(PERSON_NOTE);
  }

  const field = (shown: Page): Promise<string> => shown.getByLabel('place', { exact: true }).inputValue();

  for (const place of ['a floating editor', 'a window of its own']) {
    it(`by itself, in ${place}, until the field is left`, async () => {
      const shown = await beside(place);
      await typeIn(shown);
      await beginProperty(shown);
      await staysAsItIs();
      expect(await field(shown)).toBe('Quay');
      await shown.keyboard.press('Tab');
      await comeToRest(page);
      await mended();
      expect(await text()).toContain('place: Quay');
    });

    it(`by a command on the vault, in ${place}, which is refused with the reason`, async () => {
      const shown = await beside(place);
      await typeIn(shown);
      await comeToRest(page);
      await mended();
      await page.clock.runFor(2100);
      await atRest(page);
      const before = await text();
      await beginProperty(shown);
      await page.evaluate(() => window.host.runCommand('namesake:undo-last-batch'));
      await until('the command is refused', async () => {
        await page.clock.runFor(1000);
        return (await notices(page)).some((said) => said.includes('You are at work in this note'));
      });
      expect(await text()).toBe(before);
      expect(await field(shown)).toBe('Quay');
      await shown.keyboard.press('Tab');
      expect(await text()).toContain('place: Quay');
    });
  }
});

it('a repair leaves folds and the undo history as they are', async () => {
  await typeBehind('Seen: ', 'the gate');
  await page.evaluate(() => window.app.workspace.activeEditor!.editor.exec('foldAll'));
  const folds = () => page.locator('.cm-foldPlaceholder').count();
  const folded = await folds();
  expect(folded).toBeGreaterThan(0);
  await comeToRest(page);
  await mended();
  expect(await folds()).toBe(folded);
  await page.evaluate(() => window.app.workspace.activeEditor!.editor.exec('unfoldAll'));
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  expect(await text()).toContain(BROKEN);
  expect(await text()).toContain('Seen: the gate');
  await page.keyboard.press('Control+z');
  expect(await text()).toBe(TEXT);
});
