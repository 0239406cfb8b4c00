import { TFile, type Vault } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { PathQueues } from './path-queues';
import { TranscriptFiles } from './transcript-files';

/** An instance without its constructor, which is the app's own. */
function blank<T extends object>(prototype: T): T {
  return Object.create(prototype) as T;
}

type Handler = (file: TFile, from?: string) => void;

/** A vault and an engine that wants every file that it was told of and has not been given. */
function made(texts: Record<string, string>) {
  const files = new Map<string, TFile>();
  const handlers = new Map<string, Handler>();
  const put = (path: string, text: string): void => {
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const file = Object.assign(blank(TFile.prototype), { path, extension, stat: { size: text.length, ctime: 0, mtime: 0 } });
    files.set(path, file);
    texts[path] = text;
  };
  for (const [path, text] of Object.entries(texts)) put(path, text);
  const known = new Map<string, string | undefined>();
  const changed: string[] = [];
  const messages: string[] = [];
  let wait = 0;
  const transcripts = new TranscriptFiles({
    vault: {
      on: (name: string, handler: Handler) => handlers.set(name, handler),
      getFiles: () => [...files.values()],
      getAbstractFileByPath: (path: string) => files.get(path) ?? null,
      read: (file: TFile) => (wait === 0 ? Promise.resolve(texts[file.path]) : new Promise((resolve) => window.setTimeout(() => resolve(texts[file.path]), wait))),
    } as unknown as Vault,
    engine: {
      addFiles: (paths) => Promise.resolve(paths.forEach((path) => known.set(path, undefined))),
      wantedFiles: () => Promise.resolve([...known].filter(([, text]) => text === undefined).map(([path]) => path)),
      putFile: (path, text) => {
        known.set(path, text);
        return Promise.resolve([path.replace('.vtt', '.md')]);
      },
      removeFile: (path) => {
        known.delete(path);
        return Promise.resolve([path.replace('.vtt', '.md')]);
      },
    },
    queues: new PathQueues(), limit: () => 100, changed: (notes) => changed.push(...notes), say: (message) => messages.push(message),
  });
  transcripts.listen();
  const raise = (name: string, path: string, from?: string): void => {
    const file = files.get(path);
    if (file) handlers.get(name)?.(file, from);
  };
  const delay = (ms: number): void => {
    wait = ms;
  };
  return { transcripts, known, changed, messages, put, raise, delay };
}

describe('transcripts beside notes', () => {
  it('are captions, texts and JSON, and no other files', () => {
    const { transcripts } = made({ 'a.vtt': '', 'b.SRT': '', 'c.txt': '', 'd.json': '', 'e.md': '', 'f.png': '' });
    expect(transcripts.paths()).toEqual(['a.vtt', 'b.SRT', 'c.txt', 'd.json']);
  });

  it('are read when they come and when they change, and their notes are looked at again', async () => {
    const { known, changed, put, raise } = made({ 'a.vtt': 'one' });
    raise('create', 'a.vtt');
    await vi.waitFor(() => expect(known.get('a.vtt')).toBe('one'));
    put('a.vtt', 'two');
    raise('modify', 'a.vtt');
    await vi.waitFor(() => expect(known.get('a.vtt')).toBe('two'));
    raise('delete', 'a.vtt');
    await vi.waitFor(() => expect(known.has('a.vtt')).toBe(false));
    expect(changed).toEqual(['a.md', 'a.md', 'a.md']);
  });

  it('follow a new name', async () => {
    const { known, raise } = made({ 'b.vtt': 'words' });
    known.set('a.vtt', 'words');
    raise('rename', 'b.vtt', 'a.vtt');
    await vi.waitFor(() => expect([...known]).toEqual([['b.vtt', 'words']]));
  });

  it('that the disk is slow to give are heard when they come, and what they become meanwhile after that', async () => {
    vi.useFakeTimers();
    const { transcripts, known, changed, put, raise, delay } = made({ 'a.vtt': 'one' });
    delay(60_000);
    raise('create', 'a.vtt');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(known.get('a.vtt')).toBeUndefined();
    expect(await transcripts.text('a.vtt')).toBeUndefined(); // It is asked for once.
    put('a.vtt', 'two');
    raise('modify', 'a.vtt');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(changed).toEqual(['a.md']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(known.get('a.vtt')).toBe('two');
    vi.useRealTimers();
  });

  it('that are too large are told of once', async () => {
    const { transcripts, messages } = made({ 'a.vtt': 'x'.repeat(101) });
    expect(await transcripts.text('a.vtt')).toBeUndefined();
    expect(await transcripts.text('a.vtt')).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('a.vtt');
  });
});
