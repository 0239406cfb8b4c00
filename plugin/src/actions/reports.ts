// What is written about the vault rather than in its notes: the report, and a base of people and meetings.
import type { PlanRequest } from '../engine/types';
import { locale } from '../locales';
import { sayNothingDone } from '../screen/notices';
import { showMade } from '../screen/open';
import type { Parts } from './parts';

type ReportParts = Pick<Parts, 'app' | 'repairs' | 'undo'>;

/** Writes the report of the vault, or writes it anew, and opens it. */
export async function writeReport(parts: ReportParts & Pick<Parts, 'store' | 'catchUp'>): Promise<void> {
  const path = parts.store.config?.settings.reportPath ?? '';
  await parts.catchUp([path]);
  const isThere = await write(parts, locale.batch.report, { kind: 'report' });
  if (isThere) await showMade(parts.app, path);
}

/** Makes the base and opens it; one that is there already is left alone. It is the user's from then on, so it can be moved. */
export async function makeBase(parts: ReportParts): Promise<void> {
  const { app } = parts;
  const path = locale.bases.file;
  await write(parts, locale.batch.base, { kind: 'base', path });
  await showMade(app, path);
}

/** Whether the file is as it should be: written now, or unchanged. */
async function write({ repairs, undo }: ReportParts, title: string, request: PlanRequest): Promise<boolean> {
  const applied = await repairs.apply(title, request);
  undo.offer(applied);
  if (applied.left.length > 0) sayNothingDone(applied.left);
  return applied.left.length === 0 && applied.refused.length === 0;
}
