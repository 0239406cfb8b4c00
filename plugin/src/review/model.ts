// What the review pane shows and does, without a screen: the queue, the selection, decisions and their undo. Everything
// outside comes in as callbacks, so that this file knows neither Obsidian nor WebAssembly.
import { Mutex } from 'async-mutex';
import type { About, Choice, Decision, Finding, Preview } from '../engine/types';
import { cardsOf, decisionOn, grouped, keyOf, noteOf, type Card } from './cards';
import { NameChoices } from './name-choices';
import { acceptanceOf, fixFor, NEW, nobodyDecisions, rejectionOf, writtenIn } from './names';
import { Offers } from './offers';
import { OpenFindings } from './open-findings';
import { Previews } from './previews';
import type { AcceptResult, BatchTitle, Offer, Phase, ReviewDeps, ReviewState } from './types';

/** Cards on one page. */
export const PAGE = 25;

/** One step of undo: a batch, if anything was written, decisions, and the findings they were about. */
interface UndoStep {
  batch?: string;
  decisions: Decision[];
  findings: Finding[];
}

/** What accepting a card writes, and the decisions that go with it. */
interface Acceptance {
  findings: Finding[];
  /** Whether the user chose somebody new. Such findings are not saved as accepted: no candidate was right. */
  isNew?: boolean;
  choices: Choice[];
  decisions: Decision[];
}

export class ReviewModel {
  readonly names = new NameChoices(() => this.#notify());
  readonly #deps: ReviewDeps;
  readonly #open = new OpenFindings();
  readonly #listeners = new Set<() => void>();
  readonly #fixes = new Map<string, number>();
  readonly #previews: Previews;
  readonly #offers: Offers;
  readonly #rejected = new Set<string>();
  #phase: Phase = { kind: 'indexing', step: 'reading', done: 0, total: 0 };
  #selected: string | undefined;
  #lastAt = 0;
  #editing: string | undefined;
  #busy = false;
  #about: About | undefined;
  /** Whether the user asked to see what is recognised. */
  #recognitionAsked = false;
  #undoSteps: UndoStep[] = [];
  readonly #turn = new Mutex();

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
    this.#previews = new Previews(deps.preview);
    this.#offers = new Offers(deps);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get count(): number {
    return this.#cards.length;
  }

  /** How many cards wait for a person's decision, of those with a finding that is included. */
  waiting(includes: (finding: Finding) => boolean): number {
    return this.#cards.filter(({ findings }) => findings.some((finding) => finding.tier === 'review' && includes(finding))).length;
  }

  /** How many findings are certain, of those that are included, whether they are shown or not. */
  certain(includes: (finding: Finding) => boolean): number {
    return this.#open.all.filter((finding) => finding.tier === 'auto' && includes(finding)).length;
  }

  /** Resolves when all loads and actions so far are done. */
  settled(): Promise<void> {
    return this.#turn.runExclusive(() => Promise.resolve());
  }

  state(): ReviewState {
    const all = this.#cards;
    const at = this.#at(all);
    const from = Math.floor(at / PAGE) * PAGE;
    const shown = all.slice(from, from + PAGE);
    return {
      phase: this.#phase,
      groups: grouped(shown),
      count: all.length,
      page: { from, to: from + shown.length },
      selected: all[at]?.id,
      editing: this.#editing,
      fixes: this.#fixes,
      busy: this.#busy,
      canUndo: this.#undoSteps.length > 0,
      offer: this.#offer(),
      recognition: this.#about && this.#looksAtRecognition ? { about: this.#about, adopted: this.#deps.adopted() } : undefined,
      summary: this.#about?.summary ?? '',
    };
  }

  /** Shows the progress of reading the vault. */
  indexing(done: number, total: number): void {
    this.#phase = { kind: 'indexing', step: 'reading', done, total };
    this.#notify();
  }

