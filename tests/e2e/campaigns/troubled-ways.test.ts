// A full disk, a permission that is lost and a folder that vanishes on every way by which a user has the plugin write. No note is
// torn, what only makes sense as a whole is whole or not there, the user is told what to do, undo leads back to the byte,
// and when the trouble has passed the same can be done. CAMPAIGN_RUNS=all takes every way in every trouble.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notices } from '../support/app.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { changedBetween, DATA, wholeVault } from '../support/vault.ts';
import { journal, rested, undoAll } from './session.ts';
import { attempt, FILES, TYPED, type Way, WAYS } from './ways.ts';

const FOLDER = '.obsidian/plugins/namesake';
const TROUBLES = ['full', 'without permission', 'vanished'] as const;
const PLACES = ['data.json', 'the journal', 'the plugin', 'what it writes first', 'what it writes last', 'everything, once the journal has the batch,'] as const;
type Trouble = (typeof TROUBLES)[number];
type Place = (typeof PLACES)[number];
type Texts = Record<string, string>;
/** Words that say what to do, or that there is nothing left to do it with. */
const ADVICE = /Make room|Make it writable|try again|Try again|Check that|is no longer there|There is no batch to undo/u;

let stage: Stage;
let page: Page;
let counts = 0;

beforeAll(async () => {
  stage = await openStage({ yard: { files: FILES } });
});
afterAll(async () => {
  await stage.close();
  console.log(`campaign troubled ways: ${counts} ways of a user in trouble, no byte lost, nothing left behind`);
});
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => page.context().close());

function pathOf(place: Place, { first, last }: Way): string {
  return { 'data.json': DATA, 'the journal': `${FOLDER}/journal`, 'the plugin': FOLDER, 'what it writes first': first, 'what it writes last': last, 'everything, once the journal has the batch,': '' }[place];
}

/** Begins at once, or as soon as the journal has the next batch. */
async function begin(trouble: Trouble, path: string, isLater: boolean): Promise<void> {
  await page.evaluate(async ([what, at, later]) => {
    const { adapter } = window.app.vault;
    const { faults } = window.host;
    const start = async (): Promise<void> => {
      if (what === 'full') faults.add({ action: 'write', path: at, code: 'ENOSPC' });
      else if (what === 'without permission') for (const action of ['write', 'move'] as const) faults.add({ action, path: at, code: 'EACCES' });
      else {
        const stat = await adapter.stat(at);
        if (stat?.type === 'folder') await adapter.rmdir(at, true);
        else if (stat) await adapter.remove(at);
      }
    };
    if (!later) return start();
    const rename = adapter.rename.bind(adapter);
    adapter.rename = async (from, to) => {
      await rename(from, to);
      if (!from.includes('/journal/')) return;
      adapter.rename = rename;
      await start();
    };
  }, [trouble, path, isLater] as const);
}

/** The vault as the user sees it, in an open editor or on the disk, without what they typed. */
async function texts(): Promise<Texts> {
  const shown = await page.evaluate(() => Object.fromEntries(window.app.vault.getMarkdownFiles().map(({ path }) => [path, window.host.editorText(path)])));
  return Object.fromEntries(Object.entries(await wholeVault(page)).map(([path, text]) => [path, (shown[path] ?? text).replace(TYPED, '')]));
}

async function takeAllBack(): Promise<void> {
  await undoAll(page, await journal(page));
  await rested(page);
}

const isSame = (one: Texts, other: Texts): boolean => changedBetween(one, other).length === 0;

/** What the plugin takes for set or put aside and the disk does not hold. */
function notSaved(): Promise<string[]> {
  return page.evaluate(async (path) => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: { store: { config: { settings: { rules: object } } }; review: { state(): { rows: { section?: string; question?: { id: string } }[] } } } };
    const rowsAside = session.review.state().rows.flatMap(({ section, question }) => (section === 'skipped' && question ? [question.id] : []));
    const aside = window.host.paths().includes(path.replace('data', 'aside')) ? await window.host.readDisk(path.replace('data', 'aside')) : '';
    const data = window.host.paths().includes(path) ? (JSON.parse(await window.host.readDisk(path)) as { settings: { rules?: object } }).settings : {};
    const isSet = JSON.stringify(data.rules ?? {}) === JSON.stringify(session.store.config.settings.rules);
    return [...rowsAside.filter((id) => !aside.includes(id)), ...(isSet ? [] : ['rules'])];
  }, DATA);
}

/** A few, each way and trouble and place among them. */
const STEP = process.env['CAMPAIGN_RUNS'] === 'all' ? 1 : 16;
const CASES = TROUBLES.flatMap((trouble) => PLACES.flatMap((place) => Object.keys(WAYS).map((way) => ({ trouble, place, way })))).filter(({ trouble, place }) => trouble !== 'vanished' || !place.startsWith('everything')).filter((_, at) => at % STEP === 0);

describe.each(CASES)('$way where the disk of $place is $trouble', ({ trouble, place, way: name }) => {
  it('is done or not, says what to do, and can be taken back and done again', async () => {
    const way = WAYS[name];
    const path = pathOf(place, way);
    const isSaved = way.first.startsWith('.obsidian');
    const fresh = await texts();
    if (name === 'an undo') await attempt(page, WAYS['a merge']);
    const before = await texts();
    const said = (await notices(page)).length;
    await begin(trouble, path, !isSaved && name !== 'an undo' && (trouble === 'vanished' || path === ''));
    await attempt(page, way);
    const now = await texts();
    const words = [...(await notices(page)).slice(said), ...(await page.locator('.namesake-strip-now').allTextContents())].join('\n');
    await page.evaluate(() => window.host.faults.heal());

    const gone = trouble === 'vanished' && path in before ? path : undefined;
    const isAnyOf = (...vaults: Texts[]): void => {
      for (const each of new Set(vaults.flatMap((vault) => Object.keys(vault)))) if (each !== gone) expect(vaults.map((vault) => vault[each]), each).toContain(now[each]);
    };
    let isDone: boolean;
    if (isSaved) {
      isDone = trouble === 'vanished' || !way.first.startsWith(path);
      expect(now).toEqual(before);
      await attempt(page, way);
      expect(await notSaved()).toEqual([]);
    } else if (name === 'an undo') {
      isAnyOf(fresh, before);
      isDone = isSame(now, fresh);
    } else {
      await takeAllBack();
      expect(changedBetween(before, await texts()).filter((each) => each !== gone), 'taken back').toEqual([]);
      if (gone === undefined) {
        await attempt(page, way);
        const after = await texts();
        isAnyOf(before, after);
        expect(isSame(after, before), 'done again').toBe(false);
        isDone = isSame(now, after);
      } else isDone = false;
      expect(isDone || way.inParts || changedBetween(now, before).every((each) => each === gone), 'all or nothing').toBe(true);
    }
    if (!isDone) expect(words, 'says what to do').toMatch(ADVICE);
    await takeAllBack();
    const hasJournal = isDone || trouble !== 'vanished';
    if (gone === undefined && hasJournal) expect(changedBetween(fresh, await texts())).toEqual([]);

    const paths = await page.evaluate(() => window.host.paths());
    const known = /^\.trash(\/.*)?$|\/journal(\/\d{8}T\d{6}Z-\d{4}(-(saved|answer))?\.json)?$|^\.obsidian(\/plugins|\/plugins\/namesake|\/workspace\.json)?$|\/namesake\/(data|aside)\.json$/u;
    expect(paths.filter((each) => each.startsWith('.') && !known.test(each)), 'left behind').toEqual([]);
    counts += 1;
  });
});
