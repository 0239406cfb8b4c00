// What an answer to a question writes, and which decisions go with it. Pure.
import type { Alias, Choice, Decision, Finding, Question } from '../engine/types';
import {
  acceptanceOf, candidatesOf, choicesFor, isName, linesOf, NEW, newPersonIn, nobodyDecisions, rejectionOf, rememberWays, writtenIn,
  type NameTarget, type RememberWay,
} from './names';
import { noteName } from '../vault/paths';
import { choiceOf } from './choice';

/** One answer on offer. `target` says whom a name is taken for. */
export interface Answer {
  title: string;
  target?: NameTarget;
}

/** A place of a question that can be left as it is. */
export interface Tick {
  key: string;
  finding: Finding;
  line: number;
  start: number;
  end: number;
}

/** What the user set on a question before answering it. */
export interface Marks {
  /** Keys of places that stay as they are. */
  left: ReadonlySet<string>;
  remember: RememberWay | undefined;
  /** Whom the name is taken for by the answer that was chosen and not yet given. */
  chosen: NameTarget | undefined;
}

/** What answering writes. */
export interface Acceptance {
  findings: Finding[];
  choices: Choice[];
  decisions: Decision[];
  alias: Alias | undefined;
  /** The name that was identified, and as whom. */
  name: Alias | undefined;
  /** Whether the name is somebody new's. */
  isNew: boolean;
}

export function decisionOn(finding: Finding, verdict: Decision['verdict']): Decision {
  return { path: finding.path, rule: finding.rule, subject: finding.subject, verdict };
}

/** Whether a question asks whom one name means, so that its findings are answered by a person. */
export function asksName(findings: Finding[]): boolean {
  const [first] = findings;
  // Of either of two people the likelier one may be another at each place of the note.
  const isOne = findings.every(({ subject, mention, path }) => mention !== undefined && (subject === first?.subject || (path === first?.path && mention.written === first.mention?.written)));
  return first !== undefined && isOne && isName(first) && first.fixes[0]?.candidate !== undefined;
}

/** The answers on offer, the suggested one first. */
export function answersOf(question: Question, findings: Finding[]): Answer[] {
  if (!asksName(findings)) return question.answers.map((title) => ({ title }));
  const somebodyNew = newPersonIn(findings);
  const people = candidatesOf(findings).map(({ path }): Answer => ({ title: noteName(path), target: path }));
  return somebodyNew ? [...people, { title: somebodyNew.title, target: NEW }] : people;
}

/** What the user sees of a question, a part at a time. A decision is about that. */
export type Sight = ReadonlyMap<string, string>;

export function sightOf({ confidence }: Question, findings: Finding[]): Sight {
  return new Map([['', confidence ?? ''], ...findings.map((finding): [string, string] => [finding.id, offeredIn(finding)])]);
}

/** Whether nothing came in and nothing is offered otherwise. What was decided about is no more, and that is no surprise. */
export function isAsSeen(now: Sight, seen: Sight): boolean {
  return [...now].every(([part, what]) => seen.get(part) === what);
}

/** Whether a finding still offers the same answers in the same order, so that their numbers mean what the user saw. */
export function offersAsSeen(now: Finding, seen: Finding): boolean {
  return now.id === seen.id && offeredIn(now) === offeredIn(seen);
}

function offeredIn({ fixes, mention }: Finding): string {
  return JSON.stringify([mention?.places.length, ...fixes.map(({ title, candidate }) => candidate?.path ?? title)]);
}

/** Answers shown as buttons; the others stand in the menu. */
const SHOWN = 2;

/** The answers that have a button. Somebody new is in the menu, unless nobody else is on offer. */
export function shownOf(answers: Answer[]): Answer[] {
  const people = answers.filter(({ target }) => target !== NEW);
  return (people.length > 0 ? people : answers).slice(0, SHOWN);
}

