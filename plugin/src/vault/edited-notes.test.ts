import { describe, expect, it } from 'vitest';
import { EditedNotes } from './edited-notes';
import { PluginWrites } from './plugin-writes';

function armedOver(): { writes: PluginWrites; edited: EditedNotes } {
  const writes = new PluginWrites();
  return { writes, edited: new EditedNotes(writes) };
}

describe('arming', () => {
  it('follows from typing on this device, and from nothing else', () => {
    const { edited } = armedOver();
    expect(edited.has('a.md')).toBe(false);
    edited.add('a.md', 'text');
    expect(edited.has('a.md')).toBe(true);
  });

  it('does not follow from the plugin’s own edit, however late its echo comes', () => {
    const { edited, writes } = armedOver();
    writes.remember('a.md', 'before', 'after');
    edited.add('a.md', 'after');
    expect(edited.has('a.md')).toBe(false);
  });

  it('follows from typing on top of the plugin’s own edit', () => {
    const { edited, writes } = armedOver();
    writes.remember('a.md', 'before', 'after');
    edited.add('a.md', 'after!');
    expect(edited.has('a.md')).toBe(true);
  });

  it('ends when the user takes the plugin’s edit back in the editor, and stays away from then on', () => {
    const { edited, writes } = armedOver();
    writes.remember('a.md', 'before', 'after');
    edited.add('a.md', 'before');
    expect(edited.has('a.md')).toBe(false);
    expect(edited.isHeld('a.md')).toBe(true);
  });

  it('moves with a renamed note', () => {
    const { edited } = armedOver();
    edited.add('a.md', 'text');
    edited.renamed('a.md', 'b.md');
    expect(edited.has('a.md')).toBe(false);
    expect(edited.has('b.md')).toBe(true);
  });
});
