import 'obsidian-test-mocks/vitest-setup';
import type { App, Plugin, SettingDefinitionItem } from 'obsidian';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Pattern, Settings } from '../engine/types';
import { say, sayFailure } from '../screen/notices';
import { NEW_PATTERN } from './patterns';
import { NamesakeSettingTab, type SettingsParts } from './tab';

vi.mock('../screen/notices', () => ({ say: vi.fn(), sayFailure: vi.fn() }));

interface Deleting { type?: string; heading?: string; items?: unknown[]; onDelete?: (at: number) => void }

/** The list that can be deleted from and has this heading, wherever it stands. */
function listIn(items: readonly unknown[], heading: string): Deleting | undefined {
  for (const item of items as Deleting[]) {
    if (item.heading === heading && item.onDelete) return item;
    const found = item.items && listIn(item.items, heading);
    if (found) return found;
  }
  return undefined;
}

function tabOver(settings: Partial<Settings>) {
  const config = { settings: { headings: {}, patterns: [], profiles: [], personTemplate: '', automaticByContext: false, ...settings } as unknown as Settings };
  const store = {
    config, decisions: [],
    change: (_: unknown, make: (settings: Settings) => Partial<Settings>) => {
      config.settings = { ...config.settings, ...make(config.settings) };
      return Promise.resolve();
    },
  };
  const parts = {
    engine: {}, store, adopted: { values: [], warnings: [] }, journal: { list: () => Promise.resolve([]) }, device: { settings: { runs: true, automatic: true } },
    index: { ready: false }, undo: {}, decisions: {}, refresh: { panes: () => Promise.resolve() },
  } as unknown as SettingsParts;
  const tab = new NamesakeSettingTab({} as App, { registerDomEvent: () => undefined } as unknown as Plugin, parts);
  vi.spyOn(tab, 'update').mockImplementation(() => undefined);
  vi.spyOn(tab, 'refreshDomState').mockImplementation(() => undefined);
  const shown: SettingDefinitionItem[] = tab.getSettingDefinitions();
  return { config, delete: (heading: string, at: number) => listIn(shown, heading)?.onDelete?.(at) };
}

afterEach(() => vi.restoreAllMocks());

describe('a list of the settings', () => {
  it('deletes the pattern that was shown, and no other when it is pressed twice', async () => {
    const named = (name: string): Pattern => ({ ...NEW_PATTERN, name, find: name });
    const { config, delete: remove } = tabOver({ patterns: [named('A'), named('B'), named('C')] });
    remove('Your patterns', 0);
    remove('Your patterns', 0);
    await vi.waitFor(() => expect(say).toHaveBeenCalled());
    expect(config.settings.patterns.map(({ name }) => name)).toEqual(['B', 'C']);
    expect(sayFailure).not.toHaveBeenCalled();
  });

  it('deletes the profile that was shown, and no other when it is pressed twice', async () => {
    const of = (folder: string): Settings['profiles'][number] => ({ folders: [folder], kinds: [], rules: {} });
    const { config, delete: remove } = tabOver({ profiles: [of('A'), of('B')] });
    remove('Profiles', 0);
    remove('Profiles', 0);
    await vi.waitFor(() => expect(config.settings.profiles).toHaveLength(1));
    expect(config.settings.profiles).toEqual([of('B')]);
  });
});
