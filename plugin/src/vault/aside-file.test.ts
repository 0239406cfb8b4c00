import { describe, expect, it, vi } from 'vitest';
import { AsideFile, type Aside } from './aside-file';

const skipped = (id: string): Aside => ({ id, skipped: true });

function disk(text?: string) {
  const files = new Map<string, string>(text === undefined ? [] : [['folder/aside.json', text]]);
  return {
    exists: (path: string) => Promise.resolve(files.has(path)),
    mkdir: () => Promise.resolve(),
    read: (path: string) => Promise.resolve(files.get(path)!),
    write: (path: string, written: string) => {
      files.set(path, written);
      return Promise.resolve();
    },
  };
}

describe('the file of questions put aside', () => {
  it('keeps what another device put aside since it was read', async () => {
    const shared = disk(JSON.stringify([skipped('a'), skipped('b')]));
    const [here, there] = [new AsideFile(shared, 'folder'), new AsideFile(shared, 'folder')];
    const known = await here.load();
    await there.save(new Map([['c', skipped('c')]]), await there.load());
    await here.save(new Map<string, Aside | undefined>([['a', undefined], ['d', { id: 'd', until: '2025-11-01' }]]), known);
    expect(await there.load()).toEqual([skipped('b'), skipped('c'), { id: 'd', until: '2025-11-01' }]);
  });

  it('is written from what is known where a sync took it away', async () => {
    const file = new AsideFile(disk(), 'folder');
    await file.save(new Map([['b', skipped('b')]]), [skipped('a'), skipped('b')]);
    expect(await file.load()).toEqual([skipped('a'), skipped('b')]);
  });

  it('is written from what is known where it cannot be read', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = new AsideFile(disk('[{"id":"a","ski'), 'folder');
    expect(await file.load()).toEqual([]);
    await file.save(new Map([['b', skipped('b')]]), [skipped('a'), skipped('b')]);
    expect(await file.load()).toEqual([skipped('a'), skipped('b')]);
    expect(quiet).toHaveBeenCalled();
  });
});
