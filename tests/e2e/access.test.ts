// Accessibility and the phone: labels for screen readers, keyboard focus, and targets large enough for a thumb.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { palette } from './support/app.ts';
import { pane, review, selected } from './support/pane.ts';
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
  it('finds options in named groups, one of them selected, and hears the count', async () => {
    page = await stage.visit();
    await palette(page, 'Open the review queue');
    const list = pane(page).getByRole('listbox', { name: 'Findings' });
    expect(await list.getByRole('option').count()).toBeGreaterThan(1);
    expect(await list.getByRole('option', { selected: true }).count()).toBe(1);
    expect(await list.locator('.namesake-note[role=group]').count()).toBeGreaterThan(1);
    for (const group of await list.locator('.namesake-note[role=group]').all()) {
      const name = await group.evaluate((one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent);
      expect(name).toBeTruthy();
    }
    const count = pane(page).getByRole('status');
    expect(await count.getAttribute('aria-live')).toBe('polite');
    expect(await count.textContent()).toMatch(/^\d+ to review$/u);
  });

  it('hears what is added and removed; the screen shows it by signs too, not by colour alone', async () => {
    page = await stage.visit();
    await palette(page, 'Open the review queue');
    const change = pane(page).locator('.namesake-diff del').first();
    await change.waitFor();
    expect(await change.locator('.namesake-spoken').textContent()).toBe('Removed:');
    expect(await change.locator('.namesake-sign').textContent()).toMatch(/^−/u);
    expect(await change.locator('.namesake-sign').getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the keyboard', () => {
  it('stops once in the list, with a visible focus, and then at the buttons of the selected card', async () => {
    page = await stage.visit();
    await palette(page, 'Open the review queue');
    expect(await pane(page).locator('.namesake-option[tabindex="0"]').count()).toBe(1);
    const outline = await page.locator('.namesake-option:focus').evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(outline).toBe('solid');
    for (let step = 0; !(await selected(page).textContent())?.includes('“Rob Banga” may be'); step += 1) {
      if (step > 20) throw new Error('Nothing is asked about Rob Banga.');
      await page.keyboard.press('j');
    }
    await until('its lines are drawn', async () => (await selected(page).getByRole('checkbox').count()) === 3);
    const lines = ['checkbox', '↗', 'checkbox', '↗', 'checkbox', '↗'];
    for (const name of ['radio', ...lines, 'radio', 'Accept Rob Benoit', 'Not Rob Benoit', 'Not a person', 'Never in these 3 notes', 'Open note']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('type'))).toBe(name);
      expect(await selected(page).locator(':focus').count()).toBe(1);
    }
  });

  it('decides nothing while the focus is outside the list', async () => {
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
    await pane(page).locator('.namesake-diff-text').first().waitFor();
    const small = await pane(page).locator('button:visible').evaluateAll((all) =>
      all.map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() })).filter(({ box }) => box.height < 44 || box.width < 44).map(({ text }) => text));
    expect(small).toEqual([]);
    const wide = await pane(page).locator('*:not(.namesake-spoken)').evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5).map((one) => one.getAttribute('class')));
    expect(wide).toEqual([]);
    await pane(page).getByRole('button', { name: 'Accept', exact: true }).first().click();
    await page.locator('.notice', { hasText: 'Changed 1 note.' }).waitFor();
    const undo = await page.locator('.notice button').boundingBox();
    expect(undo?.height).toBeGreaterThanOrEqual(44);
  });

  it('shows the count in the ribbon’s menu, as there is no status bar', async () => {
    page = await stage.visit({ width: 390, height: 844 });
    expect(await page.locator('.namesake-status:visible').count()).toBe(0);
    await page.getByRole('toolbar', { name: 'Navigation' }).getByRole('button', { name: 'Menu' }).click();
    await page.locator('.menu-item', { hasText: /Needs review: \d+ to review/u }).click();
    await pane(page).locator('.namesake-list').waitFor();
  });
});
