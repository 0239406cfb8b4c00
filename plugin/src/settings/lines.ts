// Settings that are written as lines of text: one item a line, or `name = value` a line. A line that is wrong is named
// with what it should look like; nothing is dropped in silence.
import { locale } from '../locales';
import { isFolderPath } from '../vault/paths';

const words = locale.settings;

export function fromLines(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

export function fromCommas(text: string): string[] {
  return text.split(/[,\n]/u).map((word) => word.trim()).filter((word) => word !== '');
}

export type Pair = [name: string, value: string];

export function fromPairs(text: string): Pair[] {
  return fromLines(text).map((line) => {
    const at = line.indexOf('=');
    return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
}

export function toPairs(pairs: Pair[]): string {
  return pairs.map(([name, value]) => `${name} = ${value}`).join('\n');
}

/** What is wrong with a list of folders, for the user; undefined when nothing is. */
export function problemOfFolders(text: string): string | undefined {
  return fromLines(text).every(isFolderPath) ? undefined : words.outsideFolder;
}

/** What is wrong with lines of `name = value`, for the user. */
export function problemOfPairs(text: string, example: string): string | undefined {
  const wrong = fromPairs(text).find(([name, value]) => name === '' || value === '');
  return wrong && words.notAPair(wrong.join(' ').trim(), example);
}

/** The same where a name may have one value only; letters' case does not tell names apart. */
export function problemOfMap(text: string, example: string): string | undefined {
  const names = fromPairs(text).map(([name]) => name.toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return problemOfPairs(text, example) ?? (twice === undefined ? undefined : words.namedTwice(twice));
}
