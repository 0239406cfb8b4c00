// `npm test`: builds, runs every test of every language, and ends in one summary.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
    /** @type {Required<import('./lib/summary.mjs').Counts>} */
    const counts = { passed: 0, failed: 0, named: [] };
    // Its output passes through a pipe here, where cargo would drop its colours.
    const colour = process.stdout.isTTY ? 'always' : 'never';
    const status = await follow('cargo', ['test', '--workspace', '--no-fail-fast', '--color', colour], (line) => {
      const [, passed = 0, failed = 0] = /^test result: .*? (\d+) passed; (\d+) failed;/.exec(line) ?? [];
      counts.passed += Number(passed);
      counts.failed += Number(failed);
      const [, test] = /^test (\S.*) \.\.\. FAILED$/.exec(stripVTControlCharacters(line)) ?? [];
      if (test !== undefined) counts.named.push(test);
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
      /** @type {Report} */
      const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(report, 'utf8'));
      return withStatus({ passed, failed, named: testResults.flatMap(failuresOf) }, status);
    },
  };
}

/**
 * What vitest's report in JSON says, as far as it is read here.
 * @typedef {{ name: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} Report
 */

/** A file that failed without a test of its own has a message instead. @param {TestFile} file @returns {string[]} */
function failuresOf({ name, message, assertionResults }) {
  const file = relative(at('.'), name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const named = failed.map(({ fullName, failureMessages: [reason = ''] }) => `${file}: ${fullName}: ${reason.split('\n', 1)[0]}`);
  return named.length === 0 && message !== '' ? [`${file}: ${message.split('\n', 1)[0]}`] : named;
}

await main(async () => {
  await buildForTests();
  return runJobs([rust, ...suites.map(vitest)]);
});
