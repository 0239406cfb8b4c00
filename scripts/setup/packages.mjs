// npm packages, exactly as package-lock.json names them.

import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from '../lib/paths.mjs';
import { run } from '../lib/process.mjs';
import { hashOf } from '../lib/stamp.mjs';

/** Inside node_modules, so that whoever removes that folder removes the stamp with it. */
const STAMP = at('node_modules', '.namesake-lock');

/** A linked node_modules belongs to another checkout: `npm ci` would empty it there. */
const isLinked = () => lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOf(['package-lock.json']);

/** @type {import('../lib/steps.mjs').Step} */
export const packages = {
  title: 'npm packages',
  why: 'the bundler, the linters and the test runner',
  usually: 'half a minute',
  satisfied: () => isLinked() || isCurrent(),
  perform: async (note) => {
    await run('npm', ['ci'], { onLine: note });
    writeFileSync(STAMP, hashOf(['package-lock.json']));
  },
};
