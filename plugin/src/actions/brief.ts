// “Before you meet …”: what the vault knows of a person, in one look.
import type { TFile } from 'obsidian';
import type { Finding, Topic } from '../engine/types';
import { locale } from '../locales';
import { BriefingModal } from '../modals/briefing';
import { PersonModal } from '../modals/person';
import { openAtOnce } from '../screen/at-once';
import { say } from '../screen/notices';
import { isDay, readable, tasksWith } from '../tasks/groups';
import { today as dayNow } from '../tasks/reader';
import { noteName } from '../vault/paths';
import { show } from './answer-here';
import { openTasks } from './panes';
import type { Parts } from './parts';

/** What is asked comes in this order: what one would talk about first. */
const TOPICS: Topic[] = ['names', 'tasks', 'facts', 'text', 'properties'];

/** About the person of the open note; if that is another note, asks who it is about. Who takes part there comes first. */
export async function brief(parts: Parts, file: TFile | null): Promise<void> {
  const { app, engine, index } = parts;
  const list = new PersonModal(app, engine, file?.path ?? '', locale.briefing.who, (path) => void index.whenReady(() => briefAbout(parts, path)));
  list.containerEl.addClass('namesake-late');
  const takeBack = openAtOnce(list);
  if (file && await engine.isPerson(file.path) && takeBack()) await briefAbout(parts, file.path);
}

export async function briefAbout(parts: Parts, path: string): Promise<void> {
  const { app, engine, review } = parts;
  const today = dayNow();
  const briefing = await engine.briefing(path, today);
  if (!briefing) return say(locale.briefing.nobody(noteName(path)));
  const rows = tasksWith(path, await engine.tasks({ status: 'open' }));
  const tasks = rows.map(({ path: note, line, description, due }) => ({ path: note, line, words: readable(description), due: isDay(due) ? due : undefined }));
  const isAbout = (finding: Finding): boolean => finding.path === path || finding.fixes[0]?.candidate?.path === path;
  const questions = review.questions.askedWhere(isAbout)
    .sort((a, b) => TOPICS.indexOf(a.question.topic) - TOPICS.indexOf(b.question.topic))
    .map(({ question, finding }) => ({ question, words: question.kind === 'name' || question.places.length === 1 ? question.ask : finding.message }));
  new BriefingModal(app, { ...briefing, path, today, tasks, questions }, {
    show: (question) => void show(parts, question),
    tasks: () => void openTasks(app),
  }).open();
}
