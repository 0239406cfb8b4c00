// Which texts on the screen are English: words of the plugin's catalogue, or messages of the engine.
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { de } from '../../../plugin/src/locales/de.ts';
import { en } from '../../../plugin/src/locales/en.ts';

/** Stand for what a sentence is filled with: words, and numbers, which the catalogue writes in the way of its language. */
const WORDS = '\u0000';
const NUMBER = '7';
const slot = { toString: () => WORDS, toLocaleString: () => NUMBER, valueOf: () => Number(NUMBER) };

/** Every text of a catalogue. Sentences that ask more of what they are filled with are left out. */
function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return filled(value as (...slots: (typeof slot)[]) => unknown);
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}

function filled(sentence: (...slots: (typeof slot)[]) => unknown): string[] {
  try {
    const text = sentence(...Array.from({ length: sentence.length }, () => slot));
    return typeof text === 'string' ? [text] : textsOf(text as object);
  } catch {
    return [];
  }
}

/** A text as an expression that finds it, whatever it is filled with. */
function patternOf(text: string): RegExp {
  const escaped = text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  return new RegExp(`^${escaped.replaceAll(WORDS, '.+').replaceAll(NUMBER, '\\d[\\d.,]*')}$`, 'su');
}

const german = new Set(textsOf(de));
/** Types of properties, which are names of properties too. */
const isName = (text: string): boolean => /^\p{Ll}+$/u.test(text);
/** The engine's messages, pairs of English and German, as its sources have them. */
const engine = new URL('../../../crates/namesake-language/src/german/', import.meta.url);
const messages = readdirSync(engine)
  .flatMap((file) => [...readFileSync(new URL(file, engine), 'utf8').matchAll(/^ {4,8}\(?\s*"((?:[^"\\]|\\[\s\S])*)",\s*"((?:[^"\\]|\\[\s\S])*)"/gmu)])
  .map(([, english = '', other = '']) => [english, other].map((text) => text.replaceAll(/\\\n\s*/gu, '').replaceAll('\\"', '"').replaceAll(/\{\w+\}/gu, WORDS)));
for (const [, other = ''] of messages) german.add(other);
/** Whether a text says enough besides what it is filled with: “Rob and Ada” may stand in a note. */
const isTelling = (text: string): boolean => text.replaceAll(WORDS, '').replaceAll(/\P{L}/gu, '').length >= (text.includes(WORDS) ? 10 : 3);
/** Those that German writes otherwise, and that have words of their own. */
const patterns = [...new Set([...textsOf(en), ...messages.map(([english = '']) => english)])].filter((text) => !german.has(text) && !isName(text) && isTelling(text)).map(patternOf);

export const isEnglish = (text: string): boolean => patterns.some((pattern) => pattern.test(text));

const classes = (names: string[]): string => names.map((name) => `.namesake-${name}`).join(', ');
/** Words of notes. */
const QUOTED = classes(['quote', 'diff', 'known-list', 'split-text', 'split-what:not(.namesake-split-reason)', 'briefing-line', 'todo-text', 'task-text', 'merge h4', 'merge-text']);
/** Sentences of the engine, which stand in several elements. */
const SENTENCES = classes(['ask', 'why > *', 'answer', 'evidence > li', 'split-reason', 'buttons > button']);

/** What is read within the elements that `selector` names: texts, labels and what fields say while they are empty. */
export function readIn(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(([within, quoted, sentences]) => {
    const roots = [...document.querySelectorAll(within)];
    const texts = (root: Element): string[] => {
      const found: string[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest(`${quoted}, ${sentences}`)) found.push(walker.currentNode.textContent ?? '');
      return [...found, ...[...root.querySelectorAll(sentences)].filter((one) => !one.closest(quoted)).map((one) => one.textContent ?? '')];
    };
    const labels = (root: Element): string[] => [...root.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((one) => ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name) ?? ''));
    return [...new Set(roots.flatMap((root) => [...texts(root), ...labels(root)]).map((text) => text.trim()).filter((text) => text !== ''))];
  }, [selector, QUOTED, SENTENCES] as const);
}

/** Buttons that their words do not fit into, and those that stick out of what they stand in. */
export function cutOff(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).locator('button, .clickable-icon').evaluateAll((all) => {
    const isTight = (one: Element): boolean => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1;
    const sticksOut = (one: Element): boolean => {
      const around = one.parentElement!;
      const [inner, outer] = [one.getBoundingClientRect(), around.getBoundingClientRect()];
      return getComputedStyle(around).overflowX === 'visible' && (inner.right > outer.right + 1 || inner.left < outer.left - 1);
    };
    return all.filter((one) => one.checkVisibility() && (isTight(one) || sticksOut(one))).map((one) => one.textContent || one.getAttribute('class') || one.tagName);
  });
}
