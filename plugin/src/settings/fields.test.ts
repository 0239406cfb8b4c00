import { describe, expect, it } from 'vitest';
import type { RuleInfo, Settings } from './engine/types';
import { problemOfFolders, readControl, writeControl } from './settings-values';

const SETTINGS = {
  peopleFolders: ['People', 'Team'], rules: { via: false }, headings: { summary: ['Summary', 'TL;DR'] }, maxNoteBytes: 10,
} as unknown as Settings;
const RULES = [{ name: 'via', on: true }, { name: 'mojibake', on: true }] as RuleInfo[];

describe('settings', () => {
  it('show lists one item a line and take them back', () => {
    expect(readControl(SETTINGS, RULES, 'peopleFolders')).toBe('People\nTeam');
    expect(writeControl(SETTINGS, 'peopleFolders', ' People \n\nCrew\n')).toEqual({ peopleFolders: ['People', 'Crew'] });
  });

  it('show a rule as the user set it, else by its default', () => {
    expect(readControl(SETTINGS, RULES, 'rule:via')).toBe(false);
    expect(readControl(SETTINGS, RULES, 'rule:mojibake')).toBe(true);
    expect(writeControl(SETTINGS, 'rule:mojibake', false)).toEqual({ rules: { via: false, mojibake: false } });
  });

  it('change one heading and keep the others', () => {
    expect(writeControl(SETTINGS, 'heading:transcript', 'Transcript')).toEqual({
      headings: { summary: ['Summary', 'TL;DR'], transcript: ['Transcript'] },
    });
  });

  it('leave numbers numbers', () => {
    expect(writeControl(SETTINGS, 'maxNoteBytes', 20)).toEqual({ maxNoteBytes: 20 });
  });

  it('refuse folders outside the vault', () => {
    expect(problemOfFolders(['People', 'a/b'])).toBeUndefined();
    expect(problemOfFolders(['../out'])).toBeDefined();
    expect(problemOfFolders(['/etc'])).toBeDefined();
  });
});
