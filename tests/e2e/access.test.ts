// Accessibility and the phone: labels for screen readers, keyboard focus, and targets large enough for a thumb.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { faults } from './support/axe.ts';
import { focusedLine, openQueue, pane, review, selected, walkFromPalette } from './support/pane.ts';
import { openStage, type Stage } from './support/stage.ts';
import { DATA, ROB, SWITCHED_ON } from './support/vault.ts';
import { until } from './support/waiting.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } }, fresh: { from: 'everyday' } });
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
});

describe('a screen reader', () => {
  it('finds a plain list of buttons under headings, one of them open, and hears how far it is', async () => {
    page = await stage.visit();
    await openQueue(page);
    const list = pane(page).getByRole('list', { name: 'Questions' });
    expect(await list.getByRole('listitem').count()).toBeGreaterThan(1);
    expect(await list.locator('.namesake-line[aria-expanded="true"]').count()).toBe(1);
    expect(await list.getByRole('heading').count()).toBeGreaterThan(0);
    const count = pane(page).locator('.namesake-count');
    expect(await count.getAttribute('aria-live')).toBe('polite');
    expect(await count.textContent()).toMatch(/^0 of \d+ questions, about \d+ minutes left$/u);
  });

  it('hears what is added and removed; the screen shows it by signs too, not by colour alone', async () => {
    page = await stage.visit();
    await walkFromPalette(page, 'Soren Beerguard');
    await page.keyboard.press('d');
    const change = pane(page).locator('.namesake-diff ins').first();
    await change.waitFor();
    expect(await change.locator('.namesake-spoken').textContent()).toBe('Added:');
    expect(await change.locator('.namesake-sign').textContent()).toMatch(/^\+/u);
    expect(await change.locator('.namesake-sign').getAttribute('aria-hidden')).toBe('true');
  });

  it.each(['light', 'dark'] as const)('finds nothing that axe objects to, in %s', async (theme) => {
    page = await stage.visit({ theme });
    await walkFromPalette(page, 'Rob Banga');
    await page.keyboard.press('o');
    await page.keyboard.press('s');
    await page.keyboard.press('?');
    expect(await faults(page, '.namesake-review')).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('stops once in the list, with a visible focus, and then at the buttons of the selected question', async () => {
    page = await stage.visit();
    await walkFromPalette(page, 'Rob Banga');
    expect(await pane(page).locator('.namesake-line[tabindex="0"]').count()).toBe(1);
    const outline = await focusedLine(page).evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(outline).toBe('solid');
    await page.keyboard.press('o');
    await until('its lines are drawn', async () => (await selected(page).getByRole('checkbox').count()) === 3);
    const line = (note: string): string[] => ['checkbox', `Open line of ${note}`];
    const stops = [...line('2025-10-30'), ...line('2025-10-30 - Osterhavn, a gateway for cave five'), ...line('Rob Benoit'), 'Yes, Rob Benoit', 'Rob Bannerman', 'Other…', 'Skip', 'More answers'];
    for (const name of stops) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const one = document.activeElement;
        return one?.getAttribute('aria-label')?.replace(/ \d+ of/u, ' of') ?? (one?.textContent || one?.getAttribute('type'));
      });
      expect(at).toBe(name);
      expect(await selected(page).locator(':focus').count()).toBe(1);
    }
  });

  it('decides nothing while the focus is outside the pane', async () => {
    page = await stage.visit();
    await review(page, ROB);
    const before = await pane(page).locator('.namesake-count').textContent();
    await page.locator('.cm-content').click();
    await page.keyboard.type('axa');
    expect(await pane(page).locator('.namesake-count').textContent()).toBe(before);
  });
});

describe('a phone', () => {
  it('shows the pane in full, without sideways scrolling, with targets of 44 px', async () => {
    page = await stage.visit({ vault: 'fresh', width: 390, height: 844 });
    await palette(page, 'Open the review queue');
    await selected(page).waitFor();
    const small = await pane(page).locator('button:visible').evaluateAll((all) =>
      all.map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() })).filter(({ box }) => box.height < 44 || box.width < 44).map(({ text }) => text));
    expect(small).toEqual([]);
    const wide = await pane(page).locator('*:not(.namesake-spoken)').evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5).map((one) => one.getAttribute('class')));
    expect(wide).toEqual([]);
    const box = await selected(page).locator('.mod-cta').boundingBox();
    expect(box?.width).toBeGreaterThan(280);
    await selected(page).locator('.mod-cta').click();
    await pane(page).locator('.namesake-strip').getByRole('button', { name: 'Undo' }).waitFor();
    const undo = await pane(page).locator('.namesake-strip').getByRole('button', { name: 'Undo' }).boundingBox();
    expect(undo?.height).toBeGreaterThanOrEqual(44);
  });

  it('shows the count in the ribbon’s menu, as there is no status bar', async () => {
    page = await stage.visit({ width: 390, height: 844 });
    expect(await page.locator('.namesake-status:visible').count()).toBe(0);
    await page.getByRole('toolbar', { name: 'Navigation' }).getByRole('button', { name: 'Menu' }).click();
    await page.locator('.menu-item', { hasText: /Needs review: \d+ to review/u }).click();
    await selected(page).waitFor();
  });
});
