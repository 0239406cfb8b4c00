// Converts the fields of tasks to the format that the settings name. The user always sees the changes first, since a
// whole note of tasks looks different afterwards.
import type { TFile, TFolder } from 'obsidian';
import { locale } from '../locales';
import { FolderModal } from '../modals/folder';
import { say } from '../screen/notices';
import { foldersWithNotes, notesIn } from '../vault/folders';
import type { Parts } from './parts';
import { reviewBatch, slices, type BatchParts } from './review-batch';

type ConvertParts = BatchParts & Pick<Parts, 'adopted' | 'refresh' | 'store'>;

export function convertNote(parts: ConvertParts, file: TFile): Promise<void> {
  return convert(parts, locale.convert.title(file.basename), [file.path]);
}

export function convertVault(parts: ConvertParts): Promise<void> {
  return convert(parts, locale.convert.titleVault, notesIn([parts.app.vault.getRoot()]));
}

/** Asks which folder; the one of the active note is offered first. */
export function convertFolder(parts: ConvertParts & Pick<Parts, 'index'>): void {
  const { app, index } = parts;
  const convertIn = (folder: TFolder): void => void index.whenReady(() => convert(parts, locale.convert.title(folder.path), notesIn([folder])));
  new FolderModal(app, foldersWithNotes(app), locale.convert.whichFolder, convertIn).open();
}

/** Shows what converting would change, and does it when the user agrees. */
async function convert(parts: ConvertParts, title: string, paths: string[]): Promise<void> {
  if (paths.length === 0) {
    say(locale.notice.noNotes);
    return;
  }
  await parts.refresh.adopted();
  if (!parts.adopted.areKnown) {
    say(locale.notice.unknownFormat);
    return;
  }
  const to = parts.adopted.taskFormat(parts.store.config?.settings);
  await reviewBatch(parts, {
    title,
    progressTitle: locale.scan.looking,
    hint: locale.convert.hint(locale.settings.taskFormats[to]),
    confirm: locale.convert.confirm,
    requests: slices(paths).map((slice) => ({ kind: 'convert', to, query: { paths: slice } })),
    includes: undefined,
  });
}
