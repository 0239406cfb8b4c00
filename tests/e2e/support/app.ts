// The app around the plugin: palette, commands, notices, menus, status bar.
import type { Locator, Page } from 'playwright-core';

export const notices = (page: Page): Promise<string[]> => page.evaluate(() => window.host.notices());

/** Chooses a command from the palette as a user does. */
/** `choice`: what is taken from the list that the command opens. */
export async function palette(page: Page, name: string, choice?: string): Promise<void> {
  await page.keyboard.press('Control+p');
  for (const typed of choice === undefined ? [name] : [name, choice]) {
    await page.locator('.prompt-input').fill(typed);
    await page.locator('.suggestion-item', { hasText: typed }).first().waitFor();
    await page.keyboard.press('Enter');
  }
}

/** The commands of the plugin that the palette offers now. */
export async function offered(page: Page): Promise<string[]> {
  const commands = await page.evaluate(() => window.host.commands());
  return commands.filter(({ id }) => id.startsWith('namesake:')).map(({ name }) => name.replace(/^Namesake: /u, '')).sort();
}

export const statusBar = (page: Page): Locator => page.locator('.namesake-status');
export const notice = (page: Page, text: string | RegExp): Locator => page.locator('.notice', { hasText: text });

/** Opens the menu of a file or a folder in the file list and chooses an item. */
export async function fileMenu(page: Page, path: string, item: string): Promise<void> {
  await page.locator(`[data-path="${path}"]`).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: item }).click();
}
