// The settings of rules and properties, used through the screen alone.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { openStage, type Stage } from './support/stage.ts';
import { DATA, disk } from './support/vault.ts';
import { atRest, until } from './support/waiting.ts';

const NOTE = '---\ntype: project\ncreated: 3 January 2026\n---\n';

/** More than are seen at a glance. */
const DECISIONS = Array.from({ length: 12 }, (_, n) => ({ path: `Notes/${n}.md`, rule: 'via', subject: `heron ${n}`, verdict: 'rejected', at: n + 1 }));

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    small: { files: { 'Inbox/Fair.md': NOTE, 'Projects/Kiln.md': NOTE } },
    asked: { from: 'everyday' },
    decided: { files: { 'Inbox/Fair.md': NOTE, '.obsidian/app.json': '{"useMarkdownLinks": ', [DATA]: JSON.stringify({ version: 1, settings: {}, decisions: DECISIONS }) } },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
  await page.evaluate(() => window.app.setting.open());
});
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

interface Stored {
  rules: Record<string, boolean>;
  propertyTypes: Record<string, string>;
  typeSynonyms: Record<string, string>;
  schemas: Record<string, { required: string[]; allowed: string[]; values: Record<string, string[]> }>;
  profiles: { folders: string[]; kinds: string[]; rules: Record<string, boolean> }[];
}

const modal = () => page.locator('.modal');
const row = (name: string) => modal().locator('.setting-item', { hasText: name }).first();
const field = (name: string) => modal().getByRole('textbox', { name, exact: true });
const back = () => modal().getByRole('button', { name: 'Back' }).click();
const isStored = () => page.evaluate((path) => window.host.paths().includes(path), DATA);

async function stored(): Promise<Partial<Stored>> {
  return (await isStored()) ? (JSON.parse(await disk(page, DATA)) as { settings: Stored }).settings : {};
}

async function openPage(...names: string[]): Promise<void> {
  for (const name of names) {
    await modal().locator('.setting-item.mod-page', { has: page.locator('.setting-item-name', { hasText: name }) }).first().click();
    await modal().locator('.setting-page-back', { hasText: name }).waitFor();
  }
}

/** The list of rules comes from the engine after its start. The page is redrawn then, but not while somebody types in it. */
const rulesShown = () => modal().locator('.setting-group-heading', { hasText: 'Frontmatter' }).waitFor();

/** The notes that *Normalise the vault* would change. */
async function wouldChange(): Promise<string[]> {
  await page.keyboard.press('Escape');
  await modal().waitFor({ state: 'detached' });
  await palette(page, 'Normalise…', 'The whole vault');
  await page.locator('.namesake-look, .notice').first().waitFor();
  return page.locator('.namesake-sample-path').allTextContents();
}

describe('the rules', () => {
  it('stand in groups, each with its name, its reason and its own default', async () => {
    await openPage('Rules');
    await rulesShown();
    const headings = await modal().locator('.setting-group-heading').allTextContents();
    expect(headings.sort()).toEqual(['Enrichment', 'Frontmatter', 'Names', 'Person notes', 'Tasks', 'Your own patterns']);
    expect(await row('(date-type)').getByRole('switch').getAttribute('aria-checked')).toBe('true');
    expect(await modal().locator('.setting-item', { hasText: 'Off unless you switch it on.' }).getByRole('switch', { checked: true }).count()).toBe(0);
  });

  it('can be switched off; two switched in a row both stay off', async () => {
    await openPage('Rules');
    await row('(date-type)').getByRole('switch').click();
    await row('(list-type)').getByRole('switch').click();
    await until('both are saved', async () => Object.keys((await stored()).rules ?? {}).length === 2);
    expect((await stored()).rules).toEqual({ 'date-type': false, 'list-type': false });
    expect(await wouldChange()).toEqual([]);
  });
});

describe('profiles', () => {
  it('are added, named by folders and kinds, applied, and removed', async () => {
    await openPage('Profiles');
    expect(await modal().textContent()).toContain('There is no profile');
    await modal().getByRole('button', { name: 'Add a profile' }).click();
    await openPage('Profile 1');
    await rulesShown();
    await field('Folders').fill('Inbox');
    await row('(date-type)').locator('select').selectOption({ label: 'Off' });
    await row('Project notes').getByRole('switch').click();
    await until('it is saved', async () => (await stored()).profiles?.[0]?.kinds.length === 1);
    expect((await stored()).profiles).toEqual([{ folders: ['Inbox'], kinds: ['project'], rules: { 'date-type': false } }]);
    await back();
    await row('Inbox · Project notes. Off: date-type.').waitFor();
    expect(await wouldChange()).toEqual(['Projects/Kiln.md']);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.app.setting.open());
    await openPage('Profiles');
    await modal().getByRole('button', { name: 'Delete' }).click();
    await until('it is gone', async () => (await stored()).profiles?.length === 0);
    await modal().getByText('There is no profile').waitFor();
  });

  it('keep typed text while the settings are saved', async () => {
    await openPage('Profiles');
    await modal().getByRole('button', { name: 'Add a profile' }).click();
    await openPage('Profile 1');
    await field('Folders').click();
    await page.keyboard.type('Inbox\nDra', { delay: 30 });
    await until('it is saved', async () => (await stored()).profiles?.[0]?.folders.length === 2);
    await page.clock.runFor(600); // Longer than the tab waits before it redraws.
    await page.keyboard.type('fts');
    await until('the rest is saved', async () => (await stored()).profiles?.[0]?.folders[1] === 'Drafts');
    expect(await field('Folders').inputValue()).toBe('Inbox\nDrafts');
  });
});

