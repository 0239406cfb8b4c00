// What the review pane shows and does, without a screen: the queue of questions, the selection, decisions and their undo.
// Everything outside comes in as callbacks, so that this file knows neither Obsidian nor WebAssembly.
//
// A decision takes its question off the list at once. Writing runs behind, one decision after the other; one that fails
// brings its question back with the reason.
import { Mutex } from 'async-mutex';
import { messageOf } from '../engine/protocol';
import type { About, Decision, Finding, Preview, Question } from '../engine/types';
import { locale } from '../locales';
import { dayOf } from '../vault/days';
import { noteName } from '../vault/paths';
import { acceptance, accepted, answersOf, asksName, editable, nobody, offersAsSeen, refusal, sightOf, ticksOf, type Acceptance, type Answer, type Tick } from './answers';
import type { AsideWay } from './aside';
import { AsideQuestions } from './aside-questions';
import { choiceOf } from './choice';
import { MarksByQuestion } from './marks';
import { candidatesOf, NEW, writtenIn } from './names';
import { Offers } from './offers';
import { OpenQuestions } from './open-questions';
import { Pace } from './pace';
import { Previews } from './previews';
import { WIDE, type Filter, type Narrowing } from './narrowing';
import { ShownQueue } from './shown-queue';
import { Steps } from './steps';
import { blankOf, filled } from './typing';
import type { AcceptResult, Phase, ReviewDeps, ReviewState, Standing, Step } from './types';

