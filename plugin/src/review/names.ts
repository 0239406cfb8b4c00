// A name on a card: its candidates, the lines where it is found, what accepting it writes, and which decisions are saved.
// Pure. The engine says what a form means.
import type { Candidate, Choice, Decision, Finding, Mention } from '../engine/types';
import { noteName } from '../vault/paths';
import { choiceOf } from './choice';

/** What decisions about names have in place of a rule's name; the engine uses the same words. */
export const SAME_AS = 'same-as';
export const SAME_AS_BY_CONTEXT = 'same-as-by-context';
export const SOMEBODY = 'somebody';

/** How a form is remembered: as an alias everywhere, only in meetings of the same participants, or not at all. */
export type RememberWay = 'alias' | 'among' | 'no';

/** A line on which a form stands. */
export interface NameLine {
  key: string;
  finding: Finding;
  line: number;
  /** The mention's places on this line, as indices into the finding's places. */
  at: number[];
  /** Of the first place, in UTF-16 units. */
  start: number;
  end: number;
}

export interface NameCandidate extends Candidate {
  title: string;
}

type NameFinding = Finding & { mention: Mention };

/** Whether a finding asks whom a name means. */
export function isName(finding: Finding): finding is NameFinding {
  return finding.tier === 'review' && finding.mention !== undefined && finding.fixes.length > 0;
}

/** Whether the second candidate is at most one bit less likely than the first, so that either may be meant. */
export function isAmbiguous({ fixes }: Finding): boolean {
  const [first, second] = fixes.map(({ candidate }) => candidate?.p ?? 0);
  return first !== undefined && second !== undefined && 2 * second > first;
}

/** Whether all words of the form are in the person's own name. Such a form may also mean a namesake. */
export function isOwnName(written: string, person: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().split(/[\s()]+/u).filter((word) => word !== '');
  const own = words(noteName(person));
  return words(written).every((word) => own.includes(word));
}

export function writtenIn(findings: Finding[]): string {
  return findings[0]?.mention?.written ?? '';
}

/** All candidates of these findings, each with its highest probability. */
export function candidatesOf(findings: Finding[]): NameCandidate[] {
  const best = new Map<string, NameCandidate>();
  for (const { title, candidate } of findings.flatMap(({ fixes }) => fixes)) {
    if (candidate && candidate.p > (best.get(candidate.path)?.p ?? -1)) best.set(candidate.path, { ...candidate, title });
  }
  return [...best.values()].sort((a, b) => b.p - a.p || (a.path < b.path ? -1 : 1));
}

/** Who a form is taken for: the person of that path, or somebody new. */
export type NameTarget = string | typeof NEW;
export const NEW: unique symbol = Symbol('new');

/** The fix that makes a note for somebody new. It is the same note in all of these findings. */
export function newPersonIn(findings: Finding[]): Finding['fixes'][number] | undefined {
  return findings.flatMap(({ fixes }) => fixes).find(({ creates }) => creates !== undefined);
}

/** The finding whose first candidate is likeliest. The card shows its evidence. */
export function leadOf(findings: Finding[]): Finding | undefined {
  const p = (finding: Finding): number => finding.fixes[0]?.candidate?.p ?? 0;
  return [...findings].sort((a, b) => p(b) - p(a) || b.evidence.length - a.evidence.length)[0];
}

/** The index of the finding's fix for that target; -1 where there is none. */
export function fixFor(finding: Finding, target: NameTarget): number {
  return finding.fixes.findIndex(({ candidate, creates }) => (target === NEW ? creates !== undefined : candidate?.path === target));
}

/** The lines on which the form can be taken for that. */
export function linesOf(findings: Finding[], target: NameTarget): NameLine[] {
  return linesIn(findings.filter((finding) => fixFor(finding, target) >= 0));
}

/** The lines on which the form stands, whoever is on offer there. */
export function linesIn(findings: Finding[]): NameLine[] {
  return findings.filter(isName).flatMap((finding) => {
    const lines = new Map<number, Omit<NameLine, 'key'>>();
    for (const [at, { line, start, end }] of finding.mention.places.entries()) {
      const known = lines.get(line);
      if (known) known.at.push(at);
      else lines.set(line, { finding, line, at: [at], start, end });
    }
    // Its number would mean another line as soon as somebody types above.
    return [...lines.values()].map((line, nth) => ({ ...line, key: `${finding.id} ${nth + 1}/${lines.size}` }));
  });
}

/** The choices that fix the lines which are not skipped. */
export function choicesFor(findings: Finding[], target: NameTarget, skipped: ReadonlySet<string>): Choice[] {
  const lines = linesOf(findings, target);
  return findings.flatMap((finding) => {
    const own = lines.filter((line) => line.finding === finding);
    const without = own.filter(({ key }) => skipped.has(key)).flatMap(({ at }) => at);
    if (own.every(({ key }) => skipped.has(key))) return [];
    return [choiceOf(finding, fixFor(finding, target), { without })];
  });
}

/** The groups of participants that include this person, in whose meetings the form can be remembered. */
function circlesOf(findings: Finding[], person: string): string[][] {
  const circles = findings.map(({ mention }) => mention?.participants ?? []).filter((people) => people.includes(person) && people.length > 1);
  const sorted = circles.map((people) => [...people].sort((a, b) => (a < b ? -1 : 1)));
  return [...new Map(sorted.map((people) => [JSON.stringify(people), people])).values()];
}

/** How the form can be remembered, the suggested way first. A single word is not suggested as an alias: it may be anybody's. */
export function rememberWays(findings: Finding[], person: string): RememberWay[] {
  const written = writtenIn(findings);
  const isTheirs = candidatesOf(findings).some(({ path }) => isOwnName(written, path));
  const among: RememberWay[] = circlesOf(findings, person).length > 0 ? ['among'] : [];
  if (isTheirs) return [...among, 'no'];
  return written.trim().includes(' ') ? ['alias', ...among, 'no'] : [...among, 'no', 'alias'];
}

/** The decisions that accepting a name in these findings saves, apart from an alias in the person's note. */
export function acceptanceOf(findings: Finding[], person: string, remember: RememberWay): Decision[] {
  const byContext = isByContext(findings, person);
  const circles = remember === 'among' ? circlesOf(findings, person) : [];
  const decision: Decision = { path: person, rule: byContext ? SAME_AS_BY_CONTEXT : SAME_AS, subject: writtenIn(findings), verdict: 'accepted' };
  if (circles.length > 0) return circles.map((people) => ({ ...decision, with: people }));
  return byContext ? [decision] : [];
}

/** The decision that the form never means this person. Undefined for their own name, which cannot be rejected. */
export function rejectionOf(findings: Finding[], person: string): Decision | undefined {
  if (isOwnName(writtenIn(findings), person)) return undefined;
  const rule = isByContext(findings, person) ? SAME_AS_BY_CONTEXT : SAME_AS;
  return { path: person, rule, subject: writtenIn(findings), verdict: 'rejected' };
}

/** The decisions that the form is nobody's name: in these notes, or everywhere where the path is empty. */
export function nobodyDecisions(findings: Finding[], paths: string[]): Decision[] {
  return paths.map((path) => ({ path, rule: SOMEBODY, subject: writtenIn(findings), verdict: 'rejected' }));
}

export function isAboutName({ rule }: Decision): boolean {
  return [SAME_AS, SAME_AS_BY_CONTEXT, SOMEBODY].includes(rule);
}

function isByContext(findings: Finding[], person: string): boolean {
  return findings.some(({ fixes }) => fixes.some(({ candidate }) => candidate?.path === person && candidate.byContext === true));
}
