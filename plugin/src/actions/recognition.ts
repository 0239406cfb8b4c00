// What the screen of what was recognised sets going: answers, folders for people and meetings, and the worked example.
import type { Settings } from '../engine/types';
import { locale } from '../locales';
import { FolderModal } from '../modals/folder';
import { openAt } from '../screen/open';
import { foldersWithNotes } from '../vault/folders';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';
import { reviewBatch } from './review-batch';
import type { RecognitionActions } from '../recognition/screen';

const SETTING = { person: 'peopleFolders', meeting: 'meetingFolders' } as const;

export function recognitionActions(parts: Parts): RecognitionActions {
  const { app, engine, store, refresh, review, index } = parts;
  const change = async (make: (settings: Settings) => Partial<Settings>): Promise<void> => {
    await store.change(engine, make);
    await refresh.panes();
  };
  return {
    open: (path, event) => void openAt(app, path, { line: 0 }, event),
    chooseFolder: (kind) => {
      const setting = SETTING[kind];
      const chosen = ({ path }: { path: string }): void => void index.whenReady(() =>
        change((settings) => ({ [setting]: [...new Set([...settings[setting], path])] })));
      new FolderModal(app, foldersWithNotes(app), locale.recognition.whichFolder[kind], chosen).open();
    },
    confirm: (answers) => void index.whenReady(async () => {
      await store.confirmRecognition(engine, answers);
      await refresh.panes();
      review.showExample(await engine.example());
    }),
  };
}

/** Shows what a meeting teaches its people's notes, and writes it when the user agrees. */
export async function showExample(parts: Parts, path: string): Promise<void> {
  await reviewBatch(parts, {
    title: locale.batch.enrich(noteName(path)),
    progressTitle: locale.scan.looking,
    hint: locale.recognition.exampleHint(noteName(path)),
    requests: [{ kind: 'taught', path }],
    includes: undefined,
  });
  parts.review.showExample(undefined);
}
