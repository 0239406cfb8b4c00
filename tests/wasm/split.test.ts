// Splitting a note through the real wasm: its parts with their sides, and a plan whose texts and edits agree.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SplitRequest } from 'namesake-wasm';
import { edited, engineOf, present } from './core.ts';

const NOTE = {
  path: 'People/Rob Benoit.md',
  text: '---\ntype: people\nemail: [rob.benoit@lumen.example, rob.banga@wickmoor.example]\n---\n# Rob Benoit\n\n## Key Facts\n\n- 🪜 Likes tea.\n- Rob Banga runs the depot 🪜.\n',
};
const DAY = { path: 'Daily/2025-11-01.md', text: '🌧 Met [[Rob Benoit|Rob Banga]] and [[Rob Benoit]].\r\n' };
let engine: Engine;

beforeAll(async () => {
  engine = await engineOf(NOTE, DAY);
});

const asked = (rest: Partial<SplitRequest> = {}): SplitRequest => ({ note: NOTE.path, ...rest });

describe('a split', () => {
  it('names the other person, and sorts the parts', () => {
    const { name, path, signs, parts } = engine.split(asked());
    expect([name, path, signs.length]).toEqual(['Rob Banga', 'People/Rob Banga.md', 2]);
    expect(parts.map(({ number, side }) => [number, side])).toEqual([[1, 'stays'], [2, 'moves'], [3, 'stays'], [4, 'moves']]);
  });

  it('moves what is chosen, under the name that is given', () => {
    const { plan, parts } = engine.split(asked({ name: 'Rob Hall', moved: [3] }));
    expect(present(plan.changes[0], 'new note')).toMatchObject({ path: 'People/Rob Hall.md', before: '', after: '---\ntype: people\n---\n# Rob Hall\n\n## Key Facts\n\n- 🪜 Likes tea.\n' });
    expect(parts.filter(({ side }) => side === 'moves').map(({ number }) => number)).toEqual([3]);
  });

  it('gives edits in UTF-16 units, and entries that lead back', () => {
    const { changes, left } = engine.split(asked()).plan;
    expect([changes.map(({ path }) => path), left]).toEqual([['People/Rob Banga.md', DAY.path, NOTE.path], []]);
    for (const change of changes) {
      expect(edited(change.before, change.edits)).toBe(change.after);
      expect(engine.revert(change.entry, change.after).after).toBe(change.before);
    }
    expect(changes[1]?.after).toBe('🌧 Met [[Rob Banga]] and [[Rob Benoit]].\r\n');
    expect(changes[0]?.entry).toMatchObject({ came: true, from: NOTE.path });
  });

  it('gives the reason if a note cannot be split', () => {
    for (const request of [asked({ name: '' }), asked({ name: 'Rob Benoit' }), asked({ moved: [] }), asked({ note: DAY.path }), asked({ note: 'gone.md' })]) {
      const { plan } = engine.split(request);
      expect(plan.changes).toEqual([]);
      expect(plan.left[0]?.reason).toMatch(/\.$/u);
    }
    expect(() => engine.split({} as SplitRequest)).toThrow('note');
  });
});
