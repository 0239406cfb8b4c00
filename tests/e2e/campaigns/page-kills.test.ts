// The process of the page killed (-9) between any two writes to the disk, in the middle of batches, merges and undo. When the
// app is opened again every note is as it was or as it was to be, the journal can be read, undo leads back to the byte, and
// nothing is left behind. CAMPAIGN_RUNS and CAMPAIGN_SEED say how many kills from which seed.
import { once } from 'node:events';
import { kill } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';
import { DATA, SWITCHED_ON, wholeVault } from '../support/vault.ts';
import { settled, started } from '../support/waiting.ts';
import { batch, journal, undoAll } from './session.ts';

const KILLS = Number(process.env['CAMPAIGN_RUNS'] ?? 8);
const SEED = Number(process.env['CAMPAIGN_SEED'] ?? 20261126);
/** Milliseconds that a kill may take on a busy machine. */
const PATIENCE = 60_000;

const WORKS = ['batch', 'merge', 'undo of a batch', 'undo of a merge'] as const;
type Work = (typeof WORKS)[number];
const WINNER = 'People/Rob Benoit.md';
const LOSER = 'People/Rob Banga.md';
const NOTES = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`Daily/${n}.md`, `---\ntype: project\ncreated: 2026/01/${String(n + 10)}\n---\n\n# Day ${n}\n\nMet [[Rob Banga]].\n`]));
const FILES = {
  [DATA]: SWITCHED_ON, ...NOTES,
  [WINNER]: '---\ntype: people\ntitle: Rob Benoit\n---\n\n# Rob Benoit\n',
  [LOSER]: '---\ntype: people\ntitle: Rob Banga\n---\n\n# Rob Banga\n\n- Climbs\n',
};

/** Which work is killed, and where among its writes: at the beginning, the end, or between. */
const PLAN = fc.record({ work: fc.constantFrom(...WORKS), part: fc.nat(1000).map((n) => n / 1001) });

let stage: Stage;
let browser: Browser;
const counts: Record<string, number> = {};
/** How many times each work writes to the disk, and what the vault says then. */
const whole = new Map<Work, { writes: number; after: Record<string, string> }>();

const count = (what: string, by = 1): void => {
  counts[what] = (counts[what] ?? 0) + by;
};

beforeAll(async () => {
  stage = await openStage({ days: { files: FILES } });
});
afterAll(async () => {
  await stage.close();
  console.log(`campaign page kills: seed ${SEED}`, counts);
});

type Session = {
  engine: { merge(request: object): Promise<{ plan: object }> };
  repairs: { write(title: string, planned: object, options: object): Promise<unknown> };
};

const merge = (page: Page): Promise<void> => page.evaluate(async ([winner, loser]) => {
  const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
  const { plan } = await session.engine.merge({ winner, loser, take: [] });
  await session.repairs.write('Campaign', { requests: [], ...plan }, { instead: winner });
}, [WINNER, LOSER] as const);

async function carryOut(page: Page, work: Work): Promise<void> {
  if (work === 'batch') await batch(page);
  else if (work === 'merge') await merge(page);
  else await undoAll(page, await journal(page));
}

/** What has to be done before the work can be. */
async function prepare(page: Page, work: Work): Promise<void> {
  if (work === 'undo of a batch') await batch(page);
  if (work === 'undo of a merge') await merge(page);
  await settled(page);
}

/** Lets the disk write so many times; after that nothing reaches it any more, and `window.seen` says so. */
function stopAfter(page: Page, writes: number): Promise<void> {
  return page.evaluate((allowed) => {
    const store = window.app.store as unknown as Record<string, (...args: unknown[]) => Promise<void>>;
    window.seen = [];
    let done = 0;
    for (const name of ['write', 'rename', 'remove', 'mkdir']) {
      const act = store[name].bind(store);
      store[name] = async (...args) => {
        if (done >= allowed) {
          window.seen.push('stopped');
          return new Promise(() => undefined);
        }
        done += 1;
        await act(...args);
        window.seen.push('written');
      };
    }
  }, writes);
}

