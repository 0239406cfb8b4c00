import { describe, expect, it } from 'vitest';
import { readNote } from './read';

const LIMIT = 100;

function reader(bytes: number[]) {
  const binary = new Uint8Array(bytes);
  return {
    read: () => Promise.resolve(new TextDecoder('utf-8', { ignoreBOM: true }).decode(binary)),
    readBinary: () => Promise.resolve(binary.buffer),
  };
}

describe('reading a note', () => {
  it('gives its text', async () => {
    expect(await readNote(reader([0x61, 0xc3, 0xbc]), 'a.md', 3, LIMIT)).toEqual({ text: 'aü' });
  });

  it('rejects what is not UTF-8, since its bytes would be lost', async () => {
    expect(await readNote(reader([0x61, 0xfc]), 'a.md', 2, LIMIT)).toHaveProperty('rejected');
  });

  it('takes a replacement character that somebody really wrote', async () => {
    expect(await readNote(reader([0xef, 0xbf, 0xbd]), 'a.md', 3, LIMIT)).toEqual({ text: '\uFFFD' });
  });

  it('rejects a file with zero bytes', async () => {
    expect(await readNote(reader([0x61, 0x00]), 'a.md', 2, LIMIT)).toHaveProperty('rejected');
  });

  it('does not even read a file over the limit', async () => {
    const untouched = { read: () => Promise.reject(new Error('was read')), readBinary: () => Promise.reject(new Error('was read')) };
    expect(await readNote(untouched, 'a.md', LIMIT + 1, LIMIT)).toHaveProperty('rejected');
  });

  it('does not take a file with a size, of which the disk gives nothing, for an empty note', async () => {
    expect(await readNote(reader([]), 'a.md', 12, LIMIT)).toHaveProperty('away', true);
  });

  it('takes a file that is empty, or has a byte order mark alone, for an empty note', async () => {
    expect(await readNote(reader([]), 'a.md', 0, LIMIT)).toEqual({ text: '' });
    const mark = { read: () => Promise.resolve(''), readBinary: () => Promise.resolve(new Uint8Array([0xef, 0xbb, 0xbf]).buffer) };
    expect(await readNote(mark, 'a.md', 3, LIMIT)).toEqual({ text: '' });
  });

  it('fails when the file cannot be read: that is no empty note', async () => {
    const failing = { read: () => Promise.reject(new Error('busy')), readBinary: () => Promise.reject(new Error('busy')) };
    await expect(readNote(failing, 'a.md', 1, LIMIT)).rejects.toThrow('busy');
  });
});
