// Who killed the engine? A crash with one note in the call points at that note; a crash with several makes all of them
// suspects, to be tried one by one. Two kills by the same note and it is left out.
import type { CompletionQuery, MergeRequest, NoteText, PlanRequest, Query, TaskQuery } from './types';

type Standing = 'suspect' | 'killed once' | 'condemned';

export class Blame {
  readonly #standing = new Map<string, Standing>();
  readonly #messages = new Map<string, string>();

  /** Notes a call is about, as far as its arguments tell. */
  pathsOf(method: string, args: readonly unknown[]): string[] {
    const [first, second] = args;
    switch (method) {
      case 'upsert':
        return (first as NoteText[]).map((note) => note.path);
      case 'findings':
        return (first as Query).paths ?? [];
      case 'tasks': {
        const path = (first as TaskQuery).path;
        return path === undefined ? [] : [path];
      }
      case 'plan': {
        const request = first as PlanRequest;
        if ('query' in request) return request.query.paths ?? [];
        if (request.kind === 'choices') return [...new Set(request.choices.map((choice) => choice.path))];
        if (request.kind === 'identify') return [request.form.path];
        if (request.kind === 'report' || request.kind === 'base') return [];
        return [request.kind === 'task' ? request.task.path : request.path];
      }
      case 'merge': {
        const { winner, loser } = first as MergeRequest;
        return [winner, loser];
      }
      case 'complete':
        return [(first as CompletionQuery).path];
      case 'preview':
      case 'related':
      case 'whois':
        return [first as string];
      case 'rename':
        return [second as string];
      default:
        return [];
    }
  }

  /** Records a crash during a call about these notes. Returns the notes that are condemned by it. */
  accuse(paths: string[], message: string): string[] {
    const alone = paths.length === 1;
    return paths.filter((path) => {
      const before = this.#standing.get(path);
      const now = alone ? (before === undefined ? 'killed once' : 'condemned') : (before ?? 'suspect');
      this.#standing.set(path, now);
      this.#messages.set(path, message);
      return now === 'condemned' && before !== 'condemned';
    });
  }

  /** A suspect that went through its trial is free; a note that killed once alone stays on probation. */
  acquit(path: string): void {
    if (this.#standing.get(path) === 'suspect') this.#standing.delete(path);
  }

  sort(notes: NoteText[]): { free: NoteText[]; suspected: NoteText[]; condemned: string[] } {
    const standing = (note: NoteText): Standing | undefined => this.#standing.get(note.path);
    return {
      free: notes.filter((note) => standing(note) === undefined),
      suspected: notes.filter((note) => standing(note) === 'suspect' || standing(note) === 'killed once'),
      condemned: notes.filter((note) => standing(note) === 'condemned').map((note) => note.path),
    };
  }

  /** The split of an upsert that holds condemned notes; undefined when it holds none. */
  condemnedIn(method: string, args: readonly unknown[]): { free: NoteText[]; condemned: string[] } | undefined {
    if (method !== 'upsert') return undefined;
    const { free, suspected, condemned } = this.sort(args[0] as NoteText[]);
    return condemned.length > 0 ? { free: [...free, ...suspected], condemned } : undefined;
  }

  /** Why a condemned note is left out: the rest of a sentence for the user. */
  reason(path: string): string {
    return `it stopped the engine twice (${this.#messages.get(path) ?? 'no message'}) and is left out until the index is rebuilt`;
  }

  clear(): void {
    this.#standing.clear();
    this.#messages.clear();
  }
}
