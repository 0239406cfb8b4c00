// Asks the release build of the command line.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const BINARY = fileURLToPath(new URL('../../../target/release/namesake', import.meta.url));

/** Throws where the binary has not been built. @param {string} binary */
export function checkBuilt(binary) {
  if (!existsSync(binary)) throw new Error('there is no release build; run `cargo build --release -p namesake-cli` first');
}

/** What it prints on standard output. @param {string} binary @param {string[]} args */
export function namesake(binary, ...args) {
  const { status, stdout, stderr, error } = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  // 2 outweighs all else where one note cannot be read; then the others are done all the same.
  if (error || status === null || (status === 2 && stdout === '')) throw new Error(`namesake ${args[0]}: ${error?.message ?? stderr}`);
  return stdout;
}
