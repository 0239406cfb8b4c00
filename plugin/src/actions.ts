// What the palette, the menus and the pane can set going. Each says what it will do before it writes, or writes only
// what one note's rules prove.
import type { App, TFile } from 'obsidian';
import { en } from './locales/en';
import { applyAfterLook } from './modals/look';
import { TasksModal } from './modals/tasks';
import { say, sayNothingDone } from './notices';
import type { Session } from './session';
import { noteName } from './vault/paths';

/** Shows what is certain in the whole vault, and repairs it when the user agrees. Counts as the first batch. */
export async function scan(app: App, session: Session): Promise<void> {
  await session.readPropertyTypes();
  const gone = await applyAfterLook(app, session, {
    title: en.batch.scan,
    looking: en.scan.progress,
    hint: undefined,
    requests: [{ kind: 'query', query: { tier: 'auto' } }],
    meant: () => true,
  });
  if (gone) await session.review.firstBatchDone();
}

export async function rebuild(session: Session): Promise<void> {
  await session.rebuild();
  if (!session.ready) return;
  const { notes } = await session.engine.status();
  say(en.notice.rebuilt(notes));
}

export async function undoLast(session: Session): Promise<void> {
  const newest = await session.journal.newest();
  if (newest) await session.undo(newest.id);
  else say(en.notice.nothingToUndo);
}

/** Writes what this note teaches other notes. What is doubtful of it stands in the queue. */
export async function enrich(session: Session, file: TFile): Promise<void> {
  const applied = await session.repairs.apply(en.batch.enrich(noteName(file.path)), { kind: 'taught', path: file.path });
  if (applied.written.length === 0 && applied.refused.length === 0) sayNothingDone(applied.left);
  session.tell(applied);
}

export async function extractTasks(app: App, session: Session, file: TFile): Promise<void> {
  const tasks = await session.engine.tasks({ path: file.path, status: 'all' });
  new TasksModal(app, session, file, tasks).open();
}
