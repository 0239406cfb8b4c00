// The first run in three vaults that are kept quite differently, from what is recognised to a person's note that a meeting
// fills. Runs in light, dark and phone layout, with pictures in test-results/shots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { pane } from './support/pane.ts';
import { LOOKS, leave, openStage, type Stage, type Visit } from './support/stage.ts';
import { DATA, disk, type VaultPlan } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));

/** Each with the note that the meeting fills, and what is recognised by which sign. */
const VAULTS: Record<string, { plan: VaultPlan; person: string; sign: string }> = {
  folders: {
    person: 'People/Mara Voss.md',
    sign: 'the folder “People”',
    plan: { isNew: true, files: {
      'People/Mara Voss.md': '# Mara Voss\n\n## Log\n\n- [[2025-10-02 Kiln day]]: The kiln was cleaned.\n',
      'People/Rob Benoit.md': '# Rob Benoit\n\n## Log\n',
      'Meetings/2025-10-02 Kiln day.md': '## Attendees\n\n- [[Mara Voss]]\n\n## Summary\n\nThe kiln was cleaned.\n',
      'Meetings/2025-10-31 Boat day.md': '## Attendees\n\n- [[Mara Voss]]\n- [[Rob Benoit]]\n\n## Summary\n\nTwo boats are ready and one waits for paint.\n',
    } },
  },
  fields: {
    person: 'Thea Lorne.md',
    sign: 'the tag “#person”',
    plan: { isNew: true, files: {
      'Thea Lorne.md': '#person\n\nrole:: printer\n\n## Interactions\n',
      'Felix Roper.md': '#person\n\n## Interactions\n',
      'Timetable.md': '#meeting\n\ndate:: 2025-10-31\nattendees:: [[Thea Lorne]], [[Felix Roper]]\n\n## Summary\n\nWe keep the old timetable until March.\n',
    } },
  },
  german: {
    person: 'Personen/Ute Ahrens.md',
    sign: 'the folder “Personen”',
    plan: { isNew: true, files: {
      'Personen/Ute Ahrens.md': '# Ute Ahrens\n\n## Verlauf\n',
      'Personen/Emil Stark.md': '# Emil Stark\n\n## Verlauf\n',
      'Besprechungen/2025-10-31 Ofen.md': '## Teilnehmer\n\n- Ute Ahrens\n- Emil Stark\n\n## Zusammenfassung\n\nDer Ofen wird im März erneuert.\n',
    } },
  },
  nobody: { person: '', sign: '', plan: { isNew: true, files: { 'Inbox/Ana Reyes.md': 'Sails.\n', 'Inbox/Hugo Tamsin.md': 'Rows.\n', 'Reading.md': 'Books.\n' } } },
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({ ...Object.fromEntries(Object.entries(VAULTS).map(([name, { plan }]) => [name, plan])), many: { from: 'everyday', isNew: true } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

const screen = () => pane(page).locator('.namesake-recognition');
const modal = () => page.locator('.modal');
const shoot = (what: string) => page.screenshot({ path: `${shots}first-run-${what}.png` });

async function visit(vault: string, look: Visit = {}): Promise<void> {
  page = await stage.visit({ vault, ...look });
  await palette(page, 'Show what was recognised');
  await screen().waitFor();
}

describe.each(LOOKS)('in $look layout', ({ look, visit: how }) => {
  it.each(['folders', 'fields', 'german'])('%s: what is recognised, an example, and a person’s note filled', async (name) => {
    const { person, sign } = VAULTS[name];
    await visit(name, how);
    expect(await screen().textContent()).toContain('2 people');
    expect(await screen().textContent()).toContain(sign);
    expect(await screen().locator('.namesake-first').count()).toBe(0);
    await shoot(`${name}-${look}`);
    const before = await disk(page, person);
    await screen().getByRole('button', { name: 'That is right, go on' }).click();
    await pane(page).getByRole('button', { name: 'Show the example' }).click();
    await modal().locator('.namesake-sample').waitFor();
    await shoot(`${name}-example-${look}`);
    expect(await disk(page, person)).toBe(before);
    await modal().getByRole('button', { name: 'Apply', exact: true }).click();
    await notice(page, /^Changed \d note/u).waitFor();
    await settled(page);
    const after = await disk(page, person);
    expect(after.split('\n').filter((line) => !before.split('\n').includes(line) && line.includes('2025-10-31')), after).not.toEqual([]);
    expect(JSON.parse(await disk(page, DATA))).toMatchObject({ recognitionConfirmed: true });
  });
});

it('says that nobody is recognised, and counts the folder that the user names', async () => {
  await visit('nobody');
  expect(await screen().textContent()).toContain('No people recognised.');
  await shoot('nobody');
  await screen().getByRole('button', { name: 'Choose a folder' }).first().click();
  await page.locator('.prompt input').fill('Inbox');
  await page.keyboard.press('Enter');
  await until('the people are recognised', async () => (await screen().textContent())?.includes('2 people') === true);
  expect(JSON.parse(await disk(page, DATA))).toMatchObject({ settings: { peopleFolders: ['Inbox'] } });
});

it('believes the user who unticks a folder, and can be told otherwise later', async () => {
  await visit('folders');
  const box = screen().getByRole('checkbox', { name: /the folder “People”/u });
  expect(await box.isChecked()).toBe(true);
  await box.uncheck();
  await screen().getByRole('button', { name: 'That is right, go on' }).click();
  await until('the answer is kept', async () => (await disk(page, DATA).catch(() => '')).includes('"folder:People":"none"') || (await disk(page, DATA).catch(() => '')).includes('"folder:People": "none"'));
  await palette(page, 'Show what was recognised');
  expect(await screen().textContent()).toContain('Notes in “People” are nothing of the kind.');
});

it('takes the focus, and the keys of the queue behind it rest', async () => {
  await visit('folders');
  await screen().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('?');
  await screen().getByRole('button', { name: 'That is right, go on' }).click();
  await pane(page).getByRole('button', { name: 'Show the example' }).waitFor();
  expect(await pane(page).locator('.namesake-keys').count()).toBe(0);
});

it('what does not fit into the pane is reached by scrolling', async () => {
  await visit('many', { height: 500 });
  await screen().hover();
  await page.mouse.wheel(0, 5000);
  const bottom = async (): Promise<number> => {
    const box = await screen().locator('li').last().boundingBox();
    return box!.y + box!.height;
  };
  const end = await screen().locator('.namesake-recognition-end').boundingBox();
  await until('the last line stands above the button', async () => (await bottom()) <= end!.y + 1);
});
