import { describe, expect, it } from 'vitest';
import type { Pattern } from '../engine/types';
import { changedAt, NEW_PATTERN, patternRow, without } from './patterns';

const patternOf = (part: Partial<Pattern>): Pattern => ({ ...NEW_PATTERN, ...part });
const IDS = patternOf({ name: 'Ids', find: 'id:\\d+' });

describe('a pattern in the settings', () => {
  it('tells what it does', () => {
    expect(patternRow(IDS, undefined)).toEqual({ name: 'Ids', desc: 'id:\\d+ is removed.' });
    expect(patternRow(patternOf({ find: 'w/o', replace: 'without', automatic: true }), undefined))
      .toEqual({ name: 'w/o', desc: 'w/o becomes without. Without asking, where it is certain.' });
  });

  it('tells what is wrong with it, and where', () => {
    const error = { part: 'find' as const, start: 0, character: 3, message: 'unclosed group' };
    expect(patternRow(patternOf({ find: 'ab(', replace: 'x', automatic: true }), error).desc)
      .toBe('ab( becomes x. It cannot be used: Find, character 3: unclosed group.');
  });

  it('is changed only while it is the one that was shown', () => {
    const other = patternOf({ find: 'other' });
    const edited = { ...IDS, enabled: false };
    expect(changedAt([other, IDS], 1, IDS, edited)).toEqual([other, edited]);
    expect(() => changedAt([IDS, other], 1, IDS, edited)).toThrow('no longer there');
  });

  it('is deleted only while the list is the one that was shown: a second press deletes no other one', () => {
    const other = patternOf({ find: 'other' });
    const left = without([IDS, other], 0, 2, 'no longer there');
    expect(left).toEqual([other]);
    expect(() => without(left, 0, 2, 'no longer there')).toThrow('no longer there');
    expect(() => without([IDS], 0, 2, 'no longer there')).toThrow('no longer there');
  });
});
