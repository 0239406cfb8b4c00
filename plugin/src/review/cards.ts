// Makes cards from findings: one card for each finding, but a single card for a name in all its places. Pure.
import type { Decision, Finding } from '../engine/types';
import { isName, isAmbiguous } from './names';

/** Findings that the user decides about together. */
export interface Card {
  /** The id of its first finding. */
  id: string;
  /** At least one, in the order of the vault. */
  findings: Finding[];
}

/** Cards under one heading: those of one note, or of names that stand in several. */
export interface Group {
  path: string | undefined;
  cards: Card[];
}

/** Findings as cards, in the order of the screen: names of several notes first, then note by note. */
export function cardsOf(findings: Finding[]): Card[] {
  const names = new Map<string, Card>();
  const cards: Card[] = [];
  for (const finding of findings) {
    const name = nameKey(finding);
    const known = name === undefined ? undefined : names.get(name);
    if (known) {
      known.findings.push(finding);
      continue;
    }
    const card = { id: finding.id, findings: [finding] };
    if (name !== undefined) names.set(name, card);
    cards.push(card);
  }
  return [...cards.filter(({ findings }) => noteOf(findings) === undefined), ...cards.filter(({ findings }) => noteOf(findings) !== undefined)];
}

/**
 * What the findings of one card share; undefined for findings that are not about names. The subject holds the form and
 * its likeliest candidate, so that a form with another candidate elsewhere has its own card. An ambiguous form has one
 * card for each note.
 */
function nameKey(finding: Finding): string | undefined {
  if (!isName(finding)) return undefined;
  return isAmbiguous(finding) ? JSON.stringify([finding.subject, finding.path]) : finding.subject;
}

/** The cards of a page under their headings, in the order they come. */
export function grouped(cards: Card[]): Group[] {
  const groups: Group[] = [];
  for (const card of cards) {
    const path = noteOf(card.findings);
    const last = groups.at(-1);
    if (last && last.path === path) last.cards.push(card);
    else groups.push({ path, cards: [card] });
  }
  return groups;
}

/** The one note of these findings; undefined where there are several. */
export function noteOf(findings: Finding[]): string | undefined {
  const [first, ...others] = findings;
  return others.every(({ path }) => path === first?.path) ? first?.path : undefined;
}

export function decisionOn(finding: Finding, verdict: Decision['verdict']): Decision {
  return { path: finding.path, rule: finding.rule, subject: finding.subject, verdict };
}

/** Whether a finding says that two notes may be one person's; its subject is then the path of the other one. */
export function isAboutTwo({ rule }: Finding): boolean {
  return rule === 'same-person';
}

/** Whether a finding says that a note may hold two people. */
export function holdsTwo({ rule }: Finding): boolean {
  return rule === 'two-people';
}

/** What a decision is remembered by. */
export function keyOf(about: { path: string; rule: string; subject: string }): string {
  return JSON.stringify([about.path, about.rule, about.subject]);
}
