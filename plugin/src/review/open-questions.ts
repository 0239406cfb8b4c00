// What is found and asked, without what was decided about until the engine no longer finds it.
import type { Finding, Question, QueueChanges } from '../engine/types';
import { OpenFindings } from './open-findings';
import { QuestionList } from './question-list';

export class OpenQuestions {
  readonly #findings = new OpenFindings();
  readonly #list = new QuestionList();
  readonly #decided = new Set<string>();
  /** How a question was put aside, if it was. */
  readonly #standing: (question: Question) => string | undefined;

  constructor(standing: (question: Question) => string | undefined) {
    this.#standing = standing;
  }

  /** In the order of the core. */
  get all(): Question[] {
    return this.#decided.size === 0 ? this.#list.all : this.#list.all.filter((question) => this.isOpen(question));
  }

  /** How many repairs are certain, and how many findings nobody can be asked about. */
  get counts(): { safe: number; known: number } {
    return { safe: this.#list.safe, known: this.#list.known };
  }

  get(id: string): Question | undefined {
    return this.#list.get(id);
  }

  /** The question that a finding belongs to. */
  asking(finding: string): Question | undefined {
    return this.#list.asking(finding);
  }

  /** Whether something of the question is not decided about. */
  isOpen({ places }: Question): boolean {
    return places.some(({ finding }) => !this.#decided.has(finding));
  }

  /** The findings that a question is about. */
  of({ places }: Question): Finding[] {
    return places.map(({ finding }) => this.#findings.get(finding)).filter((finding) => finding !== undefined && !this.#decided.has(finding.id)) as Finding[];
  }

  in(path: string): Finding[] {
    return this.#findings.in(path).filter(({ id }) => !this.#decided.has(id));
  }

  /** How many questions have a finding that is included. */
  waiting(includes: (finding: Finding) => boolean): number {
    return this.all.filter((question) => this.of(question).some(includes)).length;
  }

  /** How many findings are certain, of those that are included. */
  certain(includes: (finding: Finding) => boolean): number {
    return this.#findings.all.filter((finding) => finding.tier === 'auto' && includes(finding)).length;
  }

  /** What is asked about a note and was not put aside, one finding after the other. */
  askedIn(path: string): { question: Question; finding: Finding }[] {
    return this.in(path).flatMap((finding) => {
      const question = this.asking(finding.id);
      return question && this.#standing(question) === undefined ? [{ question, finding }] : [];
    });
  }

  /** What is asked and was not put aside, of each question the first finding that is included. */
  askedWhere(includes: (finding: Finding) => boolean): { question: Question; finding: Finding }[] {
    return this.all.flatMap((question) => {
      const finding = this.#standing(question) === undefined ? this.of(question).find(includes) : undefined;
      return finding ? [{ question, finding }] : [];
    });
  }

  /** Findings without an answer on offer. */
  known(): Finding[] {
    const isKnown = ({ id, tier, fixes }: Finding): boolean => tier === 'review' && fixes.length === 0 && !this.asking(id);
    return [...this.#list.open.keys()].flatMap((path) => this.#findings.in(path).filter(isKnown));
  }

  /** What the engine found in these notes now; of all notes where none is named. */
  found(findings: Finding[], paths?: string[]): void {
    if (!paths) this.#findings.clear();
    this.#findings.replace(paths ?? [], findings);
  }

  /** What the engine asks now. Says whether the list is another one than what was open before, or lacks a question. */
  take(changes: QueueChanges, whole: boolean): 'same' | 'other' | 'lacking' {
    const wereOpen = changes.gone.some((id) => this.#isOpen(id));
    const differs = this.#list.take(changes, whole) || wereOpen;
    if (!this.#list.isWhole(changes)) return 'lacking';
    return differs ? 'other' : 'same';
  }

  #isOpen(id: string): boolean {
    const question = this.get(id);
    return question !== undefined && this.isOpen(question);
  }

  decided(ids: string[]): void {
    for (const id of ids) this.#decided.add(id);
  }

  /** The decision was taken back, or the engine knows of it. Says whether one of the findings is asked about again. */
  undecided(ids: string[]): boolean {
    for (const id of ids) this.#decided.delete(id);
    return ids.some((id) => this.asking(id) !== undefined);
  }

  /** The findings that a decision of this rule and subject is about. */
  meant(path: string, rule: string, subject: string): string[] {
    return this.#findings.in(path).filter((finding) => finding.rule === rule && finding.subject === subject).map(({ id }) => id);
  }
}
