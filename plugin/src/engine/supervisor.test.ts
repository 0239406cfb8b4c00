import { describe, expect, it } from 'vitest';
import { EngineCrash } from './errors';
import type { Host, Outcome } from './protocol';
import { Supervisor, type Batch, type EngineSource } from './supervisor';
import type { Config, NoteText, SettingsFile } from './types';

const CONFIG = { version: 1 } as Config;
const FILES: SettingsFile[] = [{ path: '.config/app.json', text: '{}' }];

/** An engine in memory which panics at a note with the text "kill", or when told to. */
class FakeEngine implements Host {
  readonly notes = new Map<string, string>();
  readonly rejected = new Map<string, string>();
  readonly files = new Map<string, string | undefined>();
  adopted: unknown;
  stopped = false;

  constructor(readonly refuseConfig: boolean) {}

  call(method: string, args: readonly unknown[]): Promise<Outcome> {
    return Promise.resolve(this.#answer(method, args));
  }

  stop(): void {
    this.stopped = true;
  }

  #answer(method: string, args: readonly unknown[]): Outcome {
    if (method === 'panic') return { kind: 'crashed', message: 'deliberate' };
    if (method === 'configure') {
      return this.refuseConfig && args[0] !== null ? { kind: 'refused', message: 'wrong shape' } : { kind: 'value', value: CONFIG };
    }
    if (method === 'adopt') this.adopted = args[0];
    if (method === 'reject') this.rejected.set(args[0] as string, args[1] as string);
    if (method === 'addFiles') for (const path of args[0] as string[]) this.files.set(path, undefined);
    if (method === 'wantedFiles') return { kind: 'value', value: [...this.files.keys()] };
    if (method === 'putFile') {
      const [path, text] = args as [string, string];
      if (text === 'kill') return { kind: 'crashed', message: `panic at ${path}` };
      this.files.set(path, text);
    }
    if (method === 'upsert') {
      for (const { path, text } of args[0] as NoteText[]) {
        if (text === 'kill') return { kind: 'crashed', message: `panic at ${path}` };
        this.notes.set(path, text);
      }
    }
    return { kind: 'value', value: method === 'paths' ? [...this.notes.keys()] : undefined };
  }
}

class FakeSource implements EngineSource {
  data: unknown = null;
  crashes: string[] = [];
  left: string[] = [];
  refused: string[] = [];
  transcripts: Record<string, string> = {};

  constructor(public notes: Record<string, string>) {}

  config(): unknown {
    return this.data;
  }

  configRefused(message: string): Promise<void> {
    this.refused.push(message);
    this.data = null;
    return Promise.resolve();
  }

  configured(): void {}

  adopt(take: (files: SettingsFile[]) => Promise<unknown>): Promise<unknown> {
    return take(FILES);
  }

  async *batches(): AsyncGenerator<Batch> {
    await Promise.resolve();
    yield { notes: Object.entries(this.notes).map(([path, text]) => ({ path, text })), rejected: [] };
  }

  files(): string[] {
    return Object.keys(this.transcripts);
  }

  fileText(path: string): Promise<string | undefined> {
    return Promise.resolve(this.transcripts[path]);
  }

  crashed(message: string): void {
    this.crashes.push(message);
  }

  condemned(path: string): void {
    this.left.push(path);
  }
}

function supervised(notes: Record<string, string>, refuseConfig = false) {
  const engines: FakeEngine[] = [];
  const source = new FakeSource(notes);
  const supervisor = new Supervisor(() => {
    const engine = new FakeEngine(refuseConfig);
    engines.push(engine);
    return Promise.resolve(engine);
  }, source);
  return { engines, source, supervisor, newest: () => engines.at(-1) };
}

