// Which notes and folders an action on many notes is about.
import { TFile, TFolder, type App, type TAbstractFile } from 'obsidian';

/** The paths of the Markdown notes among these files and below these folders. */
export function notesIn(files: TAbstractFile[]): string[] {
  return files.flatMap((file) => {
    if (file instanceof TFolder) return notesIn(file.children);
    return file instanceof TFile && file.extension === 'md' ? [file.path] : [];
  });
}

/** The folders that hold notes, the folder of the active note first. */
export function foldersWithNotes(app: App): TFolder[] {
  const active = app.workspace.getActiveFile()?.parent;
  const folders = app.vault.getAllFolders().filter((folder) => notesIn([folder]).length > 0);
  return folders.sort((a, b) => Number(b === active) - Number(a === active) || (a.path < b.path ? -1 : 1));
}
