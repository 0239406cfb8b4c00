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
      return people.filter(({ path }) => path !== this.#path).slice(0, LIMIT);
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

  override onChooseSuggestion({ path }: Completion): void {
    this.#chosen(path);
  }
}
