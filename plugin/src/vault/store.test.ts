import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config, Decision, EngineApi } from '../engine/types';
import { EngineCrash, EngineMissing, PluginUnloaded } from '../engine/errors';
import { Store, type StoreDeps } from './store';
import { FakeFiles } from '../testing/fake-files';

const DATA = 'plugin/data.json';
const rejected = (path: string): Decision => ({ path, rule: 'via', subject: 'Ada', verdict: 'rejected' });

function config(decisions: Decision[] = [], automatic = false): Config {
  return { version: 1, settingsAt: 0, settings: { automatic } as Config['settings'], decisions, firstBatchReviewed: false, recognitionConfirmed: false };
}

/** An engine that takes every object for a config. How decisions join is the core's own matter, and tested there. */
const engine = {
  configure: (data: unknown) =>
    typeof data === 'object' ? Promise.resolve((data ?? config()) as Config) : Promise.reject(new Error('not an object')),
  joined: (mine: Config, theirs: Config) => {
    const decisions = [...theirs.decisions, ...mine.decisions.filter(({ path }) => !theirs.decisions.some((decision) => decision.path === path))];
    const { settings, settingsAt } = mine.settingsAt > theirs.settingsAt ? mine : theirs;
    return Promise.resolve({ config: { ...theirs, settings, settingsAt, decisions }, lacking: decisions.length > theirs.decisions.length });
  },
  decisionChanges: () => Promise.resolve({ made: [], lost: [] }),
} as unknown as EngineApi;

/** What one device keeps for itself. */
function aDevice(): StoreDeps['device'] {
  let kept: unknown = null;
  return {
    load: () => kept,
    save: (data) => {
      kept = data;
    },
  };
}

function storeOver(files: FakeFiles, device = aDevice()) {
  const messages: string[] = [];
  const store = new Store({
    files, folder: 'plugin', changed: () => undefined, say: (message) => messages.push(message), engine: () => engine, now: () => 1,
    save: (data) => files.write(DATA, JSON.stringify(data)), device,
  });
  return { store, messages };
}

/** A store whose file the engine has accepted. */
async function startedOver(files: FakeFiles): Promise<Store> {
  const { store } = storeOver(files);
  await patiently(store.load());
  store.accept(await engine.configure(store.raw));
  await store.recall();
  return store;
}

/** The app was closed after a decision about this note. */
async function closedWith(files: FakeFiles, device: StoreDeps['device'], path: string): Promise<void> {
  const { store } = storeOver(files, device);
  store.accept(config());
  await store.recall();
  await store.keep(config([rejected(path)]));
}

