// What the review pane shows and does, without a screen: the queue, the selection, decisions and their undo. Everything
// outside comes in as callbacks, so that this file knows neither Obsidian nor WebAssembly.
import type { Choice, Decision, Finding, Preview } from '../engine/types';
import { decisionOn, grouped, keyOf, Queue } from './queue';
import { Previews } from './previews';
import type { FirstBatch, Phase, ReviewDeps, ReviewState } from './types';

/** Cards on one page. */
export const PAGE = 25;

type Done = { kind: 'accepted'; batch: string; decisions: Decision[] } | { kind: 'rejected'; decisions: Decision[] };

export class ReviewModel {
  readonly #deps: ReviewDeps;
  readonly #queue = new Queue();
  readonly #listeners = new Set<() => void>();
  readonly #fixes = new Map<string, number>();
  readonly #previews: Previews;
  readonly #rejected = new Set<string>();
  #phase: Phase = { kind: 'indexing', step: 'reading', done: 0, total: 0 };
  #selected: string | undefined;
  #lastAt = 0;
  #editing: string | undefined;
  #busy = false;
  #declinedOffer = false;
  #goneThrough = false;
  #done: Done[] = [];
  #tail: Promise<unknown> = Promise.resolve();

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
    this.#previews = new Previews(deps.preview);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get count(): number {
    return this.#visible.length;
  }

  /** How many findings wait for a person's decision, of those that are meant. */
  waiting(meant: (finding: Finding) => boolean): number {
    return this.#visible.filter((finding) => finding.tier === 'review' && meant(finding)).length;
  }

  /** How many repairs are known to be certain, of those that are meant, be they shown or not. */
  certain(meant: (finding: Finding) => boolean): number {
    return this.#queue.all.filter((finding) => finding.tier === 'auto' && meant(finding)).length;
  }

  /** Resolves when what was asked for until now is known. */
  settled(): Promise<void> {
    return this.#inTurn(() => Promise.resolve());
  }

  state(): ReviewState {
    const all = this.#visible;
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
      canUndo: this.#done.length > 0,
      first: this.#first(all),
    };
  }

  /** How far reading the vault has come. */
  indexing(done: number, total: number): void {
    this.#phase = { kind: 'indexing', step: 'reading', done, total };
    this.#tell();
  }

  /** How far the rules have come; told only while there is nothing else to show yet. */
  checking(done: number, total: number): void {
    if (this.#phase.kind !== 'indexing') return;
    this.#phase = { kind: 'indexing', step: 'checking', done, total };
    this.#tell();
  }

  fail(message: string): void {
    this.#phase = { kind: 'error', message };
    this.#tell();
  }

  /** Asks for all findings anew. */
  load(): Promise<void> {
    return this.#inTurn(async () => {
      const findings = await this.#deps.findings();
      this.#queue.clear();
      this.#queue.replace([], findings);
      this.#refreshed();
    });
  }

  /** Asks for the findings of these notes anew. */
  refresh(paths: string[]): Promise<void> {
    if (paths.length === 0) return Promise.resolve();
    return this.#inTurn(async () => {
      if (this.#phase.kind !== 'ready') return; // Asked in its turn: a note may change while all are being looked at.
      this.#queue.replace(paths, await this.#deps.findings(paths));
      this.#refreshed();
    });
  }

  /** The settings changed what is to be shown, not what was found. */
  redraw(): void {
    this.#tell();
  }

  finding(id: string): Finding | undefined {
    return this.#visible.find((finding) => finding.id === id);
  }

  of(path: string): Finding[] {
    return this.#visible.filter((finding) => finding.path === path);
  }

  select(id: string): void {
    if (this.#selected === id) return;
    this.#selected = id;
    this.#editing = undefined;
    this.#at(this.#visible);
    this.#tell();
  }

  selectNote(path: string): void {
    const first = this.of(path)[0];
    if (first) this.select(first.id);
  }

  /** Moves the selection by so many findings and stops at the ends. */
  move(by: number): void {
    const all = this.#visible;
    const next = all[Math.min(all.length - 1, Math.max(0, this.#at(all) + by))];
    if (next) this.select(next.id);
  }

  /** Turns so many pages. */
  turn(by: number): void {
    const first = this.#visible[this.state().page.from + by * PAGE];
    if (first) this.select(first.id);
  }

  choose(id: string, fix: number): void {
    const finding = this.finding(id);
    if (!finding || fix < 0 || fix >= finding.fixes.length) return;
    this.#fixes.set(id, fix);
    this.#tell();
  }

  /** Opens the field for the user's own wording; only fixes of one edit can be worded anew. */
  edit(id: string): void {
    if (!this.canEdit(id)) return;
    this.#selected = id;
    this.#editing = id;
    this.#tell();
  }

  canEdit(id: string): boolean {
    const fix = this.finding(id)?.fixes[this.#fix(id)];
    return fix?.edits.length === 1 && fix.creates === undefined;
  }

  /** The text the chosen fix would write; what the field for own wording starts with. */
  wording(id: string): string {
    return this.finding(id)?.fixes[this.#fix(id)]?.edits[0]?.text ?? '';
  }

  stopEditing(): void {
    this.#editing = undefined;
    this.#tell();
  }

  preview(id: string): Promise<Preview[]> {
    const path = this.finding(id)?.path;
    return path === undefined ? Promise.resolve([]) : this.#previews.of(path, id, this.#fix(id));
  }

  accept(id: string, text?: string): Promise<void> {
    const finding = this.finding(id);
    return finding ? this.#accept([finding], text) : Promise.resolve();
  }

  acceptGroup(path: string): Promise<void> {
    return this.#accept(this.of(path));
  }

  /** Rejects for good: the finding never returns, also after a restart. */
  reject(id: string): Promise<void> {
    const finding = this.finding(id);
    if (!finding) return Promise.resolve();
    return this.#act(async () => {
      const decisions = [decisionOn(finding, 'rejected')];
      await this.#deps.decide(decisions);
      this.#rejected.add(keyOf(finding));
      this.#done.push({ kind: 'rejected', decisions });
      this.#drop(new Set([id]));
    });
  }

  /** What was written from the pane by other means than accepting: undo takes it back in its turn. */
  written(batch: string): void {
    this.#done.push({ kind: 'accepted', batch, decisions: [] });
    this.#tell();
  }

  /** Takes the last accept or reject of this session back. */
  undo(): Promise<void> {
    return this.#act(async () => {
      const last = this.#done.pop();
      if (!last) return;
      if (last.kind === 'accepted' && !(await this.#deps.undoBatch(last.batch))) return;
      await this.#deps.forget(last.decisions);
      for (const decision of last.decisions) this.#rejected.delete(keyOf(decision));
      const paths = [...new Set(last.decisions.map((decision) => decision.path))];
      this.#queue.replace(paths, await this.#deps.findings(paths));
      const [decision] = last.decisions;
      const back = this.#visible.find((finding) => decision && keyOf(finding) === keyOf(decision));
      if (back) this.#selected = back.id;
      this.#refreshed();
    });
  }

  /** The certain repairs were gone through together; offers automatic repairs if they are off. */
  async firstBatchDone(): Promise<void> {
    this.#goneThrough = true;
    await this.#deps.markFirstBatch();
    this.#tell();
  }

  declineOffer(): void {
    this.#declinedOffer = true;
    this.#tell();
  }

  get #visible(): Finding[] {
    const automatic = this.#deps.automatic();
    return this.#queue.all.filter((finding) =>
      (this.#rejected.size === 0 || !this.#rejected.has(keyOf(finding))) && (finding.tier === 'review' || !automatic || this.#deps.held(finding.path)));
  }

  #first(all: Finding[]): FirstBatch {
    if (this.#deps.automatic()) return { kind: 'none' };
    if (this.#goneThrough && !this.#declinedOffer) return { kind: 'offer' };
    if (this.#deps.firstBatchReviewed()) return { kind: 'none' };
    const count = all.filter((finding) => finding.tier === 'auto' && finding.fixes.length > 0).length;
    return count > 0 ? { kind: 'found', count } : { kind: 'none' };
  }

  #accept(findings: Finding[], text?: string): Promise<void> {
    const [first] = findings;
    const choices = findings
      .filter((finding) => finding.fixes.length > 0)
      .map((finding): Choice => ({ id: finding.id, path: finding.path, fix: this.#fix(finding.id), ...(text === undefined ? {} : { text }) }));
    if (!first || choices.length === 0) return Promise.resolve();
    // Whoever is new was none of those on offer.
    const isNew = new Set(findings.filter(({ id, fixes }) => fixes[this.#fix(id)]?.creates !== undefined));
    return this.#act(async () => {
      const result = await this.#deps.accept({ path: first.path, count: choices.length }, choices);
      const settled = new Set(result.settled);
      const decided = findings.filter((finding) => settled.has(finding.id));
      const decisions = decided.map((finding) => decisionOn(finding, 'accepted'));
      // What is certain needs no remembering; it would only fill data.json.
      const doubtful = decided.filter((finding) => finding.tier === 'review' && !isNew.has(finding)).map((finding) => decisionOn(finding, 'accepted'));
      if (doubtful.length > 0) await this.#deps.decide(doubtful);
      if (result.batch !== undefined) this.#done.push({ kind: 'accepted', batch: result.batch, decisions });
      this.#drop(settled);
      await this.#allCertainDone(findings);
    });
  }

  /** Going through every certain repair by hand counts as the first batch too. */
  async #allCertainDone(accepted: Finding[]): Promise<void> {
    if (this.#deps.firstBatchReviewed() || !accepted.some((finding) => finding.tier === 'auto')) return;
    if (!this.#visible.some((finding) => finding.tier === 'auto')) await this.firstBatchDone();
  }

  /** Where the selection stands; when the selected finding is gone, what stands in its place is selected. */
  #at(all: Finding[]): number {
    const at = all.findIndex((finding) => finding.id === this.#selected);
    this.#lastAt = at >= 0 ? at : Math.max(0, Math.min(this.#lastAt, all.length - 1));
    this.#selected = all[this.#lastAt]?.id;
    return this.#lastAt;
  }

  /** Takes findings off the screen at once. */
  #drop(ids: ReadonlySet<string>): void {
    this.#queue.remove(ids);
    this.#editing = undefined;
    this.#tell();
  }

  #refreshed(): void {
    this.#phase = { kind: 'ready' };
    this.#previews.clear();
    const ids = new Set(this.#queue.all.map((finding) => finding.id));
    for (const id of this.#fixes.keys()) if (!ids.has(id)) this.#fixes.delete(id);
    if (this.#editing !== undefined && !ids.has(this.#editing)) this.#editing = undefined;
    this.#tell();
  }

  #fix(id: string): number {
    return this.#fixes.get(id) ?? 0;
  }

  /** One action at a time: what is asked for while another runs is ignored, as a second click on a button would be. */
  async #act(job: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#tell();
    try {
      await this.#inTurn(job);
    } catch (thrown) {
      this.#deps.failed(thrown);
    } finally {
      this.#busy = false;
      this.#tell();
    }
  }

  #inTurn(job: () => Promise<void>): Promise<void> {
    const result = this.#tail.then(job);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
