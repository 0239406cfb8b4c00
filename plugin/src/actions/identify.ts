// Links a form in a note to the person whom it means, or to somebody new whose note is made.
import type { Identification } from '../engine/types';
import { locale } from '../locales';
import { say } from '../screen/notices';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

export async function identify({ repairs, undo }: Pick<Parts, 'repairs' | 'undo'>, form: Identification): Promise<void> {
  const { written, person } = form;
  const title = person === undefined ? locale.batch.introduced(written) : locale.batch.identified(written, noteName(person));
  const applied = await repairs.apply(title, { kind: 'identify', form });
  undo.offer(applied);
  for (const { reason } of applied.left) say(reason);
}

/** The same for a form that is still being typed: the engine reads the note first. */
export async function identifyTyped(parts: Pick<Parts, 'repairs' | 'undo' | 'catchUp'>, form: Identification): Promise<void> {
  await parts.catchUp([form.path]);
  await identify(parts, form);
}