/** Lets the time pass that a broken file is given. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(10_000);
  return work;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('data.json', () => {
  it('is not there at first, and nothing is said of it', async () => {
    const { store, messages } = storeOver(new FakeFiles());
    await patiently(store.load());
    expect(store.raw).toBeNull();
    expect(messages).toEqual([]);
  });

  it('is copied aside when it is broken, before anything is saved over it', async () => {
    const files = new FakeFiles({ [DATA]: '{"settings": {' });
    const { store, messages } = storeOver(files);
    await patiently(store.load());
    expect(store.raw).toBeNull();
    expect(files.files.get(DATA)).toBe('{"settings": {');
    await patiently(store.keep(config()));
    expect(files.files.get('plugin/data.broken-1.json')).toBe('{"settings": {');
    expect(messages[0]).toContain('plugin/data.broken-1.json');
  });

  it('keeps a second broken file beside the first, and the same one only once', async () => {
    const files = new FakeFiles({ [DATA]: 'two', 'plugin/data.broken-1.json': 'one' });
    await patiently(storeOver(files).store.load());
    await patiently(storeOver(files).store.load());
    expect([...files.files.keys()].sort()).toEqual(['plugin/data.broken-1.json', 'plugin/data.broken-2.json', DATA]);
  });

  it('is never overwritten when it is broken and cannot be copied', async () => {
    const files = new FakeFiles({ [DATA]: 'broken' });
    files.copy = () => Promise.reject(new Error('disk full'));
    const { store, messages } = storeOver(files);
    await patiently(store.load());
    await patiently(store.keep(config()));
    expect(files.files.get(DATA)).toBe('broken');
    expect(messages[0]).toContain('disk full');
  });

  it('is never overwritten when it cannot be read', async () => {
    const files = new FakeFiles({ [DATA]: '{}' });
    files.read = () => Promise.reject(new Error('no permission'));
    const { store } = storeOver(files);
    await patiently(store.load());
    await patiently(store.keep(config()));
    expect(files.files.get(DATA)).toBe('{}');
  });

  it('is kept aside too when the engine refuses its shape', async () => {
    const files = new FakeFiles({ [DATA]: '{"settings":7}' });
    const { store } = storeOver(files);
    await patiently(store.load());
    await patiently(store.refuse('settings: expected an object'));
    expect(store.raw).toBeNull();
    expect(files.files.get('plugin/data.broken-1.json')).toBe('{"settings":7}');
  });

  it('from another device brings its settings and adds its decisions to ours', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    await files.write(DATA, JSON.stringify(config([rejected('theirs.md')], true)));
    await patiently(store.reload());
    expect(store.config?.settings.automatic).toBe(true);
    expect(store.config?.decisions.map(({ path }) => path)).toEqual(['theirs.md', 'mine.md']);
    expect(JSON.parse(files.files.get(DATA) ?? '')).toEqual(store.config);
  });

  it('from another device is not written back when it has all we know: two devices must come to rest', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    const theirs = JSON.stringify(config([rejected('theirs.md'), rejected('mine.md')]), null, 3);
    await files.write(DATA, theirs);
    await patiently(store.reload());
    expect(files.files.get(DATA)).toBe(theirs);
  });

  it('that arrives half is waited for', async () => {
    const files = new FakeFiles();
    const { store, messages } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    const whole = JSON.stringify(config([rejected('mine.md'), rejected('theirs.md')]));
    await files.write(DATA, whole.slice(0, 60));
    const reloading = store.reload();
    await vi.advanceTimersByTimeAsync(300);
    await files.write(DATA, whole);
    await patiently(reloading);
    expect(store.config?.decisions).toHaveLength(2);
    expect([...files.files.keys()]).toEqual([DATA]);
    expect(messages).toEqual([]);
  });

  it('that is half at the start and whole later is joined before anything is saved', async () => {
    const files = new FakeFiles({ [DATA]: '{"deci' });
    const { store } = storeOver(files);
    await patiently(store.load());
    store.accept(config());
    await files.write(DATA, JSON.stringify(config([rejected('theirs.md')])));
    await patiently(store.keep(config([rejected('mine.md')])));
    const saved = JSON.parse(files.files.get(DATA) ?? '') as Config;
    expect(saved.decisions.map(({ path }) => path)).toEqual(['theirs.md', 'mine.md']);
  });

  it('that another device wrote without our hearing of it is joined before ours is saved', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    await files.write(DATA, JSON.stringify(config([rejected('theirs.md')])));
    await store.keep(config([rejected('mine.md'), rejected('more.md')]));
    const saved = JSON.parse(files.files.get(DATA) ?? '') as Config;
    expect(saved.decisions.map(({ path }) => path)).toEqual(['theirs.md', 'mine.md', 'more.md']);
    expect(store.config).toEqual(saved);
  });

  it('that another device writes while ours is being joined is joined before ours is saved', async () => {
    const files = new FakeFiles({ [DATA]: JSON.stringify(config([rejected('here.md')])) });
    const store = await startedOver(files);
    files.files.set(DATA, JSON.stringify(config([rejected('first.md')])));
    const joining = vi.spyOn(engine, 'joined').mockImplementationOnce((mine, theirs) => {
      files.files.set(DATA, JSON.stringify(config([rejected('first.md'), rejected('second.md')])));
      joining.mockRestore();
      return engine.joined(mine, theirs);
    });
    await patiently(store.keep(config([rejected('mine.md')])));
    const { decisions } = JSON.parse(files.files.get(DATA) ?? '') as Config;
    expect(decisions.map(({ path }) => path).sort()).toEqual(['first.md', 'mine.md', 'second.md']);
  });

  it('that another device wrote is kept by a decision that was begun before it was known', async () => {
    const files = new FakeFiles({ [DATA]: JSON.stringify(config([rejected('here.md')])) });
    const store = await startedOver(files);
    files.files.set(DATA, JSON.stringify(config([rejected('theirs.md')])));
    // Both were made of what this device knew before.
    await patiently(Promise.all([store.keep(config([rejected('one.md')])), store.keep(config([rejected('one.md'), rejected('two.md')]))]));
    await patiently(store.keep(config([rejected('one.md'), rejected('two.md'), rejected('three.md')])));
    const { decisions } = JSON.parse(files.files.get(DATA) ?? '') as Config;
    expect(decisions.map(({ path }) => path).sort()).toEqual(['one.md', 'theirs.md', 'three.md', 'two.md']);
  });

  it.each([PluginUnloaded, EngineCrash, EngineMissing])('is not taken for broken where no engine can join it: %o', async (Failure) => {
    const theirs = JSON.stringify(config([rejected('Theirs.md')]));
    const files = new FakeFiles({ [DATA]: JSON.stringify(config()) });
    const device = aDevice();
    const { store, messages } = storeOver(files, device);
    await patiently(store.load());
    store.accept(await engine.configure(store.raw));
    await store.recall();
    files.files.set(DATA, theirs);
    const gone = vi.spyOn(engine, 'joined').mockRejectedValue(new Failure('no engine'));
    await patiently(expect(store.keep(config([rejected('Ours.md')]))).rejects.toThrow('no engine'));
    await patiently(expect(store.reload()).rejects.toThrow('no engine'));
    await patiently(expect(store.recall()).rejects.toThrow('no engine'));
    expect([...files.files]).toEqual([[DATA, theirs]]);
    expect(messages).toEqual([]);
    gone.mockRestore();

    const { store: next } = storeOver(files, device);
    await patiently(next.load());
    next.accept(await engine.configure(next.raw));
    await patiently(next.recall());
    expect((JSON.parse(files.files.get(DATA)!) as Config).decisions.map(({ path }) => path).sort()).toEqual(['Ours.md', 'Theirs.md']);
  });

  it('that a sync replaced while the app was closed gets what this device had decided', async () => {
    const files = new FakeFiles();
    const device = aDevice();
    const { store: first } = storeOver(files, device);
    first.accept(config());
    await first.recall();
    await first.keep(config([rejected('mine.md')]));
    await files.write(DATA, JSON.stringify(config([rejected('theirs.md')])));
    const { store } = storeOver(files, device);
    await store.load();
    store.accept(store.raw as Config);
    await store.recall();
    const saved = JSON.parse(files.files.get(DATA) ?? '') as Config;
    expect(saved.decisions.map(({ path }) => path)).toEqual(['theirs.md', 'mine.md']);
  });

  it('that was removed lets the user begin anew', async () => {
    const files = new FakeFiles();
    const device = aDevice();
    await closedWith(files, device, 'mine.md');
    await files.remove(DATA);
    const { store } = storeOver(files, device);
    await patiently(store.load());
    store.accept(config());
    await store.recall();
    expect(store.decisions).toEqual([]);
  });

  it('that a sync takes away before it brings the new one is waited for', async () => {
    const files = new FakeFiles();
    const device = aDevice();
    await closedWith(files, device, 'mine.md');
    const theirs = JSON.stringify(config([rejected('theirs.md')]));
    await files.remove(DATA);
    window.setTimeout(() => void files.files.set(DATA, theirs), 1500);
    const { store } = storeOver(files, device);
    await patiently(store.load());
    store.accept(store.raw as Config);
    await store.recall();
    expect(store.decisions.map(({ path }) => path)).toEqual(['theirs.md', 'mine.md']);
  });

  it('that is in the cloud and not on this device is not taken for removed', async () => {
    const files = new FakeFiles();
    const device = aDevice();
    await closedWith(files, device, 'mine.md');
    await files.remove(DATA);
    files.files.set('plugin/.data.json.icloud', 'bplist');
    const { store, messages } = storeOver(files, device);
    await patiently(store.load());
    store.accept(config());
    await store.recall();
    expect(store.decisions.map(({ path }) => path)).toEqual(['mine.md']);
    await store.keep(config([rejected('new.md')]));
    expect(files.files.has(DATA)).toBe(false);
    expect(messages[0]).toContain('cloud');
  });

  it('is not written when nothing changed, as when a note without decisions is renamed', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    files.write = () => Promise.reject(new Error('written again'));
    await store.take(() => Promise.resolve(config([rejected('mine.md')])));
  });

  it('that arrives broken does not cost us what we have', async () => {
    const files = new FakeFiles();
    const { store } = storeOver(files);
    await store.keep(config([rejected('mine.md')]));
    await files.write(DATA, '{"deci');
    await patiently(store.reload());
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
    await patiently(Promise.all([deciding, changing]));
    expect(store.config?.decisions).toEqual([rejected('a.md')]);
    expect(store.config?.settings.automatic).toBe(true);
  });
});
