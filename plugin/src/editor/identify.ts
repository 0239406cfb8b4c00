// Links a form in a note to the person whom it means, and says what became of it.
import type { PlanRequest } from '../engine/types';
import { en } from '../locales/en';
import { say } from '../notices';
import type { Session } from '../session';
import { noteName } from '../vault/paths';

export type Identification = Extract<PlanRequest, { kind: 'identify' }>['form'];

/** Without a person it is somebody new, whose note is made. */
export async function identify(session: Session, form: Identification): Promise<void> {
  const { written, person } = form;
  const title = person === undefined ? en.batch.introduced(written) : en.batch.identified(written, noteName(person));
  const applied = await session.repairs.apply(title, { kind: 'identify', form });
  session.tell(applied);
  for (const { reason } of applied.left) say(reason);
}
