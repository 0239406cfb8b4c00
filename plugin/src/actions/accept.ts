// Writes the fixes that the user chose in the review pane. The pane itself says what was written, and offers to undo it.
import type { Alias, Choice } from '../engine/types';
import { locale } from '../locales';
import type { AcceptResult, BatchTitle } from '../review/types';
import { noteName } from '../vault/paths';
import { sentenceOf } from '../vault/repairs';
import type { Parts } from './parts';

type AcceptParts = Pick<Parts, 'engine' | 'repairs' | 'undo' | 'changedNotes' | 'refresh'>;

/** `alias` is a form that becomes an alias of its person. */
export async function accept({ engine, repairs, undo, changedNotes, refresh }: AcceptParts, title: BatchTitle, choices: Choice[], alias?: Alias): Promise<AcceptResult> {
  await refresh.adopted();
  const mentioning = alias ? await engine.mentioning(alias.written) : [];
  const { batch, written, settled, refused, left } = await repairs.apply(titleOf(title), { kind: 'choices', choices, ...(alias ? { alias } : {}) }, { answer: true });
  changedNotes.add(mentioning);
  undo.changed();
  const reasons = [...refused.map(sentenceOf), ...left.map(({ reason }) => reason)];
  return { batch, written, settled, reasons: [...new Set(reasons)] };
}

/** What the batch is called in the journal. */
function titleOf({ path, count, name }: BatchTitle): string {
  if (name) return locale.batch.identified(name.written, noteName(name.person));
  return count === 1 ? locale.batch.accepted(noteName(path)) : locale.batch.acceptedAll(count);
}
