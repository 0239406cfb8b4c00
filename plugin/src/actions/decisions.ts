// Making decisions, and taking them back: the engine applies them, the store saves them, the journal keeps those that
// belong to a batch, and the notes that they bear on are looked at again.
import { isRefusal, PluginUnloaded } from '../engine/errors';
import type { DatedDecision, Decision, DecisionChanges, EngineApi } from '../engine/types';
import type { ReviewModel } from '../review/model';
import { isAboutName } from '../review/names';
import type { DecisionsOnTheirWay } from '../vault/decisions-on-their-way';
import type { Journal } from '../vault/journal';
import type { Store } from '../vault/store';
import type { ChangedNotes } from '../vault/changed-notes';

export interface DecisionDeps {
  engine: EngineApi;
  store: Store;
  journal: Journal;
  changedNotes: ChangedNotes;
  review: ReviewModel;
  onTheirWay: DecisionsOnTheirWay;
  /** Milliseconds since 1970. */
  now: () => number;
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

  /** Decides again what the plugin was switched off in the middle of, at the time it was decided. */
  async recall(): Promise<void> {
    const { onTheirWay } = this.#deps;
    if (onTheirWay.left.length === 0) return;
    try {
      await this.#take(onTheirWay.left);
    } catch (thrown) {
      // What the engine refuses was kept by another version, or written by somebody else.
      if (!isRefusal(thrown)) throw thrown;
    }
    onTheirWay.dropLeft();
  }

  async #save(decisions: Decision[]): Promise<DecisionChanges> {
    const { now, onTheirWay } = this.#deps;
    const dated = decisions.map((decision): DatedDecision => ({ ...decision, at: now() }));
    onTheirWay.add(dated);
    try {
      const changes = await this.#take(dated);
      onTheirWay.drop(dated);
      return changes;
    } catch (thrown) {
      // Whatever else went wrong, the user is told of, and decides anew.
      if (!(thrown instanceof PluginUnloaded)) onTheirWay.drop(dated);
      throw thrown;
    }
  }

  #take(decisions: readonly DatedDecision[]): Promise<DecisionChanges> {
    const { engine, store, now } = this.#deps;
    return store.takeEach(decisions, ({ at = now(), ...decision }) => engine.decide(decision, at));
  }

  /** A decision about a name changes what its form means wherever it stands. */
  async #lookAgainForNames(decisions: Decision[]): Promise<void> {
    const { engine, changedNotes } = this.#deps;
    const forms = new Set(decisions.filter(isAboutName).map(({ subject }) => subject));
    for (const form of forms) changedNotes.add(await engine.mentioning(form));
  }
}
