// A click on a task's checkbox in the task view.
import type { TaskRow } from '../engine/types';
import { locale } from '../locales';
import { say } from '../screen/notices';
import type { CompletionResult } from '../tasks/model';
import { today } from '../tasks/reader';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

type CompletionParts = Pick<Parts, 'refresh' | 'repairs' | 'undo'>;

export async function completeTask({ refresh, repairs, undo }: CompletionParts, { path, line, raw }: TaskRow): Promise<CompletionResult> {
  // How the Tasks plugin is set at this moment decides what the click does.
  await refresh.adopted();
  const applied = await repairs.apply(locale.batch.completed(noteName(path)), { kind: 'task', task: { path, line, raw, today: today() } }, { answer: true });
  const { left: [left], written, refused } = applied;
  const announce = (): void => {
    undo.offer(applied);
    if (left) say(left.reason);
    else if (written.length === 0 && refused.length === 0) say(locale.taskView.staysAsItIs);
  };
  return { written: written.length > 0, announce };
}
