// Completes people while the user types: any part of a name will do, and the nearest people come first. A choice is
// inserted as if it were typed, so the editor's undo removes it. Somebody new gets a note as well.
import { EditorSuggest, prepareFuzzySearch, sortSearchResults, type App, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo, type SearchMatches, type TFile } from 'obsidian';
import type { Completion, CompletionQuery, Identification, Settings } from '../engine/types';
import { locale } from '../locales';
import { sayFailure } from '../screen/notices';
import { folderOf } from '../vault/paths';
import { contextOf, type LineContext } from './context';
import { fitted, isTask, triggerIn, type Trigger } from './trigger';

/** As many as fit beside the text on a phone with its keyboard open, and a few to scroll to. */
const LIMIT = 12;

/** The row that leaves the text as the user typed it. */
interface PlainRow {
  plain: string;
  path?: undefined;
}

/** A person or company, another note, or nothing at all. */
type Row = Completion | { file: TFile; path: string; name: string } | PlainRow;

/** Somebody whose note is yet to be made. */
type Newcomer = Completion & { newcomer: true };

interface SuggestRequest extends Trigger {
  context: LineContext;
  owner: boolean;
  /** The line before the sign. */
  before: string;
}

export interface SuggestDeps {
  /** Undefined until the engine has started. */
  settings: () => Settings | undefined;
  /** The text that every task contains. */
  globalFilter: (settings: Settings) => string;
  /** Whether the engine answers. */
  ready: () => boolean;
  complete: (query: CompletionQuery) => Promise<Completion[]>;
  /** Makes a note for somebody new, and has what was typed lead there, as one batch. */
  introduce: (form: Identification) => void;
}

export class NameSuggest extends EditorSuggest<Row> {
  readonly #deps: SuggestDeps;
  #request: SuggestRequest | undefined;
  /** The line up to the cursor after the last choice, so that the inserted text does not open the list again. */
  #lastInsertion: string | undefined;
  /** The typed text that each row answers. */
  readonly #typed = new WeakMap<Row, string>();
  /** The path that the user chose from an outdated list, until the current list arrives. */
  #pendingPath: string | undefined;

  constructor(app: App, deps: SuggestDeps) {
    super(app);
    this.#deps = deps;
    this.limit = LIMIT;
    this.setInstructions(locale.complete.keys().map(([command, purpose]) => ({ command, purpose })));
  }

