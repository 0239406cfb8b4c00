// Draws a sample of what the release build finds in folders of notes that somebody keeps, a rule at a time, and prints
// each change with its surroundings, to be judged by reading. With --check it says whether a second run changes
// something and whether undo restores every byte. It writes into copies only. README.md says where such notes are.
// Exit status: 0 if all is well, 1 if a check failed or a judgement says that a change was wrong or unwanted, 2 for wrong usage.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeDice } from '../chance.mjs';
import { BINARY, checkBuilt, namesake } from './namesake.mjs';
import { shown } from './shown.mjs';

const USAGE = `usage: node tests/vaults/real/sample.mjs VAULT... [--check] [--seed N] [--per-vault N] [--tier T] [--rule R] [--verdicts FILE] [--unjudged] [--binary FILE]
  VAULT            a folder of notes, named OWNER+REPO after its repository
  --check          fix a copy, and say what a second run changes and what undo leaves changed
  --seed N         a whole number, 1 unless told
  --per-vault N    that many findings of each tier, 40 unless told, as evenly over the rules as they go
  --tier T         only \`auto\` or only \`review\`
  --rule R         only findings of this rule
  --verdicts FILE  judgements, verdicts.tsv beside this script unless told
  --unjudged       print only findings of the sample that have no judgement yet
  --binary FILE    the command line, target/release/namesake unless told`;
const TIERS = ['auto', 'review'];
const GOOD = ['right', 'useful'];

/**
 * @typedef {import('./shown.mjs').Finding} Finding
 * @typedef {{ verdict: string, cause: string }} Judgement
 */

/** What a finding is known by among judgements: it stays the same as long as the finding does. @param {string} vault @param {Finding} finding */
function hash(vault, { rule, tier, path, start, subject, fixes }) {
  const change = fixes[0]?.edits.map((edit) => [edit.path, edit.start, edit.end, edit.text]);
  return createHash('sha256').update(JSON.stringify([vault, rule, tier, path, start, subject, change])).digest('hex').slice(0, 12);
}

/** @template T @param {T[]} list @param {import('../chance.mjs').Dice} dice */
function shuffled(list, dice) {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const other = dice.below(i + 1);
    [all[i], all[other]] = [all[other], all[i]];
  }
  return all;
}

/** @template T @param {T[]} list @param {(one: T) => string} key @returns {Map<string, T[]>} */
function grouped(list, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One of each rule in turn until there are enough. @param {Finding[]} findings @param {number} enough @param {number} seed */
function sample(findings, enough, seed) {
  const dice = makeDice(seed);
  const queues = [...grouped(findings, (finding) => finding.rule).values()].map((list) => shuffled(list, dice));
  /** @type {Finding[]} */
  const drawn = [];
  for (let turn = 0; drawn.length < Math.min(enough, findings.length); turn += 1) {
    drawn.push(...queues.flatMap((queue) => queue.slice(turn, turn + 1)).slice(0, enough - drawn.length));
  }
  return drawn.sort((a, b) => (a.rule === b.rule ? 0 : a.rule < b.rule ? -1 : 1));
}

/** Rows `repository, rule, tier, hash, verdict, cause`. @param {string} file @returns {Map<string, Judgement>} */
function judgements(file) {
  if (!existsSync(file)) return new Map();
  const rows = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  return new Map(rows.map(([, , , key, verdict, cause = '']) => [key ?? '', { verdict: verdict ?? '', cause }]));
}

/** @param {Finding[]} findings */
function counts(findings) {
  return TIERS.map((tier) => {
    const rules = grouped(findings.filter((finding) => finding.tier === tier), (finding) => finding.rule);
    const all = [...rules].map(([rule, list]) => `${rule} ${list.length}`).join(', ');
    return `${tier}: ${[...rules.values()].flat().length}${all && ` (${all})`}`;
  }).join('\n');
}

/** What was judged, by vault or by rule. @param {{ name: string, tier: string, verdict: string }[]} judged */
function table(judged) {
  const rows = [...grouped(judged, (one) => one.name)].map(([name, list]) => {
    const cells = TIERS.map((tier) => {
      const of = list.filter((one) => one.tier === tier);
      return `${String(of.length).padStart(6)} ${String(of.filter((one) => GOOD.includes(one.verdict)).length).padStart(6)}`;
    });
    return `${name.padEnd(44)} ${cells.join('  ')}`;
  });
  return [`${''.padEnd(44)}   auto  right  review useful`, ...rows].join('\n');
}

/** The sha256 of every file of a folder, by path. @param {string} dir */
async function tree(dir) {
  const files = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)).sort();
  /** @type {Map<string, string>} */
  const hashes = new Map();
  for (const path of paths) hashes.set(relative(dir, path).split(sep).join('/'), createHash('sha256').update(await readFile(path)).digest('hex'));
  return hashes;
}

