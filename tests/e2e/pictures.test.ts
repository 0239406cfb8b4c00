// Takes pictures of every screen in light, dark and phone layout, for people to look at, in test-results/shots/.
// With UPDATE_IMAGES=1 it also retakes the two pictures of the README.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { cursorBehind, open } from './support/editor.ts';
import { card, selected, walk } from './support/pane.ts';
import { openStage, type Stage, type Visit } from './support/stage.ts';
import { DATA, MEETING } from './support/vault.ts';
import { answered, atRest } from './support/waiting.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** A data.json with automatic repairs on, and with settings for notes and properties. */
const WITH_PROFILE = JSON.stringify({
  version: 1,
  firstBatchReviewed: true,
  decisions: [
    { path: 'People/Rob Benoit.md', rule: 'same-as', subject: 'Bob', verdict: 'accepted', with: ['People/Mara Voss.md', 'People/Rob Benoit.md'] },
    { path: 'People/Rob Benoit.md', rule: 'same-as-by-context', subject: 'Rob Bengo', verdict: 'rejected' },
    { path: '', rule: 'somebody', subject: 'Grace Hall', verdict: 'rejected' },
    { path: 'Inbox/voice memo.md', rule: 'mention', subject: 'Kasia Wolanska -> People/Katarzyna Wolańska.md', verdict: 'rejected' },
  ],
  settings: {
    automatic: true,
    profiles: [{ folders: ['Sources', 'Inbox'], kinds: ['source'], rules: { 'date-type': false, 'list-type': false } }],
    propertyTypes: { created: 'date', met: 'datetime' },
    typeSynonyms: { person: 'people' },
    schemas: { person: { required: ['type', 'title'], allowed: [], values: { status: ['active', 'away'] } } },
  },
});

const BANGA = 'People/Rob Banga.md';
/** A second note of Rob Benoit under a misheard name, and links to it. */
const TWO_NOTES = {
  [BANGA]: [
    '---', 'type: people', 'title: Rob Banga', 'created: 2025-10-31', 'email: rob@wickmoor.example', 'tags: [type/people, heard]', '---', '', '# Rob Banga', '', '## Contact Information', '',
    '| Field | Value |', '|---|---|', '| **Role** | Fitter |', '| **Phone** | 0470 55 00 12 |', '', '## Key Facts', '', '- Carries the ladder.', '- Half of his tools live in the yellow van.', '',
    '## Recent Context', '', '- 2025-10-30: [[2025-10-30 - Osterhavn, a gateway for cave five]] - Rang from the car...', '', '## Heard at the fair', '', 'Asked for a gateway in cave six.', '',
  ].join('\n'),
  'Daily/2025-11-01.md': 'Met [[Rob Banga]], who has [[Rob Banga#Key Facts|the ladder]].\n',
};

let stage: Stage;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({
    fresh: { from: 'everyday' },
    queue: { from: 'everyday', files: { [DATA]: WITH_PROFILE } },
    merge: { from: 'everyday', files: { [DATA]: WITH_PROFILE, ...TWO_NOTES } },
  });
});
afterAll(() => stage.close());

const LOOKS: { name: string; visit: Visit }[] = [
  { name: 'light', visit: { theme: 'light' } },
  { name: 'dark', visit: { theme: 'dark' } },
  { name: 'phone', visit: { theme: 'light', width: 390, height: 844 } },
  { name: 'phone-dark', visit: { theme: 'dark', width: 390, height: 844 } },
];

const banga = (page: Page) => card(page, 'Is “Rob Banga” Rob Benoit?');
/** A name on one line of one note. */
const beerguard = (page: Page) => card(page, '“Soren Beerguard”');

/** A note, words of a finding in it, and the name of the picture. */
const IN_DOUBT = [
  ['Meetings/2025-06-20 - Kitchen table on the coffee machine.md', 'The properties cannot be read', 'broken'],
  ['Customers/Tervola Cold Chain.md', 'type stands there more than once', 'duplicate'],
] as const;

