// The tasks of one note with their owners. A click opens the line. Owners in doubt can be accepted here.
import { Modal, type App, type TFile } from 'obsidian';
import { render } from 'preact';
import type { Finding, TaskRow } from '../engine/types';
import { locale } from '../locales';
import type { ReviewModel } from '../review/model';
import { openAt } from '../screen/open';
import { Sentence } from '../screen/sentence';
import { noteName } from '../vault/paths';

/** The rule whose findings are about owners. */
const OWNER_RULE = 'owner';
/** Per cent from which an owner is shown without a number. */
const SURE = 99;
/** Statuses of tasks that need nothing more. */
const CLOSED: string[] = ['DONE', 'CANCELLED'];

export class TasksModal extends Modal {
  readonly #review: ReviewModel;
  readonly #file: TFile;
  readonly #tasks: TaskRow[];
  #forget: (() => void) | undefined;

  constructor(app: App, review: ReviewModel, file: TFile, tasks: TaskRow[]) {
    super(app);
    this.#review = review;
    this.#file = file;
    this.#tasks = tasks;
    this.setTitle(locale.tasks.title(noteName(file.path)));
  }

  override onOpen(): void {
    this.contentEl.addClass('namesake-tasks');
    this.#forget = this.#review.subscribe(() => this.#draw());
    this.#draw();
  }

  override onClose(): void {
    this.#forget?.();
    render(null, this.contentEl);
  }

  #draw(): void {
    const owners = this.#review.questions.in(this.#file.path).filter((finding) => finding.rule === OWNER_RULE);
    const open = (line: number, event: MouseEvent): void => {
      this.close();
      void openAt(this.app, this.#file.path, { line }, event);
    };
    render(
      <>
        {this.#tasks.length === 0 && <p>{locale.tasks.none}</p>}
        <ul class="namesake-task-list">
          {this.#tasks.map((task) => <Task key={task.line} task={task} open={(event) => open(task.line - 1, event)} />)}
        </ul>
        {owners.length > 0 && (
          <section>
            <h3>{locale.tasks.ownerFindings}</h3>
            <ul class="namesake-task-list">
              {owners.map((finding) => <Owner key={finding.id} finding={finding} accept={() => void this.#review.acceptAlone(finding)} />)}
            </ul>
          </section>
        )}
      </>,
      this.contentEl,
    );
  }
}

/** The owner's name, with its probability where that is in doubt. */
function ownerName({ written, path, p }: TaskRow['owners'][number]): string {
  if (path === undefined) return written;
  const percent = Math.floor(p * 100);
  return percent >= SURE ? noteName(path) : locale.tasks.unsure(noteName(path), percent);
}

function Task({ task, open }: { task: TaskRow; open: (event: MouseEvent) => void }) {
  const owners = task.owners.map(ownerName);
  return (
    <li>
      <button class="namesake-task" onClick={open}>
        <span class="namesake-task-state" aria-hidden="true">{CLOSED.includes(task.status) ? '☑' : '☐'}</span>
        <span class="namesake-task-text">{task.description}</span>
        <span class="namesake-task-facts">
          {owners.length > 0 ? owners.join(', ') : locale.tasks.nobody}
          {task.due !== undefined && ` · ${locale.tasks.due(task.due)}`}
        </span>
      </button>
    </li>
  );
}

function Owner({ finding, accept }: { finding: Finding; accept: () => void }) {
  return (
    <li class="namesake-task-owner">
      <span><Sentence text={finding.message} /></span>
      {finding.fixes.length > 0 && <button onClick={accept}>{locale.tasks.accept(finding.fixes[0]?.title ?? '')}</button>}
    </li>
  );
}