describe('properties', () => {
  it('take types; a wrong line is reported and changes nothing', async () => {
    await openPage('Properties');
    await field('Property types').fill('created = text');
    await until('it is saved', async () => (await stored()).propertyTypes?.['created'] === 'text');
    await field('Property types').fill('created = text\nmet = dat');
    await modal().getByText('“dat” is not a type. Use one of: text, list').waitFor();
    expect((await stored()).propertyTypes).toEqual({ created: 'text' });
    expect(await field('Property types').inputValue()).toBe('created = text\nmet = dat');
    await field('Other words for a type').fill('person -> people');
    await modal().getByText('Write it like “person = people”').waitFor();
    await field('Other words for a type').fill('person = people');
    await until('the word is saved', async () => (await stored()).typeSynonyms?.['person'] === 'people');
    expect(await wouldChange()).toEqual([]);
  });

  it('are required, allowed and limited by kind of note', async () => {
    await openPage('Properties', 'Meeting notes');
    await field('Required properties').fill('date\nparticipants');
    await field('Allowed properties').fill('status');
    await field('Allowed values').fill('status = open\nstatus = done, mostly');
    const meeting = { required: ['date', 'participants'], allowed: ['status'], values: { status: ['open', 'done, mostly'] } };
    await until('all is saved', async () => (await stored()).schemas?.['meeting']?.values['status']?.length === 2);
    expect((await stored()).schemas).toEqual({ meeting });
    await back();
    await openPage('Person notes');
    expect(await field('Required properties').inputValue()).toBe('');
  });
});

it('reads no batch while nobody looks at the settings, and shows all of them when somebody does', async () => {
  await page.keyboard.press('Escape');
  await modal().waitFor({ state: 'detached' });
  await page.evaluate(() => {
    const { adapter } = window.app.vault;
    const read = adapter.read.bind(adapter);
    window.seen = [];
    adapter.read = (path) => {
      if (path.includes('/journal/')) window.seen.push(path);
      return read(path);
    };
  });
  await palette(page, 'Normalise…', 'The whole vault');
  await modal().getByRole('button', { name: 'Apply', exact: true }).click();
  await page.locator('.notice', { hasText: 'Changed 2 notes.' }).waitFor();
  await page.clock.runFor(2000);
  expect(await page.evaluate(() => window.seen)).toEqual([]);
  await page.evaluate(() => window.app.setting.open());
  await openPage('Journal');
  await row('Normalise').waitFor();
});

/** From now on the names of the calls to the engine go to `window.seen`. */
const watchEngine = (): Promise<void> => page.evaluate(() => {
  window.seen = [];
  const worker = Worker.prototype as { postMessage: (this: Worker, message: { kind: string; method?: string }) => void };
  const { postMessage } = worker;
  worker.postMessage = function (message) {
    if (message.kind === 'call') window.seen.push(message.method ?? '');
    postMessage.call(this, message);
  };
});

/** Accepts the first question in the pane, and returns the calls to the engine that this leads to. */
async function callsOfAnAccept(): Promise<string[]> {
  await watchEngine();
  await page.evaluate(async () => {
    interface Review {
      state(): { rows: { kind: string; question?: { dialog?: string } }[] };
      accept(question: object): Promise<void>;
    }
    const { review } = (window.app.plugins.plugins['namesake'] as unknown as { session: { review: Review } }).session;
    const question = review.state().rows.find((row) => row.kind === 'question' && row.question?.dialog === undefined)?.question;
    if (!question) throw new Error('Nothing is asked.');
    await review.accept(question);
  });
  for (let passed = 0; passed < 3; passed += 1) {
    await page.clock.runFor(2000);
    await atRest(page);
  }
  // The pane looks at several changed notes together, or one after the other: that is a matter of time.
  const ofThePane = ['look', 'queue', 'related'];
  return (await page.evaluate(() => window.seen)).filter((method) => !ofThePane.includes(method)).sort();
}

it('asks the engine no more at an accept with the settings open than without them', async () => {
  const calls: Record<string, string[]> = {};
  for (const tab of ['closed', 'open'] as const) {
    await page.context().close();
    page = await stage.visit({ vault: 'asked', clock: true });
    // The rules are asked for once, when they are first shown.
    await page.evaluate(() => window.app.setting.open());
    await openPage('Rules');
    await rulesShown();
    await back();
    if (tab === 'closed') await page.keyboard.press('Escape');
    await modal().waitFor({ state: tab === 'closed' ? 'detached' : 'visible' });
    await page.clock.runFor(2000);
    await atRest(page);
    calls[tab] = await callsOfAnAccept();
  }
  expect(calls['closed']).toContain('plan');
  expect(calls['open']).toEqual(calls['closed']);
});

describe('long lists and states', () => {
  beforeEach(async () => {
    await page.context().close();
    page = await stage.visit({ vault: 'decided', clock: true });
    await page.evaluate(() => window.app.setting.open());
  });

  it('the decisions are counted before the page is opened, and searched in it', async () => {
    await modal().locator('.setting-item.mod-page', { hasText: 'What you said about names' }).filter({ hasText: '12' }).waitFor();
    await openPage('Decisions');
    const shown = (): Promise<number> => modal().locator('.setting-item:visible', { hasText: 'heron' }).count();
    expect(await shown()).toBe(12);
    await modal().getByPlaceholder('Search this list').fill('heron 7');
    await until('one is left', async () => (await shown()) === 1);
    await modal().getByPlaceholder('Search this list').fill('');
    await until('all are back', async () => (await shown()) === 12);
  });

  it('settings of others that cannot be read are marked, and named with the reason', async () => {
    await row('Taken over').locator('.mod-warning').waitFor();
    expect(await row('Your patterns').locator('.mod-warning').count()).toBe(0);
    await openPage('Taken over');
    await row('Nothing from .obsidian/app.json').waitFor();
  });
});
