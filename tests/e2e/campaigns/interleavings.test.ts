// What happens to a vault in any order, from a seed: typing, saves, edits by others, renames, deletions, data.json of
// another device, decisions here, merges, clicks on tasks, neighbours that write on save, sleep, and the plugin switched off
// and on. After each run nothing that anybody wrote is lost, the journal says what was written, a batch leads back to the
// byte, and nothing is left behind. CAMPAIGN_RUNS and CAMPAIGN_SEED say how many runs from which seed.
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';
import { DATA, SWITCHED_ON, wholeVault } from '../support/vault.ts';
import { AUTOSAVE, REST, settled, started } from '../support/waiting.ts';
import { answer, batch, click, decide, journal, merge, rested, undoAll } from './session.ts';
import { expectTrueJournal, recordWrites } from './writes.ts';

const RUNS = Number(process.env['CAMPAIGN_RUNS'] ?? 8);
/** Where the plugin keeps which notes were renamed. */
const MOVED = '.obsidian/plugins/namesake/moved-notes.json';
const SEED = Number(process.env['CAMPAIGN_SEED'] ?? 20261126);
/** A vault is used for so many runs, then comes a new one. */
const RUNS_OF_A_VAULT = 20;
/** Milliseconds that a run may take on a busy machine. */
const PATIENCE = 60_000;

const NOTES = ['Meetings/2025-11-03 - Yard.md', 'People/Mara Voss.md', 'People/Rob Benoit.md', 'Inbox/Plan.md', 'People/Rob Banga.md'];
/** A merge takes the one into the other. */
const [WINNER, LOSER] = [2, 4];
const TEXTS: Record<string, string> = {
  'Meetings/2025-11-03 - Yard.md': '---\ntype: meeting\ndate: 2025-11-03\nparticipants: [Mara Voss, Rob Benoit]\n---\n\n# Yard\n\nSeen.\n\n## Summary\n\nDry.\n',
  'People/Mara Voss.md': '---\ntype: people\ntitle: Mara Voss\nlast_contact: 2025-10-01\n---\n\n# Mara Voss\n\n## Recent Context\n\n- 2025-10-01: [[Quay]] - Cold.\n',
  'People/Rob Benoit.md': '---\ntype: people\ntitle: Rob Benoit\nlast_contact: 2025-10-01\n---\n\n# Rob Benoit\n\n## Recent Context\n\n- 2025-10-01: [[Quay]] - Cold.\n',
  'Inbox/Plan.md': '---\ntype: project\ncreated: 2026-01-03\n---\n\n# Plan\n\nBegin.\n',
  'People/Rob Banga.md': '---\ntype: people\ntitle: Rob Banga\n---\n\n# Rob Banga\n\nClimbs.\n',
};
const DAMAGE = '- [ ] Paint the gate ðŸ“… 2025-12-01';

const note = fc.nat(NOTES.length - 1);
const STEP = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), note, damaged: fc.boolean(), composed: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(300, AUTOSAVE, AUTOSAVE + REST) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edited elsewhere' as const), note }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('renamed' as const), note }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deleted' as const), note }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('deleted and made anew' as const), note }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('data.json' as const), cut: fc.option(fc.nat(200), { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('neighbour' as const), name: fc.constantFrom('formatter' as const, 'filler' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('switched off and on' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('batch' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('decision' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), yes: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('click on a task' as const) }) },
);
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;

let stage: Stage;
const counts: Record<string, number> = {};

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, ...TEXTS } } });
});
afterAll(async () => {
  await stage.close();
  console.log(`campaign interleavings: seed ${SEED}`, counts);
});

/** In how many ways a task may stand in two notes: open or done, with its damage or mended. */
const TASK_FORMS = 4;
const isTask = (word: string, text: string): boolean => text.split('\n').some((line) => line.includes(word) && line.startsWith('- ['));

const count = (what: string, by = 1): void => {
  counts[what] = (counts[what] ?? 0) + by;
};

