import { describe, expect, it } from 'vitest';
import { FakeFiles } from '../testing/fake-files';
import { PropertyTypes } from './property-types';

const PATH = '.config/types.json';

/** What an engine was given, and what the user was told. It refuses what has no `types`, as the real one does. */
function reading(files: Record<string, string>) {
  const disk = new FakeFiles(files);
  const messages: string[] = [];
  const given: unknown[] = [];
  const types = new PropertyTypes({ files: disk, path: PATH, say: (message) => messages.push(message) });
  const giveTo = (): Promise<boolean> => types.giveTo((content) => {
    if (!(content as { types?: unknown }).types) return Promise.reject(new Error('wrong shape'));
    given.push(content);
    return Promise.resolve();
  });
  return { disk, messages, given, giveTo };
}

describe('the types of properties', () => {
  it('are read from the file, and no file is no types', async () => {
    const { disk, given, messages, giveTo } = reading({});
    await giveTo();
    disk.files.set(PATH, '{"types": {"created": "text"}}');
    await giveTo();
    expect(given).toEqual([{ types: {} }, { types: { created: 'text' } }]);
    expect(messages).toEqual([]);
  });

  it('tell whether they are other than before', async () => {
    const { disk, giveTo } = reading({ [PATH]: '{"types": {"created": "text"}}' });
    expect(await giveTo()).toBe(true);
    expect(await giveTo()).toBe(false);
    disk.files.set(PATH, '{"types": {"created": "date"}}');
    expect(await giveTo()).toBe(true);
  });

  it.each([['no JSON', '{"types":'], ['JSON of another shape', '[]'], ['JSON of nothing', 'null']])('of a file that is %s are none, which is said once with what to do', async (_, content) => {
    const { disk, given, messages, giveTo } = reading({ [PATH]: content });
    await giveTo();
    await giveTo();
    expect(given).toEqual([{ types: {} }, { types: {} }]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(PATH);
    expect(messages[0]).toContain('Repair');
    expect(disk.files.get(PATH)).toBe(content);
  });
});
