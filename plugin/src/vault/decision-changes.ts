// What was decided with a batch, so that whoever takes the batch back takes that back with it. Pure.
import type { Decision } from '../engine/types';

/** The decisions that came and those that went. */
export interface DecisionChanges {
  made: Decision[];
  lost: Decision[];
}

export function changesBetween(before: Decision[], after: Decision[]): DecisionChanges {
  return { made: without(after, before), lost: without(before, after) };
}

/** What is left of `now`, and what comes back, once that is taken back. What was decided since stays. */
export function withoutChanges(now: Decision[], { made, lost }: DecisionChanges): Decision[] {
  const kept = without(now, made);
  return [...kept, ...without(lost, kept)];
}

function without(all: Decision[], others: Decision[]): Decision[] {
  const known = new Set(others.map(keyOf));
  return all.filter((decision) => !known.has(keyOf(decision)));
}

function keyOf(decision: Decision): string {
  return JSON.stringify([decision.path, decision.rule, decision.subject, decision.verdict, decision.with ?? []]);
}
