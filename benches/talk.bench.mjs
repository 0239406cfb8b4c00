// Transcripts through the core's wasm: a meeting of two hours taken in and asked, one paragraph of it changed, and texts
// that are made to hold a reader up, at two sizes: twice as much may take twice as long.

import { readFileSync } from 'node:fs';
import { instantiate } from '../build/pkg/glue.js';
import { at } from '../scripts/lib/paths.mjs';
import { median, printFigures, printTable, timesOf } from './measure.mjs';

const RUNS = 15;
const WORDS = 20_000;
const NOTE = 'Meetings/2025-10-30 - Two hours.md';
const HEAD = '---\ntype: meeting\nparticipants:\n  - "[[Mara Voss]]"\n  - "[[Rob Benoit]]"\n---\n# Two hours\n\n';
/** Bytes of a hostile text; the other size is twice that. */
const HOSTILE = 2_000_000;

const module = await WebAssembly.compile(readFileSync(at('build/pkg/namesake_wasm_bg.wasm')));

/** An engine that knows two people and is told to offer what is likely. @returns {Promise<import('../build/pkg/glue.js').Engine>} */
async function newEngine() {
  const { Engine } = await instantiate(module);
  const engine = new Engine();
  engine.configure({ settings: { heard: 'likely' } });
  engine.upsert(['Mara Voss', 'Rob Benoit'].map((name) => ({ path: `People/${name}.md`, text: '---\ntype: people\n---\n' })));
  return engine;
}

/** The invented sentences that the grammar is judged by, as turns of two people, as many as make up so many words. */
function transcript() {
  const lines = readFileSync(at('tests/corpora/spoken/sentences.jsonl'), 'utf8').trim().split('\n');
  const sentences = lines.map((line) => String(JSON.parse(line).text));
  const turns = [];
  for (let words = 0, turn = 0; words < WORDS; turn += 1) {
    const said = Array.from({ length: 3 }, (_, n) => sentences[(3 * turn + n) % sentences.length]).join(' ');
    words += said.split(/\s+/).length;
    const time = [Math.floor(turn / 360), Math.floor(turn / 6) % 60, (10 * turn) % 60];
    const stamp = time.map((part) => String(part).padStart(2, '0')).join(':');
    turns.push(`[${stamp}] ${turn % 2 === 0 ? 'Mara Voss' : 'Rob Benoit'}: ${said}`);
  }
  return turns;
}

/** @param {import('../build/pkg/glue.js').Engine} engine @param {string} text */
function ask(engine, text) {
  engine.upsert([{ path: NOTE, text }]);
  return engine.findings({ paths: [NOTE] });
}

const turns = transcript();
const note = `${HEAD}## Transcript\n\n${turns.join('\n\n')}\n`;
const fresh = await timesOf(RUNS, async () => {});
fresh.length = 0;
for (let run = 0; run < RUNS; run += 1) {
  const engine = await newEngine();
  const start = performance.now();
  ask(engine, note);
  fresh.push(performance.now() - start);
}
const engine = await newEngine();
ask(engine, note);
const edited = await timesOf(RUNS, (run) => {
  const changed = turns.with(Math.floor(turns.length / 2), `[01:00:00] Mara Voss: I will send the draft of part ${run} by Friday.`);
  ask(engine, `${HEAD}## Transcript\n\n${changed.join('\n\n')}\n`);
});
printFigures([
  { what: `${WORDS} words: taken in and asked`, times: fresh, limit: 30 },
  { what: 'one paragraph changed: taken in and asked', times: edited, limit: 3 },
]);

/** Texts that are made to hold a reader up, of about so many bytes. @type {Record<string, (bytes: number) => string>} */
const HOSTILES = {
  'one line': (bytes) => `Mara Voss: ${'I will send the report tomorrow and then '.repeat(bytes / 41)}\n`,
  'turns of one word': (bytes) => 'Mara Voss: yes\nRob: no\n'.repeat(bytes / 23),
  'nested fences': (bytes) => Array.from({ length: bytes / 40 }, (_, n) => `${'`'.repeat(3 + (n % 50))}\nMara: hello\n`).join(''),
  'nested quotes': (bytes) => `${'>'.repeat(bytes / 2)} Mara: x\n${'> Rob: x\n'.repeat(bytes / 18)}`,
  'cues without words': (bytes) => `WEBVTT\n\n${'00:00:01.000 -->\n'.repeat(bytes / 17)}`,
  'cues of one word': (bytes) => `WEBVTT\n\n${'00:01.000 --> 00:02.000\nyes\n\n'.repeat(bytes / 29)}`,
  'callouts': (bytes) => '> [!transcript]\n> Mara: yes\n\n'.repeat(bytes / 29),
  'headings': (bytes) => '## Transcript\nMara: yes\n'.repeat(bytes / 24),
  'speakers': (bytes) => Array.from({ length: bytes / 50 }, (_, n) => `[00:01:02] Speaker ${n}: I will send it to Rob.\n\n`).join(''),
  'requests': (bytes) => 'Mara Voss: Rob, could you send the draft?\nRob: Sure, will do.\n'.repeat(bytes / 61),
  'clauses': (bytes) => `Mara Voss: ${'I will, '.repeat(bytes / 8)}\nRob: yes\n`,
  'brackets': (bytes) => '[('.repeat(bytes / 2),
};

/** Milliseconds to take in and ask a text. @param {string} text */
async function once(text) {
  const engine = await newEngine();
  const start = performance.now();
  ask(engine, `${HEAD}## Transcript\n\n${text}`);
  return performance.now() - start;
}

const rows = [];
for (const [name, make] of Object.entries(HOSTILES)) {
  const times = { one: [], two: [] };
  for (let run = 0; run < 3; run += 1) {
    times.one.push(await once(make(HOSTILE)));
    times.two.push(await once(make(2 * HOSTILE)));
  }
  const [one, two] = [median(times.one), median(times.two)];
  rows.push([name, one.toFixed(0), two.toFixed(0), (two / one).toFixed(2)]);
}
printTable([`hostile, ${HOSTILE / 1_000_000} MB`, 'median ms', 'twice as much', 'ratio'], rows);
