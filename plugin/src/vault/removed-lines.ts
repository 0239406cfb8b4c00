// Lines that Namesake wrote from a meeting and that the user removed by hand. The engine says what removing one rejects;
// if the line returns, because it was moved or by the editor's undo, the rejections are forgotten.
import type { Decision, EngineApi } from '../engine/types';

export interface RemovedLinesDeps {
  compare: EngineApi['removedLines'];
  reject: (decisions: Decision[]) => Promise<unknown>;
  forget: (decisions: Decision[]) => Promise<unknown>;
}

export class RemovedLines {
  readonly #deps: RemovedLinesDeps;
  /** Rejections since the start, by path and block id. */
  readonly #rejected = new Map<string, Decision[]>();

  constructor(deps: RemovedLinesDeps) {
    this.#deps = deps;
  }

  /** The user is done editing the note, whose text was `before` and is `after`. The engine has the new text. */
  async settled(path: string, before: string, after: string): Promise<void> {
    const { gone, back } = await this.#deps.compare(path, before, after);
    for (const id of back) {
      const decisions = this.#rejected.get(path + id);
      if (!decisions) continue;
      this.#rejected.delete(path + id);
      await this.#deps.forget(decisions);
    }
    for (const [id, decisions] of Object.entries(gone)) {
      this.#rejected.set(path + id, decisions);
      await this.#deps.reject(decisions);
    }
  }
}
