// The commands of the palette.
import type { Editor, MarkdownFileInfo, MarkdownView, Plugin, TFile } from 'obsidian';
import { brief } from './actions/brief';
import { convertTasks } from './actions/convert';
import { enrich } from './actions/enrich';
import { copyGlossary } from './actions/glossary';
import { listTasks } from './actions/list-tasks';
import { mergeNote } from './actions/merge';
import { normalise } from './actions/normalise';
import { openReview, openTasks } from './actions/panes';
import { makeBase, writeReport } from './actions/reports';
import { scan } from './actions/scan';
import { splitNote } from './actions/split';
import { why } from './actions/why';
import { whois } from './actions/whois';
import type { Doubts } from './doubts/doubts';
import { formIn } from './editor/form-in-editor';
import { locale } from './locales';
import type { Session } from './session';

export function registerCommands(plugin: Plugin, session: Session, doubts: Doubts): void {
  const { app, index } = session;
  const add = (id: string, name: string, callback: () => void): void => {
    plugin.addCommand({ id, name, callback });
  };
  const whenReady = (id: string, name: string, job: () => Promise<void>): void => add(id, name, () => void index.whenReady(job));
  const onNote = (id: string, name: string, job: (file: TFile) => Promise<void>): void => {
    plugin.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        const file = app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void index.whenReady(() => job(file));
        return true;
      },
    });
  };
  onNote('enrich-from-meeting', locale.commands.enrich, (file) => enrich(session, file));
  onNote('extract-tasks', locale.commands.tasks, (file) => listTasks(session, file));
  add('normalise', locale.commands.normalise, () => normalise(session));
  add('convert-tasks', locale.commands.convert, () => convertTasks(session));
  plugin.addCommand({
    id: 'who-is-this',
    name: locale.commands.whois,
    editorCheckCallback: (checking: boolean, editor: Editor, { file }: MarkdownView | MarkdownFileInfo) => {
      if (file?.extension !== 'md' || !formIn(editor)) return false;
      if (!checking) void index.whenReady(() => whois(session, editor, file));
      return true;
    },
  });
  plugin.addCommand({
    id: 'answer-here',
    name: locale.doubts.answer,
    editorCheckCallback: (checking: boolean, editor: Editor) => {
      if (!doubts.at(editor)) return false;
      if (!checking) doubts.open(editor);
      return true;
    },
  });
  plugin.addCommand({
    id: 'why',
    name: locale.why.command,
    editorCheckCallback: (checking: boolean, editor: Editor, { file }: MarkdownView | MarkdownFileInfo) => {
      if (file?.extension !== 'md') return false;
      if (!checking) void index.whenReady(() => why(session, editor, file));
      return true;
    },
  });
  whenReady('before-you-meet', locale.briefing.command, () => brief(session, app.workspace.getActiveFile()));
  onNote('merge-person', locale.commands.merge, (file) => mergeNote(session, file));
  onNote('split-person', locale.commands.split, (file) => splitNote(session, file));
  onNote('copy-names-of-note', locale.commands.namesOfNote, (file) => copyGlossary(session, file));
  whenReady('copy-names', locale.commands.names, () => copyGlossary(session));
  whenReady('scan-vault', locale.commands.scan, () => scan(session));
  whenReady('write-report', locale.commands.report, () => writeReport(session));
  whenReady('make-base', locale.commands.base, () => makeBase(session));
  add('open-review', locale.commands.review, () => void openReview(session));
  whenReady('show-recognised', locale.commands.recognition, async () => {
    await session.review.showRecognition();
    await openReview(session);
  });
  add('open-tasks', locale.commands.taskView, () => void openTasks(app));
  whenReady('undo-last-batch', locale.commands.undo, () => session.undo.last());
  add('rebuild-index', locale.commands.rebuild, () => void index.rebuild());
}
