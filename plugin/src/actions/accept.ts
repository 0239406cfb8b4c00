// Writes the fixes that the user accepted in the review pane.
import type { Alias, Choice } from '../engine/types';
import { en } from '../locales/en';
import type { AcceptResult, BatchTitle } from '../review/types';
import { say } from '../screen/notices';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

type AcceptParts = Pick<Parts, 'engine' | 'repairs' | 'undo' | 'changedNotes'>;

/** `alias` is a form that becomes an alias of its person. */
export async function accept({ engine, repairs, undo, changedNotes }: AcceptParts, title: BatchTitle, choices: Choice[], alias?: Alias): Promise<AcceptResult> {
  const mentioning = alias ? await engine.mentioning(alias.written) : [];
  const applied = await repairs.apply(titleOf(title), { kind: 'choices', choices, ...(alias ? { alias } : {}) });
  changedNotes.add(mentioning);
  const announce = (): void => {
    undo.offer(applied);
    for (const reason of new Set(applied.left.map((left) => left.reason))) say(reason);
  };
  return { ...applied, announce };
}

/** What the batch is called in the journal. */
function titleOf({ path, count, name }: BatchTitle): string {
  if (name) return en.batch.identified(name.written, noteName(name.person));
  return count === 1 ? en.batch.accepted(noteName(path)) : en.batch.acceptedAll(count);
}
