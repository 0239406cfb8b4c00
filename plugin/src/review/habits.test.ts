import { describe, expect, it } from 'vitest';
import type { DatedDecision, Finding, Question } from '../engine/types';
import { asked, finding, loaded, now } from '../testing/review-world';
import { earnedHabit, habit, habitsIn, kindOf, mayBeHabit, type Kind } from './habits';
import type { ReviewModel } from './model';

const TITLE: Kind = { rule: 'title', question: '0a1b', says: 'The note has no `title`.' };
const said = (verdict: 'accepted' | 'rejected', at: number, rule = 'title'): DatedDecision => ({ path: `${at}.md`, rule, subject: 'missing', verdict, at });
const times = (n: number, verdict: 'accepted' | 'rejected' = 'accepted', from = 0): DatedDecision[] => Array.from({ length: n }, (_, at) => said(verdict, from + at));
const writing = (text: string, path = 'a.md'): Finding => ({ ...finding('1', 'a.md'), fixes: [{ title: 'Fix', edits: [{ path, start: 0, end: 1, text }], bases: [] }] });

describe('a habit', () => {
  it('is earned by ten times yes in a row to one rule, whatever was said before', () => {
    expect(earnedHabit(times(9), TITLE, 0)).toBeUndefined();
    expect(earnedHabit(times(10), TITLE, 0)).toEqual({ accepted: 10, decided: 10 });
    expect(earnedHabit([...times(10, 'accepted', 5), ...times(2, 'rejected')], TITLE, 0)).toEqual({ accepted: 10, decided: 12 });
    expect(earnedHabit([...times(10), said('rejected', 99)], TITLE, 0)).toBeUndefined();
    expect(earnedHabit(times(10), { ...TITLE, rule: 'schema' }, 0)).toBeUndefined();
  });

  it('is earned by a group that was answered as a whole, where nothing of the rule was ever rejected', () => {
    expect(earnedHabit(times(3), TITLE, 3)).toEqual({ accepted: 3, decided: 3 });
    expect(earnedHabit(times(2), TITLE, 2)).toBeUndefined();
    expect(earnedHabit([...times(3), said('rejected', 9)], TITLE, 3)).toBeUndefined();
  });

  it('is one question of a rule and none of its others, and what was declined is not offered again', () => {
    const others = [habit({ ...TITLE, question: '9f8e' }, 'accepted'), ...times(10)];
    expect(earnedHabit(others, TITLE, 0)).toBeDefined();
    expect(earnedHabit([habit(TITLE, 'rejected'), ...times(10)], TITLE, 0)).toBeUndefined();
    expect(habitsIn([habit(TITLE, 'accepted'), habit({ ...TITLE, question: '9f8e' }, 'rejected')])).toEqual([TITLE]);
  });

  it('is nothing that is asked once', async () => {
    const { model } = await loaded([finding('1', 'a.md')]);
    expect(kindOf(now(model))).toBeUndefined();
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
  /** The same is asked of one note after the other. */
  const alike = (model: ReviewModel): Question => ({ ...now(model), kind: 'alike', id: 'like-it' });
  const ten = async (automatic = true) => {
    const all = await loaded(Array.from({ length: 11 }, (_, at) => ({ ...writing('x', `${at}.md`), id: String(at), subject: String(at), path: `${at}.md` })));
    all.disk.automatic = automatic;
    for (let time = 0; time < 10; time += 1) await all.model.accept(alike(all.model));
    return all;
  };

  it('comes with its numbers after ten times yes, and a yes to it is remembered and can be taken back', async () => {
    const { model, decided } = await ten();
    const { offer } = model.state();
    expect(offer).toEqual({ kind: 'habit', of: { rule: 'via', question: 'like-it', says: '1' }, accepted: 10, decided: 10 });
    if (offer.kind !== 'habit') throw new Error('A habit is offered.');
    await model.offers.take(offer);
    expect(habitsIn(decided)).toEqual([offer.of]);
    expect(model.state().offer.kind).toBe('none');
    await model.undo();
    expect(habitsIn(decided)).toEqual([]);
    expect(asked(model)).toHaveLength(1);
  });

  it('does not come again after a no', async () => {
    const { model, decided } = await ten();
    await model.offers.decline();
    expect(habitsIn(decided)).toEqual([]);
    await model.accept(alike(model));
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
