import { describe, expect, it } from 'vitest';
import { hasWords, searchOver } from './search';

describe('the search in a list of settings', () => {
  const row = { name: '“Bob” is Rob Benoit', desc: 'With Mara Voss.' };

  it.each(['rob bob', 'VOSS', '', ' benoit '])('finds a row by words of its name and description: “%s”', (query) => {
    expect(hasWords(row, query)).toBe(true);
  });

  it('leaves out a row that lacks one of the words', () => {
    expect(hasWords(row, 'bob quist')).toBe(false);
  });

  it('is not there where all rows are seen at a glance', () => {
    expect(searchOver(Array.from({ length: 8 }))).toEqual({});
    expect(searchOver(Array.from({ length: 9 })).search).toBeDefined();
  });
});
