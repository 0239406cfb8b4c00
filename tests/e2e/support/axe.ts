// What axe finds on the screen.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each fault with the elements that have it. `selector` names what is looked at: the page around it is the host's. */
export async function faults(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (within) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(within, { resultTypes: ['violations'] });
    // Colours of its main buttons, how faint what is disabled and an empty list look, the way back from a page of settings, and
    // the frame of a prompt are the app's own; what stands in them is ours.
    const OF_THE_APP: Record<string, string> = {
      'color-contrast': '.mod-cta, .is-disabled, .setting-list-empty', 'label-content-name-mismatch': '.setting-page-back',
      'aria-dialog-name': '.prompt', 'aria-input-field-name': '.prompt-results', 'aria-required-attr': '.prompt-input', 'scrollable-region-focusable': '.prompt-results',
    };
    const isTheApps = (id: string, target: unknown): boolean => id in OF_THE_APP && document.querySelector(String(target))?.closest(OF_THE_APP[id]) !== null;
    return violations.flatMap(({ id, nodes }) => nodes.flatMap(({ target, html, failureSummary }) => (isTheApps(id, target[0]) ? [] : [`${id}: ${html} ${failureSummary ?? ''}`])));
  }, selector);
}

/** Containers with a label that the app would show as a tooltip over everything in them. */
export function tooltipsOverMany(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((within) => {
    const labelled = [...document.querySelectorAll<HTMLElement>(`${within} [aria-label]`)];
    return labelled.filter((one) => one.querySelector('button, input, select, a, [tabindex], li') !== null).map((one) => one.outerHTML.slice(0, 120));
  }, selector);
}
