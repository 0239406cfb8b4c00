// Decisions of two and three devices that share one data.json by a sync that brings it late, twice or half: in the end
// all of them know the same, and the last word of whoever decided counts.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Config, Decision, EngineApi } from '../../plugin/src/engine/types.ts';
import { FakeFiles } from '../../plugin/src/testing/fake-files.ts';
import { Store } from '../../plugin/src/vault/store.ts';
import { asked, engineOf } from './core.ts';

// The shell asks the window for its timers.
beforeAll(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const DATA = 'plugin/data.json';
const DAY = 86_400_000;
const SUBJECTS = ['Rob', 'Banga', 'Teo'];

class Device {
  readonly files = new FakeFiles();
  store: Store;
  #kept: unknown = null;
  /** Every whole text that its file ever had. */
  readonly saved: string[] = [];

  constructor(readonly engine: EngineApi, readonly now: () => number) {
    this.store = this.#start();
  }

  #start(): Store {
    return new Store({
      files: this.files, folder: 'plugin', say: () => undefined, changed: () => undefined, now: this.now, engine: () => this.engine,
      save: async (data) => {
        const text = JSON.stringify(data);
        this.saved.push(text);
        await this.files.write(DATA, text);
      },
      device: {
        load: () => this.#kept,
        save: (data) => {
          this.#kept = data === null ? null : JSON.parse(JSON.stringify(data)) as Config;
        },
      },
    });
  }

  /** Starts the app, as when it was closed. */
  async restart(): Promise<void> {
    this.store = this.#start();
    await this.store.load();
    this.store.accept(await this.engine.configure(this.store.raw));
    await this.store.recall();
  }

  decide(decision: Decision): Promise<unknown> {
    return this.store.take((at) => this.engine.decide(decision, at));
  }

  takeBack(): Promise<unknown> {
    return this.store.takeBack(this.engine, { made: this.store.decisions.slice(0, 1), lost: [] });
  }
}

async function device(now: () => number): Promise<Device> {
  const made = new Device(asked(await engineOf()), now);
  await made.restart();
  return made;
}

type Step = { device: number } & ({ kind: 'decide'; subject: string; verdict: 'accepted' | 'rejected' } | { kind: 'takeBack' } | { kind: 'restart' } | { kind: 'arrives'; from: number; which: number; cut: number | undefined });

const step = (devices: number): fc.Arbitrary<Step> => {
  const one = fc.nat(devices - 1);
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('decide' as const), device: one, subject: fc.constantFrom(...SUBJECTS), verdict: fc.constantFrom('accepted' as const, 'rejected' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('takeBack' as const), device: one }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), device: one }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('arrives' as const), device: one, from: one, which: fc.nat(1000), cut: fc.option(fc.nat(1000), { nil: undefined }) }) },
  );
};

/** Lets the time pass for which the store waits for a file that is not whole. */
async function inTime(work: Promise<unknown>): Promise<void> {
  await vi.advanceTimersByTimeAsync(5000);
  await work;
}

/** A sync brings an old or new text of another device, or a part of it, which is whole a moment later. */
async function arrives(to: Device, text: string, cut: number | undefined, closed: boolean): Promise<void> {
  if (cut !== undefined) {
    await to.files.write(DATA, text.slice(0, cut % text.length));
    setTimeout(() => void to.files.write(DATA, text), 100);
  } else await to.files.write(DATA, text);
  if (!closed) await inTime(to.store.reload());
}

interface Clocks {
  /** How far the clock of each device is ahead, in milliseconds; right where none is given. */
  ahead?: number[];
  /** Whether everybody hears what the others decided before they do anything. */
  heard?: boolean;
}

async function run(count: number, steps: Step[], { ahead = [], heard = false }: Clocks = {}): Promise<void> {
  let now = 10 * DAY;
  const devices = await Promise.all(Array.from({ length: count }, (_, which) => device(() => (now += 1) + (ahead[which] ?? 0))));
  const last = new Map<string, string>();
  for (const each of steps) {
    const at = devices[each.device];
    if (!at) continue;
    if (heard) for (const from of devices) if (from !== at) await arrives(at, JSON.stringify(from.store.config), undefined, false);
    if (each.kind === 'decide') {
      const { subject, verdict } = each;
      await at.decide({ path: 'Rob.md', rule: 'via', subject, verdict });
      last.set(subject, verdict);
    } else if (each.kind === 'takeBack') {
      const [first] = at.store.decisions;
      await at.takeBack();
      if (first) last.delete(first.subject);
    } else if (each.kind === 'restart') await inTime(at.restart());
    else {
      const saved = devices[each.from]?.saved ?? [];
      const text = saved[each.which % Math.max(1, saved.length)];
      // Every other time the app is closed then, and starts afterwards.
      if (text !== undefined) await arrives(at, text, each.cut, each.which % 2 === 0);
      if (each.which % 2 === 0) await inTime(at.restart());
    }
  }
  // At last the sync brings each device's file to each other one, often enough.
  for (let round = 0; round < 2; round += 1) {
    for (const from of devices) for (const to of devices) if (from !== to) await arrives(to, JSON.stringify(from.store.config), undefined, false);
  }
  const told = devices.map(({ store }) => Object.fromEntries(store.decisions.map(({ subject, verdict }) => [subject, verdict])));
  // Of clocks that differ and devices that do not hear of each other nobody can say who was the last.
  for (const one of told) expect(one).toEqual(heard || ahead.length === 0 ? Object.fromEntries(last) : told[0]);
  for (const { files, store } of devices) expect(JSON.parse(files.files.get(DATA) ?? 'null')).toEqual(JSON.parse(JSON.stringify(store.config)));
}

it.each([2, 3])('%i devices agree in the end, whatever came when', async (count) => {
  await fc.assert(fc.asyncProperty(fc.array(step(count), { maxLength: 14 }), (steps) => run(count, steps)), { numRuns: 25 });
});

describe('devices whose clocks differ by up to a day', () => {
  const clocks = (count: number): fc.Arbitrary<number[]> => fc.array(fc.constantFrom(-DAY, -1, 0, 1, DAY), { minLength: count, maxLength: count });

  it.each([2, 3])('agree in the end, %i of them', async (count) => {
    await fc.assert(fc.asyncProperty(fc.array(step(count), { maxLength: 14 }), clocks(count), (steps, ahead) => run(count, steps, { ahead })), { numRuns: 25 });
  });

  it.each([2, 3])('take the last word of whoever has heard the others, %i of them', async (count) => {
    await fc.assert(fc.asyncProperty(fc.array(step(count), { maxLength: 14 }), clocks(count), (steps, ahead) => run(count, steps, { ahead, heard: true })), { numRuns: 25 });
  });

  it('take back what another one decided tomorrow', async () => {
    const [ahead, behind] = await Promise.all([device(() => 11 * DAY), device(() => 10 * DAY)]);
    await ahead.decide({ path: 'Rob.md', rule: 'via', subject: 'Rob', verdict: 'rejected' });
    await arrives(behind, JSON.stringify(ahead.store.config), undefined, false);
    await behind.takeBack();
    await arrives(ahead, JSON.stringify(behind.store.config), undefined, false);
    expect([ahead.store.decisions, behind.store.decisions]).toEqual([[], []]);
  });
});
