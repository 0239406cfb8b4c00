// How many of all Rust lines each crate holds: `node scripts/crate-shares.mjs`, a part of `npm run lint`. No crate holds
// more than a third: docs/decisions/0042-crates-as-walls.md.

import { readFileSync } from 'node:fs';
import { at } from './lib/paths.mjs';
import { Failure, ask, main } from './lib/process.mjs';

const LARGEST_SHARE = 1 / 3;

await main(() => {
  const shares = linesOfCrates();
  const all = [...shares.values()].reduce((sum, lines) => sum + lines, 0);
  for (const [name, lines] of [...shares].sort(([, a], [, b]) => b - a)) {
    console.log(`${String(lines).padStart(6)}  ${(100 * lines / all).toFixed(1).padStart(4)} %  ${name}`);
  }
  const large = [...shares].filter(([, lines]) => lines > LARGEST_SHARE * all).map(([name]) => name);
  large.forEach((name) => console.error(`${name} holds more than a third of all Rust lines: divide it`));
  return large.length === 0 ? 0 : 1;
});

/** Lines of the sources of each crate, unit tests included. @returns {Map<string, number>} */
function linesOfCrates() {
  const listed = ask('git', ['ls-files', '--cached', 'crates/*/src/*.rs']);
  if (!listed) throw new Failure('git lists no Rust sources: this needs a git checkout', 2);
  const shares = new Map();
  for (const path of listed.split('\n')) {
    const name = path.split('/')[1];
    shares.set(name, (shares.get(name) ?? 0) + readFileSync(at(path), 'utf8').split('\n').length - 1);
  }
  return shares;
}
