// A click on a task's checkbox in the task view.
import type { TaskRow } from '../engine/types';
import { en } from '../locales/en';
import { say } from '../screen/notices';
import type { CompletionResult } from '../tasks/model';
import { today } from '../tasks/reader';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

export async function completeTask({ repairs, undo }: Pick<Parts, 'repairs' | 'undo'>, { path, line, raw }: TaskRow): Promise<CompletionResult> {
  const applied = await repairs.apply(en.batch.completed(noteName(path)), { kind: 'task', task: { path, line, raw, today: today() } });
  const announce = (): void => {
    undo.offer(applied);
    const [left] = applied.left;
    if (left) say(left.reason);
  };
  return { written: applied.written.length > 0, announce };
}
