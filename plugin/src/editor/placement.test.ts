import { Workspace, type EditorSuggest } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { askFirst } from './placement';

/** Only its identity counts. */
const suggester = (): EditorSuggest<string> => ({}) as EditorSuggest<string>;
const workspaceWith = (editorSuggest: unknown): Workspace => Object.assign(Object.create(Workspace.prototype) as Workspace, { editorSuggest });

describe('ours is asked first', () => {
  it('and the others stay in their order', () => {
    const [own, ours, other] = [suggester(), suggester(), suggester()];
    const list = { suggests: [own, other, ours] };
    askFirst(workspaceWith(list), ours);
    expect(list.suggests).toEqual([ours, own, other]);
    expect(list.suggests[0]).toBe(ours);
    expect(list.suggests[1]).toBe(own);
  });

  it('where it is listed at all', () => {
    const [own, ours] = [suggester(), suggester()];
    const list = { suggests: [own] };
    askFirst(workspaceWith(list), ours);
    expect(list.suggests).toHaveLength(1);
  });

  it.each([undefined, null, {}, { suggests: 'otherwise' }])('not in an app that keeps %s', (kept) => {
    expect(() => askFirst(workspaceWith(kept), suggester())).not.toThrow();
  });
});
