// Normalising a note, a folder and the vault: a preview comes before every write, one undo takes all of it back, and notes
// that opt out do not change.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileMenu, notice, notices, palette } from './support/app.ts';
import { open } from './support/editor.ts';
import { openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, disk, wholeVault } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

/** A note with one date that Obsidian does not recognise, and a comment that must survive. */
const note = (more = ''): string => `---\ntype: project # kept\ncreated: 3 January 2026\n${more}---\n# A plan\n`;
const mended = (more = ''): string => note(more).replace('3 January 2026', '2026-01-03');

const KILN = 'Projects/Kiln.md';
const GLAZE = 'Projects/Parts/Glaze.md';
const FAIR = 'Inbox/Fair.md';
const TEMPLATE = 'Templates/Project.md';
const OFF = 'Inbox/Off.md';
const BROKEN = 'Inbox/Broken.md';
const FILES = {
  [KILN]: note(), [GLAZE]: note(), [FAIR]: note(), [TEMPLATE]: note(), [OFF]: note('namesake: off\n'),
  [BROKEN]: '---\ncreated: 3 January 2026\nplan: a: b\n---\n', // No YAML: only a person can mend it.
};
/** More notes than the engine plans in one request. */
const MANY = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`Log/Day ${n + 1}.md`, note()]));

let stage: Stage;
let page: Page;

