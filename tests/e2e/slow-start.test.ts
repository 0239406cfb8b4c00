// A disk that is slow or in trouble while the app starts: what is not there yet is waited for without holding up the rest,
// and said; what another program holds for a moment is read a moment later.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { notices } from './support/app.ts';
import { addFault, type Fault } from './support/faults.ts';
import { openStage, type Stage } from './support/stage.ts';
import { DATA, disk, SWITCHED_ON, syncs } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';
import { batch, journal } from './campaigns/session.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const CAPTIONS = 'Meetings/2025-11-03 - Yard.vtt';
const DAILY = '.obsidian/daily-notes.json';
const JOURNAL = '.obsidian/plugins/namesake/journal';
const FILES = {
  [DATA]: SWITCHED_ON,
  [DAILY]: '{"folder": "Journal", "format": "YYYY-MM-DD"}',
  [NOTE]: '---\ntype: meeting\ndate: 2025-11-03\nparticipants: [Mara Voss]\n---\n\n# Yard\n\nSeen.\n',
  [CAPTIONS]: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Voss>I will send the price by Friday.\n',
  'People/Mara Voss.md': '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-10-01\n---\n\n# Mara Voss\n',
  'Inbox/Plan.md': '---\ntype: project\ncreated: 2026/01/03\n---\n\n# Plan\n',
};
/** Milliseconds that a slow file takes. */
const LONG = 120_000;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: FILES } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

type Running = { session: { ready: boolean; review: { state(): { phase: { kind: string }; canUndo: boolean } }; adopted: { values: { path: string }[] }; store: { config?: { settings: { automatic: boolean; ownerStyle: string } } }; transcripts: { text(path: string): Promise<string | undefined> }; engine: { wantedFiles(): Promise<string[]>; status(): Promise<unknown> } } };
declare const running: () => Running['session'];

/** Starts the app again on a disk in this trouble, and lets `ms` pass. */
async function startAgain(fault: Fault, ms = 5000): Promise<void> {
  await settled(page);
  await addFault(page, fault);
  await page.addInitScript(() => Object.assign(window, { running: () => (window.app.plugins.plugins['namesake'] as unknown as Running).session }));
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await page.clock.runFor(ms);
}

/** Lets a slow file come, in steps that leave the engine time for its answers. */
async function wait(): Promise<void> {
  for (let passed = 0; passed < LONG; passed += 5000) {
    await page.clock.runFor(5000);
    await page.evaluate(() => running().engine.status().catch(() => undefined));
  }
}

const phase = (): Promise<string> => page.evaluate(() => running().review.state().phase.kind);
const isReady = (): Promise<void> => until('the vault is read and checked', async () => {
  await page.clock.runFor(100);
  return (await page.evaluate(() => running().ready)) && (await phase()) === 'ready';
});
const said = async (words: string): Promise<boolean> => (await notices(page)).some((notice) => notice.includes(words));
const adopts = (): Promise<boolean> => page.evaluate((path) => running().adopted.values.some((value) => value.path === path), DAILY);
const heard = (): Promise<boolean> => page.evaluate(async (path) => !(await running().engine.wantedFiles()).includes(path), CAPTIONS);

it('settings of the app that take long do not hold up the start, and are adopted when they come', async () => {
  await startAgain({ action: 'read', path: DAILY, takes: LONG });
  await isReady();
  expect(await adopts()).toBe(false);
  await wait();
  await until('they are adopted', adopts);
});

it('settings of the app that are held for a moment are adopted', async () => {
  await startAgain({ action: 'read', path: DAILY, code: 'EBUSY', times: 2 });
  await isReady();
  expect(await adopts()).toBe(true);
  expect(await said(DAILY)).toBe(false);
});

it('a transcript that takes long does not hold up the start, and is heard when it comes', async () => {
  await startAgain({ action: 'read', path: CAPTIONS, takes: LONG });
  await isReady();
  expect(await heard()).toBe(false);
  await wait();
  await until('it is heard', heard);
});

it('a transcript that is held for a moment is heard', async () => {
  await startAgain({ action: 'read', path: CAPTIONS, code: 'EBUSY', times: 2 });
  await isReady();
  expect(await heard()).toBe(true);
  expect(await said(CAPTIONS)).toBe(false);
});

it.each([{ code: 'EIO' }, { takes: LONG }])('a journal that cannot be read ($code $takes) keeps no question from being asked', async (trouble) => {
  await batch(page);
  await settled(page);
  expect(await journal(page)).toHaveLength(1);
  await startAgain({ action: 'read', path: JOURNAL, ...trouble });
  await isReady();
  expect(await page.evaluate(() => running().review.state().canUndo)).toBe(false);
});

it('its own settings are waited for, which is said, and are never taken for none', async () => {
  await startAgain({ action: 'read', path: DATA, takes: LONG });
  await until('it is said', () => said('settings are still missing'));
  await page.evaluate(() => window.host.runCommand('namesake:rebuild-index'));
  expect(await page.evaluate(() => running().ready)).toBe(false);
  await wait();
  await isReady();
  expect(await page.evaluate(() => running().store.config?.settings.automatic)).toBe(true);
  await page.evaluate(() => window.host.faults.heal());
  expect(await disk(page, DATA)).toContain('"automatic":true');
});

it('its own settings that a sync changes before the vault is read are taken as they are in the end', async () => {
  await startAgain({ action: 'read', path: DATA, takes: LONG });
  await syncs(page, DATA, JSON.stringify({ ...(JSON.parse(SWITCHED_ON) as object), settings: { automatic: true, ownerStyle: 'handle' }, settingsAt: Date.now(), recognitionConfirmed: true }));
  await wait();
  await isReady();
  await until('the settings of the other device count', () => page.evaluate(() => running().store.config?.settings.ownerStyle === 'handle'));
  expect(await page.evaluate(() => window.host.paths().filter((path) => path.includes('broken')))).toEqual([]);
});
