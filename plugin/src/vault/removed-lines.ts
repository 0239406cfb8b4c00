// Lines that Namesake wrote from a meeting and that the user removed by hand. Removing a line rejects the findings that
// would write it again. If the line returns, because it was moved or by the editor's undo, the rejections are forgotten.
import type { Decision, Finding } from '../engine/types';

/** The rules whose lines end with a digest of their words as block id. */
const RULES_OF_LINES = ['key-facts', 'key-decisions', 'recent-context'];

export interface RemovedLinesDeps {
  findings: (query: { paths: string[]; rules: string[] }) => Promise<Finding[]>;
  reject: (decisions: Decision[]) => Promise<unknown>;
  forget: (decisions: Decision[]) => Promise<unknown>;
}

export class RemovedLines {
  readonly #deps: RemovedLinesDeps;
  /** Rejections since the start, by path and block id. */
  readonly #decided = new Map<string, Decision[]>();

  constructor(deps: RemovedLinesDeps) {
    this.#deps = deps;
  }

  /** The user is done editing the note, whose text was `before` and is `after`. The engine has the new text. */
  async settled(path: string, before: string, after: string): Promise<void> {
    const [was, is] = [ids(before), ids(after)];
    for (const id of is) {
      const decisions = was.has(id) ? undefined : this.#decided.get(path + id);
      if (!decisions) continue;
      this.#decided.delete(path + id);
      await this.#deps.forget(decisions);
    }
    const gone = [...was].filter((id) => !is.has(id));
    const findings = gone.length > 0 ? await this.#deps.findings({ paths: [path], rules: RULES_OF_LINES }) : [];
    for (const id of gone) {
      const decisions = findings.filter((finding) => writes(finding, id)).map(rejection);
      if (decisions.length === 0) continue;
      this.#decided.set(path + id, decisions);
      await this.#deps.reject(decisions);
    }
  }
}

/** The block ids of such lines. */
function ids(text: string): Set<string> {
  return new Set(text.match(/ \^[0-9a-f]{8}(?=\r?$)/gmu));
}

/** Whether the finding would insert the line with this block id. */
const writes = ({ fixes }: Finding, id: string): boolean =>
  fixes.some(({ edits }) => edits.some(({ start, end, text }) => start === end && text.includes(id)));

const rejection = ({ path, rule, subject }: Finding): Decision => ({ path, rule, subject, verdict: 'rejected' });
