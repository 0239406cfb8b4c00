import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EditedNotes } from './edited-notes';
import { PluginWrites } from './plugin-writes';
import { REST, SavedNotes, type Settled } from './saved-notes';

function waiting(disk: Record<string, string | undefined>, shown: Record<string, string[]> = {}) {
  const settled: string[] = [];
  const log: [string | undefined, string][] = [];
  const held = new Set<string>();
  const engine = { ready: true };
  /** What `settled` answers. */
  const answers: Settled[] = [];
  const edited = new EditedNotes(new PluginWrites());
  const saved = new SavedNotes({
    edited,
    editors: (path) => shown[path] ?? [],
    disk: (path) => Promise.resolve(disk[path]),
    ready: () => engine.ready,
    inHand: (path) => held.has(path),
    settled: (path, before, after) => {
      settled.push(path);
      log.push([before, after]);
      return Promise.resolve(answers.shift() ?? 'done');
    },
    failed: (thrown) => {
      throw thrown;
    },
  });
  const type = (path: string): void => {
    edited.add(path, 'typed');
    saved.touch(path);
  };
  return { saved, settled, log, held, engine, answers, type, edited };
}

describe('a saved note', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is at rest two seconds after the last keystroke or save', async () => {
    const { saved, settled, type } = waiting({ 'a.md': 'text' }, { 'a.md': ['text'] });
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST - 1);
    saved.touch('a.md');
    await vi.advanceTimersByTimeAsync(REST - 1);
    expect(settled).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toEqual(['a.md']);
  });

  it('is dealt with under its new name if it is renamed while it is looked at', async () => {
    const disk: Record<string, string | undefined> = { 'a.md': 'text' };
    const { saved, settled, type, edited } = waiting(disk);
    type('a.md');
    vi.advanceTimersByTime(REST);
    disk['b.md'] = 'text';
    edited.renamed('a.md', 'b.md');
    saved.renamed('a.md', 'b.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled.at(-1)).toBe('b.md');
  });

  it('is dealt with once that is asked for', async () => {
    const { saved, settled, type } = waiting({ 'a.md': 'text' });
    type('a.md');
    await saved.settled();
    expect(settled).toEqual([]);
    vi.advanceTimersByTime(REST);
    await saved.settled();
    expect(settled).toEqual(['a.md']);
  });

  it('is handed over as it was when somebody began to type, and as it is', async () => {
    const disk: Record<string, string> = { 'a.md': 'old' };
    const { log, type } = waiting(disk);
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST - 1);
    disk['a.md'] = 'saved once';
    type('a.md');
    disk['a.md'] = 'new';
    await vi.advanceTimersByTimeAsync(REST);
    expect(log).toEqual([['old', 'new']]);
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(log[1]).toEqual(['new', 'new']);
  });

  it('is not what lay there before it, when that was deleted while somebody typed in it', async () => {
    const disk: Record<string, string | undefined> = { 'a.md': 'old' };
    const { log, type } = waiting(disk);
    type('a.md');
    disk['a.md'] = undefined;
    await vi.advanceTimersByTimeAsync(REST);
    disk['a.md'] = 'another';
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(log).toEqual([['another', 'another']]);
  });

  it('is never touched when it came by sync: nobody typed in it here', async () => {
    const { saved, settled } = waiting({ 'a.md': 'text' });
    saved.touch('a.md');
    await vi.advanceTimersByTimeAsync(REST * 5);
    expect(settled).toEqual([]);
  });

  it('is waited for while an editor is ahead of the disk', async () => {
    const disk: Record<string, string> = { 'a.md': 'old' };
    const { saved, settled, type } = waiting(disk, { 'a.md': ['new'] });
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual([]);
    disk['a.md'] = 'new';
    saved.touch('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual(['a.md']);
  });

  it('counts as saved when only its line ends differ in the editor', async () => {
    const { settled, type } = waiting({ 'a.md': 'a\r\nb' }, { 'a.md': ['a\nb'] });
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual(['a.md']);
  });

  it('does not keep another note from its turn', async () => {
    const { settled, type } = waiting({ 'a.md': 'a', 'b.md': 'b' });
    type('a.md');
    type('b.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual(['a.md', 'b.md']);
  });

  it('is done once for each time it was typed in', async () => {
    const { saved, settled, type } = waiting({ 'a.md': 'a' });
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    saved.touch('a.md');
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual(['a.md']);
  });

  it('is left alone as long as the user has it in hand', async () => {
    const { settled, held, type } = waiting({ 'a.md': 'a' });
    held.add('a.md');
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST * 10);
    expect(settled).toEqual([]);
    held.clear();
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual(['a.md']);
  });

  it('is looked at again when the cursor moves, if something waits in its line', async () => {
    const { saved, settled, answers, type } = waiting({ 'a.md': 'a' });
    answers.push('later');
    type('a.md');
    await vi.advanceTimersByTimeAsync(REST * 10);
    expect(settled).toEqual(['a.md']);
    saved.moved();
    await vi.advanceTimersByTimeAsync(REST);
    saved.moved();
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual(['a.md', 'a.md']);
  });

  it('waits for the engine with what it said before', async () => {
    const disk = { 'a.md': 'before' };
    const { saved, log, engine, type } = waiting(disk);
    engine.ready = false;
    type('a.md');
    await vi.advanceTimersByTimeAsync(1);
    disk['a.md'] = 'after';
    await vi.advanceTimersByTimeAsync(REST * 10);
    expect(log).toEqual([]);
    engine.ready = true;
    saved.moved();
    await vi.advanceTimersByTimeAsync(REST);
    expect(log).toEqual([['before', 'after']]);
  });

  it('is forgotten when the plugin is unloaded', async () => {
    const { saved, settled, type } = waiting({ 'a.md': 'a' });
    type('a.md');
    saved.stop();
    await vi.advanceTimersByTimeAsync(REST);
    expect(settled).toEqual([]);
  });
});
