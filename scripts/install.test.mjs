import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { install, pluginFolderOf } from './install.mjs';
import { Failure } from './lib/process.mjs';

let vault = '';
let built = '';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vault = mkdtempSync(join(tmpdir(), 'namesake-vault-'));
  built = mkdtempSync(join(tmpdir(), 'namesake-built-'));
  for (const file of ['main.js', 'manifest.json', 'styles.css']) writeFileSync(join(built, file), `new ${file}`);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(vault, { recursive: true });
  rmSync(built, { recursive: true });
});

it('refuses a folder that is no vault, as a mistake in usage, and leaves it alone', () => {
  expect(() => pluginFolderOf(vault)).toThrow('no .obsidian folder');
  expect(() => pluginFolderOf(join(vault, 'nowhere'))).toThrow(expect.objectContaining({ status: 2 }));
  expect(() => pluginFolderOf(join(built, 'main.js'))).toThrow(Failure);
  expect(readdirSync(vault)).toEqual([]);
});

it('installs the three files into a vault that has no plugins yet', () => {
  mkdirSync(join(vault, '.obsidian'));
  install(built, pluginFolderOf(vault));
  const folder = join(vault, '.obsidian', 'plugins', 'namesake');
  expect(readdirSync(folder).sort()).toEqual(['main.js', 'manifest.json', 'styles.css']);
  expect(readFileSync(join(folder, 'main.js'), 'utf8')).toBe('new main.js');
});

it('replaces an older plugin and never touches its settings', () => {
  const folder = join(vault, '.obsidian', 'plugins', 'namesake');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.js'), 'old');
  writeFileSync(join(folder, 'data.json'), '{ broken but mine');
  install(built, pluginFolderOf(vault));
  expect(readFileSync(join(folder, 'main.js'), 'utf8')).toBe('new main.js');
  expect(readFileSync(join(folder, 'data.json'), 'utf8')).toBe('{ broken but mine');
});

it('names the folder where it cannot write', () => {
  mkdirSync(join(vault, '.obsidian'));
  writeFileSync(join(vault, '.obsidian', 'plugins'), 'a file where a folder should be');
  expect(() => install(built, pluginFolderOf(vault))).toThrow(join(vault, '.obsidian', 'plugins', 'namesake'));
});
