// `npm test`: builds, runs every test of every language, and ends in one summary.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { buildForTests } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { at } from './lib/paths.mjs';
import { follow, main, statusOf } from './lib/process.mjs';
import { runJobs, withStatus } from './lib/summary.mjs';
import { suites } from './suites.mjs';

/** Core, boundary and command line, with the Markdown specs of the rules. @type {import('./lib/summary.mjs').Job} */
const rust = {
  name: 'rust',
  run: async () => {
    const counts = { passed: 0, failed: 0 };
    // Its output passes through a pipe here, where cargo would drop its colours.
    const colour = process.stdout.isTTY ? 'always' : 'never';
    const status = await follow('cargo', ['test', '--workspace', '--no-fail-fast', '--color', colour], (line) => {
      const [, passed = 0, failed = 0] = /^test result: .*? (\d+) passed; (\d+) failed;/.exec(line) ?? [];
      counts.passed += Number(passed);
      counts.failed += Number(failed);
    });
    return withStatus(counts, status);
  },
};

/** A suite that finds no tests has lost them, and fails. @param {import('./suites.mjs').Suite} suite @returns {import('./lib/summary.mjs').Job} */
function vitest({ name }) {
  const report = at('build/test-results', `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    run: () => {
      rmSync(report, { force: true });
      const status = statusOf('npx', ['vitest', 'run', '--project', name, ...reporters], { CHROMIUM: findChromium() });
      if (!existsSync(report)) return withStatus({ passed: 0, failed: 0 }, status);
      const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
      return withStatus({ passed, failed }, status);
    },
  };
}

await main(async () => {
  await buildForTests();
  return runJobs([rust, ...suites.map(vitest)]);
});
