import { describe, expect, it } from 'vitest';
import type { Finding, Question, Topic } from '../engine/types';
import { doubtsIn, type Asked } from './places';

const NOTE = 'Meet Rob Banga.\r\n\r\n- Rob Banga signs\r\n- [ ] Paint @Mara\r\n';

/** What the engine asks about these words of `NOTE`; of a name all places where it stands. */
function asked(words: string, { topic = 'names', text = NOTE, name = true }: { topic?: Topic; text?: string; name?: boolean } = {}): Asked {
  const places = [...text.matchAll(new RegExp(words.replace(/[[\]]/gu, '\\$&'), 'gu'))].map(({ index }) => ({ line: 1, start: index, end: index + words.length }));
  const [{ start, end } = { start: 0, end: 0 }] = places;
  const finding: Finding = {
    id: words, rule: 'mention', tier: 'review', path: 'a.md', start, end, message: '', evidence: [], fixes: [], subject: words,
    ...(name ? { mention: { written: words, places, participants: [] } } : {}),
  };
  const quote = { before: '', words: words.split('\n')[0] ?? '', after: '' };
  const question: Question = {
    id: 'q', kind: 'name', rule: 'mention', topic, ask: '', evidence: [], answers: [],
    places: [{ finding: words, path: 'a.md', line: 1, message: '', quote, answers: [] }],
  };
  return { question, finding };
}

const shownIn = (text: string): string => text.replaceAll('\r\n', '\n');
const words = (one: Asked, saved: string, shown: string): string[] => doubtsIn([one], saved, shown).map(({ from, to }) => shown.slice(from, to));

describe('what is asked about', () => {
  it('is found in the editor, whose line ends are shorter than the file’s, wherever a name stands', () => {
    expect(words(asked('Rob Banga'), NOTE, shownIn(NOTE))).toEqual(['Rob Banga', 'Rob Banga']);
    expect(words(asked('@Mara', { topic: 'tasks' }), NOTE, shownIn(NOTE))).toEqual(['@Mara']);
  });

  it('is found behind a byte order mark that the app leaves out', () => {
    const saved = `\uFEFF${NOTE}`;
    expect(words(asked('Rob Banga', { text: saved }), saved, shownIn(NOTE))).toEqual(['Rob Banga', 'Rob Banga']);
  });

  it('is found around the words that are being typed, and not in them', () => {
    const shown = shownIn(NOTE).replace('\n\n', '\nNew line, not saved.\n\n');
    expect(words(asked('Rob Banga'), NOTE, shown)).toEqual(['Rob Banga', 'Rob Banga']);
    expect(words(asked('Rob Banga'), NOTE, shownIn(NOTE).replace('Meet Rob Banga', 'Meet Rob Bang'))).toEqual(['Rob Banga']);
  });

  it('is one line of what goes over several', () => {
    const saved = 'tags: a, b\nother: c\n';
    expect(words(asked('tags: a, b\n', { text: saved, topic: 'properties', name: false }), saved, saved)).toEqual(['tags: a, b']);
  });

  it('is nowhere once the note says something else, and where it has no words', () => {
    const other = NOTE.replace('Rob Banga', 'Rob Benoit');
    expect(words(asked('Rob Banga'), other, shownIn(other))).toEqual([]);
    expect(words(asked('', { name: false }), NOTE, shownIn(NOTE))).toEqual([]);
  });

  it('is left alone where it is about facts and text', () => {
    expect(words(asked('Rob Banga', { topic: 'facts' }), NOTE, shownIn(NOTE))).toEqual([]);
  });
});
