// The menu by what the list is narrowed and sorted, and the lists of people and folders behind it.
import { Menu, type App } from 'obsidian';
import { locale } from '../locales';
import { CountedModal, type Counted } from '../modals/counted';
import type { ReviewModel } from '../review/model';
import type { Narrowing, Sort } from '../review/narrowing';
import { noteName } from '../vault/paths';

const words = locale.review.filters;
const SORTS: Sort[] = ['largest', 'newest', 'note'];

/** `done`: something was chosen, and the list takes the focus again. */
export function filterMenu(app: App, model: ReviewModel, done: () => void): Menu {
  const narrow = (change: Partial<Narrowing>): void => {
    model.filter(change);
    done();
  };
  const ask = (counts: Promise<ReadonlyMap<string, number>>, question: string, text: (path: string) => string, choose: (path: string) => void): void => {
    const items = counts.then((all) => [...all]
      .map(([path, count]): Counted => ({ text: text(path), count, choose: () => choose(path) }))
      .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text)));
    new CountedModal(app, items, question).open();
  };
  const menu = new Menu();
  menu.addItem((item) => item.setTitle(words.byPerson).setIcon('user').onClick(() => ask(model.people(), words.whichPerson, noteName, (person) => narrow({ person }))));
  menu.addItem((item) => item.setTitle(words.byFolder).setIcon('folder').onClick(() => ask(Promise.resolve(model.folders()), words.whichFolder, (path) => path, (folder) => narrow({ folder }))));
  menu.addSeparator();
  const { sort } = model.state().filter;
  for (const one of SORTS) menu.addItem((item) => item.setTitle(words.sorts[one]).setChecked(one === sort).onClick(() => narrow({ sort: one })));
  return menu;
}
