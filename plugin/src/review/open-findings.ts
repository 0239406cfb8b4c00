// The findings that the engine kept for the queue, note by note in a fixed order, and by their ids.
import type { Finding } from '../engine/types';

export class OpenFindings {
  readonly #byPath = new Map<string, Finding[]>();
  readonly #byId = new Map<string, Finding>();

  /** Replaces all findings of these notes by the given ones. */
  replace(paths: string[], findings: Finding[]): void {
    for (const path of paths) this.#forget(path);
    for (const finding of findings) {
      const list = this.#byPath.get(finding.path);
      if (list) list.push(finding);
      else this.#byPath.set(finding.path, [finding]);
      this.#byId.set(finding.id, finding);
    }
    for (const path of new Set(findings.map((finding) => finding.path))) {
      this.#byPath.get(path)?.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
    }
  }

  clear(): void {
    this.#byPath.clear();
    this.#byId.clear();
  }

  get(id: string): Finding | undefined {
    return this.#byId.get(id);
  }

  in(path: string): Finding[] {
    return this.#byPath.get(path) ?? [];
  }

  /** All findings in the order of notes and places. */
  get all(): Finding[] {
    return [...this.#byPath].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, findings]) => findings);
  }

  #forget(path: string): void {
    for (const { id } of this.#byPath.get(path) ?? []) this.#byId.delete(id);
    this.#byPath.delete(path);
  }
}
