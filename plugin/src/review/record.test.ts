import { describe, expect, it } from 'vitest';
import type { Decision } from '../engine/types';
import { isEarned, recordOf } from './record';

const decided = (n: number, verdict: Decision['verdict'] = 'accepted', rule = 'same-as-by-context'): Decision[] =>
  Array.from({ length: n }, (_, at) => ({ path: 'Rob.md', rule, subject: `${verdict} ${at}`, verdict }));

describe('the record with names that only the meeting speaks for', () => {
  it('counts each form once, however often it was written down, and nothing else', () => {
    const again = decided(1).map((decision) => ({ ...decision, subject: 'ACCEPTED 0', with: ['Mara.md', 'Rob.md'] }));
    expect(recordOf([...decided(3), ...again, ...decided(2, 'rejected'), ...decided(9, 'accepted', 'same-as')])).toEqual({ accepted: 3, decided: 5 });
  });

  it('is not enough while it may be chance: never below 25 decisions', () => {
    expect(isEarned(recordOf([]))).toBe(false);
    expect(isEarned({ accepted: 24, decided: 24 })).toBe(false);
    expect(isEarned({ accepted: 25, decided: 25 })).toBe(true);
  });

  it('asks for more the more was rejected', () => {
    expect(isEarned({ accepted: 40, decided: 41 })).toBe(false);
    expect(isEarned({ accepted: 41, decided: 42 })).toBe(true);
    expect(isEarned({ accepted: 890, decided: 1000 })).toBe(false);
  });
});
