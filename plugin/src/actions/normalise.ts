// Normalising: the certain repairs of the rules about frontmatter. One note is repaired at once and can be
// undone; for many notes the user first sees what would change.
import type { TFile, TFolder } from 'obsidian';
import type { PlanRequest } from '../engine/types';
import { locale } from '../locales';
import { FolderModal } from '../modals/folder';
import { say, sayNothingDone } from '../screen/notices';
import { foldersWithNotes, notesIn } from '../vault/folders';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';
import { reviewBatch, slices, type BatchParts } from './review-batch';

/** The rule group whose rules run. */
const GROUP = 'frontmatter';

type NormaliseParts = BatchParts & Pick<Parts, 'refresh'>;

export async function normaliseNote({ engine, repairs, undo, refresh }: NormaliseParts, { path }: TFile): Promise<void> {
  await refresh.adopted();
  const ignored = await engine.ignored(path);
  if (ignored !== undefined) {
    say(locale.notice.ignored(noteName(path), ignored));
    return;
  }
  const rules = await rulesOf(engine);
  const applied = await repairs.apply(locale.batch.normalise(noteName(path)), requestFor(rules, [path]));
  if (applied.written.length === 0 && applied.refused.length === 0) {
    const open = await engine.findings({ rules, paths: [path] });
    sayNothingDone(applied.left, open.length);
  }
  undo.offer(applied);
}

/** Shows what normalising these notes would change, and does it when the user agrees. */
export async function normaliseNotes(parts: NormaliseParts, title: string, paths: string[]): Promise<void> {
  if (paths.length === 0) {
    say(locale.notice.noNotes);
    return;
  }
  await parts.refresh.adopted();
  const rules = await rulesOf(parts.engine);
  const [isRule, isPath] = [new Set(rules), new Set(paths)];
  await reviewBatch(parts, {
    title,
    progressTitle: locale.scan.looking,
    hint: locale.scan.normaliseHint,
    requests: slices(paths).map((slice) => requestFor(rules, slice)),
    includes: ({ rule, path }) => isRule.has(rule) && isPath.has(path),
  });
}

export function normaliseFolder(parts: NormaliseParts, folder: TFolder): Promise<void> {
  return normaliseNotes(parts, locale.batch.normalise(folder.path), notesIn([folder]));
}

export function normaliseVault(parts: NormaliseParts): Promise<void> {
  return normaliseNotes(parts, locale.batch.normaliseVault, notesIn([parts.app.vault.getRoot()]));
}

/** Asks which folder; the one of the active note is offered first. */
export function chooseFolder(parts: NormaliseParts & Pick<Parts, 'index'>): void {
  const { app, index } = parts;
  const chosen = (folder: TFolder): void => void index.whenReady(() => normaliseFolder(parts, folder));
  new FolderModal(app, foldersWithNotes(app), locale.commands.whichFolder, chosen).open();
}

async function rulesOf(engine: Parts['engine']): Promise<string[]> {
  return (await engine.rules()).filter((rule) => rule.group === GROUP).map((rule) => rule.name);
}

/** The rules of the group repair nothing but the note they look at, so that notes can be planned separately. */
function requestFor(rules: string[], paths: string[]): PlanRequest {
  return { kind: 'query', query: { rules, tier: 'auto', paths } };
}
