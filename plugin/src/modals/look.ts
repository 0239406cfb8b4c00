// Look first, then write: works out what a request would change, shows count and sample, asks, and applies it with
// progress. Can be cancelled at every step; between two notes at the latest.
import { ConfirmationModal, type App } from 'obsidian';
import { h, render } from 'preact';
import type { NoteChange, Plan, PlanRequest } from '../engine/types';
import { en } from '../locales/en';
import { sayNothingDone } from '../notices';
import { Sentence } from '../review/sentence';
import type { Session } from '../session';
import { ProgressModal } from './progress';

/** Notes shown in the sample. */
const SAMPLE = 8;
/** Repairs named of each. */
const MESSAGES = 3;

/** Says whether the user went through the batch: agreed and it was applied, or there was nothing to do. */
export async function applyAfterLook(app: App, session: Session, title: string, request: PlanRequest): Promise<boolean> {
  const plan = await planWithProgress(app, session, request);
  if (!plan) return false;
  if (plan.changes.length === 0) {
    sayNothingDone(plan.left);
    return plan.left.length === 0;
  }
  if (!(await agreed(app, plan, countsOf(session, plan, request)))) return false;
  const progress = new ProgressModal(app, en.scan.applying);
  progress.open();
  try {
    const applied = await session.repairs.apply(title, request, {
      progress: (done, total) => progress.step(done, total),
      cancelled: () => progress.cancelled,
    });
    session.tell(applied);
    return !progress.cancelled;
  } finally {
    progress.close();
  }
}

/** Undefined when cancelled. */
async function planWithProgress(app: App, session: Session, request: PlanRequest): Promise<Plan | undefined> {
  const progress = new ProgressModal(app, en.scan.progress);
  progress.open();
  try {
    const plan = await session.engine.plan(request);
    return progress.cancelled ? undefined : plan;
  } finally {
    progress.close();
  }
}

interface Counts {
  /** Repairs in all. */
  all: number;
  /** By how many they are more than the certain findings that the queue shows: repairs that others make possible. */
  following: number;
  /** Findings that stay in the queue; 0 where the request is not about the whole vault. */
  waiting: number;
}

function countsOf({ review }: Session, plan: Plan, request: PlanRequest): Counts {
  const all = plan.changes.reduce((sum, change) => sum + change.findings.length, 0);
  if (request.kind !== 'query' || request.query.paths !== undefined) return { all, following: 0, waiting: 0 };
  const waiting = review.doubtful;
  return { all, following: Math.max(0, all - (review.count - waiting)), waiting };
}

function agreed(app: App, plan: Plan, counts: Counts): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = new ConfirmationModal(app);
    modal.setTitle(en.scan.confirm(counts.all, plan.changes.length));
    modal.setContent(sample(plan.changes, counts));
    modal.addButton((button) => {
      button.setButtonText(en.scan.apply).setCta();
      button.onClick(() => resolve(true));
    });
    modal.addCancelButton(en.scan.cancel);
    modal.setCloseCallback(() => resolve(false)); // Has no effect once a button resolved it.
    modal.open();
  });
}

function sample(changes: NoteChange[], { following, waiting }: Counts): DocumentFragment {
  return createFragment((content) => {
    content.createEl('p', { text: en.scan.sample });
    const list = content.createEl('ul', { cls: 'namesake-sample' });
    for (const change of changes.slice(0, SAMPLE)) {
      const item = list.createEl('li');
      item.createDiv({ cls: 'namesake-sample-path', text: change.path });
      for (const message of change.messages.slice(0, MESSAGES)) render(h(Sentence, { text: message }), item.createDiv());
    }
    if (changes.length > SAMPLE) content.createEl('p', { text: en.scan.more(changes.length - SAMPLE) });
    if (following > 0) content.createEl('p', { text: en.scan.following(following) });
    if (waiting > 0) content.createEl('p', { text: en.scan.left(waiting) });
  });
}
