// `npm test`: sets up, builds, runs every test of every language, and ends in one summary.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildForTests } from './build.mjs';
import { main } from './lib/failure.mjs';
import { parseFlags } from './lib/flags.mjs';
import { at, buildDir } from './lib/paths.mjs';
import { show } from './lib/process.mjs';
import { suites } from './lib/suites.mjs';
import { runJobs, summarise, withStatus } from './lib/summary.mjs';
import { setUpForTests } from './setup.mjs';
import { findChromium } from './setup/chromium.mjs';

const resultsDir = join(buildDir, 'test-results');

/** @type {import('./lib/summary.mjs').Job} */
const rust = {
  name: 'rust',
  about: 'core, boundary and command line, with the Markdown specs of the rules',
  run: async () => {
    const counts = { passed: 0, failed: 0 };
    const status = await show('cargo', ['test', '--workspace', '--no-fail-fast', '--color', colour()], {
      onLine: (line) => {
        const result = /^test result: \w+\. (\d+) passed; (\d+) failed;/.exec(line);
        counts.passed += Number(result?.[1] ?? 0);
        counts.failed += Number(result?.[2] ?? 0);
      },
    });
    return withStatus(counts, status);
  },
};

/** Its output passes through a pipe here, where cargo would drop its colours. */
const colour = () => (process.stdout.isTTY ? 'always' : 'never');

/** A suite that finds no tests has lost them, and fails. @param {import('./lib/suites.mjs').Suite} suite @returns {import('./lib/summary.mjs').Job} */
function vitest({ name, about }) {
  const results = join(resultsDir, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  return {
    name,
    about,
    run: async () => {
      rmSync(results, { force: true });
      const status = await show(
        'node',
        [at('node_modules/vitest/vitest.mjs'), 'run', '--project', name, ...reporters],
        { env: { CHROMIUM: findChromium() } },
      );
      return withStatus(readCounts(results), status);
    },
  };
}

/** @param {string} results vitest's JSON report, missing where it did not come that far @returns {import('./lib/summary.mjs').Counts} */
function readCounts(results) {
  if (!existsSync(results)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}

await main(async () => {
  parseFlags({}, 'npm test');
  await setUpForTests();
  await buildForTests();
  mkdirSync(resultsDir, { recursive: true });
  return summarise('suite', await runJobs([rust, ...suites.map(vitest)]));
});
