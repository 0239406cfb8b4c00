// Runs a list of jobs to the end whatever fails, and sums them up in one table.

import { show } from './process.mjs';
import { printTable } from './table.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, about?: string, run: () => Promise<Counts> }} Job */
/** @typedef {Counts & { name: string, seconds: number }} Outcome */

/** @param {Job[]} jobs @returns {Promise<Outcome[]>} in the same order */
export async function runJobs(jobs) {
  const outcomes = [];
  for (const { name, about, run } of jobs) {
    console.log(`\n━━ ${about ? `${name}: ${about}` : name}`);
    const started = performance.now();
    const counts = await run();
    outcomes.push({ name, ...counts, seconds: (performance.now() - started) / 1000 });
  }
  return outcomes;
}

/**
 * Prints the table and, as the very last line, the totals.
 * @param {string} heading of the first column @param {Outcome[]} outcomes
 * @returns {0 | 1} the exit status
 */
export function summarise(heading, outcomes) {
  printTable(
    [heading, 'passed', 'failed', 'seconds'],
    outcomes.map(({ name, passed, failed, seconds }) => [name, `${passed}`, `${failed}`, seconds.toFixed(1)]),
  );
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * A job that failed without naming a test (it did not compile, it crashed) still counts as one failure.
 * @param {Counts} counts @param {number} status exit status @returns {Counts}
 */
export const withStatus = ({ passed, failed }, status) => ({
  passed,
  failed: status !== 0 && failed === 0 ? 1 : failed,
});

/**
 * A job that passes or fails as a whole, by its exit status.
 * @param {string} name @param {string} command @param {string[]} args @param {import('./process.mjs').Env} [env]
 * @returns {Job}
 */
export const commandJob = (name, command, args, env) => ({
  name,
  run: async () => {
    const status = await show(command, args, { env });
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  },
});
