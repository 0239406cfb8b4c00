// A user who goes through the whole queue: reads each question, then answers it, by keyboard or by mouse.
import type { Page } from 'playwright-core';
import { count, pane, selected } from './pane.ts';
import { atRest } from './waiting.ts';

/** Seconds that a user reads a question, and moves the mouse for a click. */
export const READING = 6;
export const MOVING = 1.1;

/** More than any queue of the tests holds. */
const MOST = 400;

interface Card {
  words: number;
  /** Of these, what stands on its buttons, and what the note says: its name, its words, what would stand there. */
  buttons: number;
  quoted: number;
  controls: number;
  /** Whether the first button is no suggestion, and whether it only opens a dialog. */
  isTie: boolean;
  isDialog: boolean;
}

export interface Walk {
  questions: number;
  /** Presses or clicks. */
  acts: number;
  /** Seconds of the machine. */
  waited: number;
  cards: Card[];
}

/** `yes` and `no` answer the selected question and say with how many presses or clicks. */
export async function goThrough(page: Page, yes: (card: Card) => Promise<number>, no: () => Promise<number>): Promise<Walk> {
  const cards: Card[] = [];
  let acts = 0;
  const begun = Date.now();
  const questions = await count(page);
  const shown = async (): Promise<string | null> => ((await selected(page).count()) > 0 ? selected(page).locator('.namesake-line').getAttribute('data-question') : null);
  // What was written may lead to more questions.
  for (; (await count(page)) > 0 && cards.length < MOST; await atRest(page)) {
    for (let now = await shown(); now !== null && (await count(page)) > 0 && cards.length < MOST; now = await shown()) {
      const card = await read(page);
      cards.push(card);
      acts += await yes(card);
      if ((await shown()) === now) acts += await no();
      await page.evaluate(() => new Promise((resolve) => {
        requestAnimationFrame(resolve);
      }));
    }
  }
  return { questions, acts, waited: Math.round((Date.now() - begun) / 1000), cards };
}

function read(page: Page): Promise<Card> {
  return selected(page).evaluate((one) => {
    /** The words of a line that is too long for its place are in view up to its dots. */
    const isCut = (text: Text, start: number, end: number): boolean => {
      const line = text.parentElement?.closest('.namesake-where');
      if (!line) return false;
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range.getBoundingClientRect().left > line.getBoundingClientRect().right;
    };
    const words = (of: Element): number => {
      let count = 0;
      const texts = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
        for (const { 0: word, index } of text.data.matchAll(/\S*[\p{L}\d]\S*/gu)) if (!isCut(text, index, index + word.length)) count += 1;
      }
      return count;
    };
    const within = (what: string): number => [...one.querySelectorAll(what)].reduce((all, part) => all + words(part), 0);
    return {
      // What only a screen reader says is not in view.
      words: words(one) - within('.namesake-spoken'),
      buttons: within('.namesake-buttons'),
      quoted: within('.namesake-where, .namesake-quote, .namesake-result'),
      controls: one.querySelectorAll('button:not(.namesake-line, .namesake-where, .namesake-peek), input').length,
      isTie: !one.querySelector('.mod-cta'),
      isDialog: /^(?:Merge|Split)…$/u.test(one.querySelector('.mod-cta')?.textContent ?? ''),
    };
  });
}

/** With clicks alone. */
export const byMouse = (page: Page) => {
  const button = (what: string) => selected(page).locator(what).first();
  const no = async (): Promise<number> => {
    const plain = button('[data-answer="no"]');
    if ((await plain.count()) > 0) {
      await plain.click();
      return 1;
    }
    await button('[aria-label="More answers"]').click();
    await page.locator('.menu-item', { hasText: /^(?:No|None of them)$/u }).click();
    return 2;
  };
  const yes = async (card: Card): Promise<number> => {
    if (card.isDialog) return no();
    await button('[data-answer="1"]').click();
    return 1;
  };
  return { yes, no };
};

/** With keys alone. */
export const byKeyboard = (page: Page) => {
  const press = async (key: string): Promise<number> => {
    await page.keyboard.press(key);
    return 1;
  };
  return { yes: ({ isTie, isDialog }: Card) => press(isTie ? '1' : isDialog ? 'x' : 'a'), no: () => press('x') };
};

const middle = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Medians of the cards: all words that are in view (decision 0096), and the controls. */
export function size({ cards }: Walk): { words: number; controls: number } {
  return { words: middle(cards.map(({ words }) => words)), controls: middle(cards.map(({ controls }) => controls)) };
}

export function told(walk: Walk, what: string): string {
  const { questions, acts, waited, cards } = walk;
  const of = (what: 'buttons' | 'quoted'): number => middle(cards.map((card) => card[what]));
  const { words, controls } = size(walk);
  const said = middle(cards.map((card) => card.words - card.buttons - card.quoted));
  return `${questions} questions at first, ${cards.length} answered with ${acts} ${what}: ${cards.length * READING} s of reading and ${waited} s of the machine; a question has ${words} words (${said} ask and say why, ${of('quoted')} are the note's, ${of('buttons')} stand on buttons) and ${controls} controls (medians)`;
}

/** The end of the queue, where nothing is left to be asked. */
export const isThrough = async (page: Page): Promise<boolean> => (await count(page)) === 0 && (await pane(page).locator('.namesake-line').count()) === 0;
