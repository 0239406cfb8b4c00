import type { App } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import type { NoteChange, Split, SplitRequest } from '../engine/types';
import { opened } from '../testing/dialog';
import { SplitModal } from './split';

function answerTo({ name = '' }: SplitRequest): Split {
  const change = { path: `${name}.md`, edits: [] } as unknown as NoteChange;
  return { plan: { changes: [change], left: [] }, name, path: `${name}.md`, signs: [], parts: [] };
}

describe('a note that is split', () => {
  it('can be split after the engine failed: what is chosen is worked out anew, shown, and then written', async () => {
    const [confirm, failed] = [vi.fn(), vi.fn()];
    const split = vi.fn((request: SplitRequest) => Promise.resolve(answerTo(request))).mockRejectedValueOnce(new Error('no engine'));
    const { root, press } = opened(() => new SplitModal({} as App, { split, confirm, failed }, 'Tilda.md', answerTo({ note: 'Tilda.md', name: 'Til' })));
    const field = root.querySelector('input');
    if (field) field.value = 'Tilda Osgood';
    field?.dispatchEvent(new Event('input'));
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    expect(field?.value).toBe('Tilda Osgood');

    press('Mod+Enter');
    expect(confirm).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(root.textContent).toContain('Makes Tilda Osgood.md'));
    press('Mod+Enter');
    expect(confirm).toHaveBeenCalledWith({ note: 'Tilda.md', name: 'Tilda Osgood', moved: [] }, answerTo({ note: '', name: 'Tilda Osgood' }));
  });
});
