// `npm run bench`: measures, never judges. Cargo's benches of all crates, then each benches/*.bench.mjs.

import { existsSync, readdirSync } from 'node:fs';
import { buildAll } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { at } from './lib/paths.mjs';
import { main } from './lib/process.mjs';
import { commandJob, runJobs } from './lib/summary.mjs';

await main(async () => {
  await buildAll();
  const crates = readdirSync(at('crates')).filter((name) => existsSync(at('crates', name, 'benches')));
  const scripts = readdirSync(at('benches')).filter((name) => name.endsWith('.bench.mjs')).sort();
  return runJobs([
    ...crates.map((name) => commandJob(name, 'cargo', ['bench', '--package', name, '--bench', '*'])),
    ...scripts.map((name) => commandJob(name, 'node', [at('benches', name)], { CHROMIUM: findChromium() })),
  ]);
});
