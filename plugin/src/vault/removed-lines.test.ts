import { expect, it } from 'vitest';
import type { Decision } from '../engine/types';
import { RemovedLines } from './removed-lines';

const LADDER: Decision = { path: 'Rob.md', rule: 'key-facts', subject: 'Call.md Rob keeps the ladder.', verdict: 'rejected' };

/** The decisions that stand after each edit, where the engine says of every edit what `compare` gives. */
function noteIn() {
  const standing = new Set<Decision>();
  const each = (decisions: Decision[], take: (decision: Decision) => void) => Promise.resolve(decisions.forEach(take));
  let answer: { gone: Record<string, Decision[]>; back: string[] } = { gone: {}, back: [] };
  const removedLines = new RemovedLines({
    compare: () => Promise.resolve(answer),
    reject: (decisions) => each(decisions, (decision) => standing.add(decision)),
    forget: (decisions) => each(decisions, (decision) => standing.delete(decision)),
  });
  return async (next: Partial<typeof answer>) => {
    answer = { gone: {}, back: [], ...next };
    await removedLines.settled('Rob.md', 'before', 'after');
    return [...standing];
  };
}

it('a removed line is rejected until it comes back, however often', async () => {
  const settled = noteIn();
  expect(await settled({ gone: { '0a1b2c3d': [LADDER] } })).toEqual([LADDER]);
  expect(await settled({})).toEqual([LADDER]);
  expect(await settled({ back: ['0a1b2c3d'] })).toEqual([]);
  expect(await settled({ gone: { '0a1b2c3d': [LADDER] } })).toEqual([LADDER]);
});

it('a line that was never removed here means nothing when it comes', async () => {
  const settled = noteIn();
  await settled({ gone: { '0a1b2c3d': [LADDER] } });
  expect(await settled({ back: ['20ca5403'] })).toEqual([LADDER]);
});
