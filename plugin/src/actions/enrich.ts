// Writes what a meeting note teaches other notes. Findings in doubt stay in the review pane.
import type { TFile } from 'obsidian';
import { locale } from '../locales';
import { sayNothingDone } from '../screen/notices';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

export async function enrich({ repairs, undo }: Pick<Parts, 'repairs' | 'undo'>, { path }: TFile): Promise<void> {
  const applied = await repairs.apply(locale.batch.enrich(noteName(path)), { kind: 'taught', path });
  if (applied.written.length === 0 && applied.refused.length === 0) sayNothingDone(applied.left);
  undo.offer(applied);
}
