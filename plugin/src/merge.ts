// Merging two notes of one person: asked for from a card, the palette or a menu, shown side by side, and written as it
// was shown: all of it or nothing.
import type { App, TFile } from 'obsidian';
import type { Merge, MergeRequest, NoteChange } from './engine/types';
import { en } from './locales/en';
import { MergeModal } from './modals/merge';
import { PersonModal } from './modals/person';
import { say } from './notices';
import type { Session } from './session';
import { noteName } from './vault/paths';

type Pair = Omit<MergeRequest, 'take'>;

/** Asks with which person's note this one is merged. The one asked for stays, unless the user says otherwise. */
export async function mergeNote(app: App, session: Session, { path }: TFile): Promise<void> {
  await session.catchUp(path);
  if (!(await session.engine.isPerson(path))) {
    say(en.merge.noPerson(noteName(path)));
    return;
  }
  const chosen = (other: string): void => void session.run(() => mergeTwo(app, session, { winner: other, loser: path }));
  new PersonModal(app, session, path, en.merge.which(noteName(path)), chosen).open();
}

/** Shows the two side by side and makes them one if the user agrees; `written` is told the batch then. */
export async function mergeTwo(app: App, session: Session, pair: Pair, written?: (batch: string) => void): Promise<void> {
  for (const path of [pair.winner, pair.loser]) await session.catchUp(path);
  const asked = (request: MergeRequest): Promise<Merge> => session.engine.merge(request);
  const agreed = (request: MergeRequest, shown: Merge): void => void session.run(() => write(session, request, shown, written));
  const first = { ...pair, take: [] };
  new MergeModal(app, { asked, agreed, failed: (thrown) => session.failed(thrown) }, first, await asked(first)).open();
}

async function write(session: Session, request: MergeRequest, shown: Merge, written?: (batch: string) => void): Promise<void> {
  const { winner, loser } = request;
  // Worked out anew: another note may have come to link to them while the user was reading.
  const { plan } = await session.engine.merge(request);
  const [left] = plan.left;
  const moved = [loser, winner].find((path) => !isSame(of(shown.plan.changes, path), of(plan.changes, path)));
  if (left || moved !== undefined) {
    say(left ? en.merge.refused(left.reason) : en.merge.changed(noteName(moved ?? winner)));
    return;
  }
  const title = en.batch.merged(noteName(loser), noteName(winner));
  const applied = await session.repairs.write(title, { requests: [], ...plan }, { instead: winner });
  const { batch, refused: [refused, ...others] } = applied;
  try {
    if (batch !== undefined && !refused) await session.merged(loser, winner, batch);
  } finally {
    // Told last: from then on the user may take it back, with what was decided.
    if (batch !== undefined) written?.(batch);
    if (refused) say(en.merge.refused(`${refused.path}: ${refused.reason}`));
    session.tell({ ...applied, refused: others });
  }
}

function of(changes: NoteChange[], path: string): NoteChange | undefined {
  return changes.find((change) => change.path === path);
}

function isSame(one: NoteChange | undefined, other: NoteChange | undefined): boolean {
  return one?.before === other?.before && one?.after === other?.after;
}
