import { describe, expect, it } from 'vitest';
import { FakeFiles } from '../testing/fake-files';
import { PropertyTypes } from './property-types';

const PATH = '.config/types.json';

/** What an engine was given, and what the user was told. It refuses what has no `types`, as the real one does. */
function reading(files: Record<string, string>) {
  const disk = new FakeFiles(files);
  const said: string[] = [];
  const given: unknown[] = [];
  const types = new PropertyTypes({ files: disk, path: PATH, say: (message) => said.push(message) });
  const tell = (): Promise<boolean> => types.tell((content) => {
    if (!(content as { types?: unknown }).types) return Promise.reject(new Error('wrong shape'));
    given.push(content);
    return Promise.resolve();
  });
  return { disk, said, given, tell };
}

describe('the types of properties', () => {
  it('are read from the file, and no file is no types', async () => {
    const { disk, given, said, tell } = reading({});
    await tell();
    disk.files.set(PATH, '{"types": {"created": "text"}}');
    await tell();
    expect(given).toEqual([{ types: {} }, { types: { created: 'text' } }]);
    expect(said).toEqual([]);
  });

  it('tell whether they are other than before', async () => {
    const { disk, tell } = reading({ [PATH]: '{"types": {"created": "text"}}' });
    expect(await tell()).toBe(true);
    expect(await tell()).toBe(false);
    disk.files.set(PATH, '{"types": {"created": "date"}}');
    expect(await tell()).toBe(true);
  });

  it.each([['no JSON', '{"types":'], ['JSON of another shape', '[]'], ['JSON of nothing', 'null']])('of a file that is %s are none, which is said once with what to do', async (_, content) => {
    const { disk, given, said, tell } = reading({ [PATH]: content });
    await tell();
    await tell();
    expect(given).toEqual([{ types: {} }, { types: {} }]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(PATH);
    expect(said[0]).toContain('Repair');
    expect(disk.files.get(PATH)).toBe(content);
  });
});
