// Normalising: the certain repairs of the rules about frontmatter. One note is repaired at once and can be undone; of
// many notes it is first shown what would change.
import { TFile, TFolder, type App, type TAbstractFile } from 'obsidian';
import type { PlanRequest } from './engine/types';
import { en } from './locales/en';
import { FolderModal } from './modals/folder';
import { applyAfterLook } from './modals/look';
import { say, sayNothingDone } from './notices';
import type { Session } from './session';
import { noteName } from './vault/paths';

/** The rule group whose rules run. */
const GROUP = 'frontmatter';
/** Notes worked out in one call: so often progress is shown and cancelling works. */
const SLICE = 100;

export async function normaliseNote(session: Session, file: TFile): Promise<void> {
  const { path } = file;
  await session.readPropertyTypes();
  const ignored = await session.engine.ignored(path);
  if (ignored !== undefined) {
    say(en.notice.ignored(noteName(path), ignored));
    return;
  }
  const rules = await rulesOf(session);
  const applied = await session.repairs.apply(en.batch.normalise(noteName(path)), requestFor(rules, [path]));
  if (applied.written.length === 0 && applied.refused.length === 0) {
    const open = await session.engine.findings({ rules, paths: [path] });
    sayNothingDone(applied.left, open.length);
  }
  session.tell(applied);
}

/** Shows what normalising these notes would change, and does it when the user agrees. */
export async function normaliseMany(app: App, session: Session, title: string, paths: string[]): Promise<void> {
  if (paths.length === 0) {
    say(en.notice.noNotes);
    return;
  }
  await session.readPropertyTypes();
  const rules = await rulesOf(session);
  const [isRule, isPath] = [new Set(rules), new Set(paths)];
  await applyAfterLook(app, session, {
    title,
    looking: en.scan.looking,
    hint: en.scan.normaliseHint,
    requests: slices(paths).map((slice) => requestFor(rules, slice)),
    meant: ({ rule, path }) => isRule.has(rule) && isPath.has(path),
  });
}

export function normaliseFolder(app: App, session: Session, folder: TFolder): Promise<void> {
  return normaliseMany(app, session, en.batch.normalise(folder.path), notesIn([folder]));
}

export function normaliseVault(app: App, session: Session): Promise<void> {
  return normaliseMany(app, session, en.batch.normaliseVault, notesIn([app.vault.getRoot()]));
}

/** Asks which folder; the one of the note at hand is offered first. */
export function chooseFolder(app: App, session: Session): void {
  const chosen = (folder: TFolder): void => void session.run(() => normaliseFolder(app, session, folder));
  new FolderModal(app, foldersWithNotes(app), en.commands.whichFolder, chosen).open();
}

/** The folders that hold notes, the one of the note at hand first. */
export function foldersWithNotes(app: App): TFolder[] {
  const at = app.workspace.getActiveFile()?.parent;
  const folders = app.vault.getAllFolders().filter((folder) => notesIn([folder]).length > 0);
  return folders.sort((a, b) => Number(b === at) - Number(a === at) || (a.path < b.path ? -1 : 1));
}

/** The paths of the notes among these files and in these folders. */
export function notesIn(files: TAbstractFile[]): string[] {
  return files.flatMap((file) => {
    if (file instanceof TFolder) return notesIn(file.children);
    return file instanceof TFile && file.extension === 'md' ? [file.path] : [];
  });
}

async function rulesOf(session: Session): Promise<string[]> {
  return (await session.engine.rules()).filter((rule) => rule.group === GROUP).map((rule) => rule.name);
}

/** The rules of the group repair nothing but the note they look at, so that notes can be worked out apart. */
function requestFor(rules: string[], paths: string[]): PlanRequest {
  return { kind: 'query', query: { rules, tier: 'auto', paths } };
}

/** The paths in parts that are worked out in one call each. */
export function slices(paths: string[]): string[][] {
  return Array.from({ length: Math.ceil(paths.length / SLICE) }, (_, at) => paths.slice(at * SLICE, (at + 1) * SLICE));
}
