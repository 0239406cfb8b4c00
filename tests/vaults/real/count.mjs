// Holds what the release build recognises as people and meetings in folders of notes that somebody keeps against counts made
// by hand. `counts.tsv` has a row for each note that is one: repository, kind, digest of the path. README.md says where such
// notes are. Exit status: 0 if at least 95 % are found and 98 % of what is found is right, 1 if not, 2 for wrong usage.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINARY, checkBuilt, namesake } from './namesake.mjs';

const USAGE = 'usage: node tests/vaults/real/count.mjs VAULT...   (folders of notes, each named OWNER+REPO)';
const COUNTS = fileURLToPath(new URL('counts.tsv', import.meta.url));
const KINDS = ['person', 'meeting'];
const LEAST = { found: 0.95, right: 0.98 };

/** @param {string} path */
const hash = (path) => createHash('sha256').update(path).digest('hex').slice(0, 12);

/** The digests of each repository and kind. @returns {Map<string, Set<string>>} */
function counted() {
  /** @type {Map<string, Set<string>>} */
  const all = new Map();
  for (const row of readFileSync(COUNTS, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))) {
    const [repository = '', kind = '', digest = ''] = row.split('\t');
    const key = `${repository.replace('/', '+')} ${kind}`;
    all.set(key, (all.get(key) ?? new Set()).add(digest));
  }
  return all;
}

/** @param {string} vault @returns {{ kind: string, path: string }[]} */
function recognised(vault) {
  return namesake(BINARY, 'about', vault, '--notes', '--json').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** @param {number} part @param {number} whole */
const share = (part, whole) => (whole === 0 ? 1 : part / whole);
/** @param {number} value */
const percent = (value) => `${(100 * value).toFixed(1)} %`;

function main() {
  const vaults = process.argv.slice(2).map((path) => resolve(path));
  if (vaults.length === 0) throw new Error('name one or more folders of notes');
  checkBuilt(BINARY);
  const truth = counted();
  const sums = { true: 0, found: 0, right: 0 };
  process.stdout.write(`${'vault'.padEnd(44)}${'kind'.padEnd(9)}${'by hand'.padStart(8)}${'found'.padStart(8)}${'right'.padStart(8)}\n`);
  for (const vault of vaults.filter((path) => KINDS.some((kind) => truth.has(`${basename(path)} ${kind}`)))) {
    const notes = recognised(vault);
    for (const kind of KINDS) {
      const hand = truth.get(`${basename(vault)} ${kind}`);
      if (!hand) continue;
      const found = notes.filter((note) => note.kind === kind);
      const right = found.filter((note) => hand.has(hash(note.path))).length;
      sums.true += hand.size;
      sums.found += found.length;
      sums.right += right;
      process.stdout.write(`${basename(vault).padEnd(44)}${kind.padEnd(9)}${String(hand.size).padStart(8)}${String(found.length).padStart(8)}${String(right).padStart(8)}\n`);
    }
  }
  const [complete, correct] = [share(sums.right, sums.true), share(sums.right, sums.found)];
  process.stdout.write(`complete ${percent(complete)}, right ${percent(correct)}\n`);
  if (complete < LEAST.found || correct < LEAST.right) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  console.error(`count: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
