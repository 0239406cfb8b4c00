import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { acceptanceOf, candidatesOf, choicesFor, linesOf, nobodyDecisions, rejectionOf, rememberWays } from './names';

const ROB = 'People/Rob Benoit.md';
const BOB = 'People/Bob Bannister.md';
const MARA = 'People/Mara Voss.md';

interface Asked {
  written?: string;
  /** Each with how sure it is, the best first. */
  people?: [path: string, p: number][];
  lines?: number[];
  with?: string[];
  byContext?: boolean;
}

function asked(path: string, { written = 'Rob Banga', people = [[ROB, 0.9]], lines = [1], with: participants = [], byContext = false }: Asked = {}): Finding {
  const fixes = people.map(([person, p]) => ({
    title: person, edits: [], bases: [], candidate: { path: person, p, evidence: [], ...(byContext ? { byContext } : {}) },
  }));
  return {
    id: `${path} ${written}`, rule: 'mention', tier: 'review', path, start: lines[0] ?? 0, end: 9, message: '', evidence: [], fixes,
    subject: `${written} -> ${people[0]?.[0] ?? ''}`,
    mention: { written, places: lines.map((line, at) => ({ line, start: at * 10, end: at * 10 + 9 })), participants },
  };
}

describe('the candidates of a name', () => {
  it('are those of all notes, each as likely as anywhere', () => {
    const findings = [asked('a.md', { people: [[ROB, 0.6], [BOB, 0.2]] }), asked('b.md', { people: [[ROB, 0.9], [MARA, 0.3]] })];
    expect(candidatesOf(findings).map(({ path, p }) => [path, p])).toEqual([[ROB, 0.9], [MARA, 0.3], [BOB, 0.2]]);
  });

  it('are written only where they are on offer, and go along by name, since their number may change', () => {
    const findings = [asked('a.md', { people: [[ROB, 0.6], [BOB, 0.2]] }), asked('b.md')];
    expect(choicesFor(findings, BOB, new Set())).toEqual([{ id: 'a.md Rob Banga', path: 'a.md', fix: 1, seen: { title: BOB, person: BOB, places: 1 } }]);
  });
});

describe('the lines of a name', () => {
  const findings = [asked('a.md', { lines: [3, 3, 7] }), asked('b.md')];

  it('are listed each once', () => {
    expect(linesOf(findings, ROB).map(({ finding, line, at }) => [finding.path, line, at])).toEqual([['a.md', 3, [0, 1]], ['a.md', 7, [2]], ['b.md', 1, [0]]]);
  });

  it('that are left out leave their places out, or the whole note', () => {
    const [first, , last] = linesOf(findings, ROB).map(({ key }) => key);
    expect(choicesFor(findings, ROB, new Set([first ?? '', last ?? '']))).toEqual([{ id: 'a.md Rob Banga', path: 'a.md', fix: 0, without: [0, 1], seen: { title: ROB, person: ROB, places: 3 } }]);
  });
});

describe('remembering a name', () => {
  it('is an alias first, where the form is nobody else’s', () => {
    expect(rememberWays([asked('a.md', { with: [MARA, ROB] })], ROB)).toEqual(['alias', 'among', 'no']);
    expect(rememberWays([asked('a.md')], ROB)).toEqual(['alias', 'no']);
  });

  it('keeps a single word to those who take part', () => {
    expect(rememberWays([asked('a.md', { written: 'Robbie', with: [MARA, ROB] })], ROB)[0]).toBe('among');
    expect(rememberWays([asked('a.md', { written: 'Robbie' })], ROB)[0]).toBe('no');
  });

  it('gives nobody a name that somebody has', () => {
    const homonyms = asked('a.md', { written: 'Elin Sandgren', people: [['Elin Sandgren (A).md', 0.5], ['Elin Sandgren (B).md', 0.4]] });
    expect(rememberWays([homonyms], 'Elin Sandgren (A).md')).toEqual(['no']);
  });

  it('among people is one decision for each meeting’s people, the person among them', () => {
    const findings = [asked('a.md', { with: [ROB, MARA] }), asked('b.md', { with: [MARA, ROB] }), asked('c.md', { with: [ROB, BOB] }), asked('d.md', { with: [MARA] })];
    const decision = { path: ROB, rule: 'same-as', subject: 'Rob Banga', verdict: 'accepted' };
    expect(acceptanceOf(findings, ROB, 'among')).toEqual([{ ...decision, with: [MARA, ROB] }, { ...decision, with: [BOB, ROB] }]);
    expect(acceptanceOf(findings, ROB, 'alias')).toEqual([]);
  });
});

describe('what is decided about a name', () => {
  it('counts for the record where only the meeting spoke for it, once for all places', () => {
    const findings = [asked('a.md', { byContext: true }), asked('b.md')];
    const decision = { path: ROB, rule: 'same-as-by-context', subject: 'Rob Banga' };
    expect(acceptanceOf(findings, ROB, 'alias')).toEqual([{ ...decision, verdict: 'accepted' }]);
    expect(rejectionOf(findings, ROB)).toEqual({ ...decision, verdict: 'rejected' });
  });

  it('never parts anybody from their own name, which others have too', () => {
    expect(rejectionOf([asked('a.md', { written: 'Rob' })], ROB)).toBeUndefined();
    expect(rejectionOf([asked('a.md', { written: 'Elin Sandgren' })], 'Elin Sandgren (Bloemkade).md')).toBeUndefined();
    expect(rejectionOf([asked('a.md', { written: 'Bob Benoit' })], ROB)).toBeDefined();
  });

  it('holds in some notes, or anywhere', () => {
    expect(nobodyDecisions([asked('a.md')], [''])).toEqual([{ path: '', rule: 'somebody', subject: 'Rob Banga', verdict: 'rejected' }]);
    expect(nobodyDecisions([asked('a.md')], ['a.md', 'b.md']).map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });
});
