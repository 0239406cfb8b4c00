import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseFlags } from './flags.mjs';

const argv = process.argv;
beforeEach(() => {
  process.argv = ['node', 'script'];
});
afterEach(() => {
  process.argv = argv;
});

const parse = (/** @type {string[]} */ ...args) => {
  process.argv = ['node', 'script', ...args];
  return parseFlags({ port: { type: 'string' } }, 'npm start -- [--port N]');
};

it('gives what was asked for', () => {
  expect(parse('--port', '80').port).toBe('80');
  expect(parse('--port=80').port).toBe('80');
  expect(parse().port).toBeUndefined();
});

it.each([['--prot'], ['stray'], ['--port']])('refuses %s with one line that says how, and status 2', (...args) => {
  expect(() => parse(...args)).toThrow(/^[^\n]+Usage: npm start -- \[--port N\]$/);
  expect(() => parse(...args)).toThrow(expect.objectContaining({ status: 2 }));
});
