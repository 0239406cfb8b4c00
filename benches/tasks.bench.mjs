// Task lines: how many a second the core parses natively, how many it lists in the call that the plugin makes for its
// task view (`tasks`, the open ones), how many of these a second become rows for the screen, and whether time grows with
// length alone.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantiate } from '../build/pkg/glue.js';
import { at } from '../scripts/lib/paths.mjs';
import { ofPlugin } from './of-plugin.mjs';
import { median, printTable, timesOf } from './measure.mjs';
import { longLine, taskLines } from './task-lines.mjs';

const LINES = 100_000;
const RUNS = 7;
/** Lines a second, from the list of what done means. */
const [NATIVE_TARGET, WASM_TARGET] = [1_000_000, 400_000];
/** How often the longer one of two holds the shorter: that much more time is in proportion. */
const GROWTH = 10;

/** @typedef {import('./task-lines.mjs').Format} Format */

const { rowsOf } = await ofPlugin('engine/tasks.ts');
const dir = mkdtempSync(join(tmpdir(), 'namesake-bench-'));
const module = await WebAssembly.compile(readFileSync(at('build/pkg/namesake_wasm_bg.wasm')));

/** Milliseconds of each run of the parser, natively. @param {Format} format @param {string} text @returns {number[]} */
function natively(format, text) {
  const file = join(dir, 'lines.md');
  writeFileSync(file, text);
  const run = ['run', '--quiet', '--release', '--package', 'namesake-core', '--example', 'parse_lines', '--'];
  const printed = execFileSync('cargo', [...run, file, format, String(RUNS)], { cwd: at('.'), encoding: 'utf8' });
  return printed.trim().split('\n').map(Number);
}

/**
 * Milliseconds of each run of the plugin's calls, the note read and its tasks listed.
 * @param {Format} format @param {string} text
 */
async function throughWasm(format, text) {
  const { Engine } = await instantiate(module);
  const engine = new Engine();
  engine.configure({ settings: { taskFormat: format } });
  const path = 'Inbox/Tasks.md';
  const read = await timesOf(RUNS, (run) => engine.upsert([{ path, text: `${text}\nRun ${run}.\n` }]));
  const list = () => engine.tasks({ path, status: 'open' });
  return {
    read,
    tasks: await timesOf(RUNS, list),
    rows: await timesOf(RUNS, () => rowsOf(list())),
    scan: await timesOf(3, () => engine.findings({ paths: [path] })),
  };
}

/** @param {number} value */
const grouped = (value) => Math.round(value).toLocaleString('en-GB');

/** @param {string} what @param {number[]} times @param {number} [target] lines a second @returns {string[]} */
const speed = (what, times, target) => [
  what,
  grouped((1000 * LINES) / median(times)),
  grouped((1000 * LINES) / Math.min(...times)),
  target === undefined ? '' : grouped(target),
];

/** @param {string} what @param {number[]} short @param {number[]} long @returns {string[]} */
const growth = (what, short, long) => [what, (Math.min(...long) / Math.min(...short)).toFixed(1), String(GROWTH)];

/** @type {string[][]} */
const [speeds, growths] = [[], []];
for (const format of /** @type {const} */ (['emoji', 'dataview'])) {
  const lines = taskLines(format, LINES);
  const wasm = await throughWasm(format, lines.join('\n'));
  const tenth = await throughWasm(format, lines.slice(0, LINES / GROWTH).join('\n'));
  speeds.push(
    speed(`${format}: parsed natively`, natively(format, lines.join('\n')), NATIVE_TARGET),
    speed(`${format}: listed through the wasm`, wasm.tasks, WASM_TARGET),
    speed(`${format}: listed, and made rows`, wasm.rows),
    speed(`${format}: note read through the wasm`, wasm.read),
    speed(`${format}: note scanned through the wasm`, wasm.scan),
  );
  growths.push(
    growth(`${format}: parsing a line of 1 MB to one of 100 kB`, natively(format, longLine(format, 1e5)), natively(format, longLine(format, 1e6))),
    growth(`${format}: reading ${grouped(LINES)} lines to a tenth`, tenth.read, wasm.read),
    growth(`${format}: listing ${grouped(LINES)} lines to a tenth`, tenth.tasks, wasm.tasks),
    growth(`${format}: scanning ${grouped(LINES)} lines to a tenth`, tenth.scan, wasm.scan),
  );
}
rmSync(dir, { recursive: true });
printTable([`mixed lines, ${grouped(LINES)} of them`, 'lines/s, median', 'best', 'target'], speeds);
printTable(['time, as a multiple', 'times', 'length'], growths);