  override onTrigger({ line, ch }: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null {
    const settings = this.#deps.settings();
    if (!file || !settings || !this.#deps.ready()) return null;
    const text = editor.getLine(line);
    const typed = text.slice(0, ch);
    const trigger = triggerIn(typed, { people: settings.completePeople, sign: settings.peopleSign, links: settings.completeLinks });
    if (!trigger || typed === this.#lastInsertion) return null;
    const context = contextOf((at) => editor.getLine(at), line, ch);
    const before = text.slice(0, trigger.start);
    if (context === 'code' || fitted('', before, context) === undefined) return null;
    const owner = trigger.kind === 'people' && context === 'text' && isTask(text, this.#deps.globalFilter(settings));
    this.#request = { ...trigger, context, owner, before };
    this.#pendingPath = undefined;
    return { start: { line, ch: trigger.start }, end: { line, ch }, query: trigger.typed };
  }

  override async getSuggestions({ query, file }: EditorSuggestContext): Promise<Row[]> {
    const request = this.#request;
    if (!request) return [];
    try {
      const rows = await this.#answer(request, query, file);
      for (const row of rows) this.#typed.set(row, typedIn(request));
      const pendingRow = this.#pendingPath !== undefined && request === this.#request ? rows.find(({ path }) => path === this.#pendingPath) : undefined;
      if (!pendingRow) return rows;
      this.selectSuggestion(pendingRow);
      return [];
    } catch (thrown) {
      sayFailure(thrown);
      return [];
    }
  }

  async #answer({ kind, sign, owner, context }: SuggestRequest, query: string, file: TFile): Promise<Row[]> {
    // Among properties, a sign and a name are invalid YAML until a link replaces them, so that no change could be planned.
    const newcomers = kind === 'people' && context === 'text';
    const offered = await this.#deps.complete({ typed: query, path: file.path, owner, companies: kind !== 'people', newcomers, property: context !== 'text', limit: LIMIT });
    if (kind === 'notes') return [...offered, ...this.#others(query, offered)];
    if (kind === 'linked') return [...offered, ...this.#signed(sign.slice('[['.length) + query, offered)];
    // Enter takes the first row, and must not make a note for somebody who only wanted a new line.
    return offered.every(isNewcomer) && offered.length > 0 ? [{ plain: sign + query }, ...offered] : offered;
  }

  override renderSuggestion(row: Row, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv('suggestion-content');
    content.createDiv({ cls: 'suggestion-title', text: titleOf(row) });
    if ('plain' in row) return;
    const note = 'file' in row || isNewcomer(row) ? folderOf(row.path) : detailsOf(row);
    if (note !== '') content.createDiv({ cls: 'suggestion-note', text: note });
  }

  override selectSuggestion(row: Row): void {
    const { context } = this;
    const request = this.#request;
    if (!context || !request) return;
    if (this.#typed.get(row) !== typedIn(request)) {
      // The list still answers fewer letters. If the current list has this row too, it is chosen when that list arrives.
      this.#pendingPath = row.path;
      return;
    }
    const { editor, start, end, file } = context;
    if ('plain' in row) {
      this.#lastInsertion = request.before + row.plain;
      this.close();
      return;
    }
    if (isNewcomer(row)) {
      this.#introduce(context, request, row);
      this.close();
      return;
    }
    const link = 'file' in row ? this.app.fileManager.generateMarkdownLink(row.file, file.path) : row.written;
    const text = fitted(link, request.before, request.context) ?? link;
    // The app closes brackets as they are opened.
    const closed = request.kind !== 'people' && editor.getLine(end.line).startsWith(']]', end.ch);
    const to = { line: end.line, ch: end.ch + (closed ? 2 : 0) };
    const behind = { line: start.line, ch: start.ch + text.length };
    this.#lastInsertion = request.before + text;
    editor.transaction({ changes: [{ from: start, to, text }], selection: { from: behind } });
    this.close();
  }

  override close(): void {
    this.#pendingPath = undefined;
    super.close();
  }

  #introduce({ editor, start, end, query, file }: EditorSuggestContext, { sign, owner, before }: SuggestRequest, row: Newcomer): void {
    const raw = editor.getLine(start.line);
    this.#lastInsertion = before + row.written;
    this.#deps.introduce({ path: file.path, line: end.line + 1, raw, before, written: sign + query, owner, remember: false });
  }

  /** Other notes whose names begin with the sign and what was typed: the app's own list does not open where this one does. */
  #signed(start: string, offered: Completion[]): Row[] {
    const known = new Set(offered.map(({ path }) => path));
    const found = this.app.vault.getFiles().filter(({ path, basename }) => !known.has(path) && basename.toLowerCase().startsWith(start.toLowerCase()));
    return found.slice(0, LIMIT - offered.length).map((file) => ({ file, path: file.path, name: file.basename }));
  }

  /** Other notes, so that what the app offers after `[[` is not lost behind people. */
  #others(query: string, offered: Completion[]): Row[] {
    const [search, known] = [prepareFuzzySearch(query), new Set(offered.map(({ path }) => path))];
    const found = this.app.vault.getFiles().flatMap((file): { match: { score: number; matches: SearchMatches }; file: TFile }[] => {
      const match = known.has(file.path) ? null : search(file.basename);
      return match ? [{ match, file }] : [];
    });
    sortSearchResults(found);
    return found.slice(0, LIMIT - offered.length).map(({ file }) => ({ file, path: file.path, name: file.basename }));
  }
}

/** The line up to the cursor. */
function typedIn({ before, sign, typed }: SuggestRequest): string {
  return before + sign + typed;
}

function isNewcomer(row: Row): row is Newcomer {
  return 'newcomer' in row && row.newcomer === true;
}

function titleOf(row: Row): string {
  if ('plain' in row) return locale.complete.keep(row.plain);
  if (isNewcomer(row)) return locale.complete.introduce(row.name);
  return 'file' in row ? row.name : row.alias ?? row.name;
}

/** Why somebody is offered, in a few words. */
function detailsOf({ alias, name, company, near, lastContact }: Completion): string {
  const why = near && locale.complete[near]();
  const met = lastContact === undefined ? undefined : locale.complete.met(lastContact);
  return [alias === undefined ? undefined : name, company, why, met].filter((part) => part !== undefined).join(' · ');
}
