import { describe, expect, it, vi } from 'vitest';
import { Touched } from './touched';

function looking() {
  const looked: string[][] = [];
  const failed = vi.fn();
  const touched = new Touched({
    related: (path) => Promise.resolve(path === 'meeting.md' ? ['person.md'] : []),
    refresh: async (paths) => {
      await new Promise((resolve) => window.setTimeout(resolve));
      looked.push(paths);
      if (paths.includes('broken.md')) throw new Error('unreadable');
    },
    failed,
  });
  return { touched, looked, failed };
}

describe('notes that changed', () => {
  it('are looked at together, with those they bear on', async () => {
    const { touched, looked } = looking();
    touched.add(['meeting.md', 'a.md']);
    touched.add(['a.md', 'b.md']);
    await vi.waitFor(() => expect(looked).toEqual([['meeting.md', 'a.md', 'b.md', 'person.md']]));
  });

  it('have all been looked at once that is asked for, also where one cannot be', async () => {
    const { touched, looked, failed } = looking();
    touched.add(['broken.md']);
    const first = touched.settled();
    touched.add(['a.md']);
    await touched.settled();
    expect(looked).toEqual([['broken.md'], ['a.md']]);
    expect(failed).toHaveBeenCalledTimes(1);
    await first;
  });
});
