import { describe, expect, it } from 'vitest';
import type { Config, Decision, EngineApi } from '../engine/types';
import { Store } from './store';
import { FakeFiles } from '../testing/fake-files';

const DATA = 'plugin/data.json';
const rejected = (path: string): Decision => ({ path, rule: 'via', subject: 'Ada', verdict: 'rejected' });

function config(decisions: Decision[] = [], automatic = false): Config {
  return { version: 1, settings: { automatic } as Config['settings'], decisions, firstBatchReviewed: false, recognitionConfirmed: false };
}

/** An engine that takes every object for a config. How decisions join is the core's own matter, and tested there. */
const engine = {
  configure: (data: unknown) =>
    typeof data === 'object' ? Promise.resolve((data ?? config()) as Config) : Promise.reject(new Error('not an object')),
  joined: (mine: Config, theirs: Config) => {
    const more = theirs.decisions.filter(({ path }) => !mine.decisions.some((decision) => decision.path === path));
    return Promise.resolve({ ...theirs, decisions: [...mine.decisions, ...more] });
  },
} as EngineApi;

function storeOver(files: FakeFiles) {
  const messages: string[] = [];
  const store = new Store({
    files, folder: 'plugin', changed: () => undefined, say: (message) => messages.push(message), compare: () => Promise.resolve({ made: [], lost: [] }),
    save: (data) => files.write(DATA, JSON.stringify(data)),
  });
  return { store, messages };
}

describe('data.json', () => {
  it('is not there at first, and nothing is said of it', async () => {
    const { store, messages } = storeOver(new FakeFiles());
    await store.load();
    expect(store.raw).toBeNull();
    expect(messages).toEqual([]);
  });

  it('is copied aside when it is broken, before anything is saved over it', async () => {
    const files = new FakeFiles({ [DATA]: '{"settings": {' });
    const { store, messages } = storeOver(files);
    await store.load();
    expect(store.raw).toBeNull();
    expect(files.files.get(DATA)).toBe('{"settings": {');
    await store.keep(config());
    expect(files.files.get('plugin/data.broken-1.json')).toBe('{"settings": {');
    expect(messages[0]).toContain('plugin/data.broken-1.json');
  });

  it('keeps a second broken file beside the first, and the same one only once', async () => {
    const files = new FakeFiles({ [DATA]: 'two', 'plugin/data.broken-1.json': 'one' });
    await storeOver(files).store.load();
    await storeOver(files).store.load();
    expect([...files.files.keys()].sort()).toEqual(['plugin/data.broken-1.json', 'plugin/data.broken-2.json', DATA]);
  });

  it('is never overwritten when it is broken and cannot be copied', async () => {
    const files = new FakeFiles({ [DATA]: 'broken' });
    files.copy = () => Promise.reject(new Error('disk full'));
    const { store, messages } = storeOver(files);
    await store.load();
    await store.keep(config());
    expect(files.files.get(DATA)).toBe('broken');
    expect(messages[0]).toContain('disk full');
  });

  it('is never overwritten when it cannot be read', async () => {
    const files = new FakeFiles({ [DATA]: '{}' });
    files.read = () => Promise.reject(new Error('no permission'));
    const { store } = storeOver(files);
    await store.load();
    await store.keep(config());
    expect(files.files.get(DATA)).toBe('{}');
  });

  it('is kept aside too when the engine refuses its shape', async () => {
    const files = new FakeFiles({ [DATA]: '{"settings":7}' });
    const { store } = storeOver(files);
    await store.load();
    await store.refuse('settings: expected an object');
    expect(store.raw).toBeNull();
    expect(files.files.get('plugin/data.broken-1.json')).toBe('{"settings":7}');
  });

  it('from another device brings its settings and adds its decisions to ours', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    await files.write(DATA, JSON.stringify(config([rejected('theirs.md')], true)));
    await store.reload(engine);
    expect(store.config?.settings.automatic).toBe(true);
    expect(store.config?.decisions.map(({ path }) => path)).toEqual(['mine.md', 'theirs.md']);
    expect(JSON.parse(files.files.get(DATA) ?? '')).toEqual(store.config);
  });

  it('from another device is not written back when it has all we know: two devices must come to rest', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    const theirs = JSON.stringify(config([rejected('theirs.md'), rejected('mine.md')]), null, 3);
    await files.write(DATA, theirs);
    await store.reload(engine);
    expect(files.files.get(DATA)).toBe(theirs);
  });

  it('that arrives broken does not cost us what we have', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    await files.write(DATA, '{"deci');
    await store.reload(engine);
    expect(store.config?.decisions).toEqual([rejected('mine.md')]);
    expect(files.files.get('plugin/data.broken-1.json')).toBe('{"deci');
  });
});

describe('a decision', () => {
  it('is not lost to a setting that is changed while the engine still works on it', async () => {
    const { store } = storeOver(new FakeFiles());
    await store.keep(config());
    const deciding = store.take(async () => {
      await new Promise((resolve) => window.setTimeout(resolve, 5));
      return config([rejected('a.md')]);
    });
    const changing = store.change(engine, () => ({ automatic: true }));
    await Promise.all([deciding, changing]);
    expect(store.config?.decisions).toEqual([rejected('a.md')]);
    expect(store.config?.settings.automatic).toBe(true);
  });
});
