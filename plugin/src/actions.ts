// What the palette, the menus and the pane can set going. Each says what it will do before it writes, or writes only
// what one note's rules prove.
import type { App, TFile } from 'obsidian';
import { en } from './locales/en';
import { applyAfterLook } from './modals/look';
import { TasksModal } from './modals/tasks';
import { say, sayNothingDone } from './notices';
import type { Session } from './session';
import { noteName } from './vault/paths';

/** The rule group whose rules `normalise` runs. */
const NORMALISE_GROUP = 'frontmatter';

/** Runs a job that needs the engine, and says what went wrong if it does. */
export async function run(session: Session, job: () => Promise<void>): Promise<void> {
  if (!session.ready) {
    say(en.notice.notReady);
    return;
  }
  try {
    await job();
  } catch (thrown) {
    session.failed(thrown);
  }
}

/** Applies the certain frontmatter repairs of one note. */
export async function normalise(session: Session, file: TFile): Promise<void> {
  const query = await normaliseQuery(session, [file.path]);
  const applied = await session.repairs.apply(en.batch.normalise(noteName(file.path)), { kind: 'query', query });
  if (applied.written.length === 0 && applied.refused.length === 0) sayNothingDone(applied.left);
  session.tell(applied);
}

/** Shows what normalising these notes would change, and does it when the user agrees. */
export async function normaliseMany(app: App, session: Session, paths: string[]): Promise<void> {
  const query = await normaliseQuery(session, paths);
  await applyAfterLook(app, session, en.menu.normaliseFiles(paths.length), { kind: 'query', query });
}

/** Shows what is certain in the whole vault, and repairs it when the user agrees. Counts as the first batch. */
export async function scan(app: App, session: Session): Promise<void> {
  const gone = await applyAfterLook(app, session, en.batch.scan, { kind: 'query', query: { tier: 'auto' } });
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

async function normaliseQuery(session: Session, paths: string[]): Promise<{ rules: string[]; tier: 'auto'; paths: string[] }> {
  const rules = (await session.engine.rules()).filter((rule) => rule.group === NORMALISE_GROUP).map((rule) => rule.name);
  return { rules, tier: 'auto', paths };
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
