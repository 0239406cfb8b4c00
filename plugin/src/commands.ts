// The commands of the palette; what they do stands in actions.ts.
import type { Editor, MarkdownFileInfo, MarkdownView, TFile } from 'obsidian';
import { enrich, extractTasks, rebuild, scan, undoLast } from './actions';
import { convertFolder, convertNote, convertVault } from './convert';
import { formIn, whois } from './editor/whois';
import { en } from './locales/en';
import type NamesakePlugin from './main';
import { mergeNote } from './merge';
import { chooseFolder, normaliseNote, normaliseVault } from './normalise';
import { makeBase, writeReport } from './reports';

export function registerCommands(plugin: NamesakePlugin): void {
  const { app, session } = plugin;
  const whenReady = (job: () => Promise<void>): void => void session.run(job);
  const onNote = (id: string, name: string, job: (file: TFile) => Promise<void>): void => {
    plugin.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        const file = app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) whenReady(() => job(file));
        return true;
      },
    });
  };
  onNote('normalise-note', en.commands.normaliseNote, (file) => normaliseNote(session, file));
  onNote('enrich-from-meeting', en.commands.enrich, (file) => enrich(session, file));
  onNote('extract-tasks', en.commands.tasks, (file) => extractTasks(app, session, file));
  plugin.addCommand({ id: 'normalise-folder', name: en.commands.normaliseFolder, callback: () => chooseFolder(app, session) });
  plugin.addCommand({ id: 'normalise-vault', name: en.commands.normaliseVault, callback: () => whenReady(() => normaliseVault(app, session)) });
  onNote('convert-tasks-of-note', en.commands.convertNote, (file) => convertNote(app, session, file));
  plugin.addCommand({ id: 'convert-tasks-of-folder', name: en.commands.convertFolder, callback: () => convertFolder(app, session) });
  plugin.addCommand({ id: 'convert-tasks-of-vault', name: en.commands.convertVault, callback: () => whenReady(() => convertVault(app, session)) });
  plugin.addCommand({
    id: 'who-is-this',
    name: en.commands.whois,
    editorCheckCallback: (checking: boolean, editor: Editor, { file }: MarkdownView | MarkdownFileInfo) => {
      if (file?.extension !== 'md' || !formIn(editor)) return false;
      if (!checking) whenReady(() => whois(app, session, editor, file));
      return true;
    },
  });
  onNote('merge-person', en.commands.merge, (file) => mergeNote(app, session, file));
  plugin.addCommand({ id: 'scan-vault', name: en.commands.scan, callback: () => whenReady(() => scan(app, session)) });
  plugin.addCommand({ id: 'write-report', name: en.commands.report, callback: () => whenReady(() => writeReport(app, session)) });
  plugin.addCommand({ id: 'make-base', name: en.commands.base, callback: () => whenReady(() => makeBase(app, session)) });
  plugin.addCommand({ id: 'open-review', name: en.commands.review, callback: () => void plugin.openReview() });
  plugin.addCommand({ id: 'open-tasks', name: en.commands.taskView, callback: () => void plugin.openTasks() });
  plugin.addCommand({ id: 'undo-last-batch', name: en.commands.undo, callback: () => whenReady(() => undoLast(session)) });
  plugin.addCommand({ id: 'rebuild-index', name: en.commands.rebuild, callback: () => void rebuild(session) });
}
