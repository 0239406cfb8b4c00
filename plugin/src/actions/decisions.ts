// Making decisions, and taking them back: the engine applies them, the store saves them, the journal keeps those that
// belong to a batch, and the notes that they bear on are looked at again.
import type { Decision, DecisionChanges, EngineApi } from '../engine/types';
import type { ReviewModel } from '../review/model';
import { isAboutName } from '../review/names';
import type { Journal } from '../vault/journal';
import type { Store } from '../vault/store';
import type { ChangedNotes } from '../vault/changed-notes';

export interface DecisionDeps {
  engine: EngineApi;
  store: Store;
  journal: Journal;
  changedNotes: ChangedNotes;
  review: ReviewModel;
}

export class Decisions {
  readonly #deps: DecisionDeps;

  constructor(deps: DecisionDeps) {
    this.#deps = deps;
  }

  /** Saves decisions. Those that belong to a batch are undone with it. */
  async decide(decisions: Decision[], batch?: string): Promise<void> {
    const { journal } = this.#deps;
    const changes = await this.#save(decisions);
    if (batch !== undefined) await journal.addDecisions(batch, changes);
    await this.#lookAgainForNames(decisions);
  }

  /** Decides about findings in the notes at the decisions' own paths, which are looked at again. */
  async decideInNotes(decisions: Decision[]): Promise<void> {
    await this.#save(decisions);
    this.#deps.changedNotes.add(decisions.map(({ path }) => path));
  }

  forget(decisions: Decision[]): Promise<void> {
    return this.takeBack({ made: decisions, lost: [] });
  }

  /** Takes changes back: decisions that were made go, and those that were lost return. */
  async takeBack(changes: DecisionChanges): Promise<void> {
    const { engine, store, changedNotes, review } = this.#deps;
    const all = [...changes.made, ...changes.lost];
    if (all.length === 0) return;
    await store.takeBack(engine, changes);
    for (const decision of changes.made) review.decisionForgotten(decision);
    await this.#lookAgainForNames(all);
    changedNotes.add(all.map(({ path }) => path).filter((path) => path !== ''));
  }

  /** One note was merged into another and is gone: decisions about it become decisions about the other one. */
  async moveTo(winner: string, loser: string, batch: string): Promise<void> {
    const { engine, store, journal } = this.#deps;
    const changes = await store.take((at) => engine.merged(loser, winner, at));
    await journal.addDecisions(batch, changes);
    await this.#lookAgainForNames([...changes.made, ...changes.lost]);
  }

  #save(decisions: Decision[]): Promise<DecisionChanges> {
    const { engine, store } = this.#deps;
    return store.takeEach(decisions, (decision, at) => engine.decide(decision, at));
  }

  /** A decision about a name changes what its form means wherever it stands. */
  async #lookAgainForNames(decisions: Decision[]): Promise<void> {
    const { engine, changedNotes } = this.#deps;
    const forms = new Set(decisions.filter(isAboutName).map(({ subject }) => subject));
    for (const form of forms) changedNotes.add(await engine.mentioning(form));
  }
}
