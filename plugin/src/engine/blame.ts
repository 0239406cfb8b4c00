// Finds the note that crashes the engine. A crash in a call about one note counts against that note. A crash in a call
// about several makes all of them suspects, which are then tried one by one. A note that crashes the engine twice on its
// own is condemned: it is left out from then on.
import { locale } from '../locales';
import type { Call, NoteText, PlanRequest } from './types';

type Standing = 'suspect' | 'accused' | 'condemned';

export class Blame {
  readonly #standing = new Map<string, Standing>();
  readonly #messages = new Map<string, string>();

  /** Records a crash during a call about these notes. Returns the notes that this crash condemns. */
  accuse(paths: string[], message: string): string[] {
    const alone = paths.length === 1;
    return paths.filter((path) => {
      const before = this.#standing.get(path);
      const now = alone ? (before === undefined ? 'accused' : 'condemned') : (before ?? 'suspect');
      this.#standing.set(path, now);
      this.#messages.set(path, message);
      return now === 'condemned' && before !== 'condemned';
    });
  }

  /** A suspect that did not crash the engine is free; a note that crashed it once on its own is not. */
  acquit(path: string): void {
    if (this.#standing.get(path) === 'suspect') this.#standing.delete(path);
  }

  sort(notes: NoteText[]): { free: NoteText[]; suspected: NoteText[]; condemned: string[] } {
    const standing = (note: NoteText): Standing | undefined => this.#standing.get(note.path);
    return {
      free: notes.filter((note) => standing(note) === undefined),
      suspected: notes.filter((note) => standing(note) === 'suspect' || standing(note) === 'accused'),
      condemned: notes.filter((note) => standing(note) === 'condemned').map((note) => note.path),
    };
  }

  /** Why a condemned note is left out, as the rest of a sentence for the user. */
  reason(path: string): string {
    return locale.engine.leftOut(this.#messages.get(path));
  }

  clear(): void {
    this.#standing.clear();
    this.#messages.clear();
  }
}

/** The notes that a call is about, as far as its arguments tell. */
export function pathsOf(...[method, args]: Call): string[] {
  switch (method) {
    case 'upsert':
      return args[0].map(({ path }) => path);
    case 'findings':
      return args[0].paths ?? [];
    case 'look':
      return args[0];
    case 'tasks':
      return args[0].path === undefined ? [] : [args[0].path];
    case 'plan':
      return pathsOfPlan(args[0]);
    case 'merge':
      return [args[0].winner, args[0].loser];
    case 'split':
      return [args[0].note];
    case 'complete':
      return [args[0].path];
    case 'briefing':
    case 'preview':
    case 'putFile':
    case 'questionAt':
    case 'related':
    case 'whois':
    case 'writtenLine':
      return [args[0]];
    case 'rename':
      return [args[1]];
    default:
      return [];
  }
}

function pathsOfPlan(request: PlanRequest): string[] {
  switch (request.kind) {
    case 'query':
    case 'convert':
      return request.query.paths ?? [];
    case 'choices':
      return [...new Set(request.choices.map((choice) => choice.path))];
    case 'identify':
      return [request.form.path];
    case 'task':
      return [request.task.path];
    case 'saved':
    case 'taught':
      return [request.path];
    case 'report':
    case 'base':
      return [];
  }
}