/** Paths that differ; the journal is the tool's own. @param {Map<string, string>} before @param {Map<string, string>} after */
function astray(before, after) {
  const all = [...new Set([...before.keys(), ...after.keys()])].sort();
  return all.filter((path) => before.get(path) !== after.get(path) && !/^(\.namesake|\.obsidian\/plugins\/namesake)\//.test(path));
}

/** @param {string} vault @param {string} binary @returns {Promise<boolean>} whether all is well */
async function check(vault, binary) {
  const around = await mkdtemp(join(tmpdir(), 'namesake-real-'));
  const dir = join(around, basename(vault));
  try {
    await cp(vault, dir, { recursive: true, filter: (path) => basename(path) !== '.git' });
    const first = await tree(dir);
    namesake(binary, 'fix', dir, '--tier', 'auto', '--write');
    const second = await tree(dir);
    const fixed = astray(first, second);
    namesake(binary, 'fix', dir, '--tier', 'auto', '--write');
    const moved = astray(second, await tree(dir));
    // Of nothing written there is nothing to undo.
    if (fixed.length > 0) namesake(binary, 'undo', dir);
    if (moved.length > 0) namesake(binary, 'undo', dir);
    const left = astray(first, await tree(dir));
    const list = (/** @type {string[]} */ paths) => (paths.length === 0 ? 'nothing' : `${paths.length} (${paths.slice(0, 5).join(', ')})`);
    process.stdout.write(`${basename(vault)}: ${first.size} files, ${fixed.length} changed, by a second run ${list(moved)}, not as before after undo ${list(left)}\n`);
    return moved.length === 0 && left.length === 0;
  } finally {
    await rm(around, { recursive: true, force: true });
  }
}

/** @param {string | undefined} text @param {string} name */
function wholeNumber(text, name) {
  if (!/^[0-9]{1,9}$/.test(text ?? '')) throw new Error(`--${name} wants a whole number`);
  return Number(text);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, 'per-vault': { type: 'string', default: '40' },
      tier: { type: 'string' }, rule: { type: 'string' }, unjudged: { type: 'boolean', default: false },
      verdicts: { type: 'string', default: fileURLToPath(new URL('verdicts.tsv', import.meta.url)) },
      binary: { type: 'string', default: BINARY },
    },
  });
  const [seed, enough] = [wholeNumber(values.seed, 'seed'), wholeNumber(values['per-vault'], 'per-vault')];
  if (positionals.length === 0) throw new Error('name one or more folders of notes');
  if (values.tier && !TIERS.includes(values.tier)) throw new Error('--tier wants auto or review');
  checkBuilt(values.binary);
  const known = judgements(values.verdicts);
  /** @type {{ vault: string, rule: string, tier: string, verdict: string }[]} */
  const judged = [];
  for (const vault of positionals.map((path) => resolve(path))) {
    if (values.check) {
      if (!(await check(vault, values.binary))) process.exitCode = 1;
      continue;
    }
    const name = basename(vault);
    const only = [...(values.rule ? ['--rule', values.rule] : []), ...(values.tier ? ['--tier', values.tier] : [])];
    /** @type {Finding[]} */
    const findings = namesake(values.binary, 'scan', vault, '--json', ...only).split('\n').filter(Boolean).map((line) => JSON.parse(line));
    process.stdout.write(`\n# ${name}\n${counts(findings)}\n`);
    const drawn = TIERS.flatMap((tier) => sample(findings.filter((finding) => finding.tier === tier), enough, seed));
    for (const finding of drawn) {
      const key = hash(name, finding);
      const judgement = known.get(key);
      if (judgement) judged.push({ vault: name, rule: finding.rule, tier: finding.tier, verdict: judgement.verdict });
      if (judgement && values.unjudged) continue;
      const words = judgement ? `: ${judgement.verdict} ${judgement.cause}`.trimEnd() : '';
      process.stdout.write(`\n[${key}] ${finding.tier} ${finding.rule}${words}\n${shown(finding, (path) => readFileSync(join(vault, path)))}\n`);
    }
  }
  if (judged.length === 0) return;
  process.stdout.write(`\n${table(judged.map((one) => ({ ...one, name: one.vault })))}\n\n${table(judged.map((one) => ({ ...one, name: one.rule })))}\n`);
  if (judged.some((one) => one.tier === 'auto' && !GOOD.includes(one.verdict))) process.exitCode = 1;
}

main().catch((error) => {
  console.error(`sample: ${error.message}\n${USAGE}`);
  process.exitCode = 2;
});
