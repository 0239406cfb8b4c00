import { expect, it } from 'vitest';
import { contextOf } from './context';

/** The place of the `|` in a note. */
function placeIn(note: string): string {
  const at = note.indexOf('|');
  const before = note.slice(0, at).split('\n');
  const lines = note.replace('|', '').split('\n');
  return contextOf((line) => lines[line] ?? '', before.length - 1, before.at(-1)?.length ?? 0);
}

it.each([
  ['prose', '---\na: b\n---\nHello |', 'text'],
  ['a note without properties', 'Hello |', 'text'],
  ['the properties', '---\nparticipants:\n  - |\n---\nHello', 'properties'],
  ['properties that nobody closed yet', '---\na: |', 'properties'],
  ['behind a line of dashes in the text', 'a\n---\n|', 'text'],
  ['inline code', 'see `a |` there', 'code'],
  ['inline code of two backticks', 'see ``a ` b |`` there', 'code'],
  ['code that is being written', 'see `a |', 'code'],
  ['behind inline code', 'see `a` |', 'text'],
  ['a fence', '```js\n|\n```', 'code'],
  ['a fence of tildes in a quote', '> ~~~\n> |\n> ~~~', 'code'],
  ['a fence in a list', '- ```\n  |\n  ```', 'code'],
  ['the line that opens a fence', '```|', 'code'],
  ['behind a fence', '```\na\n```\n|', 'text'],
  ['a fence that a shorter one does not close', '````\n```\n|\n````', 'code'],
  ['a fence that one with a word does not close', '```\n```js\n|', 'code'],
])('knows %s', (_, note, context) => {
  expect(placeIn(note)).toBe(context);
});
