import { describe, expect, it } from 'vitest';
import type { Decision } from '../engine/types';
import { decisionRows, habitRows } from './decisions';

const ROB = 'People/Rob Benoit.md';
const decisionOf = (decision: Partial<Decision>): Decision => ({ path: ROB, rule: 'same-as', subject: 'Rob Banga', verdict: 'rejected', ...decision });

describe('the list of decisions', () => {
  it('tells each decision about a name in words', () => {
    const decisions = [
      decisionOf({}),
      decisionOf({ rule: 'same-as-by-context', subject: 'Rob Bengo' }),
      decisionOf({ rule: 'same-as-by-context', subject: 'Rob Banner', verdict: 'accepted' }),
      decisionOf({ subject: 'Bob', verdict: 'accepted', with: ['People/Mara Voss.md', ROB] }),
      decisionOf({ rule: 'somebody', path: '', subject: 'Grace Hall' }),
      decisionOf({ rule: 'somebody', path: 'Daily/2025-10-30.md', subject: 'Rob Bank' }),
    ];
    expect(decisionRows(decisions).names.map(({ name, desc }) => `${name}. ${desc}`)).toEqual([
      '“Bob” is Rob Benoit. With Mara Voss, Rob Benoit.',
      '“Grace Hall” is no person. In the whole vault',
      '“Rob Banga” is not Rob Benoit. In the whole vault',
      '“Rob Bank” is no person. In Daily/2025-10-30.md',
      '“Rob Banner” was Rob Benoit. Counts for the offer to link such names by itself.',
      '“Rob Bengo” is not Rob Benoit. In the whole vault',
    ]);
  });

  it('lists the findings that were rejected, and not those that were accepted', () => {
    const via = decisionOf({ path: 'a.md', rule: 'via', subject: 'Rob -> b.md' });
    const { names, findings } = decisionRows([via, { ...via, path: 'c.md', verdict: 'accepted' }]);
    expect(names).toEqual([]);
    expect(findings.map(({ decision, name, desc }) => [decision, name, desc])).toEqual([[via, 'Rob -> b.md', 'In a.md (via)']]);
  });

  it('says of what was learned which rule and since when, and does not take it for a rejected finding', () => {
    const at = new Date(2026, 10, 26).getTime();
    const learned = { ...decisionOf({ path: '', rule: 'habit', subject: 'title 0a1b The note has no `title`.', verdict: 'accepted' }), at };
    const declined = { ...decisionOf({ path: '', rule: 'habit', subject: 'via 2c3d Not a link.', verdict: 'rejected' }), at };
    const [one, other] = habitRows([learned, declined]);
    expect(one?.name).toBe('The note has no title.');
    expect(one?.desc).toContain(new Date(at).toLocaleDateString());
    expect(one?.desc).toMatch(/^Done by itself/u);
    expect(other).toMatchObject({ name: 'Not a link.', desc: expect.stringMatching(/^Not done by itself/u) as string });
    expect(decisionRows([learned, declined])).toEqual({ names: [], findings: [] });
  });
});
