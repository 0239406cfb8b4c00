// Asks for one of several things, each with a number.
import { prepareFuzzySearch, renderResults, sortSearchResults, SuggestModal, type App, type FuzzyMatch } from 'obsidian';
import { locale } from '../locales';
import { sayFailure } from '../screen/notices';

export interface Counted {
  /** What is typed to find it. */
  text: string;
  count: number;
  choose: () => void;
}

export class CountedModal extends SuggestModal<FuzzyMatch<Counted>> {
  readonly #items: Promise<Counted[]>;

  /** `items` may still be on their way: the field takes what is typed from the start, so that no key reaches what lies behind it. */
  constructor(app: App, items: Promise<Counted[]>, question: string) {
    super(app);
    this.#items = items;
    this.setPlaceholder(question);
  }

  override async getSuggestions(query: string): Promise<FuzzyMatch<Counted>[]> {
    const search = prepareFuzzySearch(query);
    try {
      const found = (await this.#items).flatMap((item) => {
        const match = search(item.text);
        return match ? [{ item, match }] : [];
      });
      if (query.trim() !== '') sortSearchResults(found);
      return found;
    } catch (thrown) {
      sayFailure(thrown);
      return [];
    }
  }

  override renderSuggestion({ item, match }: FuzzyMatch<Counted>, el: HTMLElement): void {
    el.addClass('mod-complex');
    renderResults(el.createDiv('suggestion-content'), item.text, match);
    el.createSpan({ cls: 'namesake-number namesake-counted', text: locale.number(item.count) });
  }

  override onChooseSuggestion({ item }: FuzzyMatch<Counted>): void {
    item.choose();
  }
}
