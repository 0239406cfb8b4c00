import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineCrash, EngineMissing } from '../engine/errors';
import { EditedNotes } from '../vault/edited-notes';
import type { Notes } from '../vault/notes';
import { PathQueues } from '../vault/path-queues';
import { PluginWrites } from '../vault/plugin-writes';
import { REST } from '../vault/saved-notes';
import type { Parts } from './parts';
import { makeSavedNotes } from './repair-saved';

const said = vi.hoisted((): unknown[] => []);
vi.mock('../screen/notices', () => ({ sayFailure: (thrown: unknown) => void said.push(thrown) }));

/** A note that was typed in, and an engine whose first plan ends like this. */
function typed(first?: Error, known = () => true) {
  const written: number[] = [];
  const plans = vi.fn().mockResolvedValue({ changes: [] });
  if (first) plans.mockRejectedValueOnce(first);
  const editedNotes = new EditedNotes(new PluginWrites());
  const parts = {
    editedNotes,
    engine: { look: () => Promise.resolve([]) },
    repairs: {
      plan: plans,
      write: () => {
        written.push(plans.mock.calls.length);
        return Promise.resolve({ refused: [] });
      },
    },
    undo: { saved: () => undefined },
    store: { automatic: true, decisions: [] },
    device: { settings: { automatic: true } },
    index: { ready: true },
    feed: { isComplete: true },
    queues: new PathQueues(),
    refresh: { adopted: () => Promise.resolve() },
    adopted: { get areKnown() { return known(); } },
    removedLines: { settled: () => Promise.resolve() },
  } as unknown as Parts;
  const notes = { editors: () => [], read: () => Promise.resolve('text'), inHand: () => false, atCursor: () => false } as unknown as Notes;
  const saved = makeSavedNotes(parts, notes);
  editedNotes.add('a.md', 'text');
  saved.touch('a.md');
  return { saved, written };
}

describe('a saved note whose repairs the engine could not work out', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    said.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is repaired when there is another engine, if that one crashed', async () => {
    const { saved, written } = typed(new EngineCrash('trap'));
    await vi.advanceTimersByTimeAsync(REST);
    expect(written).toEqual([]);
    saved.moved();
    await vi.advanceTimersByTimeAsync(REST);
    expect(written).toEqual([2]);
    expect(said).toEqual([]); // Of a crash is told once, elsewhere.
  });

  it('is left alone until the next edit if there is no engine any more, and the user is told', async () => {
    const missing = new EngineMissing('gone');
    const { saved, written } = typed(missing);
    await vi.advanceTimersByTimeAsync(REST);
    saved.moved();
    await vi.advanceTimersByTimeAsync(REST);
    expect(written).toEqual([]);
    expect(said).toEqual([missing]);
  });
});

describe('a saved note while a settings file of another plugin is not to be had', () => {
  it('waits: what is excluded or a template there is not known', async () => {
    vi.useFakeTimers();
    let known = false;
    const { saved, written } = typed(undefined, () => known);
    await vi.advanceTimersByTimeAsync(REST);
    expect(written).toEqual([]);
    known = true;
    saved.moved();
    await vi.advanceTimersByTimeAsync(REST);
    expect(written).toEqual([1]);
    vi.useRealTimers();
  });
});
