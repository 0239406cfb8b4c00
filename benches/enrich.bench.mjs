// A vault of 10,000 notes: what the command line needs to scan it, and what the engine needs after one meeting was
// saved, through the calls that the plugin makes then.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { instantiate } from '../build/pkg/glue.js';
import { at, cliFile } from '../scripts/lib/paths.mjs';
import { printFigures, printTable, timesOf } from './measure.mjs';

/** Milliseconds, from the list of what done means. */
const [SCAN_LIMIT, ENRICH_LIMIT] = [3000, 20];
const [SCANS, MEETINGS, BATCH] = [3, 40, 500];

const dir = mkdtempSync(join(tmpdir(), 'namesake-bench-'));
execFileSync('node', [at('tests/vaults/make-large.mjs'), dir, '--people', '3000', '--meetings', '7000', '--seed', '7']);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
const notes = paths.map((path) => ({ path, text: decoder.decode(readFileSync(join(dir, path))) }));

/** Findings are no error. */
function scan() {
  try {
    execFileSync(cliFile, ['scan', dir, '--json'], { stdio: 'ignore' });
  } catch (error) {
    if (/** @type {{ status?: number }} */ (error).status !== 1) throw error;
  }
}

const figures = [];
if (existsSync(cliFile)) {
  const what = `scan of ${notes.length.toLocaleString('en-GB')} notes, ${availableParallelism()} processors`;
  figures.push({ what, times: await timesOf(SCANS, scan), limit: SCAN_LIMIT, notes: notes.length });
} else {
  console.log('The scan is left out: npm run build makes the command line.');
}
rmSync(dir, { recursive: true });

const { Engine } = await instantiate(await WebAssembly.compile(readFileSync(at('build/pkg/namesake_wasm_bg.wasm'))));
const engine = new Engine();
engine.configure(null);
for (let from = 0; from < notes.length; from += BATCH) engine.upsert(notes.slice(from, from + BATCH));

/** The meetings to be saved, all over the vault, each with another fact about its first participant. */
const meetings = notes.filter(({ path, text }) => path.startsWith('Meetings/') && text.includes('## Key facts learned\n'));
const step = Math.floor(meetings.length / MEETINGS);
const saved = Array.from({ length: MEETINGS }, (_, nth) => meetings[nth * step]).map(({ path, text }) => {
  const first = /\*\*Participants:\*\* ([^,]*)/u.exec(text)?.[1] ?? '';
  const fact = `- ${first} has the drawing of the new yard.`;
  return { path, text: text.replace('## Key facts learned\n\n', `## Key facts learned\n\n${fact}\n`) };
});
engine.related(saved[0].path);

/** @type {Record<'upsert' | 'plan' | 'both', number[]>} */
const times = { upsert: [], plan: [], both: [] };
let [touched, strangers] = [0, 0];
for (const { path, text } of saved) {
  const start = performance.now();
  engine.upsert([{ path, text }]);
  const fed = performance.now();
  const plan = engine.plan({ kind: 'saved', path });
  const end = performance.now();
  times.upsert.push(fed - start);
  times.plan.push(end - fed);
  times.both.push(end - start);
  touched += plan.changes.length;
  const isNamed = (/** @type {string} */ other) => other === path || text.includes(basename(other, '.md'));
  strangers += plan.changes.filter((change) => !isNamed(change.path)).length;
}
figures.push(
  { what: 'a meeting saved: taken in', times: times.upsert },
  { what: 'a meeting saved: plan of what it teaches', times: times.plan },
  { what: 'a meeting saved: both', times: times.both, limit: ENRICH_LIMIT },
);
printFigures(figures);
printTable(
  ['notes that change when a meeting is saved', 'measured', 'limit'],
  [
    ['in all', `${touched} for ${saved.length} meetings`, ''],
    ['of them neither the meeting nor one that it names', String(strangers), '0'],
  ],
);
