// Asks which notes an action on many is about: the open note, the vault, or one of its folders.
import type { App, TFile, TFolder } from 'obsidian';
import { locale } from '../locales';
import { CountedModal, type Counted } from '../modals/counted';
import { foldersWithNotes, notesIn } from '../vault/folders';

export function chooseScope(app: App, question: string, chosen: (scope: TFile | TFolder) => void): void {
  const item = (text: string, scope: TFile | TFolder): Counted => ({ text, count: notesIn([scope]).length, choose: () => chosen(scope) });
  const file = app.workspace.getActiveFile();
  const items = [
    ...(file?.extension === 'md' ? [item(locale.scope.note(file.basename), file)] : []),
    item(locale.scope.vault, app.vault.getRoot()),
    ...foldersWithNotes(app).map((folder) => item(folder.path, folder)),
  ];
  new CountedModal(app, Promise.resolve(items), question).open();
}
