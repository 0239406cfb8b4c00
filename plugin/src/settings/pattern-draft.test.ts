import { describe, expect, it } from 'vitest';
import type { Pattern, PatternTrial } from '../engine/types';
import { PatternDraft } from './pattern-draft';

const EMPTY: Pattern = { name: '', find: '', replace: '', where: ['body'], folders: [], kinds: [], automatic: false, enabled: true };
const FOUND: PatternTrial = { looks: true, found: 0, excerpts: [] };

/** An engine that answers when the test lets it. */
function engine() {
  const asked: { find: string; path: string | undefined; answer: (trial: PatternTrial) => void }[] = [];
  const tryIt = (pattern: Pattern, path: string | undefined): Promise<PatternTrial> =>
    new Promise((answer) => void asked.push({ find: pattern.find, path, answer }));
  return { asked, tryIt };
}

describe('a pattern that is being written', () => {
  it('is tried on the open note after each change', async () => {
    const { asked, tryIt } = engine();
    const draft = new PatternDraft(EMPTY, 'a.md', tryIt);
    const done = draft.change({ find: 'x' });
    asked[0]?.answer({ ...FOUND, found: 3 });
    await done;
    expect(asked.map(({ find, path }) => [find, path])).toEqual([['x', 'a.md']]);
    expect(draft.trial?.found).toBe(3);
  });

  it('shows only the answer for what stands there now', async () => {
    const { asked, tryIt } = engine();
    const draft = new PatternDraft(EMPTY, 'a.md', tryIt);
    const changes = [draft.change({ find: 'x' }), draft.change({ find: 'xy' })];
    asked[1]?.answer({ ...FOUND, found: 1 });
    asked[0]?.answer({ ...FOUND, found: 9 });
    await Promise.all(changes);
    expect(draft.trial?.found).toBe(1);
  });

  it('can be saved once the engine has found nothing wrong with it', async () => {
    const { asked, tryIt } = engine();
    const draft = new PatternDraft(EMPTY, undefined, tryIt);
    const first = draft.change({ find: 'x(' });
    expect(draft.canBeSaved).toBe(false);
    asked[0]?.answer({ ...FOUND, error: { part: 'find', start: 1, character: 2, message: 'unclosed group' } });
    await first;
    expect(draft.canBeSaved).toBe(false);
    const second = draft.changeFolders(' Imported \n\nOld\n');
    asked[1]?.answer(FOUND);
    await second;
    expect(draft.canBeSaved).toBe(true);
    expect(draft.pattern).toEqual({ ...EMPTY, find: 'x(', folders: ['Imported', 'Old'] });
  });
});
