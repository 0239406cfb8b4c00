import { describe, expect, it, vi } from 'vitest';
import { ChangedNotes } from './changed-notes';

function looking() {
  const refreshed: string[][] = [];
  const failed = vi.fn();
  const notes = new ChangedNotes({
    related: (path) => Promise.resolve(path === 'meeting.md' ? ['person.md'] : []),
    refresh: async (paths) => {
      await new Promise((resolve) => window.setTimeout(resolve));
      refreshed.push(paths);
      if (paths.includes('broken.md')) throw new Error('unreadable');
    },
    failed,
  });
  return { notes, refreshed, failed };
}

describe('notes that changed', () => {
  it('are looked at together, with those they bear on', async () => {
    const { notes, refreshed } = looking();
    notes.add(['meeting.md', 'a.md']);
    notes.add(['a.md', 'b.md']);
    await vi.waitFor(() => expect(refreshed).toEqual([['meeting.md', 'a.md', 'b.md', 'person.md']]));
  });

  it('have all been looked at once that is asked for, also where one cannot be', async () => {
    const { notes, refreshed, failed } = looking();
    notes.add(['broken.md']);
    const first = notes.settled();
    notes.add(['a.md']);
    await notes.settled();
    expect(refreshed).toEqual([['broken.md'], ['a.md']]);
    expect(failed).toHaveBeenCalledTimes(1);
    await first;
  });
});
