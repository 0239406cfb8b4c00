// Splitting a person's note that holds two people, from a card, the palette or a menu. The user sees its parts on two sides,
// and the split is written exactly as it was shown: all of it or nothing.
import type { TFile } from 'obsidian';
import type { Finding, Split, SplitRequest } from '../engine/types';
import { locale } from '../locales';
import { SplitModal } from '../modals/split';
import { say, sayFailure } from '../screen/notices';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

type SplitParts = Pick<Parts, 'app' | 'engine' | 'repairs' | 'undo' | 'index' | 'catchUp'>;

/** Shows the parts of this note, and splits it if the user agrees. */
export async function splitNote(parts: SplitParts, { path }: TFile): Promise<void> {
  await parts.catchUp([path]);
  if (await parts.engine.isPerson(path)) await open(parts, path);
  else say(locale.split.noPerson(noteName(path)));
}

/** Splits the note of a finding. */
export async function splitFinding(parts: SplitParts & Pick<Parts, 'review'>, finding: Finding): Promise<void> {
  await parts.catchUp([finding.path]);
  await open(parts, finding.path, (batch) => parts.review.batchWritten(batch, [finding], locale.batch.split(noteName(finding.path))));
}

/** `written` is called with the batch. */
async function open(parts: SplitParts, note: string, written?: (batch: string) => void): Promise<void> {
  const { app, engine, index } = parts;
  const split = (request: SplitRequest): Promise<Split> => engine.split(request);
  const confirm = (request: SplitRequest, shown: Split): void => void index.whenReady(() => write(parts, request, shown, written));
  new SplitModal(app, { split, confirm, failed: sayFailure }, note, await split({ note })).open();
}

async function write({ engine, repairs, undo }: SplitParts, request: SplitRequest, shown: Split, written?: (batch: string) => void): Promise<void> {
  // Worked out anew: the note may have changed while the user was reading, or another one may have come to link to it.
  const { plan } = await engine.split(request);
  const [left] = plan.left;
  const texts = ({ plan: { changes } }: Pick<Split, 'plan'>, path: string | undefined): string =>
    JSON.stringify(changes.filter((change) => change.path === path).map(({ before, after }) => [before, after]));
  const isSame = [request.note, shown.path].every((path) => texts({ plan }, path) === texts(shown, path));
  if (left || !isSame) {
    say(isSame && left ? locale.split.refused(left.reason) : locale.split.changed(noteName(request.note)));
    return;
  }
  const applied = await repairs.write(locale.batch.split(noteName(request.note)), { requests: [], ...plan });
  const { batch, refused: [refused, ...others] } = applied;
  if (batch !== undefined) written?.(batch);
  if (refused) say(locale.split.refused(`${refused.path}: ${refused.reason}`));
  undo.offer({ ...applied, refused: others });
}
