import { describe, expect, it } from 'vitest';
import { name, questionsOf } from '../testing/review-world';
import { acceptance, answersOf, asksName, labelsOf } from './answers';

const NOTHING_MARKED = { left: new Set<string>(), remember: undefined, chosen: undefined };

describe('a form that may be either of two people’s, at two places of a note', () => {
  const people = ['Rob Benoit.md', 'Rob Bannerman.md'];
  const likelier = name('1', 'a.md', people);
  const other = name('2', 'a.md', [...people].reverse());
  const [question] = questionsOf([likelier]);

  it('is one name, and the person who is chosen is meant at both', () => {
    if (!question) throw new Error('Nothing is asked.');
    expect(asksName([likelier, other])).toBe(true);
    const at = answersOf(question, [likelier, other]).findIndex(({ target }) => target === 'Rob Bannerman.md');
    const { choices } = acceptance(question, [likelier, other], at, NOTHING_MARKED);
    expect(choices.map(({ id, fix }) => [id, fix])).toEqual([['1', 1], ['2', 0]]);
  });

  it('is no one name with that of another note', () => {
    expect(asksName([likelier, { ...other, path: 'b.md' }])).toBe(false);
  });
});

describe('the names on buttons', () => {
  it('are what stands in brackets where people have the same name', () => {
    expect(labelsOf(['Elin Sandgren (Bloemkade)', 'Elin Sandgren (Tervola)'])).toEqual(['Bloemkade', 'Tervola']);
  });

  it('are whole where the names differ, or one person alone is on offer', () => {
    expect(labelsOf(['Elin Sandgren (Bloemkade)', 'Elin Sandberg (Tervola)'])).toEqual(['Elin Sandgren (Bloemkade)', 'Elin Sandberg (Tervola)']);
    expect(labelsOf(['Elin Sandgren (Bloemkade)', 'Elin Sandgren'])).toEqual(['Elin Sandgren (Bloemkade)', 'Elin Sandgren']);
    expect(labelsOf(['Elin Sandgren (Bloemkade)'])).toEqual(['Elin Sandgren (Bloemkade)']);
  });
});
