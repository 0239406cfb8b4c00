// `npm run bench`: measures, never judges. Cargo's benches of all crates, then each benches/*.bench.mjs.

import { existsSync, readdirSync } from 'node:fs';
import { buildAll } from './build.mjs';
import { main } from './lib/failure.mjs';
import { parseFlags } from './lib/flags.mjs';
import { at } from './lib/paths.mjs';
import { commandJob, runJobs, summarise } from './lib/summary.mjs';
import { setUpForTests } from './setup.mjs';
import { findChromium } from './setup/chromium.mjs';

await main(async () => {
  parseFlags({}, 'npm run bench');
  await setUpForTests();
  await buildAll();
  return summarise('bench', await runJobs(benches()));
});

/** @returns {import('./lib/summary.mjs').Job[]} */
function benches() {
  const crates = readdirSync(at('crates')).filter((name) => existsSync(at('crates', name, 'benches')));
  const scripts = existsSync(at('benches')) ? readdirSync(at('benches')).filter((name) => name.endsWith('.bench.mjs')) : [];
  return [
    ...crates.map((name) => commandJob(name, 'cargo', ['bench', '--package', name, '--bench', '*'])),
    ...scripts.sort().map((name) => commandJob(name, 'node', [at('benches', name)], { CHROMIUM: findChromium() })),
  ];
}
