// The app in German: no English word of the plugin is left on the screen, and the longer words fit, on a phone and in a
// narrow sidebar. With pictures in test-results/shots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { cursorBehind, open } from './support/editor.ts';
import { cutOff, isEnglish, readIn } from './support/english.ts';
import { focusedLine, pane, selected } from './support/pane.ts';
import { leave, openStage, type Stage, type Visit } from './support/stage.ts';
import { DATA, MEETING, ROB, SWITCHED_ON } from './support/vault.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));

const PLACES: { place: string; visit: Visit }[] = [
  { place: 'sidebar', visit: { language: 'de' } },
  { place: 'phone', visit: { language: 'de-AT', width: 390, height: 844 } },
];
/** Pixels of a sidebar that is as narrow as users make it. */
const NARROW = 260;

const PANE = '.namesake-review';
const SETTINGS = '.vertical-tab-content';
const DIALOG = '.modal-title, .modal-content';

/** Takes a picture and looks at what is read within these elements. */
type Look = (name: string, within: string) => Promise<void>;

interface Walk {
  name: string;
  vault?: 'fresh';
  go: (page: Page, look: Look) => Promise<void>;
}

/** Chooses a command about a note, looks at the dialog once `drawn` is there, and closes it. */
async function dialog(page: Page, look: Look, name: string, command: string, drawn: string): Promise<void> {
  await palette(page, command);
  await page.locator(drawn).first().waitFor();
  await look(name, DIALOG);
  await page.keyboard.press('Escape');
  await page.locator('.modal').waitFor({ state: 'detached' });
}

const WALKS: Walk[] = [
  {
    name: 'the first run', vault: 'fresh',
    go: async (page, look) => {
      await palette(page, 'Prüfliste öffnen');
      await page.getByRole('button', { name: 'Das stimmt, weiter' }).waitFor();
      await look('first-run', PANE);
      await page.getByRole('button', { name: 'Das stimmt, weiter' }).click();
      await selected(page).waitFor();
      await look('first-questions', PANE);
    },
  },
  {
    name: 'the pane',
    go: async (page, look) => {
      await palette(page, 'Prüfliste öffnen');
      await focusedLine(page).waitFor();
      await page.keyboard.press('?');
      await pane(page).locator('.namesake-keys').waitFor({ state: 'attached' });
      await look('keys', PANE);
      await page.keyboard.press('?');
      await page.keyboard.press('s');
      await pane(page).getByText('Übersprungen: ').first().waitFor();
      await look('pane', PANE);
      await pane(page).getByRole('searchbox', { name: 'Fragen durchsuchen' }).fill('so etwas gibt es nicht');
      await pane(page).getByRole('button', { name: 'Alle Fragen anzeigen' }).waitFor();
      await look('no-match', PANE);
    },
  },
  {
    name: 'the tasks',
    go: async (page, look) => {
      await palette(page, 'Aufgaben öffnen');
      await page.locator('.namesake-todo').first().waitFor();
      await look('tasks', '.namesake-todos');
    },
  },
  {
    name: 'the settings',
    go: async (page, look) => {
      await page.evaluate(() => {
        window.app.setting.open();
        window.app.setting.openTabById('namesake');
      });
      await page.locator('.setting-item', { hasText: 'Sichere Korrekturen' }).first().waitFor();
      await look('settings', SETTINGS);
      for (const name of ['Überschriften', 'Deine eigenen Wörter', 'Deine Muster', 'Profile', 'Eigenschaften', 'Entscheidungen', 'Übernommen', 'Verlauf']) {
        await page.locator('.setting-item.mod-page', { has: page.getByText(name, { exact: true }) }).first().click();
        await page.locator('.setting-page-back', { hasText: name }).waitFor();
        await look(`settings-${name}`, SETTINGS);
        if (name === 'Deine Muster') {
          await page.getByRole('button', { name: 'Muster hinzufügen' }).click();
          await page.locator('.namesake-pattern-field').first().waitFor();
          await look('pattern', '.namesake-pattern .modal-content');
          await page.keyboard.press('Escape');
        }
        await page.locator('.setting-page-back').click();
      }
    },
  },
  {
    name: 'dialogs',
    go: async (page, look) => {
      await open(page, ROB);
      await dialog(page, look, 'scan', 'Vault durchsehen', '.namesake-by-rule');
      await dialog(page, look, 'split', 'Notiz dieser Person in zwei aufteilen', '.namesake-split-part');
      await dialog(page, look, 'briefing', 'Vor dem Treffen mit…', '.namesake-briefing-line');
      await palette(page, 'Diese Person mit einer anderen Notiz zusammenführen…');
      await page.locator('.prompt-input').fill('mara voss');
      await page.locator('.suggestion-title', { hasText: 'Mara Voss' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.namesake-merge table').waitFor();
      await look('merge', DIALOG);
      await page.keyboard.press('Escape');
      await open(page, MEETING);
      await dialog(page, look, 'note-tasks', 'Aufgaben dieser Notiz zeigen', '.namesake-task');
      await cursorBehind(page, 'Rob Ban');
      await dialog(page, look, 'whois', 'Wer ist das?', '.namesake-whois-one');
    },
  },
];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({ queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } }, fresh: { from: 'everyday', isNew: true } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

describe.each(PLACES)('in a $place', ({ place, visit }) => {
  it.each(WALKS)('$name: German, and nothing is cut off', async ({ vault, go }) => {
    page = await stage.visit({ ...visit, ...(vault ? { vault } : {}) });
    await page.addStyleTag({ content: `body:not(.is-phone) .workspace-split.mod-right-split { width: ${NARROW}px; }` });
    await go(page, async (name, within) => {
      await page.screenshot({ path: `${shots}german-${name}-${place}.png` });
      const read = await readIn(page, within);
      expect(read).not.toEqual([]);
      expect(read.filter(isEnglish), name).toEqual([]);
      expect(await cutOff(page, within), name).toEqual([]);
    });
  });
});

it('every command is German in the palette', async () => {
  page = await stage.visit({ language: 'de' });
  const commands = await page.evaluate(() => window.host.commands());
  const names = commands.filter(({ id }) => id.startsWith('namesake:')).map(({ name }) => name.replace(/^Namesake: /u, ''));
  expect(names).toContain('Prüfliste öffnen');
  expect(names.filter(isEnglish)).toEqual([]);
});

it('an app in another language is spoken to in English', async () => {
  page = await stage.visit({ language: 'fr' });
  await palette(page, 'Open the review queue');
  await selected(page).waitFor();
  const read = await readIn(page, PANE);
  expect(read.filter(isEnglish)).toEqual(expect.arrayContaining(['Search questions', 'Skip', 'Undo', expect.stringMatching(/^0 of \d+ questions, about/u)]));
});
