// Holds back the journal, which the plugin writes between computing a change and writing it.
import type { Page } from 'playwright-core';

/** From now on every write into the journal waits for `letGo`. Its path goes to `window.seen`. */
export async function holdJournal(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { adapter } = window.app.vault;
    const write = adapter.write.bind(adapter);
    const gate = new Promise<void>((resolve) => {
      window.letGo = resolve;
    });
    window.seen = [];
    adapter.write = async (path, ...rest) => {
      if (path.includes('/journal/')) {
        window.seen.push(path);
        await gate;
      }
      return write(path, ...rest);
    };
  });
}

export const journalIsHeld = (page: Page) => page.waitForFunction(() => window.seen.length > 0);
export const letGo = (page: Page): Promise<void> => page.evaluate(() => window.letGo());
