// Every language says all that English says, in its own words and numbers.
import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';
import { locale, localeFor } from '.';

/** The paths of all words in a catalogue; those of a function end in `()`. */
function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}${typeof value === 'function' ? '()' : ''}`]);
}

/** Texts that stand still, by path. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null ? textsOf(value, `${path}${key}.`) : typeof value === 'string' ? [[`${path}${key}`, value]] : []);
}

describe('the language of the app', () => {
  it.each(['de', 'de-AT', 'DE'])('%s is German', (language) => expect(localeFor(language)).toBe(de));
  it.each(['en', 'en-GB', 'fr', 'nds', ''])('%j is English', (language) => expect(localeFor(language)).toBe(en));
  it('is asked for when the plugin is loaded', () => expect(locale).toBe(en));
});

describe('German', () => {
  it('has every word that English has, and no other', () => expect(keysOf(de)).toEqual(keysOf(en)));

  it('leaves nothing untranslated but words that are the same', () => {
    const english = new Map(textsOf(en));
    const same = textsOf(de).filter(([path, text]) => english.get(path) === text).map(([, text]) => text);
    expect([...new Set(same)].sort()).toEqual(['Dataview', 'Emoji', 'Links', 'Name', 'Text']);
  });

  it('quotes as German does, and says “du”', () => {
    const all = [...textsOf(de).map(([, text]) => text), de.names.offer(1, 2), de.whois.title('Rob'), de.settings.notAPair('a', 'b')].join('\n');
    expect(all).not.toMatch(/[“"](?=\p{L})|\p{L}”/u);
    expect(all).not.toMatch(/[a-zäöüß,] (Sie|Ihnen|Ihre?[mnrs]?)\b/u);
  });

  it('counts with its own numbers, in the singular and the plural', () => {
    expect(de.number(12_345)).toBe('12.345');
    expect(de.notice.changed(1)).toBe('1 Notiz geändert.');
    expect(de.notice.changed(2)).toBe('2 Notizen geändert.');
    expect(de.scan.left(1)).toBe('1 Frage braucht deine Entscheidung und bleibt in der Prüfliste.');
    expect(de.scan.left(3)).toBe('3 Fragen brauchen deine Entscheidung und bleiben in der Prüfliste.');
    expect(de.review.progress(0, 1200, 90)).toBe('0 von 1.200 Fragen, noch etwa 2 Stunden');
    expect(de.whois.evidence('it is the only one', -2.14)).toBe('It is the only one (-2,1 Bit)');
  });
});
