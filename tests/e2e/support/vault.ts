// The vaults of a test: laid out in a temporary folder before the page starts, and read back from the virtual disk.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const DATA = '.obsidian/plugins/namesake/data.json';

/** A data.json with automatic repairs switched on, after a first reviewed batch. */
export const SWITCHED_ON = JSON.stringify({ version: 1, settings: { automatic: true }, firstBatchReviewed: true });

export const MEETING = 'Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md';
export const ROB = 'People/Rob Benoit.md';

/** One of `tests/vaults`, or nothing, with files of the test laid over it. */
export interface VaultPlan {
  from?: 'everyday' | 'hostile';
  /** Selects files of it to leave out. */
  without?: (path: string) => boolean;
  files?: Record<string, string | Uint8Array>;
  /** Whether the plugin is new here: what it recognises is shown before the first finding. */
  isNew?: boolean;
}

/** A data.json after the user looked through what is recognised; one that is broken stays so. */
function confirmed(data: string | Uint8Array = '{"version":1,"settings":{}}'): string | Uint8Array {
  try {
    return JSON.stringify({ ...(JSON.parse(String(data)) as object), recognitionConfirmed: true });
  } catch {
    return data;
  }
}

export async function layOut(dir: string, { from, without = () => false, files: own = {}, isNew = false }: VaultPlan): Promise<string> {
  const files = isNew ? own : { ...own, [DATA]: confirmed(own[DATA]) };
  await mkdir(dir, { recursive: true });
  const source = join(root, 'tests/vaults', from ?? '');
  if (from) await cp(source, dir, { recursive: true, filter: (path) => !without(relative(source, path).split(sep).join('/')) });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return dir;
}

export const disk = (page: Page, path: string): Promise<string> => page.evaluate((at) => window.host.readDisk(at), path);

export const syncs = (page: Page, path: string, text: string): Promise<void> =>
  page.evaluate(([at, content]) => window.host.writeDiskExternally(at, content), [path, text] as const);

/** The bytes of every file by path, as text with a character for each byte. Hidden files are left out. */
export function wholeVault(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const texts: Record<string, string> = {};
    for (const { path } of window.app.vault.getFiles()) {
      texts[path] = [...(await window.host.readBytes(path))].map((byte) => String.fromCharCode(byte)).join('');
    }
    return texts;
  });
}

/** The paths of files whose bytes differ, or that only one side has. */
export function changedBetween(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();
}
