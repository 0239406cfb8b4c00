// What only the user can install: looked for first, so that nobody waits minutes for a missing compiler.

import { Failure } from '../lib/failure.mjs';
import { locate } from '../lib/process.mjs';

const OLDEST_NODE = 20;

/** Command and remedy. Only looked up, not run: a cargo without the pinned toolchain would refuse to start. */
const NEEDED = [
  ['git', 'install it with your package manager'],
  ['rustup', 'install Rust from https://rustup.rs'],
  ['cargo', 'install Rust from https://rustup.rs and open a new terminal'],
  ['npm', `install Node ${OLDEST_NODE} or newer, npm comes with it`],
  ['cc', 'Rust links with it; on Debian: apt-get install build-essential'],
];

/** Throws one line for the first thing that is missing or too old. */
export function checkPrerequisites() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < OLDEST_NODE) {
    throw new Failure(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}`, 2);
  }
  for (const [command = '', remedy] of NEEDED) {
    if (!locate(command)) throw new Failure(`${command} was not found: ${remedy}`, 2);
  }
}
