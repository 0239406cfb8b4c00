// What was decided with a batch, so that whoever takes the batch back takes that back with it. Pure.
import type { Decision } from '../engine/types';

/** The decisions that came and those that went. */
export interface Decided {
  made: Decision[];
  lost: Decision[];
}

export function decidedBetween(before: Decision[], after: Decision[]): Decided {
  return { made: without(after, before), lost: without(before, after) };
}

/** What is left of `now`, and what comes back, once that is taken back. What was decided since stays. */
export function undecided(now: Decision[], { made, lost }: Decided): Decision[] {
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
