// Plans a batch, shows how many changes it makes and a sample of them, asks, and writes exactly what was shown. Shows
// progress, and can be cancelled between any two notes.
import { ConfirmationModal } from 'obsidian';
import { h, render } from 'preact';
import type { Finding, PlanRequest } from '../engine/types';
import { locale } from '../locales';
import { ProgressModal } from '../modals/progress';
import { SAMPLE, Summary } from '../modals/summary';
import { sayNothingDone } from '../screen/notices';
import type { BatchPlan } from '../vault/repairs';
import type { Parts } from './parts';

/** Notes planned in one call. Between two calls progress is shown and the user can cancel. */
const SLICE = 100;

export type BatchParts = Pick<Parts, 'app' | 'engine' | 'repairs' | 'review' | 'undo' | 'settled'>;

/** Changes that are planned together, shown to the user, and written as one batch. */
export interface BatchRequest {
  /** The batch's name in the journal. */
  title: string;
  /** The title of the progress bar while the batch is planned. */
  progressTitle: string;
  /** What this kind of batch does and what it leaves alone, for the user. */
  hint: string | undefined;
  /** The question before it is written, by the number of changes and of notes. */
  confirm?: (changes: number, inNotes: number) => string;
  /** Planned one after the other. */
  requests: PlanRequest[];
  /** Which findings belong to the batch; those in doubt are counted for the user. Undefined where the batch is not about findings. */
  includes: ((finding: Finding) => boolean) | undefined;
}

/** Returns whether the user went through the batch: it was written, or there was nothing to do. */
export async function reviewBatch(parts: BatchParts, batch: BatchRequest): Promise<boolean> {
  const { app, repairs, review, undo } = parts;
  const planned = await planWithProgress(parts, batch);
  if (!planned) return false;
  if (planned.changes.length === 0) {
    sayNothingDone(planned.left, batch.includes && review.questions.waiting(batch.includes));
    return planned.left.length === 0;
  }
  if (!(await confirmBatch(parts, batch, planned))) return false;
  const progress = new ProgressModal(app, locale.scan.applying);
  progress.open();
  try {
    const applied = await repairs.write(batch.title, planned, {
      progress: (done, total) => progress.step(done, total),
      cancelled: () => progress.cancelled,
    });
    undo.offer(applied);
    return !progress.cancelled;
  } finally {
    progress.close();
  }
}

/** Undefined when cancelled. */
async function planWithProgress({ app, repairs, settled }: BatchParts, { progressTitle, requests }: BatchRequest): Promise<BatchPlan | undefined> {
  const progress = new ProgressModal(app, progressTitle);
  progress.open();
  const ends = requests.map((_, at) => noteCount(requests.slice(0, at + 1)));
  try {
    const planned = await repairs.plan(requests, {
      progress: (done) => progress.step(ends[done - 1] ?? 0, ends.at(-1) ?? 0),
      cancelled: () => progress.cancelled,
    });
    await settled(); // The findings in doubt are counted from the review pane's model.
    return progress.cancelled ? undefined : planned;
  } finally {
    progress.close();
  }
}

/** How many notes the requests name. */
function noteCount(requests: PlanRequest[]): number {
  return requests.reduce((sum, request) => sum + ('query' in request ? request.query.paths?.length ?? 0 : 0), 0);
}

async function confirmBatch({ app, engine, review }: BatchParts, { hint, includes, confirm = locale.scan.confirm }: BatchRequest, { changes, left }: BatchPlan): Promise<boolean> {
  const shown = await Promise.all(changes.slice(0, SAMPLE).map(async (change) =>
    ({ change, preview: await engine.compare(change.path, change.before, change.after) })));
  const all = changes.reduce((sum, change) => sum + change.findings.length, 0);
  return new Promise((resolve) => {
    const modal = new ConfirmationModal(app);
    modal.addClass('namesake-look');
    modal.setTitle(confirm(all, changes.length));
    const following = includes ? Math.max(0, all - review.questions.certain(includes)) : 0;
    const waiting = includes ? review.questions.waiting(includes) : 0;
    render(h(Summary, { changes, shown, left, waiting, following, hint }), modal.contentEl);
    modal.addButton((button) => {
      button.setButtonText(locale.scan.apply).setCta();
      button.onClick(() => resolve(true));
    });
    modal.addCancelButton(locale.scan.cancel);
    modal.setCloseCallback(() => {
      render(null, modal.contentEl);
      resolve(false); // Has no effect once a button resolved it.
    });
    modal.open();
  });
}

/** The paths in parts that are planned in one call each. */
export function slices(paths: string[]): string[][] {
  return Array.from({ length: Math.ceil(paths.length / SLICE) }, (_, at) => paths.slice(at * SLICE, (at + 1) * SLICE));
}
