import { expect, it } from 'vitest';
import type { Decision } from '../engine/types';
import { changesBetween, withoutChanges } from './decision-changes';

const messages = (subject: string, rest: Partial<Decision> = {}): Decision => ({ path: 'Rob.md', rule: 'same-as', subject, verdict: 'accepted', ...rest });

it('what was decided is what came and what went', () => {
  const before = [messages('Rob'), messages('Banga', { verdict: 'rejected' })];
  const after = [messages('Rob'), messages('Banga'), messages('Banga', { with: ['Mara.md'] })];
  const decided = changesBetween(before, after);
  expect(decided).toEqual({ made: after.slice(1), lost: before.slice(1) });
  expect(withoutChanges(after, decided)).toEqual(before);
});

it('what was decided since stays, and nothing comes back twice', () => {
  const decided = { made: [messages('Banga')], lost: [messages('Banga', { verdict: 'rejected' })] };
  const since = [messages('Banga', { verdict: 'rejected' }), messages('Rob')];
  expect(withoutChanges(since, decided)).toEqual(since);
});
