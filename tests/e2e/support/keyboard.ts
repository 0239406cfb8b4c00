// What the keyboard alone reaches of a screen: by Tab, and by the arrow keys inside a list that Tab enters once.
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** The controls that are seen and can be used. */
    controls: HTMLElement[];
    /** What had the focus, at any time and on this way. */
    reached: Set<Element>;
    way: Set<Element>;
  }
}

/** More stops than any screen has. */
const MOST = 600;

/** The controls that are seen, can be used, and never get the focus. */
export async function unreached(page: Page, within: string): Promise<string[]> {
  const start = await page.evaluateHandle((selector) => {
    const CONTROLS = 'button, input, select, textarea, a[href], [role=button], [role=switch], [role=checkbox], [tabindex="0"]';
    const all = document.querySelectorAll<HTMLElement>(`${selector} :is(${CONTROLS})`);
    window.controls = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [aria-disabled="true"]'));
    if (window.controls.length === 0) throw new Error('There is nothing to reach.');
    window.reached = new Set();
    const active = document.activeElement as HTMLElement;
    return window.controls.includes(active) ? active : window.controls.find(({ tabIndex }) => tabIndex >= 0) ?? document.body;
  }, within);
  for (const key of ['Tab', 'Shift+Tab']) {
    await start.evaluate((one) => one.focus());
    await setOut(page);
    while (await isNew(page, within)) await page.keyboard.press(key);
  }
  for (let entry = await entryOf(page); entry; entry = await entryOf(page)) {
    const before = await reachedSoFar(page);
    await entry.evaluate((one) => (one).focus());
    for (const arrow of ['ArrowUp', 'ArrowDown']) {
      await setOut(page);
      while (await isNew(page, within)) {
        // The box beside a line is one step of Tab away while the line has the focus.
        for (const key of ['Shift+Tab', 'Tab', arrow]) {
          await page.keyboard.press(key);
          await (key === arrow ? drawn(page) : note(page));
        }
      }
    }
    if (await reachedSoFar(page) === before) break;
  }
  return page.evaluate(() => {
    // The browser's own arrow keys lead to the others of a group of radio buttons.
    const alike = (one: HTMLElement): Element[] => (one.matches('input[type=radio]') ? [...document.querySelectorAll(`input[name="${one.getAttribute('name')}"]`)] : [one]);
    return window.controls.filter((one) => one.isConnected && !alike(one).some((other) => window.reached.has(other))).map((one) => one.outerHTML.slice(0, 160));
  });
}

/** Begins a way at what has the focus. */
const setOut = (page: Page): Promise<void> => page.evaluate(() => {
  window.way = new Set();
});

/** Waits until the screen shows what the last key did. */
const drawn = (page: Page): Promise<void> => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
}));

/** Takes note of what has the focus, which is a part of the screen and was not on this way before. */
const isNew = (page: Page, within: string): Promise<boolean> => page.evaluate(([selector, most]) => {
  const active = document.activeElement;
  if (!active?.closest(selector) || window.way.has(active)) return false;
  if (window.way.size > most) throw new Error('The way has no end.');
  window.way.add(active);
  window.reached.add(active);
  return true;
}, [within, MOST] as const);

const note = (page: Page): Promise<unknown> => page.evaluate(() => document.activeElement && window.reached.add(document.activeElement));

const reachedSoFar = (page: Page): Promise<number> => page.evaluate(() => window.controls.filter((one) => window.reached.has(one)).length);

/** The nearest stop of Tab that is of the same kind as what Tab passes over. */
async function entryOf(page: Page) {
  const entry = await page.evaluateHandle(() => {
    const passed = window.controls.filter((one) => one.isConnected && one.tabIndex < 0 && !window.reached.has(one));
    const stops = window.controls.filter((one) => one.isConnected && one.tabIndex >= 0);
    for (const one of passed) {
      const same = stops.filter((stop) => stop.tagName === one.tagName && stop.classList[0] === one.classList[0]);
      for (let list = one.parentElement; list; list = list.parentElement) {
        const first = same.find((stop) => list?.contains(stop));
        if (first) return first;
      }
    }
    return null;
  });
  return entry.asElement() ?? undefined;
}
