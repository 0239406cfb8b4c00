// The stage of a test file: one Chromium, and the host page served with the built plugin. Each visit has a storage of its
// own. Whatever a page throws, logs as an error or requests from another address is kept as trouble.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launch } from '../../host/browser.mjs';
import { serve } from '../../host/serve.mjs';
import { notices } from './app.ts';
import { layOut, root, type VaultPlan } from './vault.ts';
import { PATIENCE, started } from './waiting.ts';


export interface Visit {
  vault?: string;
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** The language of the app. */
  language?: string;
  /** Lets the test stop and move the page's clock. It runs until then. */
  clock?: boolean;
  /** A selector: all texts that this element shows from the start on are kept in `window.seen`. */
  watch?: string;
}

declare global {
  interface Window {
    seen: string[];
    letGo: () => void;
  }
}

/** How the screen may look: in light, dark and phone layout. */
export const LOOKS: { look: string; visit: Visit }[] = [
  { look: 'light', visit: { theme: 'light' } },
  { look: 'dark', visit: { theme: 'dark' } },
  { look: 'phone', visit: { theme: 'light', width: 390, height: 844 } },
];

export interface Stage {
  visit: (visit?: Visit) => Promise<Page>;
  /** Returns the errors, dialogs and foreign requests since the last call. */
  takeTrouble: () => string[];
  close: () => Promise<void>;
}

/** @param pluginBuild folder under build/ */
export async function openStage(vaults: Record<string, VaultPlan>, pluginBuild = 'plugin'): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'namesake-e2e-'));
  const dirs: Record<string, string> = {};
  for (const [name, plan] of Object.entries(vaults)) dirs[name] = await layOut(join(folder, name), plan);
  const [first] = Object.values(dirs);
  const server = await serve({ vaultDir: first, vaults: dirs, pluginDir: join(root, 'build', pluginBuild), hostDir: join(root, 'build/host') });
  const browser = await launch({ quick: true });
  const trouble: string[] = [];
  return {
    visit: (visit = {}) => newPage(browser, server.url, { vault: Object.keys(vaults)[0], ...visit }, trouble),
    takeTrouble: () => trouble.splice(0),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function newPage(browser: Browser, url: string, visit: Visit, trouble: string[]): Promise<Page> {
  const { width = 1280, height = 900, theme = 'light', language = 'en-GB' } = visit;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: language, timezoneId: 'UTC' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => trouble.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) trouble.push(`request: ${request.url()}`);
  });
  if (visit.clock) await page.clock.install();
  if (visit.watch !== undefined) await page.addInitScript(watchTexts, visit.watch);
  await page.goto(`${url}?vault=${visit.vault ?? ''}&theme=${theme}&language=${language}`);
  await started(page);
  return page;
}

/** Ends a visit, and asserts that there was no merge conflict, no error, no dialog and no foreign request. */
export async function leave(page: Page, stage: Stage): Promise<void> {
  expect(await notices(page)).not.toContainEqual(expect.stringContaining('modified externally'));
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
}

function watchTexts(selector: string): void {
  window.seen = [];
  new MutationObserver(() => {
    const text = document.querySelector(selector)?.textContent ?? '';
    if (text !== '' && text !== window.seen.at(-1)) window.seen.push(text);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}