beforeAll(async () => {
  const settings = (value: object): string => JSON.stringify({ version: 1, settings: value });
  stage = await openStage({
    small: { files: FILES },
    profile: { files: { ...FILES, [DATA]: settings({ profiles: [{ folders: ['Inbox'], kinds: [], rules: { 'date-type': false } }] }) } },
    text: { files: { ...FILES, '.obsidian/types.json': '{"types": {"created": "text", "mood": "a type of next year"}}' } },
    broken: { files: { ...FILES, '.obsidian/types.json': '{"types": ' } },
    // What all notes do alike is left alone unless the settings ask for it.
    many: { files: { ...MANY, [DATA]: settings({ mendedHabits: ['date-type created'] }) } },
  });
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

const modal = () => page.locator('.modal');
const look = () => page.locator('.namesake-look');
const button = (name: string) => modal().getByRole('button', { name, exact: true });
const journals = () => page.evaluate(() => window.host.paths().filter((path) => path.includes('/journal/') && path.endsWith('.json')));

async function changesOf(gesture: () => Promise<void>): Promise<string[]> {
  const before = await wholeVault(page);
  await gesture();
  await settled(page);
  return changedBetween(before, await wholeVault(page));
}

describe('the vault, from the palette', () => {
  it('shows counts by rule and a word-level sample; writes after the confirmation, and one undo takes all back', async () => {
    page = await stage.visit();
    const before = await wholeVault(page);
    await palette(page, 'Normalise…', 'The whole vault');
    await look().waitFor();
    expect(await look().locator('.modal-title').textContent()).toBe('Apply 3 repairs in 3 notes?');
    expect(await look().getByRole('list', { name: 'Repairs by rule' }).getByRole('listitem').allTextContents()).toEqual(['date-type 3']);
    expect(await look().locator('.namesake-sample-path').allTextContents()).toEqual([FAIR, KILN, GLAZE]);
    const change = look().locator('.namesake-diff').first();
    expect(await change.locator('del').allTextContents()).toEqual(['Removed:−3 January ']);
    expect(await change.locator('ins').allTextContents()).toEqual(['Added:+-01-03']);
    expect(await look().textContent()).toContain('1 question needs your decision and stays in the queue.');
    expect(await journals()).toEqual([]);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);

    await button('Apply').click();
    await notice(page, 'Changed 3 notes.').waitFor();
    expect(changedBetween(before, await wholeVault(page))).toEqual([FAIR, KILN, GLAZE]);
    for (const path of [FAIR, KILN, GLAZE]) expect(await disk(page, path)).toBe(mended());
    expect(await journals()).toHaveLength(1);

    await palette(page, 'Undo the last batch');
    await notice(page, 'Restored 3 notes.').waitFor();
    expect(await wholeVault(page)).toEqual(before);
  });

  it('writes nothing if cancelled', async () => {
    page = await stage.visit();
    for (const leave of [() => button('Cancel').click(), () => page.keyboard.press('Escape')]) {
      expect(await changesOf(async () => {
        await palette(page, 'Normalise…', 'The whole vault');
        await look().waitFor();
        await leave();
        await modal().waitFor({ state: 'detached' });
      })).toEqual([]);
    }
    expect(await journals()).toEqual([]);
    expect(await notices(page)).toEqual([]);
  });

  it('works by keyboard alone: the sample scrolls, then come the buttons', async () => {
    page = await stage.visit();
    await palette(page, 'Normalise…', 'The whole vault');
    await look().waitFor();
    const focused = () => page.evaluate(() => {
      const element = document.activeElement;
      const named = document.getElementById(element?.getAttribute('aria-labelledby') ?? '');
      return element?.getAttribute('aria-label') ?? (named ?? element)?.textContent;
    });
    const reached: (string | null | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(reached).toEqual(['Close', 'What would change:', 'Apply', 'Cancel']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await notice(page, 'Changed 3 notes.').waitFor();
  });

  it('fits a phone, with targets a thumb can hit', async () => {
    page = await stage.visit({ width: 390, height: 844 });
    await palette(page, 'Normalise…', 'The whole vault');
    await look().waitFor();
    const wide = await look().locator('*:not(.namesake-spoken)').evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5).map((one) => one.getAttribute('class')));
    expect(wide).toEqual([]);
    for (const name of ['Apply', 'Cancel']) expect((await button(name).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
});

describe('many notes', () => {
  it('are planned in parts: progress moves, and cancelling between two parts stops it', async () => {
    page = await stage.visit({ vault: 'many', watch: '.namesake-progress-step' });
    await page.evaluate(() => {
      const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { engine: { plan(request: unknown): Promise<unknown> } } };
      const { engine } = plugin.session;
      const plan = engine.plan.bind(engine);
      let asked = 0;
      const gate = new Promise<void>((resolve) => {
        window.letGo = resolve;
      });
      engine.plan = async (request) => {
        asked += 1;
        if (asked === 3) await gate;
        return plan(request);
      };
    });
    await palette(page, 'Normalise…', 'The whole vault');
    await modal().locator('.namesake-progress-step', { hasText: '200 of 250' }).waitFor();
    expect(await page.evaluate(() => window.seen)).toEqual(['100 of 250', '200 of 250']);
    expect(await changesOf(async () => {
      await button('Cancel').click();
      await page.evaluate(() => window.letGo());
      await modal().waitFor({ state: 'detached' });
    })).toEqual([]);
    expect(await look().count()).toBe(0);
  });

  it('are written as one batch, and one undo takes all back', async () => {
    page = await stage.visit({ vault: 'many' });
    const before = await wholeVault(page);
    await palette(page, 'Normalise…', 'The whole vault');
    await look().waitFor();
    expect(await look().locator('.modal-title').textContent()).toBe('Apply 250 repairs in 250 notes?');
    expect(await look().textContent()).toContain('and 242 notes more');
    await button('Apply').click();
    await notice(page, 'Changed 250 notes.').waitFor();
    expect(await journals()).toHaveLength(1);
    await notice(page, 'Changed 250 notes.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 250 notes.').waitFor();
    expect(await wholeVault(page)).toEqual(before);
  });
});

describe('a folder', () => {
  it('is chosen from a list, the folder of the open note first, and is normalised with its content', async () => {
    page = await stage.visit();
    await open(page, GLAZE);
    await palette(page, 'Normalise…');
    const scopes = page.locator('.prompt .suggestion-item .suggestion-content');
    await scopes.first().waitFor();
    expect(await scopes.allTextContents()).toEqual(['This note: Glaze', 'The whole vault', 'Projects/Parts', 'Inbox', 'Projects', 'Templates']);
    expect(await page.locator('.prompt .namesake-counted').allTextContents()).toEqual(['1', '6', '1', '3', '2', '1']);
    await page.keyboard.type('projects');
    await page.locator('.suggestion-item.is-selected', { hasText: /^Projects2$/u }).waitFor();
    await page.keyboard.press('Enter');
    await look().waitFor();
    expect(await look().locator('.namesake-sample-path').allTextContents()).toEqual([KILN, GLAZE]);
    await button('Cancel').click();
  });

  it('is normalised the same way from its menu', async () => {
    page = await stage.visit();
    await fileMenu(page, 'Projects', 'Normalise folder');
    await look().waitFor();
    expect(await changesOf(async () => {
      await button('Apply').click();
      await notice(page, 'Changed 2 notes.').waitFor();
    })).toEqual([KILN, GLAZE]);
  });

  it('of templates does not change, and a notice says that there is nothing to do', async () => {
    page = await stage.visit();
    expect(await changesOf(async () => {
      await fileMenu(page, 'Templates', 'Normalise folder');
      await notice(page, 'Nothing to repair here.').waitFor();
    })).toEqual([]);
  });
});

describe('one note', () => {
  const normalise = async (path: string): Promise<void> => {
    await open(page, path);
    await palette(page, 'Normalise…', 'This note');
  };

  it('is mended at once, and undone from the notice', async () => {
    page = await stage.visit();
    await normalise(KILN);
    await notice(page, 'Changed 1 note.').getByRole('button', { name: 'Undo' }).click();
    await notice(page, 'Restored 1 note.').waitFor();
    await until('the note is as it was', async () => (await disk(page, KILN)) === note());
  });

  it.each([
    [OFF, 'Off is left alone: its property “namesake” asks for it.'],
    [TEMPLATE, 'Project is left alone: it is a template or a drawing, or lies in a folder that the settings exclude.'],
  ])('that is not to be touched (%s) is not, and says why', async (path, reason) => {
    page = await stage.visit();
    expect(await changesOf(async () => {
      await normalise(path);
      await notice(page, reason).waitFor();
    })).toEqual([]);
  });

  it('without automatic fixes gets a notice that findings wait', async () => {
    page = await stage.visit();
    expect(await changesOf(async () => {
      await normalise(BROKEN);
      await notice(page, 'Nothing can be repaired here without you. 1 question needs your decision; open the review queue.').waitFor();
    })).toEqual([]);
  });
});

describe('a profile', () => {
  it('switches a rule off for one folder', async () => {
    page = await stage.visit({ vault: 'profile' });
    await palette(page, 'Normalise…', 'The whole vault');
    await look().waitFor();
    expect(await look().locator('.namesake-sample-path').allTextContents()).toEqual([KILN, GLAZE]);
    await button('Cancel').click();
  });
});

describe('the property types set in Obsidian', () => {
  it('count: a property of type text is no date', async () => {
    page = await stage.visit({ vault: 'text' });
    await palette(page, 'Normalise…', 'The whole vault');
    await notice(page, 'Nothing can be repaired here without you.').waitFor();
    expect(await notices(page)).toHaveLength(1);
  });

  it('are read again before notes are checked', async () => {
    page = await stage.visit({ vault: 'text' });
    await page.evaluate(() => window.app.vault.adapter.write('.obsidian/types.json', '{"types": {"Created": "date"}}'));
    await palette(page, 'Normalise…', 'The whole vault');
    await look().waitFor();
    expect(await look().locator('.modal-title').textContent()).toBe('Apply 3 repairs in 3 notes?');
  });

  it('are ignored, with one message, if they cannot be read; the file does not change', async () => {
    page = await stage.visit({ vault: 'broken' });
    for (let times = 0; times < 2; times += 1) {
      await palette(page, 'Normalise…', 'The whole vault');
      await look().waitFor();
      await button('Cancel').click();
    }
    const said = await notices(page);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^\.obsidian\/types\.json could not be read .*Repair the file/u);
    expect(await disk(page, '.obsidian/types.json')).toBe('{"types": ');
  });
});
