// The words on screen, in the language of the app. It is chosen while the modules load, which is early enough: the app
// starts anew when its language changes.
import { getLanguage } from 'obsidian';
import { de } from './de';
import { en, type Locale } from './en';

/** A further language is a file like `de.ts` and its name here. */
const TRANSLATIONS = new Map<string, Locale>([['de', de]]);

/** @param language a tag as the app has it: `de`, `de-AT`, `pt-BR` */
export function localeFor(language: string): Locale {
  const [base = ''] = language.toLowerCase().split('-');
  return TRANSLATIONS.get(base) ?? en;
}

/** The app's language, as a tag. */
export const language = getLanguage();

export const locale = localeFor(language);
