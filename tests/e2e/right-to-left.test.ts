// The pane where the app reads from right to left: as Obsidian does for Arabic and Hebrew, the page has `dir="rtl"`. With
// pictures in test-results/shots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { cutOff } from './support/english.ts';
import { card, inView, openQueue, pane, selected, walkTo } from './support/pane.ts';
import { leave, openStage, type Stage, type Visit } from './support/stage.ts';
import { DATA, SWITCHED_ON } from './support/vault.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));

const PLACES: { place: string; visit: Visit }[] = [
  { place: 'sidebar', visit: {} },
  { place: 'phone', visit: { width: 390, height: 844 } },
];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({ queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

/** The box of the first element that a selector finds within the selected card. */
async function box(selector: string): Promise<{ left: number; right: number }> {
  const { x, width } = (await selected(page).locator(selector).first().boundingBox())!;
  return { left: x, right: x + width };
}

it.each(PLACES)('reads from right to left in a $place, with nothing cut off', async ({ place, visit }) => {
  page = await stage.visit(visit);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await openQueue(page);
  await walkTo(page, 'Rob Banga');
  await inView(page);
  await page.screenshot({ path: `${shots}right-to-left-${place}.png` });

  expect(await cutOff(page, '.namesake-review')).toEqual([]);
  const around = (await pane(page).boundingBox())!;
  const [line, icon, ask] = [await box('.namesake-line'), await box('.namesake-line svg'), await box('.namesake-ask')];
  expect(icon.left).toBeGreaterThanOrEqual(ask.right);
  expect(line.left).toBeGreaterThanOrEqual(around.x);
  expect(line.right).toBeLessThanOrEqual(around.x + around.width + 1);
  // English words of a note stay as they are written.
  expect(await selected(page).locator('.namesake-quote').first().evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
  if (place === 'sidebar') {
    const [yes, other] = [await box('[data-answer="1"]'), await box('[data-answer="2"]')];
    expect(yes.right).toBeGreaterThan(other.left);
  }
  await page.keyboard.press('a');
  await expect.poll(() => card(page, 'Rob Banga').count()).toBe(0);
});
