import { expect, it } from 'vitest';
import type { Decision } from '../engine/types';
import { decidedBetween, undecided } from './decided';

const said = (subject: string, rest: Partial<Decision> = {}): Decision => ({ path: 'Rob.md', rule: 'same-as', subject, verdict: 'accepted', ...rest });

it('what was decided is what came and what went', () => {
  const before = [said('Rob'), said('Banga', { verdict: 'rejected' })];
  const after = [said('Rob'), said('Banga'), said('Banga', { with: ['Mara.md'] })];
  const decided = decidedBetween(before, after);
  expect(decided).toEqual({ made: after.slice(1), lost: before.slice(1) });
  expect(undecided(after, decided)).toEqual(before);
});

it('what was decided since stays, and nothing comes back twice', () => {
  const decided = { made: [said('Banga')], lost: [said('Banga', { verdict: 'rejected' })] };
  const since = [said('Banga', { verdict: 'rejected' }), said('Rob')];
  expect(undecided(since, decided)).toEqual(since);
});
