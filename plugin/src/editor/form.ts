// The written form that “Who is this?” is asked about: what is selected, or the name under the cursor. Pure.

/** A form with its place. */
export interface Form {
  written: string;
  /** What stands in the line before it. */
  before: string;
}

/** An initial, a title, or a word that begins with a capital; in scripts without capitals, any word. */
const WORD = String.raw`(?:(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St)\.|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’\-]*)`;
const PARTICLE = 'van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|bin|ibn|al|el';
const NAME = new RegExp(String.raw`@?${WORD}(?: (?:(?:${PARTICLE}) )*${WORD})*`, 'gu');
/** Longer than any name, so a selection of this length is something else. */
const LONGEST = 100;

/** The selection without the blanks around it; undefined where that is no name. */
export function selectedForm(line: string, from: number, to: number): Form | undefined {
  const selected = line.slice(from, to);
  const written = selected.trim();
  if (written.length > LONGEST || !/\p{L}/u.test(written)) return undefined;
  return { written, before: line.slice(0, from + selected.indexOf(written)) };
}

/** The capitalised words around the cursor. */
export function formAt(line: string, ch: number): Form | undefined {
  for (const { 0: name, index } of line.matchAll(NAME)) {
    const written = name.replace(/['’]s$/u, '');
    if (index <= ch && ch <= index + written.length) return { written, before: line.slice(0, index) };
  }
  return undefined;
}
