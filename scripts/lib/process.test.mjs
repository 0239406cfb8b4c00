import { afterEach, expect, it, vi } from 'vitest';
import { Failure, ask, follow, main, parseFlags, run } from './process.mjs';

const { argv, exitCode } = process;
afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

it('shows each line of output and hands it over, the last one without an end too', async () => {
  const shown = vi.spyOn(console, 'log').mockImplementation(() => {});
  const lines = /** @type {string[]} */ ([]);
  expect(await follow('node', ['-e', 'process.stdout.write("one\\ntwo"); process.exitCode = 3'], (line) => lines.push(line))).toBe(3);
  expect(lines).toEqual(['one', 'two']);
  expect(shown.mock.calls.flat()).toEqual(lines);
});

it('fails with the command and its status', () => {
  expect(() => run('node', ['-e', 'process.exit(3)'])).toThrow(/node -e .* failed with status 3$/);
});

it('says in one line that a command is missing', async () => {
  expect(() => run('namesake-no-such-command', [])).toThrow(/^cannot run namesake-no-such-command: [^\n]*$/);
  await expect(follow('namesake-no-such-command', [], () => {})).rejects.toThrow(Failure);
  expect(ask('namesake-no-such-command', [])).toBeUndefined();
});

it('ends with the status of a failure, in one line', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  await main(() => Promise.reject(new Failure('no such vault', 2)));
  expect(process.exitCode).toBe(2);
  expect(printed).toHaveBeenCalledExactlyOnceWith('namesake: no such vault');
});

const parse = (/** @type {string[]} */ ...args) => {
  process.argv = ['node', 'script', ...args];
  return parseFlags({ port: { type: 'string' } }, 'npm start -- [--port N]');
};

it('gives the flags that were asked for', () => {
  expect(parse('--port', '80').port).toBe('80');
  expect(parse('--port=80').port).toBe('80');
  expect(parse().port).toBeUndefined();
});

it.each([['--prot'], ['stray'], ['--port']])('refuses %s with one line that says how, and status 2', (...args) => {
  expect(() => parse(...args)).toThrow(/^[^\n]+Usage: npm start -- \[--port N\]$/);
  expect(() => parse(...args)).toThrow(expect.objectContaining({ status: 2 }));
});
