// Asks for one of several things, each with a number.
import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import { locale } from '../locales';

export interface Counted {
  /** What is typed to find it. */
  text: string;
  count: number;
  choose: () => void;
}

export class CountedModal extends FuzzySuggestModal<Counted> {
  readonly #items: Counted[];

  constructor(app: App, items: Counted[], question: string) {
    super(app);
    this.#items = items;
    this.setPlaceholder(question);
  }

  getItems(): Counted[] {
    return this.#items;
  }

  getItemText({ text }: Counted): string {
    return text;
  }

  override renderSuggestion(match: FuzzyMatch<Counted>, el: HTMLElement): void {
    super.renderSuggestion(match, el);
    el.createSpan({ cls: 'namesake-number namesake-counted', text: locale.number(match.item.count) });
  }

  onChooseItem({ choose }: Counted): void {
    choose();
  }
}