/** What tells names apart: of people of one name what stands in brackets behind it, “Certus” and “Quatre-Vents”. */
export function labelsOf(titles: string[]): string[] {
  const parts = titles.map((title) => /^(?<name>.+) \((?<which>.+)\)$/u.exec(title)?.groups ?? {});
  const isOneName = new Set(parts.map(({ name }) => name)).size === 1;
  return titles.length > 1 && isOneName ? titles.map((title, at) => parts[at]?.['which'] ?? title) : titles;
}

/** The places that an answer changes, each of which can be left out. */
export function ticksOf(question: Question, findings: Finding[], answer: Answer | undefined): Tick[] {
  if (answer?.target !== undefined) return linesOf(findings, answer.target);
  return question.places.flatMap(({ finding: id, line }) => {
    const finding = findings.find((one) => one.id === id);
    return finding ? [{ key: id, finding, line, start: finding.start, end: finding.end }] : [];
  });
}

/** What the answer of that number writes, in the user's own words if there are any. */
export function acceptance(question: Question, findings: Finding[], at: number, marks: Marks, text?: (finding: Finding) => string): Acceptance {
  const answer = answersOf(question, findings)[at];
  if (answer?.target !== undefined && text === undefined) return nameAcceptance(question, findings, answer.target, marks);
  const taken = findings.filter(({ id, fixes }) => !marks.left.has(id) && fixes.length > 0);
  const choices = taken.map((finding) => choiceOf(finding, at, { text: text?.(finding) }));
  return { findings: taken, choices, decisions: [], alias: undefined, name: undefined, isNew: false };
}

/** How a name is remembered if the user says nothing else. Where either may be meant here, either may be meant elsewhere. */
export function rememberOf(question: Question, findings: Finding[], person: string, { remember }: Marks): RememberWay {
  return remember ?? (question.confidence === 'either' ? undefined : rememberWays(findings, person)[0]) ?? 'no';
}

function nameAcceptance(question: Question, all: Finding[], target: NameTarget, marks: Marks): Acceptance {
  const choices = choicesFor(all, target, marks.left);
  const findings = all.filter(({ id }) => choices.some((choice) => choice.id === id));
  // Somebody new is remembered of nobody: no candidate was right.
  if (target === NEW) return { findings, choices, decisions: [], alias: undefined, name: undefined, isNew: true };
  const way = rememberOf(question, all, target, marks);
  const name = { person: target, written: writtenIn(all) };
  return { findings, choices, decisions: acceptanceOf(findings, target, way), alias: way === 'alias' ? name : undefined, name, isNew: false };
}

/** That findings were accepted. Who is somebody new is none of the people on offer, so nothing was right. */
export function accepted({ findings, isNew }: Acceptance, settled: ReadonlySet<string>): Decision[] {
  const right = isNew ? [] : findings.filter(({ id, tier }) => tier === 'review' && settled.has(id));
  return right.map((finding) => decisionOn(finding, 'accepted'));
}

/**
 * What saying no decides: the findings never return, or the name never means its likeliest person. Where either could be
 * meant it means none of them.
 */
export function refusal({ confidence }: Question, findings: Finding[]): Decision[] {
  const people = asksName(findings) ? candidatesOf(findings) : [];
  const meant = confidence === 'either' ? people : people.slice(0, 1);
  const never = meant.map(({ path }) => rejectionOf(findings, path)).filter((decision) => decision !== undefined);
  // Nobody's own name can be rejected: that they are not meant here is all that can be said.
  const isSaid = never.length > 0 && never.length === meant.length;
  return isSaid ? never : [...never, ...findings.map((finding) => decisionOn(finding, 'rejected'))];
}

/** The name is nobody's: anywhere, or in the notes of these places. */
export function nobody(findings: Finding[], paths: string[] | undefined): Decision[] {
  return asksName(findings) ? nobodyDecisions(findings, paths ?? ['']) : [];
}

/** The edits of the only finding's answer, if there is one edit, whose words the user may change. */
export function editable(findings: Finding[], at: number): string | undefined {
  const [only, ...others] = findings;
  const edits = only && others.length === 0 ? only.fixes[at]?.edits ?? [] : [];
  return edits.length === 1 && only?.fixes[at]?.creates === undefined ? edits[0]?.text : undefined;
}
