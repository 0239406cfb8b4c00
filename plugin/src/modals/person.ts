// Asks for a person's note, by any part of the name. People close to the active note come first.
import { SuggestModal, type App } from 'obsidian';
import type { Completion, EngineApi } from '../engine/types';
import { sayFailure } from '../screen/notices';
import { folderOf } from '../vault/paths';

/** People shown; more letters narrow them. */
const LIMIT = 50;

export class PersonModal extends SuggestModal<Completion> {
  readonly #engine: EngineApi;
  /** The active note, which is not offered. */
  readonly #path: string;
  readonly #chosen: (path: string) => void;
  /** The typed text that each row answers. */
  readonly #typed = new WeakMap<Completion, string>();
  /** Whom the user chose from an outdated list, and what was typed then, until the answer to that arrives. */
  #pending: { path: string; typed: string; event: KeyboardEvent } | undefined;

  constructor(app: App, engine: EngineApi, path: string, question: string, chosen: (path: string) => void) {
    super(app);
    this.#engine = engine;
    this.#path = path;
    this.#chosen = chosen;
    this.setPlaceholder(question);
  }

  override async getSuggestions(typed: string): Promise<Completion[]> {
    try {
      const people = await this.#engine.complete({ typed, path: this.#path, owner: false, companies: false, limit: LIMIT + 1 });
      const rows = people.filter(({ path }) => path !== this.#path).slice(0, LIMIT);
      for (const row of rows) this.#typed.set(row, typed);
      this.#choosePending(rows, typed);
      return rows;
    } catch (thrown) {
      sayFailure(thrown);
      return [];
    }
  }

  override renderSuggestion({ name, alias, company, path }: Completion, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv('suggestion-content');
    content.createDiv({ cls: 'suggestion-title', text: name });
    const note = [alias, company, folderOf(path)].filter((part) => part !== undefined && part !== '').join(' · ');
    if (note !== '') content.createDiv({ cls: 'suggestion-note', text: note });
  }

  override selectSuggestion(row: Completion, event: MouseEvent | KeyboardEvent): void {
    const typed = this.inputEl.value;
    // A click is on somebody, a key after typing is on whoever the list shows first. That may still answer fewer letters: if
    // the current list has this row too, it is chosen when that arrives.
    if (!('key' in event) || this.#typed.get(row) === typed) super.selectSuggestion(row, event);
    else this.#pending = { path: row.path, typed, event };
  }

  override close(): void {
    this.#pending = undefined;
    super.close();
  }

  #choosePending(rows: Completion[], typed: string): void {
    const pending = this.#pending;
    if (pending?.typed !== typed || this.inputEl.value !== typed) return;
    this.#pending = undefined;
    const row = rows.find(({ path }) => path === pending.path);
    if (row) this.selectSuggestion(row, pending.event);
  }

  override onChooseSuggestion({ path }: Completion): void {
    this.#chosen(path);
  }
}
