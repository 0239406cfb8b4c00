// The findings that the user has not decided yet, note by note in a fixed order.
import type { Finding } from '../engine/types';

export class OpenFindings {
  readonly #byPath = new Map<string, Finding[]>();
  #all: Finding[] | undefined;

  /** Replaces all findings of these notes by the given ones. */
  replace(paths: string[], findings: Finding[]): void {
    for (const path of paths) this.#byPath.delete(path);
    for (const finding of findings) {
      const list = this.#byPath.get(finding.path);
      if (list) list.push(finding);
      else this.#byPath.set(finding.path, [finding]);
    }
    for (const path of new Set([...paths, ...findings.map((finding) => finding.path)])) {
      this.#byPath.get(path)?.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
    }
    this.#all = undefined;
  }

  clear(): void {
    this.#byPath.clear();
    this.#all = undefined;
  }

  remove(ids: ReadonlySet<string>): void {
    for (const [path, findings] of this.#byPath) {
      const rest = findings.filter((finding) => !ids.has(finding.id));
      if (rest.length === findings.length) continue;
      if (rest.length > 0) this.#byPath.set(path, rest);
      else this.#byPath.delete(path);
      this.#all = undefined;
    }
  }

  /** All findings in the order of notes and places. */
  get all(): Finding[] {
    this.#all ??= [...this.#byPath].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, findings]) => findings);
    return this.#all;
  }
}
