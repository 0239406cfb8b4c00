// What the menus of files and folders offer.
import { TFile, TFolder, type Menu, type TAbstractFile } from 'obsidian';
import { normalise, normaliseMany, run } from './actions';
import { en } from './locales/en';
import type NamesakePlugin from './main';

export function registerMenus(plugin: NamesakePlugin): void {
  const { workspace } = plugin.app;
  plugin.registerEvent(workspace.on('file-menu', (menu, file) => {
    if (file instanceof TFolder) offerMany(plugin, menu, en.menu.normaliseFolder, notesIn([file]));
    else if (file instanceof TFile && file.extension === 'md') offerNote(plugin, menu, file);
  }));
  plugin.registerEvent(workspace.on('files-menu', (menu, files) => {
    const notes = notesIn(files);
    offerMany(plugin, menu, en.menu.normaliseFiles(notes.length), notes);
  }));
}

function offerNote(plugin: NamesakePlugin, menu: Menu, file: TFile): void {
  const { session } = plugin;
  menu.addItem((item) => item.setTitle(en.menu.normalise).setIcon('sparkles').setSection('action')
    .onClick(() => void run(session, () => normalise(session, file))));
  menu.addItem((item) => item.setTitle(en.menu.review).setIcon('user-check').setSection('action')
    .onClick(() => void plugin.openReview(file.path)));
}

function offerMany(plugin: NamesakePlugin, menu: Menu, title: string, paths: string[]): void {
  if (paths.length === 0) return;
  menu.addItem((item) => item.setTitle(title).setIcon('sparkles').setSection('action')
    .onClick(() => void run(plugin.session, () => normaliseMany(plugin.app, plugin.session, paths))));
}

function notesIn(files: TAbstractFile[]): string[] {
  return files.flatMap((file) => {
    if (file instanceof TFolder) return notesIn(file.children);
    return file instanceof TFile && file.extension === 'md' ? [file.path] : [];
  });
}
