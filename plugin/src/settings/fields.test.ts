import { describe, expect, it, vi } from 'vitest';
import type { RuleInfo, Settings } from '../engine/types';
import { fieldOf } from './fields';

const SETTINGS = {
  peopleFolders: ['People', 'Team'], rules: { via: false }, headings: { summary: ['Summary', 'TL;DR'] }, maxNoteBytes: 10,
  words: { participants: ['crew', 'on deck'], absent: ['sick'] },
  propertyTypes: { created: 'date', met: 'datetime', seen: 'multitext' }, typeSynonyms: { person: 'people' },
  schemas: { person: { required: ['title'], allowed: [], values: { status: ['open', 'done, mostly'] } } },
  profiles: [{ folders: ['Drafts'], kinds: ['meeting'], rules: { via: true, mojibake: false } }],
} as unknown as Settings;
const RULES = [{ name: 'via', on: true }, { name: 'mojibake', on: true }, { name: 'key-order', on: false }] as RuleInfo[];

const shown = (key: string): unknown => fieldOf(key, RULES).read(SETTINGS);
const typed = (key: string, value: unknown): Partial<Settings> => fieldOf(key, RULES).write(SETTINGS, value);
const wrong = (key: string, text: string): string | undefined => fieldOf(key, RULES).problem?.(text);

describe('settings', () => {
  it('show lists one item a line and take them back', () => {
    expect(shown('peopleFolders')).toBe('People\nTeam');
    expect(typed('peopleFolders', ' People \n\nCrew\n')).toEqual({ peopleFolders: ['People', 'Crew'] });
  });

  it('show the words of the vault with commas between them and take them back', () => {
    expect(['words:participants', 'words:day'].map(shown)).toEqual(['crew, on deck', '']);
    expect(typed('words:participants', ' crew ,, round\nwatch ')).toEqual({ words: { participants: ['crew', 'round', 'watch'], absent: ['sick'] } });
    expect(typed('words:absent', ' , ')).toEqual({ words: { participants: ['crew', 'on deck'] } });
  });

  it('take a sign before names, and say what cannot be one', () => {
    expect(typed('peopleSign', ';;')).toEqual({ peopleSign: ';;' });
    expect(wrong('peopleSign', ';;')).toBeUndefined();
    expect(wrong('peopleSign', 'at ')).toMatch(/^One to three signs/u);
  });

  it('show a rule as the user set it, else by its own default', () => {
    expect(['rule:via', 'rule:mojibake', 'rule:key-order'].map(shown)).toEqual([false, true, false]);
    expect(typed('rule:mojibake', false)).toEqual({ rules: { via: false, mojibake: false } });
  });

  it('change one heading and keep the others', () => {
    expect(typed('heading:transcript', 'Transcript')).toEqual({
      headings: { summary: ['Summary', 'TL;DR'], transcript: ['Transcript'] },
    });
  });

  it('leave numbers numbers', () => {
    expect(typed('maxNoteBytes', 20)).toEqual({ maxNoteBytes: 20 });
  });

  it('refuse folders outside the vault', () => {
    expect(wrong('peopleFolders', 'People\na/b')).toBeUndefined();
    expect(wrong('peopleFolders', '../out')).toBeDefined();
    expect(wrong('profile:0:folders', '/etc')).toBeDefined();
  });
});

describe('types of properties', () => {
  it('are written in the words the app has for them', () => {
    expect(shown('propertyTypes')).toBe('created = date\nmet = date & time\nseen = list');
    expect(typed('propertyTypes', 'created = Text\nmet=datetime')).toEqual({ propertyTypes: { created: 'text', met: 'datetime' } });
  });

  it('are taken back as they were shown', () => {
    expect(typed('propertyTypes', shown('propertyTypes'))).toEqual({ propertyTypes: SETTINGS.propertyTypes });
  });

  it('are written and read in the language of the app; codes count in all of them', async () => {
    vi.resetModules();
    vi.doMock('obsidian', () => ({ getLanguage: () => 'de' }));
    const inGerman = (await import('./fields')).fieldOf('propertyTypes', []);
    vi.doUnmock('obsidian');
    const text = 'created = Datum\nmet = Datum und Uhrzeit\nseen = Liste';
    expect(inGerman.read(SETTINGS)).toBe(text);
    expect(inGerman.write(SETTINGS, text)).toEqual({ propertyTypes: SETTINGS.propertyTypes });
    expect(inGerman.write(SETTINGS, 'seen = multitext\ndone = kontrollkästchen')).toEqual({ propertyTypes: { seen: 'multitext', done: 'checkbox' } });
    expect(inGerman.problem?.('created = Tag')).toContain('Datum und Uhrzeit');
  });

  it.each([
    ['created', 'created = date'],
    ['created =', 'created = date'],
    ['= date', 'created = date'],
    ['created = dat', 'date & time'],
    ['created = date\nCreated = text', 'twice'],
  ])('say what is wrong with %j and what to write', (text, hint) => {
    expect(wrong('propertyTypes', text)).toContain(hint);
  });
});

describe('other words for a type', () => {
  it('stand one pair a line', () => {
    expect(shown('typeSynonyms')).toBe('person = people');
    expect(typed('typeSynonyms', 'person = people\none on one = meeting')).toEqual({ typeSynonyms: { person: 'people', 'one on one': 'meeting' } });
    expect(wrong('typeSynonyms', 'person -> people')).toContain('person = people');
  });
});

describe('what a kind of note must have', () => {
  it('keeps what the other fields hold', () => {
    expect(shown('schema:person:required')).toBe('title');
    expect(typed('schema:person:required', 'title\ntype')).toEqual({
      schemas: { person: { required: ['title', 'type'], allowed: [], values: { status: ['open', 'done, mostly'] } } },
    });
  });

  it('names a property once for each of its values, which may hold commas', () => {
    expect(shown('schema:person:values')).toBe('status = open\nstatus = done, mostly');
    expect(typed('schema:person:values', shown('schema:person:values'))).toEqual({ schemas: SETTINGS.schemas });
    expect(wrong('schema:person:values', 'status')).toContain('status = open');
  });

  it('begins empty', () => {
    expect(shown('schema:meeting:required')).toBe('');
    expect(typed('schema:meeting:allowed', 'date').schemas).toEqual({ ...SETTINGS.schemas, meeting: { required: [], allowed: ['date'], values: {} } });
  });
});

describe('a profile', () => {
  it('switches a rule on, off, or leaves it as it is everywhere', () => {
    expect(['via', 'mojibake', 'key-order'].map((rule) => shown(`profile:0:rule:${rule}`))).toEqual(['on', 'off', 'same']);
    expect(typed('profile:0:rule:via', 'same').profiles).toEqual([{ folders: ['Drafts'], kinds: ['meeting'], rules: { mojibake: false } }]);
    expect(typed('profile:0:rule:key-order', 'on').profiles?.[0]?.rules).toEqual({ via: true, mojibake: false, 'key-order': true });
  });

  it('names folders and kinds of note', () => {
    expect(shown('profile:0:kind:meeting')).toBe(true);
    expect(shown('profile:0:kind:person')).toBe(false);
    expect(typed('profile:0:kind:person', true).profiles?.[0]?.kinds).toEqual(['meeting', 'person']);
    expect(typed('profile:0:folders', 'Drafts\nInbox').profiles?.[0]?.folders).toEqual(['Drafts', 'Inbox']);
  });

  it('that was removed elsewhere is not made up again', () => {
    expect(() => typed('profile:3:folders', 'Drafts')).toThrow('no longer there');
  });
});
