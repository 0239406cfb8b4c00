// The findings that wait for a person, grouped by note and in a fixed order. Holds no selection and calls nobody.
import type { Decision, Finding } from '../engine/types';

export interface Group {
  path: string;
  findings: Finding[];
}

export class Queue {
  readonly #byPath = new Map<string, Finding[]>();
  #groups: Group[] | undefined;

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
    this.#groups = undefined;
  }

  clear(): void {
    this.#byPath.clear();
    this.#groups = undefined;
  }

  remove(ids: ReadonlySet<string>): void {
    for (const [path, findings] of this.#byPath) {
      const rest = findings.filter((finding) => !ids.has(finding.id));
      if (rest.length === findings.length) continue;
      if (rest.length > 0) this.#byPath.set(path, rest);
      else this.#byPath.delete(path);
      this.#groups = undefined;
    }
  }

  get groups(): Group[] {
    this.#groups ??= [...this.#byPath]
      .map(([path, findings]) => ({ path, findings }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return this.#groups;
  }

  /** All findings in the order of the screen. */
  get all(): Finding[] {
    return this.groups.flatMap((group) => group.findings);
  }

  of(path: string): Finding[] {
    return this.#byPath.get(path) ?? [];
  }
}

/** The findings of a page as groups, in the order they come. */
export function grouped(findings: Finding[]): Group[] {
  const groups: Group[] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    if (last?.path === finding.path) last.findings.push(finding);
    else groups.push({ path: finding.path, findings: [finding] });
  }
  return groups;
}

export function decisionOn(finding: Finding, verdict: Decision['verdict']): Decision {
  return { path: finding.path, rule: finding.rule, subject: finding.subject, verdict };
}

/** Whether a finding says that two notes may be one person's; its subject is then the path of the other one. */
export function isAboutTwo({ rule }: Finding): boolean {
  return rule === 'same-person';
}

/** What a decision is remembered by. */
export function keyOf(about: { path: string; rule: string; subject: string }): string {
  return JSON.stringify([about.path, about.rule, about.subject]);
}
