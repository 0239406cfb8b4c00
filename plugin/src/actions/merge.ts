// Merging two notes of one person, from a card, the palette or a menu. The user sees both side by side, and the merge is
// written exactly as it was shown: all of it or nothing.
import type { TFile } from 'obsidian';
import type { Finding, Merge, MergeRequest, NoteChange } from '../engine/types';
import { locale } from '../locales';
import { MergeModal } from '../modals/merge';
import { PersonModal } from '../modals/person';
import { openAtOnce } from '../screen/at-once';
import { say, sayFailure } from '../screen/notices';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

type MergeParts = Pick<Parts, 'app' | 'engine' | 'repairs' | 'decisions' | 'undo' | 'index' | 'catchUp'>;
type Pair = Omit<MergeRequest, 'take'>;

/** Asks which person's note to merge this one with. The note that the user chooses stays, unless they switch the two. */
export async function mergeNote(parts: MergeParts, { path }: TFile): Promise<void> {
  const { app, engine, index } = parts;
  const isPerson = parts.catchUp([path]).then(() => engine.isPerson(path));
  const chosen = (other: string): void => void index.whenReady(async () => {
    if (await isPerson) await mergeTwo(parts, { winner: other, loser: path });
  });
  const takeBack = openAtOnce(new PersonModal(app, engine, path, locale.merge.which(noteName(path)), chosen));
  if (await isPerson) return;
  takeBack();
  say(locale.merge.noPerson(noteName(path)));
}

/**
 * Merges the two notes of a finding. The one that the finding stands in is more likely misheard or a double: it goes,
 * unless the user says otherwise.
 */
export function mergeFinding(parts: MergeParts & Pick<Parts, 'review'>, finding: Finding): Promise<void> {
  return mergeTwo(parts, { winner: finding.subject, loser: finding.path }, (batch) => parts.review.batchWritten(batch, [finding], locale.batch.merged(noteName(finding.path), noteName(finding.subject))));
}

/** Shows the two side by side and merges them if the user agrees. `written` is called with the batch. */
async function mergeTwo(parts: MergeParts, pair: Pair, written?: (batch: string) => void): Promise<void> {
  const { app, engine, index } = parts;
  await parts.catchUp([pair.winner, pair.loser]);
  const asked = (request: MergeRequest): Promise<Merge> => engine.merge(request);
  const confirm = (request: MergeRequest, shown: Merge): void => void index.whenReady(() => write(parts, request, shown, written));
  const first = { ...pair, take: [] };
  new MergeModal(app, { merge: asked, confirm, failed: sayFailure }, first, await asked(first)).open();
}

async function write({ engine, repairs, decisions, undo }: MergeParts, request: MergeRequest, shown: Merge, written?: (batch: string) => void): Promise<void> {
  const { winner, loser } = request;
  // Worked out anew: another note may have come to link to them while the user was reading.
  const { plan } = await engine.merge(request);
  const [left] = plan.left;
  const moved = [loser, winner].find((path) => !isSame(of(shown.plan.changes, path), of(plan.changes, path)));
  if (left || moved !== undefined) {
    say(left ? locale.merge.refused(left.reason) : locale.merge.changed(noteName(moved ?? winner)));
    return;
  }
  const title = locale.batch.merged(noteName(loser), noteName(winner));
  const applied = await repairs.write(title, { requests: [], ...plan }, { instead: winner });
  const { batch, refused: [refused, ...others] } = applied;
  try {
    if (batch !== undefined && !refused) await decisions.moveTo(winner, loser, batch);
  } finally {
    // The notice comes last: its undo must also undo the decisions.
    if (batch !== undefined) written?.(batch);
    if (refused) say(locale.merge.refused(`${refused.path}: ${refused.reason}`));
    undo.offer({ ...applied, refused: others });
  }
}

function of(changes: NoteChange[], path: string): NoteChange | undefined {
  return changes.find((change) => change.path === path);
}

function isSame(one: NoteChange | undefined, other: NoteChange | undefined): boolean {
  return one?.before === other?.before && one?.after === other?.after;
}
