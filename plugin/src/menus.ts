// What the menus of files, folders and the editor offer.
import { TFile, TFolder, type Menu } from 'obsidian';
import { formIn, whois } from './editor/whois';
import { en } from './locales/en';
import type NamesakePlugin from './main';
import { mergeNote } from './merge';
import { normaliseFolder, normaliseMany, normaliseNote, notesIn } from './normalise';

export function registerMenus(plugin: NamesakePlugin): void {
  const { workspace } = plugin.app;
  plugin.registerEvent(workspace.on('file-menu', (menu, file) => {
    if (file instanceof TFolder) offerFolder(plugin, menu, file);
    else if (file instanceof TFile && file.extension === 'md') offerNote(plugin, menu, file);
  }));
  plugin.registerEvent(workspace.on('files-menu', (menu, files) => {
    offerMany(plugin, menu, notesIn(files));
  }));
  plugin.registerEvent(workspace.on('editor-menu', (menu, editor, { file }) => {
    if (file?.extension !== 'md' || !formIn(editor)) return;
    offer(menu, en.commands.whois, 'user-search', () => void plugin.session.run(() => whois(plugin.app, plugin.session, editor, file)));
  }));
}

function offerNote(plugin: NamesakePlugin, menu: Menu, file: TFile): void {
  const { app, session } = plugin;
  offer(menu, en.menu.normaliseNote, 'sparkles', () => void session.run(() => normaliseNote(session, file)));
  offer(menu, en.menu.review, 'user-check', () => void plugin.openReview(file.path));
  offer(menu, en.menu.merge, 'merge', () => void session.run(() => mergeNote(app, session, file)));
}

function offerFolder({ app, session }: NamesakePlugin, menu: Menu, folder: TFolder): void {
  if (notesIn([folder]).length === 0) return;
  offer(menu, en.menu.normaliseFolder, 'sparkles', () => void session.run(() => normaliseFolder(app, session, folder)));
}

function offerMany({ app, session }: NamesakePlugin, menu: Menu, paths: string[]): void {
  if (paths.length === 0) return;
  const title = en.menu.normaliseFiles(paths.length);
  offer(menu, title, 'sparkles', () => void session.run(() => normaliseMany(app, session, title, paths)));
}

function offer(menu: Menu, title: string, icon: string, chosen: () => void): void {
  menu.addItem((item) => item.setTitle(title).setIcon(icon).setSection('action').onClick(chosen));
}
