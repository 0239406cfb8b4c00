import { expect, it } from 'vitest';
import { ask, locate, run } from './process.mjs';

it('hands over each line of both outputs, without colours', async () => {
  const lines = /** @type {string[]} */ ([]);
  const script = 'process.stdout.write("\\x1b[32mone\\x1b[0m\\ntwo"); process.stderr.write("three\\n")';
  await run('node', ['-e', script], { onLine: (line) => lines.push(line) });
  expect(lines.sort()).toEqual(['one', 'three', 'two']);
});

it('fails with the command, its status and the end of its output', async () => {
  const script = 'console.error("the reason"); process.exit(3)';
  await expect(run('node', ['-e', script])).rejects.toThrow(/node -e .* failed with status 3:\nthe reason/s);
});

it('says in one line that a command is missing', async () => {
  await expect(run('namesake-no-such-command', [])).rejects.toThrow(/^cannot run namesake-no-such-command: [^\n]*$/);
  expect(ask('namesake-no-such-command', [])).toBeUndefined();
  expect(locate('namesake-no-such-command')).toBeUndefined();
});
