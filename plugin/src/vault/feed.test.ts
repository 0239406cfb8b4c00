import { TFile, type Vault } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import type { Config, EngineApi } from '../engine/types';
import { Feed } from './feed';
import { PathQueues } from './path-queues';

type Handler = (file: TFile, from?: string) => void;

/** An instance without its constructor, which is the app's own. */
function blank<T extends object>(prototype: T): T {
  return Object.create(prototype) as T;
}

/** A vault in memory that raises the app's events. */
class FakeVault {
  readonly files = new Map<string, TFile>();
  readonly texts = new Map<string, string>();
  readonly #handlers = new Map<string, Handler>();

  on(name: string, handler: Handler): object {
    this.#handlers.set(name, handler);
    return {};
  }

  raise(name: string, path: string, from?: string): void {
    const file = this.files.get(path);
    if (file) this.#handlers.get(name)?.(file, from);
  }

  put(path: string, text: string): void {
    const file: TFile = Object.assign(blank(TFile.prototype), {
      path, extension: path.slice(path.lastIndexOf('.') + 1), stat: { size: text.length, ctime: 0, mtime: 0 },
    });
    this.files.set(path, file);
    this.texts.set(path, text);
  }

  getMarkdownFiles(): TFile[] {
    return [...this.files.values()].filter((file) => file.extension === 'md');
  }

  getAbstractFileByPath(path: string): TFile | null {
    return this.files.get(path) ?? null;
  }

  read(file: TFile): Promise<string> {
    const text = this.texts.get(file.path);
    return text === undefined ? Promise.reject(new Error('busy')) : Promise.resolve(text);
  }

  async readBinary(file: TFile): Promise<ArrayBuffer> {
    return new TextEncoder().encode(await this.read(file)).buffer;
  }
}

function fed(texts: Record<string, string> = {}) {
  const vault = new FakeVault();
  for (const [path, text] of Object.entries(texts)) vault.put(path, text);
  const log: string[] = [];
  const messages: string[] = [];
  const tell = (what: string): Promise<void> => {
    log.push(what);
    return Promise.resolve();
  };
  const engine = {
    upsert: (notes: { path: string; text: string }[]) => tell(notes.map(({ path, text }) => `${path}=${text}`).join()),
    reject: (path: string) => tell(`reject ${path}`),
    remove: (path: string) => tell(`remove ${path}`),
    rename: (from: string, to: string) => tell(`rename ${from} ${to}`).then(() => ({}) as Config),
  } as unknown as EngineApi;
  const feed = new Feed({
    vault: vault as unknown as Vault, engine, queues: new PathQueues(), limit: () => 1000, changed: () => undefined,
    modified: () => undefined, renamed: (_from, _to, rename) => rename().then(() => undefined), moved: () => undefined, progress: () => undefined, complete: () => log.push('complete'), say: (message) => messages.push(message),
  });
  feed.listen();
  return { vault, feed, log, messages };
}

