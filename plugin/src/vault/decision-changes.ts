// How the list of decisions changes with a batch, so that undoing the batch undoes these changes too. Pure.
import type { Decision } from '../engine/types';

/** Decisions that were added, and decisions that were removed. */
export interface DecisionChanges {
  made: Decision[];
  lost: Decision[];
}

export function changesBetween(before: Decision[], after: Decision[]): DecisionChanges {
  return { made: without(after, before), lost: without(before, after) };
}

/** The decisions after the changes are undone. Decisions that were added since stay. */
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
