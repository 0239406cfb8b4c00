import { describe, expect, it } from 'vitest';
import type { DatedDecision, Finding } from '../engine/types';
import { asked, finding, loaded, now } from '../testing/review-world';
import { earnedHabit, habitsIn, mayBeHabit } from './habits';

const said = (verdict: 'accepted' | 'rejected', at: number, rule = 'title'): DatedDecision => ({ path: `${at}.md`, rule, subject: 'missing', verdict, at });
const times = (n: number, verdict: 'accepted' | 'rejected' = 'accepted', from = 0): DatedDecision[] => Array.from({ length: n }, (_, at) => said(verdict, from + at));
const writing = (text: string, path = 'a.md'): Finding => ({ ...finding('1', 'a.md'), fixes: [{ title: 'Fix', edits: [{ path, start: 0, end: 1, text }], bases: [] }] });

describe('a habit', () => {
  it('is earned by ten times yes in a row to one rule, whatever was said before', () => {
    expect(earnedHabit(times(9), 'title', 0)).toBeUndefined();
    expect(earnedHabit(times(10), 'title', 0)).toEqual({ accepted: 10, decided: 10 });
    expect(earnedHabit([...times(10, 'accepted', 5), ...times(2, 'rejected')], 'title', 0)).toEqual({ accepted: 10, decided: 12 });
    expect(earnedHabit([...times(10), said('rejected', 99)], 'title', 0)).toBeUndefined();
    expect(earnedHabit(times(10), 'schema', 0)).toBeUndefined();
  });

  it('is earned by a group that was answered as a whole, where nothing of the rule was ever rejected', () => {
    expect(earnedHabit(times(3), 'title', 3)).toEqual({ accepted: 3, decided: 3 });
    expect(earnedHabit(times(2), 'title', 2)).toBeUndefined();
    expect(earnedHabit([...times(3), said('rejected', 9)], 'title', 3)).toBeUndefined();
  });

  it('is never that a name means somebody, that something leads to somebody, or what another note taught', () => {
    expect(mayBeHabit(writing('status: open'))).toBe(true);
    const candidate = { path: 'Rob Benoit.md', p: 0.9, score: 0.9, evidence: [], byContext: false };
    const [fix] = writing('').fixes;
    if (!fix) throw new Error('It has a fix.');
    const people: Finding[] = [
      { ...writing('Rob'), fixes: [{ ...fix, candidate }] },
      { ...writing('Rob'), mention: { written: 'Rob', places: [], participants: [] } },
      { ...writing('Rob'), fixes: [{ ...fix, creates: { path: 'Rob.md', text: '' } }] },
      { ...writing('- Has a dog.'), source: 'Meetings/b.md' },
      writing('- [ ] Call back [[Rob Benoit]]'),
      writing('- [ ] Call back [Rob](Rob.md)'),
      writing('- [ ] Call back @RobBenoit'),
      writing('- Has a dog.', 'People/Rob Benoit.md'),
      { ...writing('x'), fixes: [fix, fix] },
    ];
    expect(people.filter(mayBeHabit)).toEqual([]);
  });
});

describe('the offer', () => {
  /** Ten notes with the same doubt, one question each. */
  const ten = async (automatic = true) => {
    const all = await loaded(Array.from({ length: 11 }, (_, at) => ({ ...writing('x', `${at}.md`), id: String(at), subject: String(at), path: `${at}.md` })));
    all.disk.automatic = automatic;
    for (let time = 0; time < 10; time += 1) await all.model.accept(now(all.model));
    return all;
  };

  it('comes with its numbers after ten times yes, and a yes to it is remembered and can be taken back', async () => {
    const { model, decided } = await ten();
    const { offer } = model.state();
    expect(offer).toEqual({ kind: 'habit', rule: 'via', what: 'What via does.', accepted: 10, decided: 10 });
    if (offer.kind !== 'habit') throw new Error('A habit is offered.');
    await model.offers.take(offer);
    expect(habitsIn(decided)).toEqual(['via']);
    expect(model.state().offer.kind).toBe('none');
    await model.undo();
    expect(habitsIn(decided)).toEqual([]);
    expect(asked(model)).toHaveLength(1);
  });

  it('does not come again after a no', async () => {
    const { model, decided } = await ten();
    await model.offers.decline();
    expect(habitsIn(decided)).toEqual([]);
    await model.accept(now(model));
    expect(model.state().offer.kind).toBe('none');
  });

  it('goes when the answers are taken back', async () => {
    const { model } = await ten();
    await model.undo();
    expect(model.state().offer.kind).toBe('none');
  });

  it('does not come where the user wants nothing done by itself', async () => {
    const { model } = await ten(false);
    expect(model.state().offer.kind).toBe('none');
  });
});
