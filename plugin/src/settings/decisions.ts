// Decisions as rows of the settings: those about names, and rejected findings. Accepted findings are not listed, since
// they are undone with their batch. Pure.
import type { DatedDecision, Decision } from '../engine/types';
import { isHabit, kindIn } from '../review/habits';
import { locale } from '../locales';
import { isAboutName, SAME_AS_BY_CONTEXT, SOMEBODY } from '../review/names';
import { noteName } from '../vault/paths';

const words = locale.settings;

export interface DecisionRow {
  decision: Decision;
  name: string;
  desc: string;
}

/** The decisions about names, and the findings that were rejected. */
export function decisionRows(decisions: Decision[]): { names: DecisionRow[]; findings: DecisionRow[] } {
  const byName = (a: DecisionRow, b: DecisionRow): number => a.name.localeCompare(b.name) || a.desc.localeCompare(b.desc);
  return {
    names: decisions.filter(isAboutName).map(rowOfName).sort(byName),
    findings: decisions.filter((decision) => !isAboutName(decision) && !isHabit(decision) && decision.verdict === 'rejected').map(rowOfFinding).sort(byName),
  };
}

/** What is done by itself since the user agreed to that, and what the user does not want done by itself. */
export function habitRows(decisions: DatedDecision[]): DecisionRow[] {
  return decisions.filter(isHabit).map((decision) => {
    const { subject, verdict, at = 0 } = decision;
    const { rule, says } = kindIn(decision) ?? { rule: '', says: subject };
    const when = new Date(at).toLocaleDateString();
    return { decision, name: says.replaceAll('`', ''), desc: [verdict === 'accepted' ? words.habitLearned(when) : words.habitDeclined(when), words.ruleName(rule)].join(' ') };
  });
}

function rowOfName(decision: Decision): DecisionRow {
  const { path, rule, subject, verdict } = decision;
  const people = decision.with ?? [];
  if (rule === SOMEBODY) return { decision, name: words.isNobody(subject), desc: path === '' ? words.everywhere : words.inNote(path) };
  const name = noteName(path);
  if (verdict === 'rejected') return { decision, name: words.isNot(subject, name), desc: words.everywhere };
  if (people.length === 0 && rule === SAME_AS_BY_CONTEXT) return { decision, name: words.wasRight(subject, name), desc: words.wasRightDesc };
  return { decision, name: words.isAmong(subject, name), desc: words.among(people.map(noteName).join(', ')) };
}

function rowOfFinding(decision: Decision): DecisionRow {
  const { path, rule, subject } = decision;
  return { decision, name: subject === '' ? noteName(path) : subject, desc: `${words.inNote(path)} ${words.ruleName(rule)}` };
}
