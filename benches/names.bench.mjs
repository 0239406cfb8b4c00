// Who is meant, among 20,000 people: what the index costs, what a mention costs, what one person's change costs; and
// two ways without an index beside it, over the same names in the same run.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { instantiate } from '../build/pkg/glue.js';
import { at } from '../scripts/lib/paths.mjs';
import { noteOf, vaultOf } from './people.mjs';
import { median, printTable, timesOf } from './measure.mjs';

const COUNT = 20_000;
const [BATCH, ASKED, CHANGES, PEERS_ASKED] = [500, 2000, 200, 200];
const PEERS = at('.tools/peers');
const module = await WebAssembly.compile(readFileSync(at('build/pkg/namesake_wasm_bg.wasm')));

/** An instance, and its memory, which the glue keeps to itself. */
async function started() {
  const native = WebAssembly.instantiate;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  Object.assign(WebAssembly, {
    instantiate: async (/** @type {WebAssembly.Module} */ source, /** @type {WebAssembly.Imports} */ imports) => {
      const instance = await native(source, imports);
      memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
      return instance;
    },
  });
  const glue = await instantiate(module);
  WebAssembly.instantiate = native;
  if (!memory) throw new Error('the module has no memory');
  return { ...glue, memory };
}

const { people, notes, meetings, mentions } = vaultOf(COUNT);
/** @param {{ Engine: typeof import('../build/pkg/glue.js').Engine, memory: WebAssembly.Memory }} instance @param {typeof notes} notes */
async function takenIn({ Engine, memory }, notes) {
  const engine = new Engine();
  engine.configure(null);
  const before = memory.buffer.byteLength;
  const [time] = await timesOf(1, () => {
    for (let from = 0; from < notes.length; from += BATCH) engine.upsert(notes.slice(from, from + BATCH));
  });
  return { engine, time, used: memory.buffer.byteLength - before };
}

// The same notes as if they were about nobody: what is left of the difference is the index.
const plain = notes.map(({ path, text }) => ({ path: path.replace('People', 'Notes'), text: text.replace('type: people', 'type: note') }));
const nobody = await takenIn(await started(), plain);
const { engine, time, used } = await takenIn(await started(), notes);
const [met] = await timesOf(1, () => {
  for (let from = 0; from < meetings.length; from += BATCH) engine.upsert(meetings.slice(from, from + BATCH));
  engine.related(meetings[0].path);
});
const asked = mentions.slice(0, ASKED);
const times = await timesOf(asked.length, (run) => engine.whois(asked[run].note, asked[run].written, ''));
const changes = await timesOf(CHANGES, (run) => {
  const index = (run * 97) % COUNT;
  engine.upsert([noteOf(people[index], index, `${people[index].first} the ${run}th`)]);
  engine.related(meetings[run].path);
});

const micro = (/** @type {number} */ ms) => (1000 * ms).toFixed(0);
const share = (/** @type {number[]} */ values, /** @type {number} */ part) => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)];
const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
printTable(
  [`${COUNT.toLocaleString('en-GB')} people, through the wasm`, 'measured', 'limit'],
  [
    ['index built, ms', (time - nobody.time).toFixed(0), '1500'],
    ['the same with their notes read, ms', time.toFixed(0), ''],
    ['memory of the index, MB', ((used - nobody.used) / 1e6).toFixed(1), '25'],
    ['the same with their notes, MB', (used / 1e6).toFixed(1), ''],
    [`${meetings.length.toLocaleString('en-GB')} meetings taken in and resolved, ms`, met.toFixed(0), ''],
    ['a mention, mean, µs', micro(mean(times)), '90'],
    ['a mention, median, µs', micro(median(times)), ''],
    ['a mention, 95th percentile, µs', micro(share(times, 0.95)), '500'],
    ["one person's change, median, µs", micro(median(changes)), '1000'],
    ["one person's change, 95th percentile, µs", micro(share(changes, 0.95)), ''],
  ],
);

/** RapidFuzz, in a folder of the project's own. */
function peers() {
  if (!existsSync(PEERS)) {
    mkdirSync(PEERS, { recursive: true });
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', PEERS, 'rapidfuzz'], { stdio: 'inherit' });
  }
  const names = people.map(({ first, last }) => `${first} ${last}`);
  const input = JSON.stringify({ names, mentions: mentions.slice(0, PEERS_ASKED).map(({ written }) => written) });
  return JSON.parse(execFileSync('python3', [at('benches/peers.py')], { input, encoding: 'utf8', env: { ...process.env, PYTHONPATH: PEERS }, maxBuffer: 1e8 }));
}

printTable(
  ['beside it, natively, each mention against all names', 'mean µs', '95th percentile µs'],
  Object.entries(peers()).map(([what, micros]) => [what, mean(micros).toFixed(0), share(micros, 0.95).toFixed(0)]),
);
