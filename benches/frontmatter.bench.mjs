// The frontmatter part through its wasm, beside the two YAML libraries that plugins use: the same notes, the same run.
// The calls are the plugin's for "normalise vault": notes taken in by batches, then one plan over their paths, in which
// every changed block is read again and compared. The libraries read each block and write it; they check nothing.

import { readFileSync } from 'node:fs';
import jsYaml from 'js-yaml';
import { CST, Parser, parseDocument } from 'yaml';
import { instantiate } from '../build/pkg/glue.js';
import { at } from '../scripts/lib/paths.mjs';
import { corpus } from '../tests/corpora/frontmatter/corpus.mjs';
import { median, printFigures, printTable } from './measure.mjs';
import { ordinaryNotes } from './ordinary-notes.mjs';

const ROUNDS = 7;
/** As many as the plugin's feed takes in at once. */
const BATCH = 50;

/** @typedef {{ path: string, text: string }} Note */

const module = await WebAssembly.compile(readFileSync(at('build/pkg/namesake_wasm_bg.wasm')));

/** Takes the notes into a new engine. @param {Note[]} notes */
async function engineWith(notes) {
  const { Engine } = await instantiate(module);
  const engine = new Engine();
  engine.configure(null);
  return { engine, ms: timeOf(() => inBatches(notes, (batch) => engine.upsert(batch))) };
}

/** @param {() => unknown} work @returns {number} milliseconds */
function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {Note[]} notes @param {(batch: Note[]) => void} work */
function inBatches(notes, work) {
  for (let start = 0; start < notes.length; start += BATCH) work(notes.slice(start, start + BATCH));
}

/** One round of the plugin's calls. @param {Note[]} notes */
async function normalised(notes) {
  const { engine, ms: read } = await engineWith(notes);
  const rules = engine.rules().filter(({ group }) => group === 'frontmatter').map(({ name }) => name);
  const query = { rules, tier: 'auto', paths: notes.map(({ path }) => path) };
  let changed = 0;
  const plan = timeOf(() => (changed = engine.plan({ kind: 'query', query }).changes.length));
  return { read, plan, both: read + plan, changed };
}

/** A YAML library's way through a note's block: what goes wrong in it is the note's fault. */
/** @param {Note[]} notes @param {(yaml: string) => string} roundTrip */
function throughLibrary(notes, roundTrip) {
  for (const { text } of notes) {
    const block = /^\ufeff?---[ \t]*\r?\n([^]*?)^---[ \t]*\r?$/m.exec(text);
    if (block === null) continue;
    try {
      roundTrip(block[1] ?? '');
    } catch {
      // js-yaml throws, eemeli's document refuses to be written.
    }
  }
}

/** The library whose way through a note comes nearest to ours: read to be changed and written again. */
const PEER = 'yaml, document read and written';

/** @type {Record<string, (yaml: string) => string>} */
const libraries = {
  'yaml, syntax tree read and written': (yaml) => [...new Parser().parse(yaml)].map((token) => CST.stringify(token)).join(''),
  [PEER]: (yaml) => String(parseDocument(yaml, { logLevel: 'silent' })),
  'js-yaml, read': (yaml) => String(jsYaml.load(yaml)),
  'js-yaml, read and written': (yaml) => jsYaml.dump(jsYaml.load(yaml)),
};

/** How many times as fast as the peer, the same round's times compared. @type {[string, string][]} */
const ratios = [];

/** @param {string} name @param {Note[]} notes @returns {Promise<import('./measure.mjs').Figure[]>} */
async function figures(name, notes) {
  const rounds = [];
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(libraries).map((library) => [library, []]));
  // Turn and turn about, so that a busy moment of the machine falls on all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await normalised(notes));
    for (const [library, roundTrip] of Object.entries(libraries)) times[library]?.push(timeOf(() => throughLibrary(notes, roundTrip)));
  }
  const ours = /** @type {const} */ ([['read', 'taken in'], ['plan', 'planned and checked'], ['both', 'normalised, all of it']]);
  const label = `${name} (${notes.length}, ${rounds[0]?.changed} change)`;
  for (const [part, what] of ours) {
    const faster = rounds.map((round, at) => (times[PEER]?.[at] ?? NaN) / round[part]);
    ratios.push([`${label}: ${what}`, median(faster).toFixed(2)]);
  }
  return [
    ...ours.map(([part, what]) => ({ what: `${label}: ${what}`, times: rounds.map((round) => round[part]), notes: notes.length })),
    ...Object.entries(times).map(([library, taken]) => ({ what: `${name}: ${library}`, times: taken, notes: notes.length })),
  ];
}

printFigures([...(await figures('ordinary notes', ordinaryNotes())), ...(await figures('corpus', corpus()))]);
printTable(['what', `as fast as “${PEER}”, times`], ratios);