/** What is promised, if it comes in time; else the campaign would wait for ever. */
function within<T>(what: string, promise: Promise<T>): Promise<T> {
  const late = setTimeout(PATIENCE / 4).then(() => Promise.reject(new Error(`Waited in vain until ${what}.`)));
  return Promise.race([promise, late]);
}

/** The process ids of the pages of this browser, which are ours alone. */
async function pages(): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

async function killPage(page: Page): Promise<void> {
  const ids = await pages();
  expect(ids.length, 'a page runs').toBeGreaterThan(0);
  const crashed = once(page as unknown as NodeJS.EventEmitter, 'crash');
  for (const id of ids) kill(id, 'SIGKILL');
  await within('the page is gone', crashed);
}

/** Does each work once without a kill. */
async function measure(page: Page): Promise<void> {
  const before = await wholeVault(page);
  for (const work of WORKS) {
    await prepare(page, work);
    const written = await page.evaluate(() => window.seen.length);
    await carryOut(page, work);
    await settled(page);
    const writes = (await page.evaluate(() => window.seen.length)) - written;
    whole.set(work, { writes, after: await wholeVault(page) });
    if (!work.startsWith('undo')) await undoAll(page, await journal(page));
    await settled(page);
    expect(await wholeVault(page), `${work} is taken back`).toEqual(before);
  }
}

/** Each note says what one of these vaults says, and no other note is there. */
function eitherOr(now: Record<string, string>, ...vaults: Record<string, string>[]): void {
  for (const path of new Set([...Object.keys(now), ...vaults.flatMap((vault) => Object.keys(vault))])) {
    expect(vaults.map((vault) => vault[path]), path).toContain(now[path]);
  }
}

it('whatever moment the process is killed in, nothing is lost', { timeout: PATIENCE * (KILLS + 2) }, async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const first = await stage.visit();
  const url = first.url();
  await stopAfter(first, Infinity);
  await measure(first);
  await first.context().close();
  const plans = fc.sample(PLAN, { numRuns: KILLS, seed: SEED });
  for (const [run, plan] of plans.entries()) {
    try {
      await killOnce(url, plan.work, plan.part);
    } catch (thrown) {
      throw new Error(`seed ${SEED}, kill ${run}: ${JSON.stringify(plan)}: ${String(thrown)}`, { cause: thrown });
    }
    count('kills');
    count(`kills of a ${plan.work}`);
  }
  expect(stage.takeTrouble()).toEqual([]);
  await browser.close();
});

async function killOnce(url: string, work: Work, part: number): Promise<void> {
  const context = await browser.newContext({ timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.goto(url);
  await started(page);
  const fresh = await wholeVault(page);
  await prepare(page, work);
  const before = await wholeVault(page);
  const { writes, after } = whole.get(work) ?? { writes: 0, after: {} };
  const allowed = Math.floor(part * (writes + 1));
  await stopAfter(page, allowed);
  void carryOut(page, work).catch(() => undefined); // The page will be gone.
  if (allowed < writes) await page.waitForFunction(() => window.seen.includes('stopped'));
  else await page.waitForFunction((all) => window.seen.length >= all, writes);
  await killPage(page);
  count('writes before the kills', allowed);

  // Chromium may give the first page after a kill the process that is going, and then never answers, or refuses.
  const open = (): Promise<Page> => within('a page opens', context.newPage());
  const again = await open().catch(open);
  await again.goto(url);
  await started(again);
  const now = await wholeVault(again);
  eitherOr(now, before, after);
  count('notes that say what they said', Object.keys(before).filter((path) => now[path] === before[path]).length);
  const records = await journal(again);
  const { restored, refused } = await undoAll(again, records);
  count('notes put back', restored);
  expect(refused, 'notes that undo refuses').toBe(0);
  await settled(again);
  expect(await wholeVault(again)).toEqual(fresh);
  expect(await journal(again)).toEqual([]);
  const left = await again.evaluate(() => window.host.paths().filter((path) => path.startsWith('.obsidian/plugins/namesake/')));
  const known = /\/(data\.json|journal(\/\d{8}T\d{6}Z-\d{4}(-(saved|answer))?\.json)?)$/u;
  expect(left.filter((path) => !known.test(path))).toEqual([]);
  await context.close();
}