  /** Shows the progress of the rules, while there are no findings to show yet. */
  checking(done: number, total: number): void {
    if (this.#phase.kind !== 'indexing') return;
    this.#phase = { kind: 'indexing', step: 'checking', done, total };
    this.#notify();
  }

  fail(message: string): void {
    this.#phase = { kind: 'error', message };
    this.#notify();
  }

  /** Loads all findings. */
  load(): Promise<void> {
    return this.#turn.runExclusive(async () => {
      this.#about = await this.#deps.about();
      const findings = await this.#deps.findings();
      this.#open.clear();
      this.#open.replace([], findings);
      this.#refreshed();
    });
  }

  /** Loads the findings of these notes again. */
  refresh(paths: string[]): Promise<void> {
    if (paths.length === 0) return Promise.resolve();
    return this.#turn.runExclusive(async () => {
      if (this.#phase.kind !== 'ready') return; // Asked in its turn: a note may change while all are being looked at.
      this.#open.replace(paths, await this.#deps.findings(paths));
      this.#refreshed();
    });
  }

  /** Shows what the vault is recognised as, counted anew. */
  showRecognition(): Promise<void> {
    this.#recognitionAsked = true;
    return this.#act(async () => {
      this.#about = await this.#deps.about();
    });
  }

  /** Offers a meeting as the worked example, or takes the offer back. The user is through with what is recognised. */
  showExample(path: string | undefined): void {
    this.#recognitionAsked = false;
    this.#offers.showExample(path);
    this.#notify();
  }

  get #looksAtRecognition(): boolean {
    return this.#recognitionAsked || !this.#deps.recognitionConfirmed();
  }

  /** Draws again after the settings changed what is shown. */
  redraw(): void {
    this.#notify();
  }

  card(id: string): Card | undefined {
    return this.#cards.find((card) => card.id === id);
  }

  findingsIn(path: string): Finding[] {
    return this.#visible.filter((finding) => finding.path === path);
  }

  select(id: string): void {
    if (this.#selected === id) return;
    this.#selected = id;
    this.#editing = undefined;
    this.#at(this.#cards);
    this.#notify();
  }

  /** Selects the first card of the note, or else of a name that is also found there. */
  selectNote(path: string): void {
    const cards = this.#cards;
    const first = cards.find(({ findings }) => noteOf(findings) === path) ?? cards.find(({ findings }) => findings.some((finding) => finding.path === path));
    if (first) this.select(first.id);
  }

  /** Moves the selection by so many cards and stops at the ends. */
  move(by: number): void {
    const all = this.#cards;
    const next = all[Math.min(all.length - 1, Math.max(0, this.#at(all) + by))];
    if (next) this.select(next.id);
  }

  /** Turns so many pages. */
  turn(by: number): void {
    const first = this.#cards[this.state().page.from + by * PAGE];
    if (first) this.select(first.id);
  }

  /** Chooses a fix, or on the card of a name a candidate. */
  choose(id: string, at: number): void {
    const card = this.card(id);
    const [first] = card?.findings ?? [];
    if (card && this.names.person(card)) this.names.choose(card, at);
    else if (first && at >= 0 && at < first.fixes.length) {
      this.#fixes.set(id, at);
      this.#notify();
    }
  }

  /** Turns to the next way to remember the card's name. */
  nextRemember(id: string): void {
    const card = this.card(id);
    if (card) this.names.nextRemember(card);
  }

  /** Opens the field for the user's own wording. Only a fix with a single edit has one. */
  edit(id: string): void {
    if (!this.canEdit(id)) return;
    this.#selected = id;
    this.#editing = id;
    this.#notify();
  }

  canEdit(id: string): boolean {
    return this.#onlyEdits(id)?.length === 1;
  }

  /** The text the chosen fix would write; what the field for own wording starts with. */
  wording(id: string): string {
    return this.#onlyEdits(id)?.[0]?.text ?? '';
  }

  stopEditing(): void {
    this.#editing = undefined;
    this.#notify();
  }

  preview({ id, path }: Finding, fix: number): Promise<Preview[]> {
    return this.#previews.of(path, id, fix);
  }

  accept(id: string, text?: string): Promise<void> {
    const card = this.card(id);
    return card ? this.#accept([card], text) : Promise.resolve();
  }

  /** Accepts the first fix of this finding and nothing else of its card. */
  acceptAlone(finding: Finding): Promise<void> {
    return this.#write({ path: finding.path, count: 1 }, [{ findings: [finding], choices: [{ id: finding.id, path: finding.path, fix: 0 }], decisions: [] }]);
  }

  /** Accepts the cards that are about this note alone. */
  acceptGroup(path: string): Promise<void> {
    return this.#accept(this.#cards.filter(({ findings }) => noteOf(findings) === path));
  }

  /** Rejects for good: the finding never returns, or the name never means that person again. */
  reject(id: string): Promise<void> {
    const card = this.card(id);
    const target = card && this.names.target(card);
    if (!card || target === NEW) return Promise.resolve(); // Whoever else it may be is rejected by name.
    const never = target !== undefined && rejectionOf(card.findings, target);
    if (never) return this.#decideName(card, [never]);
    return this.#act(async () => {
      const decisions = card.findings.map((finding) => decisionOn(finding, 'rejected'));
      await this.#deps.decide(decisions);
      for (const decision of decisions) this.#rejected.add(keyOf(decision));
      this.#undoSteps.push({ decisions, findings: card.findings });
      this.#drop(new Set(card.findings.map((finding) => finding.id)));
    });
  }

  /** The pane wrote a batch in another way than by accepting, such as a merge. Undo includes it. */
  batchWritten(batch: string, findings: Finding[]): void {
    this.#undoSteps.push({ batch, decisions: [], findings });
    this.#notify();
  }

  /** The form is no person's name, in no note. */
  notAPerson(id: string): Promise<void> {
    const card = this.card(id);
    return card && this.names.person(card) ? this.#decideName(card, nobodyDecisions(card.findings, [''])) : Promise.resolve();
  }

  /** The form is never asked about again in these notes, except where the user skipped its lines. */
  neverHere(id: string): Promise<void> {
    const card = this.card(id);
    const target = card && this.names.target(card);
    if (!card || target === undefined) return Promise.resolve();
    return this.#decideName(card, nobodyDecisions(card.findings, notesOf(this.names.choices(card, target))));
  }

  /** Undoes the last accept or reject of this session. */
  undo(): Promise<void> {
    return this.#act(async () => {
      const last = this.#undoSteps.pop();
      if (!last) return;
      const undone = last.batch === undefined ? undefined : await this.#deps.undoBatch(last.batch);
      try {
        if (undone?.whole ?? true) await this.#restore(last);
      } finally {
        undone?.announce();
      }
    });
  }

  /** A batch and its decisions were undone outside the pane. */
  batchUndone(batch: string): Promise<void> {
    const done = this.#undoSteps.find((one) => one.batch === batch);
    if (!done) return Promise.resolve();
    this.#undoSteps = this.#undoSteps.filter((one) => one !== done);
    return this.#turn.runExclusive(() => this.#restore(done));
  }

  /** A decision was undone outside the pane. */
  decisionForgotten(decision: Decision): void {
    this.#rejected.delete(keyOf(decision));
  }

  async #restore({ decisions, findings }: UndoStep): Promise<void> {
    if (decisions.length > 0) await this.#deps.forget(decisions);
    for (const decision of decisions) this.#rejected.delete(keyOf(decision));
    const paths = notesOf(findings);
    if (paths.length > 0) this.#open.replace(paths, await this.#deps.findings(paths));
    const [first] = findings;
    const back = this.#cards.find((card) => first && card.findings.some((finding) => keyOf(finding) === keyOf(first)));
    if (back) this.#selected = back.id;
    this.#refreshed();
  }

  /** Decides about the card's form, then loads the findings that say whom else it may mean. */
  #decideName({ findings }: Card, decisions: Decision[]): Promise<void> {
    if (decisions.length === 0) return Promise.resolve();
    return this.#act(async () => {
      await this.#deps.decide(decisions);
      this.#undoSteps.push({ decisions, findings });
      const paths = notesOf(findings);
      this.#open.replace(paths, await this.#deps.findings(paths));
      this.#editing = undefined;
      this.#refreshed();
    });
  }

  /** The user went through the certain repairs together. Offers automatic repairs if they are off. */
  async firstBatchDone(): Promise<void> {
    this.#offers.firstBatchDone();
    await this.#deps.markFirstBatch();
    this.#notify();
  }

  declineOffer(): void {
    this.#offers.decline(this.#offer());
    this.#notify();
  }

  get #cards(): Card[] {
    return cardsOf(this.#visible);
  }

  get #visible(): Finding[] {
    const automatic = this.#deps.automatic();
    return this.#open.all.filter((finding) =>
      (this.#rejected.size === 0 || !this.#rejected.has(keyOf(finding))) && (finding.tier === 'review' || !automatic || this.#deps.isHeld(finding.path)));
  }

  #offer(): Offer {
    return this.#offers.current(() => this.#visible);
  }

  #accept(cards: Card[], text?: string): Promise<void> {
    const [card] = cards;
    const [first] = card?.findings ?? [];
    if (!card || !first) return Promise.resolve();
    const acceptances = cards.map((one) => this.#acceptance(one, text));
    const count = acceptances.reduce((sum, { choices }) => sum + choices.length, 0);
    const person = cards.length === 1 && text === undefined ? this.names.target(card) : undefined;
    if (person === undefined || person === NEW) return this.#write({ path: first.path, count }, acceptances);
    const remember = this.names.remember(card);
    const name = { person, written: writtenIn(card.findings) };
    const remembering = acceptances.map((one) => ({ ...one, decisions: acceptanceOf(one.findings, person, remember) }));
    return this.#write({ path: first.path, count, name }, remembering, remember === 'alias');
  }

  /** What accepting a card writes. For a name, the decision says only that the candidate was right. */
  #acceptance(card: Card, text: string | undefined): Acceptance {
    const target = text === undefined ? this.names.target(card) : undefined;
    if (target === undefined) {
      const choices = card.findings.filter(({ fixes }) => fixes.length > 0)
        .map((finding): Choice => ({ id: finding.id, path: finding.path, fix: this.#fixOf(card, finding), ...(text === undefined ? {} : { text }) }));
      return { findings: card.findings, choices, decisions: [] };
    }
    const choices = this.names.choices(card, target);
    const findings = card.findings.filter(({ id }) => choices.some((choice) => choice.id === id));
    if (target === NEW) return { findings, isNew: true, choices, decisions: [] };
    return { findings, choices, decisions: acceptanceOf(findings, target, 'no') };
  }

  #write(title: BatchTitle, acceptances: Acceptance[], alias = false): Promise<void> {
    const choices = acceptances.flatMap((one) => one.choices);
    if (choices.length === 0) return Promise.resolve();
    return this.#act(async () => {
      const written = await this.#deps.accept(title, choices, alias ? title.name : undefined);
      try {
        await this.#accepted(acceptances, written);
      } finally {
        written.announce();
      }
    });
  }

  async #accepted(acceptances: Acceptance[], { batch, settled: ids }: AcceptResult): Promise<void> {
    const settled = new Set(ids);
    const accepted = acceptances.flatMap(({ findings }) => findings);
    const decided = accepted.filter((finding) => settled.has(finding.id));
    const names = acceptances.filter(({ findings }) => findings.some(({ id }) => settled.has(id))).flatMap(({ decisions }) => decisions);
    // Accepted certain findings are not saved: they would only fill data.json.
    const introduced = new Set(acceptances.filter(({ isNew }) => isNew).flatMap(({ findings }) => findings));
    const doubtful = decided.filter((finding) => finding.tier === 'review' && !introduced.has(finding)).map((finding) => decisionOn(finding, 'accepted'));
    const decisions = [...doubtful, ...names];
    if (decisions.length > 0) await this.#deps.decide(decisions, batch);
    if (batch !== undefined) this.#undoSteps.push({ batch, decisions: [], findings: decided });
    this.#drop(settled);
    await this.#allCertainDone(accepted);
  }

  /** Going through every certain repair by hand counts as the first batch too. */
  async #allCertainDone(accepted: Finding[]): Promise<void> {
    if (this.#deps.firstBatchReviewed() || !accepted.some((finding) => finding.tier === 'auto')) return;
    if (!this.#visible.some((finding) => finding.tier === 'auto')) await this.firstBatchDone();
  }

  /** The index of the selected card. If that card is gone, the one in its place is selected. */
  #at(all: Card[]): number {
    const at = all.findIndex((card) => card.id === this.#selected);
    this.#lastAt = at >= 0 ? at : Math.max(0, Math.min(this.#lastAt, all.length - 1));
    this.#selected = all[this.#lastAt]?.id;
    return this.#lastAt;
  }

  /** Takes findings off the screen at once. */
  #drop(ids: ReadonlySet<string>): void {
    this.#open.remove(ids);
    this.#editing = undefined;
    this.#notify();
  }

  #refreshed(): void {
    this.#phase = { kind: 'ready' };
    this.#previews.clear();
    const ids = new Set(this.#open.all.map((finding) => finding.id));
    this.names.keep(ids);
    for (const id of this.#fixes.keys()) if (!ids.has(id)) this.#fixes.delete(id);
    if (this.#editing !== undefined && !ids.has(this.#editing)) this.#editing = undefined;
    this.#notify();
  }

  #fix(id: string): number {
    return this.#fixes.get(id) ?? 0;
  }

  #fixOf(card: Card, finding: Finding): number {
    const target = this.names.target(card);
    return target === undefined ? this.#fix(card.id) : fixFor(finding, target);
  }

  /** The edits of the chosen fix, where the card is one finding. */
  #onlyEdits(id: string): Finding['fixes'][number]['edits'] | undefined {
    const card = this.card(id);
    const [only, ...others] = card?.findings ?? [];
    if (card && this.names.target(card) === NEW) return undefined;
    return card && only && others.length === 0 ? only.fixes[this.#fixOf(card, only)]?.edits : undefined;
  }

  /** Runs one action at a time. Another one is ignored meanwhile, like a second click on a button. */
  async #act(job: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#notify();
    try {
      await this.#turn.runExclusive(job);
    } catch (thrown) {
      this.#deps.failed(thrown);
    } finally {
      this.#busy = false;
      this.#notify();
    }
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The notes of these, each once. */
function notesOf(all: { path: string }[]): string[] {
  return [...new Set(all.map(({ path }) => path))];
}
