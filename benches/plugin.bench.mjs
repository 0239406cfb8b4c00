// The built plugin in a browser: what Obsidian has to wait for when it starts.

import { launch } from '../tests/host/browser.mjs';
import { at, hostDir } from '../scripts/lib/paths.mjs';
import { serve } from '../tests/host/serve.mjs';
import { printFigures } from './measure.mjs';

const LOADS = 20;
/** Milliseconds of `onload`, from the list of what done means. */
const ONLOAD_LIMIT = 5;
/**
 * Loads the page anew and asks how long `onload` took.
 * @param {import('playwright-core').Browser} browser @param {string} url
 */
async function onload(browser, url) {
  const page = await browser.newPage();
  await page.goto(`${url}?reset`);
  await page.waitForSelector('body[data-ready]');
  const { error, ms } = await page.evaluate(() => ({ error: window.host.pluginError, ms: window.host.onloadMs }));
  await page.close();
  if (error !== null) throw new Error(`the plugin does not load: ${error}`);
  return ms;
}

const server = await serve({ vaultDir: at('tests/vaults/everyday'), pluginDir: at('build/plugin'), hostDir });
const browser = await launch();
try {
  const times = [];
  for (let load = 0; load < LOADS; load += 1) times.push(await onload(browser, server.url));
  printFigures([{ what: 'onload of the plugin', times, limit: ONLOAD_LIMIT }]);
} finally {
  await browser.close();
  await server.close();
}