export class ReviewModel {
  readonly marks = new MarksByQuestion(() => this.#notify());
  readonly steps: Steps;
  readonly offers: Offers;
  readonly #deps: ReviewDeps;
  readonly questions: OpenQuestions;
  readonly #aside: AsideQuestions;
  readonly #shown: ShownQueue;
  readonly #previews: Previews;
  readonly #pace = new Pace();
  readonly #listeners = new Set<() => void>();
  /** Findings whose decision was carried out: the engine is asked next. */
  readonly #arrived: string[] = [];
  readonly #stale = new Set<string>();
  readonly #turn = new Mutex();
  #phase: Phase = { kind: 'indexing', step: 'reading', done: 0, total: 0 };
  #done = 0;
  #about: About | undefined;
  /** Whether the user asked to see what is recognised. */
  #recognitionAsked = false;

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
    this.steps = new Steps(deps, () => this.#notify());
    this.#aside = new AsideQuestions(deps);
    const standing = (question: Question): Standing | undefined => this.#aside.standing(question);
    this.questions = new OpenQuestions(standing);
    const offered = (question: Question): string[] => candidatesOf(this.questions.of(question)).map(({ path }) => path);
    this.#shown = new ShownQueue({ open: () => this.questions.all, standing, offered, sight: (question) => sightOf(question, this.findingsOf(question)), isTyped: (question) => this.blank(question) !== undefined, changed: deps.changed, today: () => dayOf(deps.now()) });
    this.offers = new Offers(deps, this.steps, () => this.#notify());
    this.#previews = new Previews(deps.preview);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many questions wait, without those that sleep. */
  get count(): number {
    return this.#shown.view.left;
  }

  /** The findings that a question is about, without those that were decided about. */
  findingsOf(question: Question): Finding[] {
    return this.questions.of(question);
  }

  /** Resolves when all loads and decisions so far are done. */
  settled(): Promise<void> {
    return this.#turn.runExclusive(() => Promise.resolve());
  }

  state(): ReviewState {
    const { at, selected, editing, filter } = this.#shown;
    const { rows, left, asleep, unopened, topics } = this.#shown.view;
    return {
      phase: this.#phase,
      rows, at, selected, editing, left, asleep, unopened, topics, filter,
      done: this.#done,
      minutes: this.#pace.minutes(left),
      ...this.questions.counts,
      strip: this.steps.newest,
      steps: this.steps.all,
      canUndo: this.steps.canUndo,
      offer: this.offers.current(),
      recognition: this.#about && this.#looksAtRecognition ? { about: this.#about, adopted: this.#deps.adopted() } : undefined,
      summary: this.#about?.summary ?? '',
    };
  }

  /** Shows the progress of reading the vault. */
  indexing(done: number, total: number): void {
    this.#phase = { kind: 'indexing', step: 'reading', done, total };
    this.#notify();
  }

  /** Shows the progress of the rules, while there is nothing to show yet. */
  checking(done: number, total: number): void {
    if (this.#phase.kind !== 'indexing') return;
    this.#phase = { kind: 'indexing', step: 'checking', done, total };
    this.#notify();
  }

  fail(message: string): void {
    this.#phase = { kind: 'error', message };
    this.#notify();
  }

  /** Loads everything. What is shown stays as it is until all of it is there. */
  load(): Promise<void> {
    return this.#turn.runExclusive(async () => {
      this.#about = await this.#deps.about();
      await this.#aside.load(() => this.#changed());
      await this.steps.load();
      const findings = await this.#deps.look();
      const changes = await this.#deps.queue(true);
      this.questions.found(findings);
      this.questions.take(changes, true);
      this.questions.undecided(this.#arrived.splice(0));
      this.#refreshed(true);
    });
  }

  /** Looks at these notes again. Asked for many times while one look runs, they are looked at together. */
  refresh(paths: string[]): Promise<void> {
    for (const path of paths) this.#stale.add(path);
    return this.#turn.runExclusive(() => this.#look());
  }

  async #look(): Promise<void> {
    if (this.#stale.size === 0 || this.#phase.kind !== 'ready') return;
    const paths = [...this.#stale];
    const arrived = this.#arrived.splice(0);
    this.#stale.clear();
    let news: 'same' | 'other' | 'lacking';
    try {
      const findings = await this.#deps.look(paths);
      const changes = await this.#deps.queue(false);
      this.questions.found(findings, paths);
      news = this.questions.take(changes, false);
      if (news === 'lacking') news = this.questions.take(await this.#deps.queue(true), true);
    } catch (thrown) {
      // The next look is about these, too.
      for (const path of paths) this.#stale.add(path);
      this.#arrived.push(...arrived);
      throw thrown;
    }
    const isBack = this.questions.undecided(arrived);
    this.#refreshed(news === 'other' || isBack || paths.some((path) => this.#holdsAside(path)));
  }

  /** Shows what the vault is recognised as, counted anew. */
  async showRecognition(): Promise<void> {
    this.#recognitionAsked = true;
    this.#about = await this.#deps.about();
    this.#notify();
  }

  /** Offers a meeting as the worked example, or takes the offer back. The user is through with what is recognised. */
  showExample(path: string | undefined): void {
    this.#recognitionAsked = false;
    this.offers.showExample(path);
  }

  get #looksAtRecognition(): boolean {
    return this.#recognitionAsked || !this.#deps.recognitionConfirmed();
  }

  /** Draws again after the settings changed what is shown. */
  redraw(): void {
    this.#notify();
  }

  /** The note in front of the user; its questions come first. */
  showNote(note: string | undefined): void {
    if (note === this.#shown.filter.note) return;
    this.#shown.showNote(note);
    this.#notify();
  }

  /** Goes to the first question about this note. */
  selectNote(path: string): void {
    this.#narrow({ ...this.#everything, note: path });
    const first = this.#shown.view.rows.find((row) => row.kind === 'question' && row.section === 'here');
    if (first?.kind === 'question') this.select(first.question.id);
  }

  /** Goes to a question, whatever the list is narrowed to. */
  goTo(id: string): void {
    this.showAll();
    this.select(id);
  }

  filter(change: Partial<Narrowing>): void {
    this.#narrow(change);
  }

  /** Shows all questions; their order stays. */
  showAll(): void {
    this.#narrow(this.#everything);
  }

  get #everything(): Narrowing {
    return { ...WIDE, sort: this.#shown.filter.sort };
  }

  /** The people and companies that questions are about, with how many. */
  async people(): Promise<Map<string, number>> {
    return this.#shown.byPerson(new Set(await this.#deps.people()));
  }

  /** The folders that questions lie in, with how many. */
  folders(): Map<string, number> {
    return this.#shown.byFolder();
  }

  #narrow(change: Partial<Filter>): void {
    this.#shown.narrow(change);
    this.#notify();
  }

  /** Whether a question was put aside, asleep or skipped, so that it can be asked now. */
  isAside(id: string): boolean {
    return this.#aside.has(id);
  }

  select(id: string): void {
    if (this.#shown.select(id)) this.#notify();
  }

  /** Moves the selection by so many questions and stops at the ends. */
  move(by: number): void {
    const next = this.#shown.further(by);
    if (next) this.select(next.id);
  }

  /** Whether a key may decide now. The first one after the list moved by itself only shows what is selected. */
  takesDecision(): boolean {
    return this.#shown.takesDecision();
  }

  answers(question: Question): Answer[] {
    return answersOf(question, this.findingsOf(question));
  }

  /** The number of the answer that was chosen and not yet given; the first where none was, or it is on offer no more. */
  chosen(question: Question): number {
    const { chosen } = this.marks.of(question.id);
    return chosen === undefined ? 0 : Math.max(0, this.answers(question).findIndex(({ target }) => target === chosen));
  }

  /** The places that the answer changes, those of the note in front first. */
  ticks(question: Question, answer = this.answers(question)[this.chosen(question)]): Tick[] {
    const isHere = ({ finding }: Tick): boolean => finding.path === this.#shown.filter.note;
    return ticksOf(question, this.findingsOf(question), answer).sort((one, other) => Number(isHere(other)) - Number(isHere(one)));
  }

  /** Whether its first answer is suggested, so that a plain yes gives it. */
  hasSuggestion(question: Question): boolean {
    return question.dialog === undefined && this.blank(question) === undefined && (question.confidence !== 'either' || this.chosen(question) > 0);
  }

  preview({ id, path }: Finding, fix: number): Promise<Preview[]> {
    return this.#previews.of(path, id, fix);
  }

  /** What the field for own wording starts with; undefined where the answer has no single wording. */
  wording(question: Question): string | undefined {
    return editable(this.findingsOf(question), 0);
  }

  /** Opens the field for the user's own wording on the selected question. */
  edit(): void {
    const { selected } = this.#shown;
    if (!selected || this.wording(selected) === undefined) return;
    this.#shown.edit(true);
    this.#notify();
  }

  stopEditing(): void {
    this.#shown.edit(false);
    this.#notify();
  }

  /** Gives the answer of that number, or the user's own words. */
  accept(question: Question, at = this.chosen(question), text?: string): Promise<void> {
    const findings = this.findingsOf(question);
    const given = acceptance(question, findings, at, this.marks.of(question.id), text === undefined ? undefined : () => text);
    return this.#write(question, given);
  }

  /** The property whose value the user may type; undefined where nothing is to be typed. */
  blank(question: Question): string | undefined {
    return question.topic === 'properties' ? blankOf(this.findingsOf(question)) : undefined;
  }

  /** Writes that value in the ticked places. */
  fill(question: Question, value: string): Promise<void> {
    const given = acceptance(question, this.findingsOf(question), 0, this.marks.of(question.id), (finding) => filled(finding, value));
    return this.#write(question, given);
  }

  /** Gives the answer of that number. One that makes a note is only chosen, and shows the note first. */
  answer(question: Question, at: number): void {
    const answer = this.answers(question)[at];
    if (answer?.target === NEW && this.marks.of(question.id).chosen !== NEW) this.marks.choose(question.id, NEW);
    else void this.accept(question, at);
  }

  /** Has an answer that is not on offer written: about the whole question, or about this one of its findings. */
  answerOtherwise(question: Question, only: Finding | undefined, title: string, write: () => Promise<AcceptResult>): Promise<void> {
    const open = this.findingsOf(question);
    const findings = only ? open.filter(({ id }) => id === only.id) : open;
    const whole = findings.length === open.length ? question : undefined;
    return this.#begin({ question: whole, findings, title }, async (step) => {
      this.#wrote(step, await write());
    });
  }

  /** Accepts the first fix of this finding and nothing else. */
  acceptAlone(finding: Finding): Promise<void> {
    return this.#write(undefined, { findings: [finding], choices: [choiceOf(finding, 0)], decisions: [], alias: undefined, name: undefined, isNew: false });
  }

  /**
   * Gives an answer in the note of one finding; the question's other places are asked about as before. Where the finding
   * was decided meanwhile, or offers something else than what the user saw, there is no answer.
   */
  acceptAt(question: Question, seen: Finding, at: number): Promise<void> {
    const open = this.findingsOf(question);
    const finding = open.find((one) => offersAsSeen(one, seen));
    if (!finding) return Promise.resolve();
    return open.length === 1 ? this.accept(question, at) : this.#write(undefined, acceptance(question, [finding], at, this.marks.of(question.id)));
  }

  rejectAt(question: Question, seen: Finding): Promise<void> {
    const open = this.findingsOf(question);
    const finding = open.find((one) => offersAsSeen(one, seen));
    if (!finding) return Promise.resolve();
    return open.length === 1 ? this.reject(question) : this.#decide(undefined, [finding], refusal(question, [finding]), locale.steps.rejected(finding.message));
  }

  /** The findings never return, or the name never means that person again; of a tie none of them. */
  reject(question: Question): Promise<void> {
    const findings = this.findingsOf(question);
    const [person] = asksName(findings) && question.confidence !== 'either' ? candidatesOf(findings) : [];
    const title = person ? locale.steps.isNot(writtenIn(findings), noteName(person.path)) : locale.steps.rejected(question.ask);
    return this.#decide(question, findings, refusal(question, findings), title);
  }

  /** The form is no person's name: in no note, or not in the notes of the ticked places. */
  notAPerson(question: Question, here = false): Promise<void> {
    const findings = this.findingsOf(question);
    const { left } = this.marks.of(question.id);
    const paths = [...new Set(this.ticks(question).filter(({ key }) => !left.has(key)).map(({ finding }) => finding.path))];
    const decisions = nobody(findings, here ? paths : undefined);
    return decisions.length === 0 ? Promise.resolve() : this.#decide(question, findings, decisions, locale.steps.nobody(writtenIn(findings)));
  }

  /** Puts the question aside: to the end, or to sleep. */
  async putAside(question: Question, way: AsideWay): Promise<void> {
    const before = this.#aside.put(question.id, way);
    this.steps.add({ title: way === 'skip' ? locale.steps.skipped(question.ask) : locale.steps.snoozed(question.ask), question, aside: [{ id: question.id, before }], state: 'done' });
    this.#shown.putAside();
    this.#notify();
    await this.#aside.save().catch(this.#deps.failed);
  }

  /** Leaves whatever waits until one of its notes is opened. */
  async leaveRest(): Promise<void> {
    const title = locale.steps.leftAlone(this.count);
    const aside = this.#aside.leave(this.questions.all.filter((question) => this.#aside.standing(question) !== 'snoozed'));
    this.steps.add({ title, aside, state: 'done' });
    this.#changed();
    await this.#aside.save().catch(this.#deps.failed);
  }

  /** Asks again what was left until its note is opened: about this note, or all of it. */
  async askAgain(path?: string): Promise<void> {
    const asked = path === undefined ? this.questions.all : this.questions.in(path).flatMap(({ id }) => this.questions.asking(id) ?? []);
    const back = asked.filter((question) => this.#aside.standing(question) === 'unopened');
    if (back.length === 0) return;
    for (const { id } of back) this.#aside.restore(id, undefined);
    this.#changed();
    await this.#aside.save().catch(this.#deps.failed);
  }

  /** Wakes a question that was put aside. */
  async wake(question: Question): Promise<void> {
    this.#aside.restore(question.id, undefined);
    this.select(question.id);
    this.#changed();
    await this.#aside.save().catch(this.#deps.failed);
  }

  /** The pane wrote a batch in another way than by an answer, such as a merge. Undo includes it. */
  batchWritten(batch: string, findings: Finding[], title: string): void {
    this.steps.add({ title, batch, findings, notes: [...new Set(findings.map(({ path }) => path))], state: 'done' });
  }

  /** Notes were changed beside the pane. `details`: what each was changed for, where nobody asked for it just now. */
  saved(title: string, batch: string, notes: string[], details: string[]): void {
    this.steps.add({ title, batch, notes, details, state: 'done' });
  }

  /** Takes back what was done last, after a restart the newest batch of the journal. */
  undo(step: Step | undefined = this.steps.undoable): Promise<void> {
    if (!step || step.state === 'undone' || step.state === 'failed') return Promise.resolve();
    this.steps.ask(step);
    this.offers.forgetHabit();
    return this.#turn.runExclusive(async () => {
      if (await this.steps.undo(step)) await this.#restore(step);
    }).catch(this.#deps.failed);
  }

  /** A batch and its decisions were undone outside the pane. */
  batchUndone(batch: string): Promise<void> {
    const step = this.steps.undone(batch);
    return step ? this.#turn.runExclusive(() => this.#restore(step)) : Promise.resolve();
  }

  /** A decision was undone outside the pane. */
  decisionForgotten({ path, rule, subject }: Decision): void {
    this.questions.undecided(this.questions.meant(path, rule, subject));
  }

  async #restore({ question, findings, aside }: Step): Promise<void> {
    if (aside) {
      for (const { id, before } of aside) this.#aside.restore(id, before);
      await this.#aside.save();
    } else if (question && this.#done > 0) this.#done -= 1;
    this.questions.undecided(findings.map(({ id }) => id));
    for (const { path } of findings) this.#stale.add(path);
    await this.#look();
    const asking = findings.map(({ id }) => this.questions.asking(id)).find((one) => one !== undefined);
    this.#changed((question && this.questions.get(question.id)) ?? asking);
  }

  #write(question: Question | undefined, given: Acceptance): Promise<void> {
    const { choices, findings, alias, name } = given;
    const [first] = choices;
    if (!first) return Promise.resolve();
    const title = name ? locale.steps.identified(name.written, noteName(name.person)) : question ? locale.steps.accepted(question.ask) : locale.batch.accepted(noteName(first.path));
    return this.#begin({ question, findings, title }, async (step) => {
      const result = await this.#deps.accept({ path: first.path, count: choices.length, ...(name ? { name } : {}) }, choices, alias);
      const batch = this.#wrote(step, result);
      // These go back with the batch. The notes are written also where they cannot be saved, and can be taken back.
      await this.#deps.decide([...accepted(given, new Set(result.settled)), ...given.decisions], batch).catch((thrown: unknown) => {
        step.reason = [...(step.reason === undefined ? [] : [step.reason]), messageOf(thrown)].join(' ');
      });
      const isPlain = question && choices.every(({ text }) => text === undefined);
      if (isPlain) this.offers.saidYes(question, findings);
    });
  }

  /** Puts what was written down in the step. Throws where that is nothing. */
  #wrote(step: Step, { batch, written, reasons }: AcceptResult): string {
    const reason = reasons.length > 0 ? reasons.join(' ') : undefined;
    if (batch === undefined) throw new Error(reason ?? locale.steps.nothingWritten);
    Object.assign(step, { batch, notes: written, reason });
    return batch;
  }

  #decide(question: Question | undefined, findings: Finding[], decisions: Decision[], title: string): Promise<void> {
    if (decisions.length === 0) return Promise.resolve();
    return this.#begin({ question, findings, title }, async (step) => {
      await this.#deps.decide(decisions);
      step.decisions = decisions;
    });
  }

  /** Takes the findings off the list and carries the job out behind all earlier ones. */
  #begin(about: Pick<Step, 'question' | 'findings' | 'title'>, job: (step: Step) => Promise<void>): Promise<void> {
    const step = this.steps.add({ ...about, state: 'running' });
    const ids = about.findings.map(({ id }) => id);
    this.questions.decided(ids);
    if (about.question) {
      this.#done += 1;
      this.#pace.decided(this.#deps.now().getTime());
    }
    this.#gone(about.question);
    const paths = [...new Set(about.findings.map(({ path }) => path))];
    return this.#turn.runExclusive(async () => {
      try {
        await job(step);
        step.state = 'done';
      } catch (thrown) {
        this.#brought(step, messageOf(thrown));
      }
      this.#arrived.push(...ids);
      for (const path of paths) this.#stale.add(path);
      this.#notify();
      // Looks once all decisions that wait behind this one are written.
    }).then(() => this.refresh([])).catch(this.#deps.failed);
  }

  /** A decision failed: its question is back, with the reason. */
  #brought(step: Step, reason: string): void {
    step.state = 'failed';
    step.reason = reason;
    this.questions.undecided(step.findings.map(({ id }) => id));
    if (step.question) this.#done -= 1;
    this.#changed();
  }

  #gone(decided?: Question): void {
    this.#shown.gone(decided && !this.questions.isOpen(decided) ? decided : undefined);
    this.#notify();
  }

  /** Whether a question about the note was put aside: a change of the note may wake it. */
  #holdsAside(path: string): boolean {
    return this.questions.in(path).some(({ id }) => this.isAside(this.questions.asking(id)?.id ?? ''));
  }

  /** `differs`: other questions are shown than before. The usual look after a decision finds what is shown already. */
  #refreshed(differs: boolean): void {
    this.#phase = { kind: 'ready' };
    this.#previews.clear();
    this.marks.keep((id) => this.questions.get(id) !== undefined);
    if (differs) return this.#changed();
    this.#shown.looked();
    this.#notify();
  }

  #changed(back?: Question): void {
    this.#shown.changed(back);
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
