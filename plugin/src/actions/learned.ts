// What the user said yes to so often that it is done by itself in a saved note.
import type { PlanRequest } from '../engine/types';
import { habitsIn, mayBeHabit } from '../review/habits';
import type { Parts } from './parts';

/** Undefined where there is nothing of that kind. */
export async function learnedIn({ engine, store }: Pick<Parts, 'engine' | 'store'>, path: string): Promise<PlanRequest | undefined> {
  const rules = habitsIn(store.decisions);
  if (rules.length === 0) return undefined;
  const found = (await engine.findings({ rules, tier: 'review', paths: [path] })).filter(mayBeHabit);
  return found.length === 0 ? undefined : { kind: 'choices', choices: found.map(({ id }) => ({ id, path, fix: 0 })) };
}
