// Converting tasks: their fields in the format that the settings name. Shown first, whatever it is about: a whole note
// of tasks looks different afterwards.
import { TFolder, type App, type TFile } from 'obsidian';
import type { PlanRequest } from './engine/types';
import { en } from './locales/en';
import { FolderModal } from './modals/folder';
import { applyAfterLook } from './modals/look';
import { foldersWithNotes, notesIn, slices } from './normalise';
import { say } from './notices';
import type { Session } from './session';

type Format = Extract<PlanRequest, { kind: 'convert' }>['to'];

export function convertNote(app: App, session: Session, file: TFile): Promise<void> {
  return convert(app, session, en.convert.title(file.basename), [file.path]);
}

export function convertVault(app: App, session: Session): Promise<void> {
  return convert(app, session, en.convert.titleVault, notesIn([app.vault.getRoot()]));
}

/** Asks which folder; the one of the note at hand is offered first. */
export function convertFolder(app: App, session: Session): void {
  const convertIn = (folder: TFolder): void => void session.run(() => convert(app, session, en.convert.title(folder.path), notesIn([folder])));
  new FolderModal(app, foldersWithNotes(app), en.convert.whichFolder, convertIn).open();
}

/** Shows what converting would change, and does it when the user agrees. */
async function convert(app: App, session: Session, title: string, paths: string[]): Promise<void> {
  if (paths.length === 0) {
    say(en.notice.noNotes);
    return;
  }
  const to: Format = session.store.config?.settings.taskFormat ?? 'emoji';
  await applyAfterLook(app, session, {
    title,
    looking: en.scan.looking,
    hint: en.convert.hint(en.settings.taskFormats[to]),
    confirm: en.convert.confirm,
    requests: slices(paths).map((slice) => ({ kind: 'convert', to, query: { paths: slice } })),
    meant: undefined,
  });
}
