// Normalising: the certain repairs of the rules about frontmatter. One note is repaired at once and can be
// undone; for many notes the user first sees what would change.
import { TFile, type TFolder } from 'obsidian';
import type { PlanRequest } from '../engine/types';
import { locale } from '../locales';
import { say, sayNothingDone } from '../screen/notices';
import { notesIn } from '../vault/folders';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';
import { reviewBatch, slices, type BatchParts } from './review-batch';
import { chooseScope } from './scope';

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
  const title = folder.isRoot() ? locale.batch.normaliseVault : locale.batch.normalise(folder.path);
  return normaliseNotes(parts, title, notesIn([folder]));
}

/** Asks what is to be normalised. */
export function normalise(parts: NormaliseParts & Pick<Parts, 'index'>): void {
  const of = (scope: TFile | TFolder): Promise<void> => (scope instanceof TFile ? normaliseNote(parts, scope) : normaliseFolder(parts, scope));
  chooseScope(parts.app, locale.commands.normaliseWhat, (scope) => void parts.index.whenReady(() => of(scope)));
}

async function rulesOf(engine: Parts['engine']): Promise<string[]> {
  return (await engine.rules()).filter((rule) => rule.group === GROUP).map((rule) => rule.name);
}

/** The rules of the group repair nothing but the note they look at, so that notes can be planned separately. */
function requestFor(rules: string[], paths: string[]): PlanRequest {
  return { kind: 'query', query: { rules, tier: 'auto', paths } };
}
