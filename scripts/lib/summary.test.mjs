import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commandJob, runJobs, withStatus } from './summary.mjs';

/** @type {string[]} */
let printed = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'table').mockImplementation(() => {});
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('runs everything after a failure and ends in the totals', async () => {
  const jobs = [
    { name: 'first', run: async () => ({ passed: 2, failed: 1 }) },
    { name: 'second', run: () => ({ passed: 3, failed: 0 }) },
  ];
  expect(await runJobs(jobs)).toBe(1);
  expect(printed.at(-1)).toBe('5 passed, 1 failed');
});

it('says which tests failed once more at the end', async () => {
  const jobs = [
    { name: 'first', run: () => ({ passed: 2, failed: 1, named: ['it rains: wet'] }) },
    { name: 'second', run: () => ({ passed: 3, failed: 0 }) },
  ];
  await runJobs(jobs);
  expect(printed.slice(-2)).toEqual(['first: it rains: wet', '5 passed, 1 failed']);
});

it('succeeds where nothing failed', async () => {
  expect(await runJobs([{ name: 'only', run: () => ({ passed: 1, failed: 0 }) }])).toBe(0);
  expect(printed.at(-1)).toBe('1 passed, 0 failed');
});

it('counts a suite that broke before naming a test as one failure', () => {
  expect(withStatus({ passed: 0, failed: 0 }, 101)).toEqual({ passed: 0, failed: 1 });
  expect(withStatus({ passed: 4, failed: 2 }, 1)).toEqual({ passed: 4, failed: 2 });
  expect(withStatus({ passed: 4, failed: 0 }, 0)).toEqual({ passed: 4, failed: 0 });
});

it('lets a command pass or fail as a whole', async () => {
  expect(await commandJob('good', 'node', ['-e', '']).run()).toEqual({ passed: 1, failed: 0 });
  expect(await commandJob('bad', 'node', ['-e', 'process.exit(2)']).run()).toEqual({ passed: 0, failed: 1 });
});
