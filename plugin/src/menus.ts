// What the menus of files, folders and the editor offer.
import { TFile, TFolder, type Menu, type Plugin } from 'obsidian';
import { mergeNote } from './actions/merge';
import { normaliseFolder, normaliseNote, normaliseNotes } from './actions/normalise';
import { openReview } from './actions/panes';
import { splitNote } from './actions/split';
import { isTaught, why } from './actions/why';
import { whois } from './actions/whois';
import type { Doubts } from './doubts/doubts';
import { formIn } from './editor/form-in-editor';
import { locale } from './locales';
import type { Session } from './session';
import { notesIn } from './vault/folders';

export function registerMenus(plugin: Plugin, session: Session, doubts: Doubts): void {
  const { workspace } = session.app;
  plugin.registerEvent(workspace.on('file-menu', (menu, file) => {
    if (file instanceof TFolder) offerFolder(session, menu, file);
    else if (file instanceof TFile && file.extension === 'md') offerNote(session, menu, file);
  }));
  plugin.registerEvent(workspace.on('files-menu', (menu, files) => {
    offerMany(session, menu, notesIn(files));
  }));
  plugin.registerEvent(workspace.on('editor-menu', (menu, editor, { file }) => {
    if (file?.extension !== 'md') return;
    if (doubts.at(editor)) offer(menu, locale.doubts.answer, 'message-circle-question', () => doubts.open(editor));
    if (isTaught(editor.getLine(editor.getCursor().line))) offer(menu, locale.why.command, 'help-circle', () => void session.index.whenReady(() => why(session, editor, file)));
    if (!formIn(editor)) return;
    offer(menu, locale.commands.whois, 'user-search', () => void session.index.whenReady(() => whois(session, editor, file)));
  }));
}

function offerNote(session: Session, menu: Menu, file: TFile): void {
  const { index } = session;
  offer(menu, locale.menu.normaliseNote, 'sparkles', () => void index.whenReady(() => normaliseNote(session, file)));
  offer(menu, locale.menu.review, 'user-check', () => void openReview(session, file.path));
  offer(menu, locale.menu.merge, 'merge', () => void index.whenReady(() => mergeNote(session, file)));
  offer(menu, locale.menu.split, 'split', () => void index.whenReady(() => splitNote(session, file)));
}

function offerFolder(session: Session, menu: Menu, folder: TFolder): void {
  if (notesIn([folder]).length === 0) return;
  offer(menu, locale.menu.normaliseFolder, 'sparkles', () => void session.index.whenReady(() => normaliseFolder(session, folder)));
}

function offerMany(session: Session, menu: Menu, paths: string[]): void {
  if (paths.length === 0) return;
  const title = locale.menu.normaliseFiles(paths.length);
  offer(menu, title, 'sparkles', () => void session.index.whenReady(() => normaliseNotes(session, title, paths)));
}

function offer(menu: Menu, title: string, icon: string, chosen: () => void): void {
  menu.addItem((item) => item.setTitle(title).setIcon(icon).setSection('action').onClick(chosen));
}
