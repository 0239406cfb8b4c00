import { describe, expect, it } from 'vitest';
import { Armed } from './armed';
import { OwnWrites } from './own';

function armedOver(): { own: OwnWrites; armed: Armed } {
  const own = new OwnWrites();
  return { own, armed: new Armed(own) };
}

describe('arming', () => {
  it('follows from typing on this device, and from nothing else', () => {
    const { armed } = armedOver();
    expect(armed.has('a.md')).toBe(false);
    armed.typed('a.md', 'text');
    expect(armed.has('a.md')).toBe(true);
  });

  it('does not follow from the plugin’s own edit, however late its echo comes', () => {
    const { armed, own } = armedOver();
    own.remember('a.md', 'before', 'after');
    armed.typed('a.md', 'after');
    expect(armed.has('a.md')).toBe(false);
  });

  it('follows from typing on top of the plugin’s own edit', () => {
    const { armed, own } = armedOver();
    own.remember('a.md', 'before', 'after');
    armed.typed('a.md', 'after!');
    expect(armed.has('a.md')).toBe(true);
  });

  it('ends when the user takes the plugin’s edit back in the editor, and stays away from then on', () => {
    const { armed, own } = armedOver();
    own.remember('a.md', 'before', 'after');
    armed.typed('a.md', 'before');
    expect(armed.has('a.md')).toBe(false);
    expect(armed.isHeld('a.md')).toBe(true);
  });

  it('moves with a renamed note', () => {
    const { armed } = armedOver();
    armed.typed('a.md', 'text');
    armed.renamed('a.md', 'b.md');
    expect(armed.has('a.md')).toBe(false);
    expect(armed.has('b.md')).toBe(true);
  });
});