async function openReview(page: Page, path?: string): Promise<void> {
  await page.evaluate((shown) => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { openReview(path?: string): Promise<void> };
    return plugin.openReview(shown);
  }, path);
}

async function showBanga(page: Page): Promise<void> {
  await openReview(page);
  await walk(page, '“Rob Banga” Rob Benoit');
}

async function showBeerguard(page: Page): Promise<void> {
  await openReview(page, 'People/Faris Qandil.md');
  await walk(page, '“Soren Beerguard”');
}

/** Asserts that no element of the plugin reaches beyond the sides of the screen. */
async function nothingSticksOut(page: Page): Promise<void> {
  const out = await page.evaluate(() => {
    const ours = document.querySelectorAll('[class*="namesake-"]:not(.namesake-spoken, .is-phone .namesake-chips *), .modal *');
    return [...ours].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).map((one) => one.className);
  });
  expect(out).toEqual([]);
}

describe.each(LOOKS)('$name', ({ name, visit }) => {
  const shoot = async (page: Page, what: string): Promise<void> => {
    await nothingSticksOut(page);
    await page.screenshot({ path: `${shots}${what}-${name}.png` });
  };

  it('the first day: banner and the question before a batch', async () => {
    const page = await stage.visit({ vault: 'fresh', ...visit });
    await palette(page, 'Open the review queue');
    await selected(page).waitFor();
    await shoot(page, 'first-day');
    await palette(page, 'Scan the vault');
    await page.locator('.modal .namesake-sample').waitFor();
    await shoot(page, 'scan');
    await page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await page.locator('.notice').waitFor();
    await shoot(page, 'offer');
    await page.context().close();
  });

  it('the vault normalised: which folder, what would change, what did', async () => {
    const page = await stage.visit({ vault: 'fresh', ...visit });
    await open(page, MEETING);
    await palette(page, 'Normalise…');
    await page.locator('.prompt .suggestion-item').first().waitFor();
    await shoot(page, 'folder');
    await page.keyboard.press('Escape');
    await palette(page, 'Normalise…', 'The whole vault');
    await page.locator('.namesake-look').waitFor();
    await shoot(page, 'normalise');
    await page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await page.locator('.notice').waitFor();
    await shoot(page, 'normalised');
    await page.context().close();
  });

  it('the pane: a doubtful name, and words of one’s own for it', async () => {
    const page = await stage.visit({ vault: 'queue', ...visit });
    await showBanga(page);
    await shoot(page, 'pane');
    await banga(page).screenshot({ path: `${shots}card-${name}.png` });
    await page.keyboard.press('o');
    await selected(page).locator('.namesake-tick').nth(2).waitFor();
    await shoot(page, 'name');
    await showBeerguard(page);
    await page.keyboard.press('e');
    await beerguard(page).getByRole('textbox').waitFor();
    await shoot(page, 'edit');
    await page.context().close();
  });

  it('two notes of one person: the card, and the two side by side', async () => {
    const page = await stage.visit({ vault: 'merge', ...visit });
    await openReview(page, BANGA);
    const two = card(page, '“Rob Banga” may be the same person as Rob Benoit');
    await walk(page, '“Rob Banga” may be the same person as Rob Benoit');
    await two.waitFor();
    await shoot(page, 'same-person');
    await page.keyboard.press('a');
    await page.locator('.namesake-merge input:focus').waitFor();
    await shoot(page, 'merge');
    await page.locator('.namesake-merge h3').last().scrollIntoViewIfNeeded();
    await page.locator('.namesake-merge-section').last().scrollIntoViewIfNeeded();
    await shoot(page, 'merge-sections');
    await page.context().close();
  });

  it('somebody new: the note that would be made, and that nobody is meant', async () => {
    const page = await stage.visit({ vault: 'queue', ...visit });
    await showBanga(page);
    await page.keyboard.press('4');
    await banga(page).locator('.namesake-diff-path', { hasText: 'Rob Banga' }).waitFor();
    await shoot(page, 'new-person');
    await banga(page).screenshot({ path: `${shots}card-new-person-${name}.png` });
    await open(page, MEETING);
    await cursorBehind(page, '@Rob Ban');
    await palette(page, 'Who is this?');
    await page.locator('.namesake-whois').waitFor();
    await shoot(page, 'who-is-this');
    await page.context().close();
  });

  it('properties in doubt: a block that YAML cannot read, and a name that stands twice', async () => {
    const page = await stage.visit({ vault: 'queue', ...visit });
    for (const [path, words, what] of IN_DOUBT) {
      await openReview(page, path);
      await walk(page, words);
      await selected(page).locator('.namesake-diff, .namesake-tick').first().waitFor();
      await shoot(page, what);
    }
    await page.context().close();
  });

  it('the tasks of the vault: by date, overdue, and whom one waits on', async () => {
    const page = await stage.visit({ vault: 'queue', ...visit });
    await page.clock.setFixedTime('2025-11-24T10:00:00Z');
    await palette(page, 'Open the tasks');
    await page.locator('.namesake-todo').first().waitFor();
    await shoot(page, 'task-view');
    for (const way of ['By owner', 'Overdue', 'Waiting on']) {
      await page.locator('.namesake-todo-ways button', { hasText: way }).click();
      await shoot(page, `task-view-${way.toLowerCase().replaceAll(' ', '-')}`);
    }
    await page.context().close();
  });

  it('the tasks of a note, and the settings', async () => {
    const page = await stage.visit({ vault: 'queue', ...visit });
    await open(page, MEETING);
    await palette(page, 'Extract tasks of this note');
    await page.locator('.modal .namesake-task').first().waitFor();
    await shoot(page, 'tasks');
    await page.keyboard.press('Escape');
    await page.locator('.modal').waitFor({ state: 'detached' });
    await page.evaluate(() => window.app.setting.open());
    await page.locator('.setting-item', { hasText: 'Apply certain repairs on save' }).waitFor();
    await shoot(page, 'settings');
    // The page is drawn anew when the engine has said what it knows of the vault.
    await answered(page);
    await atRest(page);
    await page.locator('.setting-item', { hasText: 'Folder for new people' }).scrollIntoViewIfNeeded();
    await shoot(page, 'settings-new-people');
    for (const path of [['Rules'], ['Profiles'], ['Profiles', 'Profile 1'], ['Properties'], ['Properties', 'Person notes'], ['Decisions'], ['Journal']]) {
      for (const sub of path) await page.locator('.setting-item.mod-page', { has: page.locator('.setting-item-name', { hasText: sub }) }).first().click();
      await shoot(page, `settings-${path.join('-').toLowerCase().replaceAll(' ', '-')}`);
      const back = page.locator('.modal').getByRole('button', { name: 'Back', exact: true });
      while ((await back.count()) > 0) await back.click();
    }
    await page.context().close();
  });
});

it('the menu of a note', async () => {
  const page = await stage.visit({ vault: 'queue' });
  await open(page, MEETING);
  await page.locator(`[data-path="${MEETING}"]`).click({ button: 'right' });
  await page.screenshot({ path: `${shots}menu-light.png` });
  await page.context().close();
});

it('the two pictures of the README', async () => {
  const kept = process.env['UPDATE_IMAGES'] === '1' ? images : shots;
  await mkdir(kept, { recursive: true });
  const page = await stage.visit({ vault: 'queue', width: 1100, height: 680 });
  await open(page, 'Daily/2025-10-30.md');
  await showBanga(page);
  await page.keyboard.press('Enter');
  await banga(page).waitFor();
  await page.screenshot({ path: `${kept}pane.png` });
  await page.setViewportSize({ width: 1100, height: 1000 });
  await showBeerguard(page);
  await page.keyboard.press('d');
  await beerguard(page).locator('.namesake-diff ins').first().waitFor();
  await beerguard(page).screenshot({ path: `${kept}diff.png` });
  await page.context().close();
});
