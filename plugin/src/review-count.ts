// The number of open findings, in the status bar and on the ribbon; a click on either opens the review pane.
import { setTooltip, type Plugin } from 'obsidian';
import { locale } from './locales';

export class ReviewCount {
  readonly #statusBar: HTMLElement;
  readonly #ribbon: HTMLElement;
  #shown: number | undefined;

  constructor(plugin: Plugin, openReview: () => void) {
    this.#ribbon = plugin.addRibbonIcon('user-check', locale.review.title, openReview);
    this.#ribbon.addClass('namesake-ribbon');
    this.#statusBar = plugin.addStatusBarItem();
    this.#statusBar.addClass('namesake-status', 'mod-clickable');
    // The app gives its items no focus, so the keyboard would not reach it.
    this.#statusBar.setAttrs({ role: 'button', tabindex: '0' });
    plugin.registerDomEvent(this.#statusBar, 'click', openReview);
    plugin.registerDomEvent(this.#statusBar, 'keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      openReview();
    });
  }

  show(count: number): void {
    if (count === this.#shown) return;
    this.#shown = count;
    this.#statusBar.setText(locale.review.statusBar(count));
    setTooltip(this.#statusBar, locale.commands.review, { placement: 'top' });
    const label = count === 0 ? locale.review.title : `${locale.review.title}: ${locale.review.count(count)}`;
    setTooltip(this.#ribbon, label);
    if (count === 0) this.#ribbon.removeAttribute('data-count');
    else this.#ribbon.setAttribute('data-count', count > 99 ? '99+' : String(count));
  }
}
