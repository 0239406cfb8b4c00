import { describe, expect, it } from 'vitest';
import { FakeFiles } from '../testing/fake-files';
import { MovedNotes } from './moved-notes';

const FILE = 'plugin/moved-notes.json';

function over(files = new FakeFiles(), now = () => 100) {
  return { files, moved: new MovedNotes(files, 'plugin', now) };
}

/** Where it is after all moves that came after this one. */
async function follow(moved: MovedNotes, path: string, at = 0): Promise<string> {
  return (await moved.since(at)).now(path);
}

describe('a note that was moved', () => {
  it('is found at its last place, also after a restart and with a clock that stands still', async () => {
    const { files, moved } = over();
    await moved.moved('a.md', 'b.md');
    await moved.moved('b.md', 'c.md');
    expect(await follow(moved, 'a.md')).toBe('c.md');
    expect(await follow(over(files).moved, 'a.md')).toBe('c.md');
    expect([...files.files.keys()]).toEqual([FILE]);
  });

  it('is not taken for one that came to its old place afterwards', async () => {
    const { moved } = over();
    await moved.moved('a.md', 'b.md');
    const at = await moved.latest();
    await moved.moved('c.md', 'a.md');
    expect([await follow(moved, 'a.md', at), await follow(moved, 'c.md', at), await follow(moved, 'a.md')]).toEqual(['a.md', 'a.md', 'b.md']);
  });

  it('is found in its folder, whose move is kept in one line', async () => {
    const { files, moved } = over();
    await Promise.all([moved.moved('People/a.md', 'Contacts/a.md'), moved.moved('People/b.md', 'Contacts/b.md'), moved.moved('People', 'Contacts')]);
    expect(await follow(over(files).moved, 'People/b.md')).toBe('Contacts/b.md');
    expect(await follow(moved, 'Peoples/b.md')).toBe('Peoples/b.md');
    expect(JSON.parse(files.files.get(FILE) ?? '')).toHaveLength(1);
  });
});

describe('the file of moved notes', () => {
  it('takes what another device wrote along', async () => {
    const { files, moved } = over();
    await moved.moved('a.md', 'b.md');
    await over(files).moved.moved('c.md', 'd.md');
    await moved.moved('d.md', 'e.md');
    expect(await follow(over(files).moved, 'c.md')).toBe('e.md');
  });

  it('is whole where the app ended before the new one had its place, and stands for nothing where it is broken', async () => {
    const { files, moved } = over();
    await moved.moved('a.md', 'b.md');
    await files.rename(FILE, `${FILE}.new`);
    expect(await follow(over(files).moved, 'a.md')).toBe('b.md');
    files.files.set(`${FILE}.new`, '[{"at"');
    expect(await follow(over(files).moved, 'a.md')).toBe('a.md');
  });

  it('is kept where it is broken, and not overwritten where the disk does not give it', async () => {
    const { files, moved } = over(new FakeFiles({ [FILE]: '{"at":' }));
    await moved.moved('a.md', 'b.md');
    expect(files.files.get(`${FILE}.broken-1`)).toBe('{"at":');
    expect(await follow(over(files).moved, 'a.md')).toBe('b.md');
    const before = files.files.get(FILE);
    const reads = files.read.bind(files);
    files.read = () => Promise.reject(new Error('EIO: i/o error'));
    await expect(moved.moved('b.md', 'c.md')).rejects.toThrow('EIO');
    files.read = reads;
    expect(files.files.get(FILE)).toBe(before);
    expect(await follow(moved, 'a.md')).toBe('c.md');
  });

  it('is written later where the disk was full, and the moves are known meanwhile', async () => {
    const { files, moved } = over();
    const write = files.write.bind(files);
    files.write = () => Promise.reject(new Error('ENOSPC'));
    await expect(moved.moved('a.md', 'b.md')).rejects.toThrow('ENOSPC');
    expect(await follow(moved, 'a.md')).toBe('b.md');
    files.write = write;
    await moved.moved('b.md', 'c.md');
    expect(await follow(over(files).moved, 'a.md')).toBe('c.md');
  });
});
