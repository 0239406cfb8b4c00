// Content stamps: a step whose inputs' bytes are what they were when it last succeeded is not done again.
// Times of files are never looked at, so a fresh checkout or a branch switch back costs nothing.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, root, stampsDir } from './paths.mjs';

const NOT_SOURCE = new Set(['node_modules', 'target', 'build', '.git']);

/**
 * @param {string[]} inputs files and folders, relative to the repository; a missing one counts as empty
 * @returns {string} SHA-256 in hex over names and contents
 */
export function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(at(input)))) {
    const content = readFileSync(path);
    hash.update(`${relative(root, path)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !NOT_SOURCE.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * Makes a step that is satisfied while its inputs are unchanged and its outputs exist.
 * @param {Omit<import('./steps.mjs').Step, 'satisfied'> & { name: string, inputs: string[], outputs: string[] }} spec
 *   `name` is the stamp's file name, `outputs` are absolute paths
 * @returns {import('./steps.mjs').Step}
 */
export function stamped({ name, inputs, outputs, perform, ...words }) {
  const stamp = join(stampsDir, name);
  return {
    ...words,
    satisfied: () => outputs.every((path) => existsSync(path)) && readStamp(stamp) === hashOf(inputs),
    perform: async (note) => {
      rmSync(stamp, { force: true });
      const hash = hashOf(inputs);
      await perform(note);
      mkdirSync(stampsDir, { recursive: true });
      writeFileSync(stamp, hash);
    },
  };
}

/** @param {string} path @returns {string | undefined} */
const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
