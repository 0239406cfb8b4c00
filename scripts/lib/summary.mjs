// Runs a list of jobs to the end whatever fails, and sums them up in one table.

import { statusOf } from './process.mjs';

/** `named`: the tests that failed, each with its first line of a reason. @typedef {{ passed: number, failed: number, named?: string[] }} Counts */
/** @typedef {{ name: string, run: () => Counts | Promise<Counts> }} Job */

/**
 * Prints the table and, as the very last line, the totals.
 * @param {Job[]} jobs run one after the other
 * @returns {Promise<0 | 1>} the exit status
 */
export async function runJobs(jobs) {
  /** @type {Record<string, { passed: number, failed: number, seconds: number }>} */
  const outcomes = {};
  /** @type {string[]} */
  const failures = [];
  for (const { name, run } of jobs) {
    console.log(`\n━━ ${name}`);
    const started = performance.now();
    const { passed, failed, named = [] } = await run();
    failures.push(...named.map((test) => `${name}: ${test}`));
    if (failed > 0 && named.length === 0) failures.push(`${name}: failed`);
    outcomes[name] = { passed, failed, seconds: Math.round((performance.now() - started) / 100) / 10 };
  }
  console.table(outcomes);
  // Said again where a reader of a long log looks first.
  for (const failure of failures) console.log(failure);
  const sum = (/** @type {'passed' | 'failed'} */ key) => Object.values(outcomes).reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

/**
 * A job that failed without naming a test (it did not compile, it crashed) still counts as one failure.
 * @param {Counts} counts @param {number} status exit status @returns {Counts}
 */
export const withStatus = (counts, status) => ({ ...counts, failed: status !== 0 && counts.failed === 0 ? 1 : counts.failed });

/**
 * A job that passes or fails as a whole, by its exit status.
 * @param {string} name @param {string} command @param {string[]} args @param {import('./process.mjs').Env} [env]
 * @returns {Job}
 */
export const commandJob = (name, command, args, env) => ({
  name,
  run: () => (statusOf(command, args, env) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});
