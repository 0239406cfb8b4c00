// A full disk, a permission that is lost and a folder that vanishes, wherever the plugin writes: data.json, the journal and
// notes, in a batch, an undo, a repair after a save and a decision. Every note is as it was or as it was to be, and when
// the trouble has passed all of it can be done, and undone to the byte.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open } from '../support/editor.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { DATA, disk, SWITCHED_ON, wholeVault } from '../support/vault.ts';
import { batch, journal, rested, undoAll } from './session.ts';

const FOLDER = '.obsidian/plugins/namesake';
const PLACES = { 'data.json': DATA, 'the journal': `${FOLDER}/journal`, 'the plugin': FOLDER, 'a note': 'Inbox' };
const NOTES = { 'Inbox/Plan.md': '---\ntype: project\ncreated: 2026/01/03\n---\n\n# Plan\n', 'Projects/Kiln.md': '---\ntype: project\ncreated: 3 January 2026\n---\n\n# Kiln\n' };
const WORKS = ['a batch', 'an undo', 'a repair after a save', 'a decision'] as const;
type Place = keyof typeof PLACES;
type Trouble = 'full' | 'without permission' | 'vanished';
type Work = (typeof WORKS)[number];

let stage: Stage;
let page: Page;
let counts = 0;

beforeAll(async () => {
  stage = await openStage({ small: { files: { [DATA]: SWITCHED_ON, ...NOTES } } });
});
afterAll(async () => {
  await stage.close();
  console.log(`campaign troubled disk: ${counts} ways to write in trouble, no byte lost, nothing left behind`);
});
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => page.context().close());

const heal = (): Promise<void> => page.evaluate(() => window.host.faults.heal());

async function begin(trouble: Trouble, place: Place): Promise<void> {
  await page.evaluate(async ([what, path]) => {
    const { adapter } = window.app.vault;
    if (what === 'full') window.host.faults.add({ action: 'write', path, code: 'ENOSPC' });
    else if (what === 'without permission') for (const action of ['write', 'move'] as const) window.host.faults.add({ action, path, code: 'EACCES' });
    else if (!(await adapter.exists(path))) return;
    else if ((await adapter.stat(path))?.type === 'folder') await adapter.rmdir(path, true);
    else await adapter.remove(path);
  }, [trouble, PLACES[place]] as const);
}

const decide = (subject: string): Promise<void> => page.evaluate(async (form) => {
  const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: { decisions: { decide(all: unknown[]): Promise<void> } } };
  await session.decisions.decide([{ path: 'Elsewhere.md', rule: 'via', subject: form, verdict: 'rejected' }]);
}, subject);

/** Does it while time passes: what is tried again waits in between. That it fails is no fault. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  let ended = false;
  const done = work().catch(() => undefined).then(() => {
    ended = true;
  });
  while (!ended) await page.clock.runFor(500);
  await done;
}

async function carryOut(work: Work): Promise<void> {
  if (work === 'a batch') await batch(page);
  else if (work === 'an undo') await undoAll(page, await journal(page));
  else if (work === 'a decision') await decide('in trouble');
  else await rested(page);
}

async function type(): Promise<void> {
  await open(page, 'Projects/Kiln.md');
  await page.evaluate(() => {
    const { cm } = window.app.workspace.activeEditor!.editor as unknown as { cm: { state: { doc: { length: number } }; dispatch(change: object): void } };
    cm.dispatch({ changes: { from: cm.state.doc.length, insert: 'Hot.\n' }, userEvent: 'input.type' });
  });
}

/** All of them with CAMPAIGN_RUNS=all; a few, each trouble and place and work among them, otherwise. */
const STEP = process.env['CAMPAIGN_RUNS'] === 'all' ? 1 : 7;
const CASES = (['full', 'without permission', 'vanished'] as const).flatMap((trouble) =>
  (Object.keys(PLACES) as Place[]).flatMap((place) => WORKS.map((work) => ({ trouble, place, work })))).filter((_, at) => at % STEP === 0);

describe.each(CASES)('$work where the disk of $place is $trouble', ({ trouble, place, work }) => {
  it('loses nothing, and can be done when that has passed', async () => {
    const fresh = await wholeVault(page);
    if (work === 'an undo') await batch(page);
    if (work === 'a repair after a save') await type();
    await begin(trouble, place);
    await patiently(() => carryOut(work));
    await heal();
    await rested(page);

    const typed = work === 'a repair after a save' ? 'Hot.\n' : '';
    const mended = { 'Inbox/Plan.md': NOTES['Inbox/Plan.md'].replace('2026/01/03', '2026-01-03'), 'Projects/Kiln.md': NOTES['Projects/Kiln.md'].replace('3 January 2026', '2026-01-03') + typed };
    const now = await wholeVault(page);
    const gone = trouble === 'vanished' && place === 'a note' ? ['Inbox/Plan.md'] : [];
    for (const [path, text] of Object.entries(NOTES)) {
      if (gone.includes(path)) expect(now[path], path).toBeUndefined();
      else expect([text + (path.startsWith('Projects') ? typed : ''), mended[path as keyof typeof mended]], path).toContain(now[path]);
    }

    await decide('afterwards');
    await batch(page);
    await rested(page);
    const after = await wholeVault(page);
    for (const [path, text] of Object.entries(mended)) expect(after[path], path).toBe(gone.includes(path) ? undefined : text);
    await undoAll(page, await journal(page));
    await rested(page);
    if (trouble !== 'vanished' && typed === '') expect(await wholeVault(page)).toEqual(fresh);
    const data = await disk(page, DATA);
    expect(data).toContain('afterwards');
    if (work === 'a decision') expect(data).toContain('in trouble');
    const strays = await page.evaluate(() => window.host.paths().filter((path) => path.startsWith('.')));
    const journalled = /\/journal(\/\d{8}T\d{6}Z-\d{4}(-(saved|answer))?\.json)?$/u;
    expect(strays.filter((path) => !journalled.test(path) && !['.obsidian', '.obsidian/plugins', '.obsidian/workspace.json', FOLDER, DATA].includes(path))).toEqual([]);
    counts += 1;
  });
});
