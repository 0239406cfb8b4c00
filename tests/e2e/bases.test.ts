// Views of the plugin in a base of the user: the base says which notes, Namesake what it knows of them.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { faults } from './support/axe.ts';
import { open } from './support/editor.ts';
import { focusedLine, here } from './support/pane.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, SWITCHED_ON, syncs } from './support/vault.ts';
import { atRest, settled, until } from './support/waiting.ts';

const BASE = 'Ours.base';
const view = (type: string, name: string): string => `  - type: ${type}\n    name: ${name}\n`;
const TEXT = ['filters:', '  or:', `    - 'file.inFolder("People")'`, `    - 'file.inFolder("Meetings")'`, 'views:', view('namesake-people', 'People') + view('namesake-tasks', 'Tasks') + view('namesake-review', 'Review')].join('\n');
const person = (name: string, day?: string): string => `---\ntype: people\ntitle: ${name}\n${day === undefined ? '' : `last_contact: ${day}\n`}---\n\n# ${name}\n`;
const MARA = 'People/Mara Voss.md';
const YARD = 'Meetings/2025-11-03 - Yard.md';
const FILES = {
  [BASE]: TEXT,
  [MARA]: person('Mara Voss', '2025-10-30'),
  'People/Rob Benoit.md': person('Rob Benoit', '2024-01-02'),
  'People/Una Quist.md': person('Una Quist'),
  'Friends/Zeno Quill.md': person('Zeno Quill', '2025-11-01'),
  [YARD]: '---\ntype: meeting\ndate: 2025-11-03\nparticipants: [Mara Voss, Rob Banga]\n---\n\n# Yard\n\n## Action items\n\n- [ ] Paint the gate [[Mara Voss]] 📅 2025-12-01\n- [ ] Sweep\n',
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, ...FILES } } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const rows = (): Promise<string[]> => page.locator('.bases-view .namesake-todo-text').evaluateAll((all) => all.map((row) => row.firstElementChild?.textContent ?? ''));
const headings = (): Promise<string[]> => page.locator('.bases-view .namesake-note-name').allTextContents();
const facts = (): Promise<string[]> => page.locator('.bases-view .namesake-todo-facts').allTextContents();
const choose = (name: string): Promise<void> => page.locator('.bases-toolbar').getByRole('button', { name }).click();
const shows = (what: string[]): Promise<void> => until(`the view shows ${what.join(', ')}`, async () => JSON.stringify(await rows()) === JSON.stringify(what));

it('lists people by last contact, tasks by owner and what waits for review, of the notes of the base, and follows changes', async () => {
  page = await stage.visit();
  await open(page, BASE);
  await shows(['Mara Voss', 'Rob Benoit', 'Una Quist']);
  expect(await headings()).toEqual(['Longer ago 2', 'No contact noted 1']);
  expect(await facts()).toEqual(['2025-11-03', '2024-01-02', '']); // Of Mara the meeting says more than her note.
  await syncs(page, 'People/Una Quist.md', person('Una Quist', '2025-11-05'));
  await shows(['Una Quist', 'Mara Voss', 'Rob Benoit']);
  expect(await faults(page, '.bases-view')).toEqual([]);

  await choose('Tasks');
  await shows(['Paint the gate Mara Voss', 'Sweep']);
  expect(await headings()).toEqual(['Mara Voss 1', 'Nobody 1']);

  await choose('Review');
  await until('the meeting waits', async () => (await rows()).includes('2025-11-03 - Yard'));
  await page.locator('.bases-view .namesake-todo-text', { hasText: 'Yard' }).focus();
  await page.keyboard.press('Enter');
  await focusedLine(page).waitFor();
  expect(await here(page)).toContain('Rob Banga');
});

it('opens the note at the line of a task', async () => {
  page = await stage.visit();
  await open(page, BASE);
  await choose('Tasks');
  await shows(['Paint the gate Mara Voss', 'Sweep']);
  await page.locator('.bases-view .namesake-todo-text', { hasText: 'Sweep' }).click();
  await until('the line is open', () => page.evaluate(() => {
    const { activeEditor } = window.app.workspace;
    return activeEditor !== null && activeEditor.editor.getLine(activeEditor.editor.getCursor().line) === '- [ ] Sweep';
  }));
});

it('draws nothing once the plugin is off, and is there again when it is back', async () => {
  page = await stage.visit();
  await open(page, BASE);
  await shows(['Mara Voss', 'Rob Benoit', 'Una Quist']);
  await page.evaluate(() => window.host.reloadPlugin());
  await settled(page);
  await until('it has read the vault', () => page.evaluate(() => (window.app.plugins.plugins['namesake'] as unknown as { session: { ready: boolean } }).session.ready));
  await atRest(page);
  await choose('People');
  await shows(['Mara Voss', 'Rob Benoit', 'Una Quist']);
});
