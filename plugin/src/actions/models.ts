// The models of the two panes, joined to the actions that they set going.
import { findingsOf } from '../engine/findings';
import { messageOf } from '../engine/protocol';
import { locale } from '../locales';
import { ReviewModel } from '../review/model';
import { say, sayFailure } from '../screen/notices';
import { TaskModel } from '../tasks/model';
import { readerOf } from '../tasks/reader';
import { inTime, LATE } from '../vault/disk-errors';
import type { BatchRecord, Journal } from '../vault/journal';
import { sentenceOf } from '../vault/repairs';
import { accept } from './accept';
import { completeTask } from './complete-task';
import type { Parts } from './parts';

/** May be called while `parts` is still being filled: nothing is read of it before the model is used. */
export function makeReviewModel(parts: Parts): ReviewModel {
  const review: ReviewModel = new ReviewModel({
    look: (paths) => {
      if (paths) return findingsOf(parts.engine, paths);
      const all = parts.app.vault.getMarkdownFiles().map((file) => file.path);
      return findingsOf(parts.engine, all, (done, total) => review.checking(done, total));
    },
    queue: (whole) => parts.engine.queue(whole),
    about: () => parts.engine.about(),
    adopted: () => parts.adopted.values,
    recognitionConfirmed: () => parts.store.config === undefined || parts.store.config.recognitionConfirmed || parts.store.config.firstBatchReviewed,
    preview: (path, id, fix) => parts.engine.preview(path, id, fix),
    accept: (title, choices, alias) => accept(parts, title, choices, alias),
    decisions: () => parts.store.decisions,
    decide: (decisions, batch) => parts.decisions.decide(decisions, batch),
    forget: (decisions) => parts.decisions.forget(decisions),
    undoBatch: async (batch) => {
      const { restored, refused, decisions } = await parts.undo.quietly(batch);
      parts.undo.changed();
      const whole = decisions !== undefined;
      const isGone = !whole && restored.length + refused.length === 0;
      return { whole, restored: restored.length, reasons: isGone ? [locale.notice.nothingToUndo] : refused.map(sentenceOf) };
    },
    newestBatch: async () => {
      const newest = await newestOf(parts.journal);
      return newest && { id: newest.id, title: newest.title, notes: newest.entries.map(({ path }) => path) };
    },
    loadAside: () => parts.aside.load(),
    saveAside: (changes, known) => parts.aside.save(changes, known),
    now: () => new Date(),
    people: async () => (await parts.engine.people()).map(({ path }) => path),
    changed: (path) => parts.app.vault.getFileByPath(path)?.stat.mtime ?? 0,
    automatic: () => parts.store.automatic,
    automaticByContext: () => parts.store.config?.settings.automaticByContext ?? false,
    firstBatchReviewed: () => parts.store.config?.firstBatchReviewed ?? false,
    markFirstBatch: () => parts.store.markFirstBatch(parts.engine),
    failed: sayFailure,
  });
  return review;
}

/** Questions are asked without the journal, too: one that is late or cannot be read only offers nothing to undo. */
async function newestOf(journal: Journal): Promise<BatchRecord | undefined> {
  try {
    const newest = await inTime(journal.newest());
    return newest === LATE ? undefined : newest;
  } catch (thrown) {
    say(locale.notice.unreadJournal(messageOf(thrown)));
    return undefined;
  }
}

/** May be called while `parts` is still being filled. */
export function makeTaskModel(parts: Parts): TaskModel {
  return new TaskModel({
    tasks: (path) => parts.engine.tasks({ status: 'open', ...(path === undefined ? {} : { path }) }),
    complete: (row) => completeTask(parts, row),
    reader: () => readerOf(parts.app, parts.store.config?.settings.me ?? ''),
    failed: sayFailure,
  });
}
