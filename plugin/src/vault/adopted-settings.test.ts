import { describe, expect, it, vi } from 'vitest';
import type { AdoptedSettings as Adopted, SettingsFile } from '../engine/types';
import { FakeFiles } from '../testing/fake-files';
import { AdoptedSettings } from './adopted-settings';

const APP = '.config/app.json';
const TASKS = '.config/plugins/obsidian-tasks-plugin/data.json';

/** What an engine was given, and what the user was told. It warns of what is no JSON, as the real one does. */
function reading(files: Record<string, string>) {
  const disk = new FakeFiles(files);
  const messages: string[] = [];
  const given: SettingsFile[][] = [];
  const came = vi.fn();
  const adopted = new AdoptedSettings({ files: disk, folder: '.config', say: (message) => messages.push(message), came });
  const take = (files: SettingsFile[]): Promise<Adopted> => {
    given.push(files);
    const broken = files.filter(({ text }) => !text.endsWith('}'));
    const warnings = broken.map(({ path }) => ({ path, reason: 'it is no JSON' }));
    return Promise.resolve({ values: [{ setting: 'templates', value: 'T', path: APP }], warnings, taskFormat: 'dataview', globalFilter: '#task' });
  };
  return { disk, messages, given, adopted, take, came };
}

describe('settings of other programs', () => {
  it('are read from the files that are there', async () => {
    const { given, messages, adopted, take } = reading({ [APP]: '{"a": 1}', [TASKS]: '{}', '.config/hotkeys.json': '{}' });
    await adopted.giveTo(take);
    expect(given).toEqual([[{ path: APP, text: '{"a": 1}' }, { path: TASKS, text: '{}' }]]);
    expect(messages).toEqual([]);
    expect(adopted.values).toEqual([{ setting: 'templates', value: 'T', path: APP }]);
  });

  it('are given again only when a file changed, came or went', async () => {
    const { disk, given, adopted, take } = reading({ [APP]: '{}' });
    await adopted.giveTo(take);
    expect(await adopted.giveChanges(take)).toBe(false);
    disk.files.set(APP, '{"b": 2}');
    expect(await adopted.giveChanges(take)).toBe(true);
    disk.files.delete(APP);
    // A sync may take a file away before it brings the new one.
    expect(await adopted.giveChanges(take)).toBe(false);
    vi.useFakeTimers({ now: Date.now() + 10_000 });
    expect(await adopted.giveChanges(take)).toBe(true);
    expect(await adopted.giveChanges(take)).toBe(false);
    expect(given).toHaveLength(3);
    vi.useRealTimers();
  });

  it('of a plugin that is switched off keep nothing from being repaired, and nothing is said of them', async () => {
    const { disk, messages, adopted, take } = reading({ [TASKS]: '{"a":', '.config/community-plugins.json': '["dataview"]' });
    await adopted.giveChanges(take);
    expect([adopted.areKnown, messages]).toEqual([true, [expect.stringContaining('no JSON')]]);
    disk.files.set('.config/community-plugins.json', '["obsidian-tasks-plugin"]');
    await adopted.giveChanges(take);
    expect(adopted.areKnown).toBe(false);
  });

  it('hold for tasks where nothing else is set here', async () => {
    const { adopted, take } = reading({});
    expect([adopted.taskFormat(undefined), adopted.globalFilter(undefined)]).toEqual(['emoji', '']);
    await adopted.giveTo(take);
    expect(adopted.taskFormat({ taskFormat: 'emoji' })).toBe('dataview');
    expect(adopted.globalFilter({ globalFilter: '' })).toBe('#task');
    expect(adopted.globalFilter({ globalFilter: '#do' })).toBe('#do');
  });

  it('go to every new engine, changed or not', async () => {
    const { given, adopted, take } = reading({ [APP]: '{}' });
    await adopted.giveTo(take);
    await adopted.giveTo(take);
    expect(given).toHaveLength(2);
  });

  it('of a file that is broken are none, which is said once with what to do', async () => {
    const { disk, messages, adopted, take } = reading({ [APP]: '{"a":' });
    await adopted.giveTo(take);
    await adopted.giveTo(take);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(APP);
    expect(messages[0]).toContain('Repair');
    expect(disk.files.get(APP)).toBe('{"a":');
  });

  it('of a file that takes long are adopted when they come', async () => {
    vi.useFakeTimers();
    const { disk, given, adopted, take, came } = reading({ [APP]: '{"late": 1}', [TASKS]: '{}' });
    const read = disk.read.bind(disk);
    disk.read = (path) => (path === APP ? new Promise((resolve) => window.setTimeout(() => resolve(read(path)), 60_000)) : read(path));
    const first = adopted.giveTo(take);
    await vi.advanceTimersByTimeAsync(4000);
    await first;
    expect(given).toEqual([[{ path: TASKS, text: '{}' }]]);
    expect(adopted.areKnown).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(came).toHaveBeenCalledTimes(1);
    const second = adopted.giveChanges(take); // The disk is as slow as before.
    await vi.advanceTimersByTimeAsync(4000);
    expect(await second).toBe(true);
    expect(given[1]).toEqual([{ path: APP, text: '{"late": 1}' }, { path: TASKS, text: '{}' }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(came).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('of a file that cannot be read are not known, and the others count', async () => {
    const { disk, given, messages, adopted, take } = reading({ [TASKS]: '{}' });
    disk.folders.add(APP);
    await adopted.giveTo(take);
    expect(given).toEqual([[{ path: TASKS, text: '{}' }]]);
    expect(messages).toHaveLength(1);
    expect(adopted.areKnown).toBe(false);
  });

  it.each<[string, (disk: FakeFiles) => void]>([
    ['is half written', (disk) => void disk.files.set(APP, '{"excluded": ["Tem')],
    ['is empty', (disk) => void disk.files.set(APP, '')],
    ['cannot be read', (disk) => {
      disk.read = (path) => Promise.reject(new Error(`EIO: ${path}`));
    }],
    ['is in the cloud', (disk) => {
      disk.files.delete(APP);
      disk.files.set('.config/.app.json.icloud', 'bplist');
    }],
  ])('stay as they were while a file %s', async (_, hurt) => {
    const { disk, given, messages, adopted, take } = reading({ [APP]: '{"excluded": ["Templates"]}' });
    await adopted.giveTo(take);
    hurt(disk);
    expect(await adopted.giveChanges(take)).toBe(false);
    expect([adopted.areKnown, given.length, messages.length]).toEqual([true, 1, 1]);
  });

  it('of a file that is broken from the start are not known until it is whole', async () => {
    const { disk, adopted, take } = reading({ [APP]: '{"a":' });
    await adopted.giveTo(take);
    expect(adopted.areKnown).toBe(false);
    disk.files.set(APP, '{"a": 1}');
    await adopted.giveChanges(take);
    expect(adopted.areKnown).toBe(true);
  });
});
