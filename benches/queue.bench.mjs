// The review pane in a browser over a large vault: from a key to the next painted frame. 39,000 findings in 5,000 notes,
// each a question of its own: whose task it is, where two people of the meeting have the name.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launch } from '../tests/host/browser.mjs';
import { at, hostDir } from '../scripts/lib/paths.mjs';
import { serve } from '../tests/host/serve.mjs';
import { printFigures } from './measure.mjs';

const MEETINGS = 3000;
const NOTES = 5000;
const PRESSES = 20;
/** Milliseconds between two presses: a user who holds nothing and is quick. */
const BETWEEN = 100;
/** Milliseconds of a key, and on a processor that is four times slower; the pane is held to them. */
const LIMITS = { 1: 50, 4: 150 };
const FIRST = ['Mara', 'Robert', 'Søren', 'Tilda', 'Oswin', 'Ines', 'Jonas', 'Petra', 'Halil', 'Greta', 'Wiremu', 'Fionn', 'Begoña'];
const LAST = ['Voss', 'Benoit', 'Marsh', 'Vale', 'Lindqvist', 'Okafor', 'Brandt', 'Duarte', 'Yilmaz', 'Novak', 'Teague', 'Moberg'];
const DATA = JSON.stringify({ version: 1, firstBatchReviewed: true, recognitionConfirmed: true, decisions: [], settings: {} });

/** @returns {Record<string, string>} */
function vault() {
  /** @type {Record<string, string>} */
  const files = { '.obsidian/plugins/namesake/data.json': DATA };
  const people = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
  for (const name of people) files[`People/${name}.md`] = `---\ntype: people\n---\n# ${name}\n`;
  for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
    const day = new Date(Date.UTC(2016, 0, 1 + meeting)).toISOString().slice(0, 10);
    const there = FIRST.flatMap((first) => [0, 5].map((step) => `"[[${first} ${LAST[(meeting + step) % LAST.length]}]]"`));
    const lines = FIRST.map((first, line) => `- [ ] Shut gate ${meeting}-${line} this week @${first}`);
    files[`Meetings/${day} - Gates.md`] = `---\ntype: meeting\ndate: ${day}\nparticipants: [${there.join(', ')}]\n---\n## Summary\n\n${lines.join('\n')}\n`;
  }
  for (let note = Object.keys(files).length - 1; note < NOTES; note += 1) files[`Notes/Gate ${note}.md`] = `The gate of number ${note} is shut at night.\n`;
  return files;
}

/** @param {string} folder */
async function layOut(folder) {
  for (const [path, text] of Object.entries(vault())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** @param {import('playwright-core').Page} page @param {string} key @returns {Promise<number[]>} milliseconds from each press to the frame that follows it */
async function press(page, key) {
  await page.evaluate(() => {
    const times = (window.times = []);
    window.timing = (event) => {
      const { timeStamp } = event;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(0);
      });
    };
    window.addEventListener('keydown', window.timing, true);
  });
  for (let time = 0; time < PRESSES; time += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN);
  }
  return page.evaluate(() => {
    window.removeEventListener('keydown', window.timing, true);
    return window.times;
  });
}

const folder = await mkdtemp(join(tmpdir(), 'namesake-bench-'));
await layOut(folder);
const server = await serve({ vaultDir: folder, pluginDir: at('build/plugin'), hostDir });
const browser = await launch();
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${server.url}?reset`);
  await page.waitForSelector('body[data-ready]');
  const loaded = performance.now();
  await page.evaluate(() => window.app.plugins.plugins.namesake.openReview());
  await page.waitForSelector('.namesake-card.is-selected .namesake-buttons');
  console.log(`${await page.locator('.namesake-count').textContent()}, ${Math.round(performance.now() - loaded)} ms after the page`);
  const figures = [];
  const client = await page.context().newCDPSession(page);
  for (const [slower, limit] of Object.entries(LIMITS)) {
    await client.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
    await page.locator('.namesake-line[tabindex="0"]').focus();
    for (const key of ['j', '1', 'x', 'u']) {
      figures.push({ what: `${key}, processor ${slower} times slower`, times: await press(page, key), limit });
      await page.waitForTimeout(2000);
    }
  }
  printFigures(figures);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
