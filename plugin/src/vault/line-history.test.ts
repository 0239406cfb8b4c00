import { describe, expect, it } from 'vitest';
import type { EngineApi, JournalEntry } from '../engine/types';
import type { BatchRecord } from './journal';
import { originOf } from './line-history';

const NOTE = 'a.md';

/** A batch that turned `before` into `after` by writing `inserted` into it. */
interface Written {
  title: string;
  before: string;
  inserted: string;
}

function texts({ before, inserted }: Written): { after: string; at: number } {
  const at = before.indexOf('|');
  return { after: before.replace('|', inserted), at };
}

const entry = (path: string): JournalEntry => ({ path, base: '', result: '', undo: [] });
const record = ({ title }: Written, path = NOTE): BatchRecord => ({ version: 1, id: title, title, state: 'written', entries: [entry(path)] });

/** Takes these batches back, and refuses any other text, as the engine does. */
function revertOf(...all: Written[]): EngineApi['revert'] {
  return (_, current) => {
    const text = current ?? '';
    const written = all.find((one) => texts(one).after === text);
    if (!written) return Promise.reject(new Error('has changed since'));
    const { at } = texts(written);
    return Promise.resolve({ before: text, after: written.before.replace('|', ''), edits: [{ start: at, end: at + written.inserted.length, text: '' }] });
  };
}

const part = (text: string, words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('a line', () => {
  const first: Written = { title: 'first', before: 'Own\n|End\n', inserted: '- one\n' };
  const second: Written = { title: 'second', before: '|Own\n- one\nEnd\n', inserted: '- two\n' };
  const now = texts(second).after;
  const asked = (words: string, records = [record(second), record(first)], text = now): Promise<[string, boolean] | undefined> =>
    originOf(records, revertOf(first, second), NOTE, text, part(text, words)).then((found) => found && [found.record.title, found.isNewest]);

  it('comes from the batch that wrote it, under later ones', async () => {
    expect(await asked('- two')).toEqual(['second', true]);
    expect(await asked('- one')).toEqual(['first', false]);
  });

  it('comes from none where the user wrote it', async () => {
    expect(await asked('Own')).toBeUndefined();
    expect(await asked('End')).toBeUndefined();
  });

  it('comes from nobody knows where once somebody changed the note', async () => {
    expect(await asked('- two', undefined, `${now}Mine\n`)).toBeUndefined();
  });

  it('comes from no batch that was undone, or of another note', async () => {
    expect(await asked('- one', [{ ...record(second), state: 'undone' }, record(second, 'b.md'), record(first)], texts(first).after)).toEqual(['first', true]);
  });
});
