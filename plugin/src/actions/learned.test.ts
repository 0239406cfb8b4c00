import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { habit } from '../review/habits';
import { finding } from '../testing/review-world';
import { learnedIn } from './learned';
import type { Parts } from './parts';

const TITLE = { rule: 'title', question: 'lacks', says: 'The note has no `title`.' };
const found = (id: string, rule = 'title'): Finding => ({ ...finding(id, 'a.md'), rule });

/** An engine that finds these, each asked about in the question that is named. */
function parts(all: Record<string, Finding>, decisions = [habit(TITLE, 'accepted')]): Pick<Parts, 'engine' | 'store'> {
  const engine = {
    look: () => Promise.resolve(Object.values(all)),
    questionAt: (_: string, id: string) => Promise.resolve({ id: Object.entries(all).find(([, one]) => one.id === id)?.[0] }),
  };
  return { engine, store: { decisions } } as unknown as Pick<Parts, 'engine' | 'store'>;
}

describe('what is done by itself in a saved note', () => {
  it('is the question that was learned, not what else its rule asks, nor another rule', async () => {
    const all = { lacks: found('1'), differs: found('2'), other: found('3', 'schema') };
    expect(await learnedIn(parts(all), 'a.md')).toEqual({ kind: 'choices', choices: [{ id: '1', path: 'a.md', fix: 0 }] });
  });

  it('is nothing that leads to somebody, whatever was learned', async () => {
    const one = found('1');
    const [fix] = one.fixes;
    if (!fix) throw new Error('It has a fix.');
    const linking = { ...one, fixes: [{ ...fix, edits: [{ path: 'a.md', start: 0, end: 1, text: '[[Rob Benoit]]' }] }] };
    expect(await learnedIn(parts({ lacks: linking }), 'a.md')).toBeUndefined();
  });

  it('is nothing where the user said no, or nothing yet', async () => {
    expect(await learnedIn(parts({ lacks: found('1') }, [habit(TITLE, 'rejected')]), 'a.md')).toBeUndefined();
    expect(await learnedIn(parts({ lacks: found('1') }, []), 'a.md')).toBeUndefined();
  });
});
