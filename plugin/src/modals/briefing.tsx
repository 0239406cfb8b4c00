// What to know before meeting somebody: open tasks, what meetings taught last, the last meetings, what waits for review. Every
// line opens what it is about. Note text is text and nothing else.
import { Modal, type App } from 'obsidian';
import { render, type ComponentChildren } from 'preact';
import type { Briefing, Question } from '../engine/types';
import { locale } from '../locales';
import { useLabelId } from '../screen/label-id';
import { openAt } from '../screen/open';
import { Sentence } from '../screen/sentence';
import { noteName } from '../vault/paths';

const words = locale.briefing;

/** Tasks and questions that are listed, so that all is seen in one look; more are counted. */
const MOST = 4;

/** A task as it is read. `line` counts from 1; `due` is an ISO date. */
export interface BriefTask {
  path: string;
  line: number;
  words: string;
  due: string | undefined;
}

/** All that is shown. */
export interface PersonBriefing extends Briefing {
  /** The person's note. */
  path: string;
  /** ISO date. */
  today: string;
  /** The open tasks with them. */
  tasks: BriefTask[];
  /** What is asked about them, each in words for them alone. */
  questions: { question: Question; words: string }[];
}

export interface BriefingActions {
  /** Shows a question in the queue. */
  show: (question: Question) => void;
  /** Opens the list of all tasks. */
  tasks: () => void;
}

type Open = (path: string, line: number, event: MouseEvent) => void;

export class BriefingModal extends Modal {
  readonly #briefing: PersonBriefing;
  readonly #actions: BriefingActions;

  constructor(app: App, briefing: PersonBriefing, actions: BriefingActions) {
    super(app);
    this.#briefing = briefing;
    this.#actions = actions;
    this.setTitle(words.title(noteName(briefing.path)));
  }

  override onOpen(): void {
    this.modalEl.addClass('namesake-briefing');
    const { path: person, today, tasks, facts, meetings, met, questions } = this.#briefing;
    const open: Open = (path, line, event) => {
      this.close();
      void openAt(this.app, path, { line: line - 1 }, event);
    };
    const leave = (act: () => void) => (): void => {
      this.close();
      act();
    };
    render(
      <>
        <Part title={words.tasks(tasks.length)} none={words.noTasks} more={tasks.length - MOST} all={leave(this.#actions.tasks)}>
          {tasks.slice(0, MOST).map(({ path, line, words: said, due }) => (
            <Line key={`${path} ${line}`} text={said} due={due} today={today} facts={path === person ? [] : [noteName(path)]} open={(event) => open(path, line, event)} />
          ))}
        </Part>
        <Part title={words.facts} none={words.noFacts}>
          {facts.map(({ words: said, path, line, date }) => (
            <Line key={`${path} ${line}`} text={said} facts={[noteName(path).includes(date) ? '' : date, noteName(path)]} open={(event) => open(path, line, event)} />
          ))}
        </Part>
        <Part title={words.meetings(met)} none={words.noMeetings}>
          {meetings.map(({ path, date, summary }) => (
            <Line key={path} text={noteName(path)} facts={[noteName(path).includes(date) ? '' : date, summary ?? '']} open={(event) => open(path, 1, event)} />
          ))}
        </Part>
        <Part title={words.questions(questions.length)} none={words.noQuestions} more={questions.length - MOST}>
          {questions.slice(0, MOST).map(({ question, words: asked }) => (
            <Line key={question.id} text={asked} facts={[]} open={leave(() => this.#actions.show(question))} />
          ))}
        </Part>
      </>,
      this.contentEl,
    );
    this.contentEl.querySelector('button')?.focus();
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}

interface PartProps {
  title: string;
  /** What is said where there is nothing. */
  none: string;
  more?: number;
  /** Shows those that are not listed. */
  all?: () => void;
  children: ComponentChildren[];
}

function Part({ title, none, more = 0, all, children }: PartProps) {
  const label = useLabelId();
  return (
    <section>
      <h3 id={label}>{title}</h3>
      {children.length === 0 ? <p class="namesake-hint">{none}</p> : <ul class="namesake-task-list" aria-labelledby={label}>{children}</ul>}
      {more > 0 && (all ? <button class="namesake-briefing-more" onClick={all}>{words.more(more)}</button> : <p class="namesake-hint">{words.more(more)}</p>)}
    </section>
  );
}

interface LineProps {
  text: string;
  due?: string | undefined;
  today?: string;
  facts: string[];
  open: (event: MouseEvent) => void;
}

function Line({ text, due, today = '', facts, open }: LineProps) {
  const known = facts.filter((fact) => fact !== '').join(' · ');
  const isLate = due !== undefined && due < today;
  return (
    <li>
      <button class="namesake-briefing-line" dir="auto" onClick={open}>
        <span class="namesake-task-text"><Sentence text={text} /></span>
        <span class="namesake-todo-facts">
          {due !== undefined && <span class={isLate ? 'is-overdue' : ''}>{(isLate ? words.late : words.due)(due)}</span>}
          {due !== undefined && known !== '' && ' · '}
          {known}
        </span>
      </button>
    </li>
  );
}
