import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildDir, root, stampsDir } from './paths.mjs';
import { hashOf, stamped } from './stamp.mjs';

let folder = '';

beforeEach(() => {
  mkdirSync(buildDir, { recursive: true });
  folder = mkdtempSync(join(buildDir, 'stamp-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(stampsDir, 'stamp-test'), { force: true });
});

const input = () => join(folder, 'input');
const output = () => join(folder, 'output');

const step = (perform = async () => writeFileSync(output(), 'built')) =>
  stamped({
    title: 'a step',
    why: 'a test',
    usually: 'no time',
    name: 'stamp-test',
    inputs: [relative(root, input())],
    outputs: [output()],
    perform,
  });

it('is satisfied after it was performed, and no longer when an input changes', async () => {
  writeFileSync(input(), 'one');
  expect(await step().satisfied()).toBe(false);
  await step().perform(() => {});
  expect(await step().satisfied()).toBe(true);
  writeFileSync(input(), 'two');
  expect(await step().satisfied()).toBe(false);
});

it('looks at contents, not at times', async () => {
  writeFileSync(input(), 'one');
  await step().perform(() => {});
  utimesSync(input(), new Date(0), new Date(0));
  expect(await step().satisfied()).toBe(true);
});

it('is performed again when its output is gone', async () => {
  writeFileSync(input(), 'one');
  await step().perform(() => {});
  rmSync(output());
  expect(await step().satisfied()).toBe(false);
});

it('is not satisfied by an attempt that failed over an older success', async () => {
  writeFileSync(input(), 'one');
  await step().perform(() => {});
  const failing = step(() => Promise.reject(new Error('broken')));
  await expect(failing.perform(() => {})).rejects.toThrow('broken');
  expect(await step().satisfied()).toBe(false);
});

it('tells two files apart from one with both contents', () => {
  const hashWith = (/** @type {Record<string, string>} */ files) => {
    rmSync(join(folder, 'tree'), { recursive: true, force: true });
    mkdirSync(join(folder, 'tree'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'tree', name), content);
    return hashOf([relative(root, join(folder, 'tree'))]);
  };
  expect(hashWith({ a: 'xy' })).not.toBe(hashWith({ a: 'x', b: 'y' }));
  expect(hashWith({ a: 'x', b: 'y' })).not.toBe(hashWith({ a: 'y', b: 'x' }));
  expect(hashWith({ a: 'x', b: 'y' })).toBe(hashWith({ b: 'y', a: 'x' }));
});
