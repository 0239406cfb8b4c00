// Answers that the user gives so often that they can be given by themselves: what may become such a habit, when it is
// offered, and how it is remembered. Pure.
import type { DatedDecision, Decision, Finding, Question } from '../engine/types';

/** In place of a rule in a decision: what the subject says is done by itself; rejected, that is not offered again. */
const HABIT = 'habit';

/** So many answers in a row, all yes. */
const IN_A_ROW = 10;
/** A group of so many places that was answered as a whole; two of a kind are no habit. */
const GROUP = 3;

/** A link, or a handle of somebody. */
const LEADS_TO = /\[\[|\]\(|@/u;

/**
 * Whether a yes to this can become a habit: it has one answer, which stays in its note and leads to nobody. A wrong link costs
 * most, and so does what another note taught where it is in doubt whose it is.
 */
export function mayBeHabit({ path, tier, fixes, mention, source }: Finding): boolean {
  const [fix, ...others] = fixes;
  if (tier !== 'review' || !fix || others.length > 0) return false;
  const names = mention ?? source ?? fix.candidate ?? fix.creates;
  return names === undefined && fix.edits.every((edit) => edit.path === path && !LEADS_TO.test(edit.text));
}

export interface HabitRecord {
  accepted: number;
  decided: number;
}

/** What is asked alike wherever it is asked: a rule, and the question of it. A rule may ask more than the user said yes to. */
export interface Kind {
  rule: string;
  question: string;
  /** The sentence by which the user knows it. */
  says: string;
}

/** Undefined where a question is one of a kind. */
export function kindOf({ id, kind, rule, places }: Question): Kind | undefined {
  const [first] = places;
  return first && (kind === 'alike' || kind === 'tasks') ? { rule, question: id, says: first.message } : undefined;
}

/** What the user said to this rule so far, if that makes a habit of it. `whole`: of a group of so many places all were accepted. */
export function earnedHabit(decisions: DatedDecision[], { rule, question }: Kind, whole: number): HabitRecord | undefined {
  if (decisions.some((decision) => isHabit(decision) && kindIn(decision)?.question === question)) return undefined;
  const said = decisions.filter((decision) => decision.rule === rule).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const yes = (some: DatedDecision[]): number => some.filter(({ verdict }) => verdict === 'accepted').length;
  const record = { accepted: yes(said), decided: said.length };
  const isGroup = whole >= GROUP && record.accepted === record.decided;
  return isGroup || yes(said.slice(-IN_A_ROW)) === IN_A_ROW ? record : undefined;
}

export function habit({ rule, question, says }: Kind, verdict: 'accepted' | 'rejected'): Decision {
  return { path: '', rule: HABIT, subject: `${rule} ${question} ${says}`, verdict };
}

export function kindIn({ subject }: Decision): Kind | undefined {
  const [, rule, question, says] = /^(\S+) (\S+) (.*)$/su.exec(subject) ?? [];
  return rule !== undefined && question !== undefined && says !== undefined ? { rule, question, says } : undefined;
}

export function isHabit({ rule }: Decision): boolean {
  return rule === HABIT;
}

/** What is done by itself. */
export function habitsIn(decisions: Decision[]): Kind[] {
  return decisions.filter((decision) => isHabit(decision) && decision.verdict === 'accepted').flatMap((decision) => kindIn(decision) ?? []);
}
