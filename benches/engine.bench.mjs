// The core through its wasm: what a start costs, what a save costs, what a whole vault costs.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { instantiate } from '../build/pkg/glue.js';
import { at } from '../scripts/lib/paths.mjs';
import { printFigures, timesOf } from './measure.mjs';

const WASM = at('build/pkg/namesake_wasm_bg.wasm');
const STORY = 'Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md';

/** Milliseconds of engine time from typing's end to the new texts, from the list of what done means. */
const SAVE_LIMIT = 30;
const [SAVES, INDEXES, STARTS] = [40, 5, 10];

/** @typedef {{ path: string, text: string }} Note */

/** @param {string} dir @returns {Note[]} */
function notesIn(dir) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return paths.map((path) => ({ path, text: decoder.decode(readFileSync(join(dir, path))) }));
}

/** @returns {Note[]} */
function largeVault() {
  const dir = mkdtempSync(join(tmpdir(), 'namesake-bench-'));
  try {
    execFileSync('node', [at('tests/vaults/make-large.mjs'), dir, '--people', '3000', '--meetings', '3000']);
    return notesIn(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** @param {WebAssembly.Module} module */
async function newEngine(module) {
  const { Engine } = await instantiate(module);
  const engine = new Engine();
  engine.configure(null);
  return engine;
}

const bytes = readFileSync(WASM);
const packed = gzipSync(bytes, { level: 9 }).toString('base64');
const module = await WebAssembly.compile(bytes);

/** As the plugin does where there is no `Uint8Array.fromBase64`. */
function unpack() {
  const binary = atob(packed);
  const decoded = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) decoded[index] = binary.charCodeAt(index);
  const stream = new Blob([decoded]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

const starts = [
  { what: 'start: base64 decoded by a loop, unpacked', times: await timesOf(STARTS, unpack) },
  { what: 'start: compile', times: await timesOf(STARTS, () => WebAssembly.compile(bytes)) },
  { what: 'start: instantiate, with an engine', times: await timesOf(STARTS, () => newEngine(module)) },
];

/** @param {string} name @param {Note[]} notes */
async function vaultFigures(name, notes) {
  const index = await timesOf(INDEXES, async () => {
    const engine = await newEngine(module);
    engine.upsert(notes);
    engine.related(notes[0].path);
  });
  const engine = await newEngine(module);
  engine.upsert(notes);
  const scan = await timesOf(INDEXES, () => engine.findings({}));
  return [
    { what: `${name}: index`, times: index, notes: notes.length },
    { what: `${name}: all findings`, times: scan, notes: notes.length },
  ];
}

/** @param {Note[]} notes */
async function saveFigures(notes) {
  const engine = await newEngine(module);
  engine.upsert(notes);
  const text = notes.find(({ path }) => path === STORY)?.text ?? '';
  /** One character is another one at each save. @param {number} run */
  const typed = (run) => text.replace('Søren rang from the car.', `Søren rang from the car ${run % 10}.`);
  /** @type {Record<'upsert' | 'plan' | 'findings' | 'save', number[]>} */
  const times = { upsert: [], plan: [], findings: [], save: [] };
  for (let run = 0; run < SAVES; run += 1) {
    const note = { path: STORY, text: typed(run) };
    const start = performance.now();
    engine.upsert([note]);
    const fed = performance.now();
    engine.plan({ kind: 'saved', path: STORY });
    const planned = performance.now();
    engine.findings({ paths: engine.related(STORY) });
    const end = performance.now();
    times.upsert.push(fed - start);
    times.plan.push(planned - fed);
    times.findings.push(end - planned);
    times.save.push(end - start);
  }
  return [
    { what: 'on save: note taken in', times: times.upsert },
    { what: 'on save: plan of what is certain', times: times.plan },
    { what: 'on save: findings of related notes', times: times.findings },
    { what: 'on save: all of it', times: times.save, limit: SAVE_LIMIT },
  ];
}

const everyday = notesIn(at('tests/vaults/everyday'));
printFigures([
  ...starts,
  ...(await saveFigures(everyday)),
  ...(await vaultFigures('everyday', everyday)),
  ...(await vaultFigures('3,000 people, 3,000 meetings', largeVault())),
]);
