// The damaged vault through the wasm, held against the truth that was written down when it was made. What stands behind a
// figure is printed by `node tests/vaults/damaged/score.mjs --seed N --verbose`.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from 'namesake-wasm';
import { changes, rows, share } from '../vaults/damaged/table.mjs';
import { makeVault } from '../vaults/damaged/vault.mjs';
import { engineOf } from './core.ts';

/** What is asked of every rule: of twenty things one may be missed, and of twenty findings one be wrong. */
const MARK = 0.95;

/** Milliseconds: 700 notes, read and mended round after round, beside whatever else a machine does. */
const TIMEOUT = 60_000;

describe.each([1, 2, 3])('the damaged vault of seed %i', { timeout: TIMEOUT }, (seed) => {
  const vault = makeVault(seed);
  const notes = vault.drafts.map(({ path, text }) => ({ path, text }));
  let engine: Engine;

  beforeAll(async () => {
    engine = await engineOf(...notes);
  }, TIMEOUT);

  it('is the same when it is made again', () => {
    expect(makeVault(seed).drafts.map(({ path, text }) => ({ path, text }))).toEqual(notes);
  });

  it('has its damage found, and little else, by every rule', () => {
    const table = rows(vault, engine.findings({}));
    const below = [...table].filter(([, row]) => share(row.found, row.planted) < MARK || share(row.right, row.findings) < MARK);
    expect(below).toEqual([]);
  });

  it('is changed in no wrong way where nobody is asked, and has enough that can be', () => {
    const after = new Map(notes.map(({ path, text }) => [path, text]));
    for (const change of engine.plan({ kind: 'query', query: { tier: 'auto' } }).changes) after.set(change.path, change.after);
    const { right, wrong } = changes(vault, after);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(vault.items.length / 2);
  });
});