/** A page with a vault of its own, and what is known of it. */
class World {
  readonly #paths = [...NOTES];
  /** The words that stand somewhere because somebody wrote them, by note. */
  readonly #words = NOTES.map(() => new Set<string>());
  readonly #decided = new Set<string>();
  #last = 0;
  readonly #neighbours = new Set<'formatter' | 'filler'>();
  /** Where the note was that a merge takes: to take a merge back later makes it anew there. */
  readonly #oldPlaces = new Set<string>();
  /** The notes that somebody deleted and nobody made anew, by number. */
  readonly #gone = new Set<number>();
  #written = 0;

  constructor(readonly page: Page) {}

  async take(step: Step): Promise<void> {
    const { page } = this;
    count(step.kind);
    if (step.kind === 'wait') await page.clock.runFor(step.ms);
    else if (step.kind === 'type') await this.#type(step.note, step.damaged, step.composed);
    else if (step.kind === 'edited elsewhere') await this.#edit(step.note);
    else if (step.kind === 'renamed') await this.#rename(step.note);
    else if (step.kind === 'deleted') await this.#delete(step.note);
    else if (step.kind === 'deleted and made anew') await this.#renew(step.note);
    else if (step.kind === 'data.json') await this.#sync(step.cut);
    else if (step.kind === 'sleep') await page.clock.fastForward('03:00:00');
    else if (step.kind === 'batch') await batch(page);
    else if (step.kind === 'decision') await this.#decide();
    else if (step.kind === 'answer') count('answers to questions', (await answer(page, step.yes)) ? 1 : 0);
    else if (step.kind === 'merge') count('notes merged', (await merge(page, this.#paths[WINNER] ?? '', this.#paths[LOSER] ?? '')) ? 1 : 0);
    else if (step.kind === 'click on a task') count('tasks clicked', (await click(page)) ? 1 : 0);
    else if (step.kind === 'undo') await page.evaluate(async () => {
      const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: { undo: { last(): Promise<void> } } };
      await session.undo.last();
    });
    else if (step.kind === 'neighbour' && !this.#neighbours.has(step.name)) {
      this.#neighbours.add(step.name);
      await page.evaluate((name) => window.host.addNeighbour(name), step.name);
    } else if (step.kind === 'switched off and on') await this.#reload();
  }

  /** What must hold in the end. */
  async check(): Promise<void> {
    const { page } = this;
    await rested(page);
    await this.#nothingLost('at rest');
    const records = await journal(page);
    count('batches in the journal', records.length);
    await this.#dismissNeighbours();
    await this.#undoIsExact();
    const left = await undoAll(page, records);
    count('notes put back', left.restored);
    count('notes left as somebody changed them', left.refused);
    await rested(page);
    await this.#nothingLost('after undo');
    await this.#nothingLeftBehind();
    const written = await expectTrueJournal(page);
    count('writes that the journal names', written - this.#written);
    this.#written = written;
  }

  #word(at: number): string {
    const word = `word${(this.#last += 1)}x`;
    this.#words[at]?.add(word);
    return word;
  }

  /** A note that was merged is gone until somebody takes that back or makes it anew. */
  #isThere(at: number): Promise<boolean> {
    return this.page.evaluate((path) => window.app.vault.getFileByPath(path) !== null, this.#paths[at] ?? '');
  }

  /** At the end of the note, as CodeMirror reports it for a key. */
  async #type(at: number, damaged: boolean, composed: boolean): Promise<void> {
    if (!(await this.#isThere(at))) return;
    await this.page.evaluate(async ([path, line, userEvent]) => {
      if (window.app.workspace.getActiveFile()?.path !== path) await window.host.openFile(path);
      const { cm } = window.app.workspace.activeEditor!.editor as unknown as { cm: { state: { doc: { length: number } }; dispatch(change: object): void } };
      cm.dispatch({ changes: { from: cm.state.doc.length, insert: `\n${line}\n` }, userEvent });
    }, [this.#paths[at] ?? '', damaged ? `${DAMAGE} ${this.#word(at)}` : this.#word(at), composed ? 'input.type.compose' : 'input.type'] as const);
  }

  /** Below the title, so that it meets what is typed at the end. */
  async #edit(at: number): Promise<void> {
    if (!(await this.#isThere(at))) return;
    await this.page.evaluate(([path, word]) => window.host.secondDeviceEdits(path, (text) => text.replace(/^# .*$/mu, (title) => `${title}\n\n${word}`)), [this.#paths[at] ?? '', this.#word(at)] as const);
  }

  async #rename(at: number): Promise<void> {
    if (!(await this.#isThere(at))) return;
    const from = this.#paths[at] ?? '';
    const to = from.endsWith(' B.md') ? from.replace(' B.md', '.md') : from.replace('.md', ' B.md');
    await settled(this.page);
    // An old merge that was taken back may have put a note there.
    if (await this.page.evaluate((path) => window.app.vault.getFileByPath(path) !== null, to)) return;
    await this.page.evaluate(([was, is]) => window.host.renameExternally(was, is), [from, to] as const);
    this.#paths[at] = to;
    if (at === LOSER) this.#oldPlaces.add(from);
  }

  /** What stood in the note goes with it, and that was its user's will. */
  async #delete(at: number): Promise<void> {
    await settled(this.page);
    const said = await this.page.evaluate(async (path) => {
      if (window.app.vault.getFileByPath(path) === null) return '';
      const before = await window.host.readDisk(path);
      await window.host.deleteExternally(path);
      return before;
    }, this.#paths[at] ?? '');
    this.#gone.add(at);
    for (const words of this.#words) for (const word of words) if (said.includes(word)) words.delete(word);
  }

  async #renew(at: number): Promise<void> {
    await this.#delete(at);
    this.#gone.delete(at);
    await this.page.evaluate(([path, text]) => window.host.writeDiskExternally(path, text), [this.#paths[at] ?? '', TEXTS[NOTES[at] ?? ''] ?? ''] as const);
  }

  /** The page goes on while it is made, so that it may meet the data.json of another device. */
  async #decide(): Promise<void> {
    const subject = `form${(this.#last += 1)}`;
    this.#decided.add(subject);
    await decide(this.page, subject);
  }

  /** Another device decided something; its file comes whole, or half first. */
  async #sync(cut: number | undefined): Promise<void> {
    const subject = `form${(this.#last += 1)}`;
    this.#decided.add(subject);
    await this.page.evaluate(async ([path, name, at]) => {
      const { adapter } = window.app.vault;
      const data = JSON.parse(await adapter.read(path)) as { decisions?: unknown[] };
      // It had not heard of the newest half of what is decided here.
      const known = (data.decisions ?? []).slice(0, Math.floor((data.decisions ?? []).length / 2));
      const text = JSON.stringify({ ...data, decisions: [...known, { path: 'Elsewhere.md', rule: 'via', subject: name, verdict: 'rejected', at: Date.now() }] });
      if (at >= 0) await adapter.write(path, text.slice(0, at));
      await adapter.write(path, text);
    }, [DATA, subject, cut ?? -1] as const);
    await rested(this.page, 4500);
  }

  async #reload(): Promise<void> {
    const { page } = this;
    await settled(page);
    await page.evaluate(() => window.host.reloadPlugin());
    await page.clock.runFor(100);
    await started(page);
    for (const name of this.#neighbours) await page.evaluate((each) => window.host.addNeighbour(each), name);
  }

  async #nothingLost(when: string): Promise<void> {
    const texts = await this.page.evaluate((paths) => Promise.all(paths.map(async (path) => (window.app.vault.getFileByPath(path) ? window.host.readDisk(path) : ''))), this.#paths);
    for (const [at, words] of this.#words.entries()) {
      // What stands in one of the two that are merged may stand in the other, and after an undo that leaves the one alone in both.
      const places = (at === LOSER || at === WINNER ? [WINNER, LOSER] : [at]).map((each) => texts[each] ?? '');
      for (const word of words) {
        const said = `${word} in ${this.#paths[at]}, ${when}:\n${places.join('\n')}`;
        expect(places.some((text) => text.includes(word)), said).toBe(true);
        // A task that stood in both, and was ticked or mended in one of them, is kept twice by a merge.
        const most = (text: string): number => (places.length > 1 && isTask(word, text) ? TASK_FORMS : 1);
        for (const text of places) expect(text.split(word).length - 1, said).toBeLessThanOrEqual(most(text));
      }
    }
    count('words looked for', this.#words.reduce((sum, words) => sum + words.size, 0));
    const decisions = await this.page.evaluate((path) => window.host.readDisk(path), DATA);
    for (const subject of this.#decided) expect(decisions, when).toContain(`"${subject}"`);
  }

  async #dismissNeighbours(): Promise<void> {
    for (const name of this.#neighbours) await this.page.evaluate((each) => window.app.plugins.disablePlugin(each), name);
    this.#neighbours.clear();
    await rested(this.page);
  }

  /** A batch is written and undone with nobody else about. */
  async #undoIsExact(): Promise<void> {
    const { page } = this;
    const before = await wholeVault(page);
    const written = await batch(page);
    await rested(page);
    if (!written) return;
    count('batches undone to the byte');
    expect(await wholeVault(page)).not.toEqual(before);
    await undoAll(page, (await journal(page)).filter(({ id }) => id === written));
    await rested(page);
    expect(await wholeVault(page)).toEqual(before);
  }

  async #nothingLeftBehind(): Promise<void> {
    const paths = await this.page.evaluate(() => window.host.paths());
    const notes = paths.filter((path) => path.endsWith('.md') && !path.startsWith('.'));
    expect(this.#paths.filter((path) => !notes.includes(path)).filter((path) => path !== this.#paths[LOSER] && !this.#gone.has(this.#paths.indexOf(path)))).toEqual([]);
    expect(notes.filter((path) => !this.#paths.includes(path) && !this.#oldPlaces.has(path))).toEqual([]);
    const journalled = paths.filter((path) => path.includes('/journal/') && !/\/\d{8}T\d{6}Z-\d{4}(-(saved|answer))?\.json$/u.test(path));
    expect(journalled).toEqual([]);
    const own = paths.filter((path) => path.startsWith('.obsidian/plugins/namesake/') && !path.includes('/journal'));
    expect(own.filter((path) => path !== DATA && path !== MOVED)).toEqual([]);
  }
}

const vaults = Math.ceil(RUNS / RUNS_OF_A_VAULT);
it.each(Array.from({ length: vaults }, (_, at) => at))('vault %i keeps all that anybody wrote', { timeout: PATIENCE * Math.min(RUNS, RUNS_OF_A_VAULT) }, async (vault) => {
  const page = await stage.visit({ clock: true });
  const world = new World(page);
  await recordWrites(page);
  const runs = Math.min(RUNS_OF_A_VAULT, RUNS - vault * RUNS_OF_A_VAULT);
  // The same plans whether all of them are wanted or a few.
  const all = fc.sample(fc.array(STEP, { minLength: 3, maxLength: 9 }), { numRuns: RUNS_OF_A_VAULT, seed: SEED + vault });
  const plans = all.slice(0, runs);
  for (const [run, plan] of plans.entries()) {
    try {
      for (const step of plan) await world.take(step);
      await world.check();
    } catch (thrown) {
      throw new Error(`seed ${SEED + vault}, run ${run}: ${JSON.stringify(plan)}: ${String(thrown)}`, { cause: thrown });
    }
    count('runs');
  }
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
  console.log(`campaign interleavings: ${counts['runs']} of ${RUNS} runs from seed ${SEED}: no word lost, no note torn, nothing left behind`);
});