describe('the feed', () => {
  it('tells the engine what was written, in the order it was written', async () => {
    const { vault, log } = fed({ 'a.md': '1' });
    for (const text of ['2', '3']) {
      vault.put('a.md', text);
      vault.raise('modify', 'a.md');
      await vi.waitFor(() => expect(log.at(-1)).toBe(`a.md=${text}`));
    }
  });

  it('does not take a failed read for an empty or a deleted note, and says so', async () => {
    const { vault, log, messages } = fed({ 'a.md': '1' });
    vault.texts.delete('a.md');
    vault.raise('modify', 'a.md');
    await vi.waitFor(() => expect(messages).toHaveLength(1));
    expect(messages[0]).toContain('a.md');
    expect(log).toEqual([]);
  });

  it('reports a note it must not read as text', async () => {
    const { vault, log } = fed({ 'a.md': 'a\0b' });
    vault.raise('modify', 'a.md');
    await vi.waitFor(() => expect(log).toEqual(['reject a.md']));
  });

  it('moves a renamed note instead of forgetting what was decided about it', async () => {
    const { vault, log } = fed({ 'b.md': '1' });
    vault.raise('rename', 'b.md', 'a.md');
    await vi.waitFor(() => expect(log).toEqual(['rename a.md b.md']));
  });

  it('follows a note that is renamed there and back while the engine is busy', async () => {
    const { vault, log, feed } = fed({ 'a.md': '1', 'b.md': '1' });
    vault.raise('rename', 'b.md', 'a.md');
    vault.raise('rename', 'a.md', 'b.md');
    vault.raise('rename', 'b.md', 'a.md');
    await feed.refresh('b.md');
    expect(log).toEqual(['rename a.md b.md', 'rename b.md a.md', 'rename a.md b.md', 'b.md=1']);
  });

  it('forgets a note that becomes another kind of file, and learns one that becomes a note', async () => {
    const { vault, log } = fed({ 'a.txt': '1', 'b.md': '2' });
    vault.raise('rename', 'a.txt', 'a.md');
    vault.raise('rename', 'b.md', 'b.txt');
    await vi.waitFor(() => expect(log.sort()).toEqual(['b.md=2', 'remove a.md']));
  });

  it('leaves other files alone', async () => {
    const { vault, feed, log } = fed({ 'a.png': '1', 'b.md': '2' });
    vault.raise('modify', 'a.png');
    await feed.refresh('b.md');
    expect(log).toEqual(['b.md=2']);
  });

  it('does not wait for a note that the disk is slow to give, and hands it over when it comes, before later changes', async () => {
    vi.useFakeTimers();
    const { vault, feed, log, messages } = fed({ 'a.md': '1', 'b.md': '2' });
    const read = vault.read.bind(vault);
    let give = (): void => undefined;
    vault.read = (file) => (file.path === 'a.md' ? new Promise((resolve) => (give = () => resolve('old'))) : read(file));
    const notes: string[] = [];
    const fedAll = (async () => {
      for await (const batch of feed.batches()) notes.push(...batch.notes.map(({ path }) => path));
    })();
    await vi.advanceTimersByTimeAsync(10_000);
    await fedAll;
    vi.useRealTimers();
    expect(notes).toEqual(['b.md']);
    expect(feed.isComplete).toBe(false);
    expect(messages).toEqual([expect.stringContaining('1 note')]);
    vault.read = read;
    vault.put('a.md', 'new');
    vault.raise('modify', 'a.md');
    give();
    await vi.waitFor(() => expect(log).toEqual(['a.md=old', 'complete', 'a.md=new']));
    expect(feed.isComplete).toBe(true);
  });

  it('waits for a note that is in a cloud alone, and reads it when it is opened', async () => {
    const { vault, feed, log, messages } = fed({ 'a.md': 'old' });
    vault.texts.set('a.md', '');
    for await (const batch of feed.batches()) expect(batch.notes).toEqual([]);
    expect(feed.isComplete).toBe(false);
    expect(messages).toEqual([expect.stringContaining('1 note')]);
    feed.opened('a.md');
    await vi.waitFor(() => expect(messages).toHaveLength(2));
    expect(log).toEqual([]);
    vault.texts.set('a.md', 'old');
    feed.opened('a.md');
    await vi.waitFor(() => expect(log).toEqual(['a.md=old', 'complete']));
    expect(feed.isComplete).toBe(true);
    feed.opened('a.md');
    await feed.refresh('b.md');
    expect(log).toHaveLength(2);
  });

  it.each(['delete', 'modify'])('waits no longer for a note that is in a cloud alone after the event `%s`', async (event) => {
    const { vault, feed, log } = fed({ 'a.md': 'old' });
    vault.texts.set('a.md', '');
    for await (const batch of feed.batches()) expect(batch.rejected).toHaveLength(1);
    vault.texts.set('a.md', 'new');
    vault.raise(event, 'a.md');
    await vi.waitFor(() => expect(log.at(-1)).toBe('complete'));
  });

  it('hands over the whole vault at first, broken notes with their reason', async () => {
    const { vault, feed } = fed({ 'a.md': '1', 'b.md': '2', 'c.md': 'x\0', 'd.md': '4' });
    vault.texts.delete('b.md');
    const notes: string[] = [];
    const rejected: string[] = [];
    for await (const batch of feed.batches()) {
      notes.push(...batch.notes.map(({ path }) => path));
      rejected.push(...batch.rejected.map(({ path }) => path));
    }
    expect(notes).toEqual(['a.md', 'd.md']);
    expect(rejected).toEqual(['b.md', 'c.md']);
  });
});