describe('the supervisor', () => {
  it('reports a panic once, makes the engine again and feeds it every note', async () => {
    const { source, supervisor, engines } = supervised({ 'a.md': 'A', 'b.md': 'B' });
    await supervisor.start();
    await expect(supervisor.panic()).rejects.toBeInstanceOf(EngineCrash);
    expect(await supervisor.api.paths()).toEqual(['a.md', 'b.md']);
    expect(source.crashes).toEqual(['deliberate']);
    expect(engines.map((engine) => engine.stopped)).toEqual([true, false]);
  });

  it('refuses what is asked before it is started, and makes no engine for that: the settings are not known yet', async () => {
    const { supervisor, engines } = supervised({ 'a.md': 'A' });
    await expect(supervisor.api.paths()).rejects.toThrow('not started yet');
    expect(engines).toEqual([]);
    await supervisor.start();
    expect(await supervisor.api.paths()).toEqual(['a.md']);
  });

  it('tells every new engine the types of properties', async () => {
    const { supervisor, engines } = supervised({});
    await supervisor.start();
    await expect(supervisor.panic()).rejects.toBeInstanceOf(EngineCrash);
    await supervisor.api.paths();
    expect(engines.map((engine) => engine.adopted)).toEqual([FILES, FILES]);
  });

  it('answers calls that were waiting behind the one that crashed', async () => {
    const { supervisor } = supervised({ 'a.md': 'A' });
    await supervisor.start();
    const crash = supervisor.panic();
    const waiting = supervisor.api.paths();
    await expect(crash).rejects.toThrow('deliberate');
    expect(await waiting).toEqual(['a.md']);
  });

  it('leaves out a note that kills the engine twice, and keeps all others', async () => {
    const { source, supervisor, newest } = supervised({ 'a.md': 'A', 'b.md': 'B' });
    await supervisor.start();
    source.notes['b.md'] = 'kill';
    await expect(supervisor.api.upsert([{ path: 'b.md', text: 'kill' }])).rejects.toBeInstanceOf(EngineCrash);
    expect(await supervisor.api.paths()).toEqual(['a.md']);
    expect(source.left).toEqual(['b.md']);
    expect(source.crashes).toHaveLength(2);
    expect(newest()?.rejected.get('b.md')).toContain('panic at b.md');
  });

  it('gives every new engine the transcripts, but for one that kills it twice', async () => {
    const { source, supervisor, newest } = supervised({ 'a.md': 'A' });
    source.transcripts = { 'a.vtt': 'words', 'b.vtt': 'kill' };
    await supervisor.start();
    expect([...newest()?.files ?? []]).toEqual([['a.vtt', 'words'], ['b.vtt', undefined]]);
    expect(source.left).toEqual(['b.vtt']);
  });

  it('finds the guilty one among the notes of a batch', async () => {
    const { source, supervisor } = supervised({ 'a.md': 'A', 'b.md': 'kill', 'c.md': 'C' });
    await supervisor.start();
    expect((await supervisor.api.paths()).sort()).toEqual(['a.md', 'c.md']);
    expect(source.left).toEqual(['b.md']);
  });

  it('does not let a condemned note in again until the index is rebuilt', async () => {
    const { source, supervisor, newest } = supervised({ 'a.md': 'kill' });
    await supervisor.start();
    await supervisor.api.upsert([{ path: 'a.md', text: 'mended' }, { path: 'b.md', text: 'B' }]);
    expect(await supervisor.api.paths()).toEqual(['b.md']);
    expect(newest()?.rejected.has('a.md')).toBe(true);
    source.notes = { 'a.md': 'mended' };
    await supervisor.rebuild();
    expect(await supervisor.api.paths()).toEqual(['a.md']);
  });

  it('goes on with defaults when the engine refuses the settings', async () => {
    const { source, supervisor } = supervised({ 'a.md': 'A' }, true);
    source.data = { settings: 7 };
    await supervisor.start();
    expect(source.refused).toEqual(['wrong shape']);
    expect(await supervisor.api.paths()).toEqual(['a.md']);
  });

  it('gives up with the reason when no engine can be made', async () => {
    const supervisor = new Supervisor(() => Promise.reject(new Error('no WebAssembly here')), new FakeSource({}));
    await expect(supervisor.start()).rejects.toThrow('no WebAssembly here');
    await expect(supervisor.api.rules()).rejects.toThrow('no WebAssembly here');
  });

  it('does not start again for ever when the engine dies without a note to blame', async () => {
    let made = 0;
    const source = new FakeSource({});
    const supervisor = new Supervisor(() => {
      made += 1;
      return Promise.resolve({ call: () => Promise.resolve({ kind: 'crashed' as const, message: 'dead' }), stop: () => undefined });
    }, source);
    await expect(supervisor.start()).rejects.toThrow('dead');
    expect(made).toBe(3); // BLAMELESS_RESTARTS
  });

  it('passes a refusal on and keeps the engine', async () => {
    const { engines, supervisor } = supervised({}, true);
    await supervisor.start();
    await expect(supervisor.api.configure({ settings: 7 })).rejects.toThrow('wrong shape');
    expect(engines).toHaveLength(1);
  });
});
