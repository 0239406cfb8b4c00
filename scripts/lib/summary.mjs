// Runs a list of jobs to the end whatever fails, and sums them up in one table.

import { statusOf } from './process.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, run: () => Counts | Promise<Counts> }} Job */

/**
 * Prints the table and, as the very last line, the totals.
 * @param {Job[]} jobs run one after the other
 * @returns {Promise<0 | 1>} the exit status
 */
export async function runJobs(jobs) {
  /** @type {Record<string, Counts & { seconds: number }>} */
  const outcomes = {};
  for (const { name, run } of jobs) {
    console.log(`\n━━ ${name}`);
    const started = performance.now();
    const counts = await run();
    outcomes[name] = { ...counts, seconds: Math.round((performance.now() - started) / 100) / 10 };
  }
  console.table(outcomes);
  const sum = (/** @type {keyof Counts} */ key) => Object.values(outcomes).reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

/**
 * A job that failed without naming a test (it did not compile, it crashed) still counts as one failure.
 * @param {Counts} counts @param {number} status exit status @returns {Counts}
 */
export const withStatus = ({ passed, failed }, status) => ({ passed, failed: status !== 0 && failed === 0 ? 1 : failed });

/**
 * A job that passes or fails as a whole, by its exit status.
 * @param {string} name @param {string} command @param {string[]} args @param {import('./process.mjs').Env} [env]
 * @returns {Job}
 */
export const commandJob = (name, command, args, env) => ({
  name,
  run: () => (statusOf(command, args, env) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});
