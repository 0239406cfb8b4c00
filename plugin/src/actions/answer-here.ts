// Answers that are given in the text of a note, by the same decisions as in the pane. Where no pane is in view to say what
// was done, a notice does, with the same undo.
import type { Notice } from 'obsidian';
import type { DoubtActions } from '../doubts/card';
import type { Question } from '../engine/types';
import { locale } from '../locales';
import { REVIEW_VIEW } from '../review/view';
import { say, sayFailure, sayWithUndo } from '../screen/notices';
import { mergeFinding } from './merge';
import { openReview } from './panes';
import type { Parts } from './parts';
import { someone } from './someone';
import { splitFinding } from './split';

export function answersHere(parts: Parts): DoubtActions {
  const { engine, index, review } = parts;
  let notice: Notice | undefined;
  const decide = (job: () => Promise<void>): void => void index.whenReady(async () => {
    const [before] = review.steps.all;
    const decided = job();
    const [step] = review.steps.all;
    await decided;
    if (!step || step === before) return say(locale.steps.nothingWritten);
    if (isPaneInView(parts)) return;
    notice?.hide();
    notice = undefined;
    if (step.state === 'failed') say(step.reason ?? locale.steps.nothingWritten);
    else notice = sayWithUndo(step.title, () => void review.undo(step));
  });
  return {
    ask: async ({ finding }) => (await engine.questionAt(finding.path, finding.id).catch(sayFailure)) ?? undefined,
    accept: ({ question, finding }, at) => decide(() => review.acceptAt(question, finding, at)),
    reject: ({ question, finding }) => decide(() => review.rejectAt(question, finding)),
    skip: (question) => decide(() => review.putAside(question, 'skip')),
    someone: ({ question, finding }) => void index.whenReady(() => someone(parts, question, finding, decide)),
    dialog: (kind, finding) => void index.whenReady(() => (kind === 'merge' ? mergeFinding(parts, finding) : splitFinding(parts, finding))),
    show: (question) => void show(parts, question),
  };
}

/** Shows a question in the queue. */
export async function show(parts: Parts, question: Question): Promise<void> {
  parts.review.goTo(question.id);
  await openReview(parts);
}

function isPaneInView({ app }: Parts): boolean {
  return app.workspace.getLeavesOfType(REVIEW_VIEW).some(({ view }) => view.containerEl.isShown());
}
