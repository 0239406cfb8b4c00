import { describe, expect, it } from 'vitest';
import { PluginUnloaded } from '../engine/errors';
import type { Config, DatedDecision, Decision } from '../engine/types';
import { DecisionsOnTheirWay } from '../vault/decisions-on-their-way';
import { Decisions, type DecisionDeps } from './decisions';

const NO: Decision = { path: 'A.md', rule: 'via', subject: 'Ada', verdict: 'rejected' };

/** The plugin on one device: what the engine took, and how it answers. */
function device() {
  const taken: DatedDecision[] = [];
  const disk = new Map<string, unknown>();
  const app = {
    loadLocalStorage: (key: string) => structuredClone(disk.get(key) ?? null) as unknown,
    saveLocalStorage: (key: string, data: unknown) => disk.set(key, structuredClone(data)),
  };
  const start = (answer: (decision: Decision) => Promise<void>, now = 1): Decisions => {
    const engine = {
      decide: async (decision: Decision, at: number) => {
        await answer(decision);
        taken.push({ ...decision, at });
        return {} as Config;
      },
    };
    const store = {
      takeEach: async (all: DatedDecision[], make: (one: DatedDecision) => Promise<Config>) => {
        for (const one of all) await make(one);
        return { made: [], lost: [] };
      },
    };
    const deps = { engine, store, changedNotes: { add: () => undefined }, onTheirWay: new DecisionsOnTheirWay(app, 'namesake'), now: () => now };
    return new Decisions(deps as unknown as DecisionDeps);
  };
  return { start, taken, disk };
}

const takes = (): Promise<void> => Promise.resolve();
const fails = (thrown: Error) => (): Promise<void> => Promise.reject(thrown);

describe('a decision', () => {
  it('counts from when it was made where the plugin was switched off before the engine took it', async () => {
    const { start, taken } = device();
    await expect(start(fails(new PluginUnloaded('off')), 5).decideInNotes([NO])).rejects.toThrow('off');
    await start(takes, 9).recall();
    expect(taken).toEqual([{ ...NO, at: 5 }]);
    await start(takes, 12).recall();
    expect(taken).toHaveLength(1);
  });

  it('counts where the app was killed, however many were on their way', async () => {
    const { start, taken } = device();
    const decisions = start(() => new Promise(() => undefined));
    void decisions.decideInNotes([NO]);
    void decisions.decideInNotes([{ ...NO, subject: 'Bo' }]);
    await start(takes).recall();
    expect(taken.map(({ subject }) => subject)).toEqual(['Ada', 'Bo']);
  });

  it('is not made again once it was taken', async () => {
    const { start, taken } = device();
    await start(takes).decideInNotes([NO]);
    await start(takes).recall();
    expect(taken).toHaveLength(1);
  });

  it('is not made later where the user was told that it failed', async () => {
    const { start, taken } = device();
    await expect(start(fails(new Error('disk full'))).decideInNotes([NO])).rejects.toThrow('disk full');
    await start(takes).recall();
    expect(taken).toEqual([]);
  });

  it('of another form is dropped, and one that meets a crash is kept', async () => {
    const { start, taken, disk } = device();
    disk.set('namesake-deciding', [null]);
    await start(takes).recall();
    expect([disk.get('namesake-deciding'), taken]).toEqual([null, []]);
    disk.set('namesake-deciding', [{ ...NO, at: 3 }]);
    await expect(start(fails(new PluginUnloaded('off'))).recall()).rejects.toThrow('off');
    await start(takes).recall();
    expect(taken).toEqual([{ ...NO, at: 3 }]);
  });
});
