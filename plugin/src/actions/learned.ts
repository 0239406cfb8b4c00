// What the user said yes to so often that it is done by itself in a saved note.
import type { PlanRequest } from '../engine/types';
import { choiceOf } from '../review/choice';
import { habitsIn, mayBeHabit } from '../review/habits';
import type { Parts } from './parts';

/** Undefined where there is nothing of that kind. */
export async function learnedIn({ engine, store }: Pick<Parts, 'engine' | 'store'>, path: string): Promise<PlanRequest | undefined> {
  const habits = habitsIn(store.decisions);
  if (habits.length === 0) return undefined;
  const found = (await engine.look([path])).filter((finding) => mayBeHabit(finding) && habits.some(({ rule }) => rule === finding.rule));
  const asked = await Promise.all(found.map(async (finding) => ({ finding, question: await engine.questionAt(path, finding.id) })));
  const meant = asked.filter(({ question }) => habits.some((habit) => habit.question === question?.id));
  return meant.length === 0 ? undefined : { kind: 'choices', choices: meant.map(({ finding }) => choiceOf(finding, 0)) };
}
