// Waiting: for the start, for saves, for the plugin to come to rest. The conditions are polled or asked from outside the
// page, so that they also work while a test has stopped its clock.
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Milliseconds: a little more than the app's autosave takes. */
export const AUTOSAVE = 2100;
/** Milliseconds: a little more than the plugin waits after a save before it mends. */
export const REST = 2100;

/** Milliseconds that one step may take. The first page of a browser on a busy machine is slow; a whole test has more. */
export const PATIENCE = 50_000;

/** Waits until the vault is read and every note is checked. Before that the plugin does not know the number of findings. */
export async function started(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready]');
  await page.evaluate(() => window.host.settled());
  await page.waitForFunction(() => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { ready: boolean; review: { state(): { phase: { kind: string } } } } } | undefined;
    return plugin?.session.ready === true && plugin.session.review.state().phase.kind === 'ready';
  });
}

/** Waits until the plugin has read the vault. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.app.plugins.plugins['namesake'] as unknown as { session: { ready: boolean } } | undefined)?.session.ready === true);
}

export async function reload(page: Page): Promise<void> {
  await settled(page);
  await page.reload();
  await started(page);
}

export const settled = (page: Page): Promise<void> => page.evaluate(() => window.host.settled());

/** Resolves when the condition holds. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await condition()); await setTimeout(20)) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
  }
}

/** Stops the page's clock, so that nothing is saved until the test lets time pass. Needs a visit with `clock`. */
export async function stopTime(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 5000); // The call itself takes time, and the clock cannot be set back.
}

/** Lets the app save what was typed, and the plugin's waiting time pass. Needs a visit with `clock`. */
export async function comeToRest(page: Page): Promise<void> {
  await page.clock.runFor(AUTOSAVE);
  await page.clock.resume(); // The work after a save may need timers, which never fire in stopped time.
  await settled(page);
  await page.clock.runFor(REST);
}

/** Resolves when the engine has answered all earlier questions; it answers one at a time, in order. */
export async function answered(page: Page): Promise<void> {
  await page.evaluate(() => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { engine: { status(): Promise<unknown> } } };
    return plugin.session.engine.status();
  });
}

/** Resolves when the plugin has mended and checked all changes so far, and its own writes are saved and checked too. */
export async function atRest(page: Page): Promise<void> {
  const lookedAt = (): Promise<void> => page.evaluate(() => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { settled(): Promise<void> } };
    return plugin.session.settled();
  });
  await lookedAt();
  await settled(page);
  await lookedAt();
}
