import { describe, expect, it } from 'vitest';
import type { EngineApi, JournalEntry, NoteChange, PlanRequest } from '../engine/types';
import { FakeFiles } from '../testing/fake-files';
import { FakeNotes } from '../testing/fake-notes';
import { Journal } from './journal';
import { PluginWrites } from './plugin-writes';
import { PathQueues } from './path-queues';
import { Repairs, type BatchPlan } from './repairs';
import { Writer } from './writer';

/** An engine whose only rule turns "bad" into "good", over the texts it was told. */
class FakeEngine {
  readonly texts = new Map<string, string>();
  /** The notes that each plan was asked for; undefined: all. */
  readonly asked: (string[] | undefined)[] = [];

  plan(request: PlanRequest): Promise<{ changes: NoteChange[]; left: [] }> {
    const paths = request.kind === 'query' ? request.query.paths : undefined;
    this.asked.push(paths);
    const meant = ([path, text]: [string, string]): boolean => text.startsWith('bad') && (paths?.includes(path) ?? true);
    const changes = [...this.texts].filter(meant).map(([path, before]): NoteChange => {
      const after = before.replace('bad', 'good');
      const entry: JournalEntry = { path, base: before, result: after, undo: [] };
      return { path, before, after, edits: [{ start: 0, end: 3, text: 'good' }], findings: [`f:${path}`], messages: ['bad'], rules: ['bad-word'], entry };
    });
    return Promise.resolve({ changes, left: [] });
  }

  revert(entry: JournalEntry, text: string | undefined): Promise<unknown> {
    if (text === undefined) return Promise.resolve({ before: '', after: (entry.mark ?? '') + entry.base, edits: [] });
    if (entry.gone && text !== entry.base) return Promise.reject(new Error(`another note stands at ${entry.path}`));
    if (text === entry.base) return Promise.resolve({ before: text, after: text, edits: [] });
    if (text !== entry.result) return Promise.reject(new Error(`${entry.path} has changed since`));
    return Promise.resolve({ before: text, after: entry.base, edits: [{ start: 0, end: text.length, text: entry.base }] });
  }
}

function vaultOf(texts: Record<string, string>) {
  const notes = new FakeNotes(texts);
  const files = new FakeFiles();
  const engine = new FakeEngine();
  for (const [path, text] of Object.entries(texts)) engine.texts.set(path, text);
  const held: string[] = [];
  const journal = new Journal({ files, folder: 'journal', now: () => new Date(0), say: () => undefined });
  const make = (): Repairs => new Repairs({
    engine: engine as unknown as EngineApi, writer: new Writer(notes, new PluginWrites()), journal, queues: new PathQueues(),
    learn: (path, text) => {
      engine.texts.set(path, text ?? '');
      return Promise.resolve();
    },
    reread: async (paths) => {
      for (const path of paths.filter((one) => notes.exists(one))) {
        for (const editor of notes.editors(path)) await editor.save();
        engine.texts.set(path, await notes.read(path));
      }
    },
    hold: (paths) => held.push(...paths),
  });
  return { notes, files, engine, journal, repairs: make(), make, held };
}

const ALL = { kind: 'query', query: {} } as const;
const only = (...paths: string[]): PlanRequest => ({ kind: 'query', query: { paths } });

describe('applying repairs', () => {
  it('has the batch in the journal before the first note is written', async () => {
    const { notes, files, repairs } = vaultOf({ 'a.md': 'bad' });
    const inJournal: number[] = [];
    const process = notes.process.bind(notes);
    notes.process = (path, change) => {
      inJournal.push(files.files.size);
      return process(path, change);
    };
    await repairs.apply('all', ALL);
    expect(inJournal).toEqual([1]);
  });

  it('writes nothing when the journal cannot be written', async () => {
    const { notes, files, repairs } = vaultOf({ 'a.md': 'bad' });
    files.write = () => Promise.reject(new Error('disk full'));
    await expect(repairs.apply('all', ALL)).rejects.toThrow('disk full');
    expect(notes.files.get('a.md')).toBe('bad');
  });

  it('says what was written, with a batch to undo, when the disk is full by the end', async () => {
    const { notes, files, repairs } = vaultOf({ 'a.md': 'bad' });
    const write = files.write.bind(files);
    let room = 1;
    files.write = (path, text) => (room-- > 0 ? write(path, text) : Promise.reject(new Error('ENOSPC')));
    const { batch, written } = await repairs.apply('all', ALL);
    expect(written).toEqual(['a.md']);
    files.write = write;
    await repairs.undo(batch ?? '');
    expect(notes.files.get('a.md')).toBe('bad');
  });

  it('says what was written, with a batch to undo, when what was refused cannot be read again', async () => {
    const { notes, journal, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad', 'c.md': 'bad' });
    notes.files.set('b.md', 'bad, and more');
    const reread = (): Promise<void> => Promise.reject(new Error('EIO'));
    const { batch, written, refused } = await repairs.apply('all', ALL, { reread });
    expect([written, refused.map(({ path }) => path)]).toEqual([['a.md', 'c.md'], ['b.md']]);
    expect((await journal.newest())?.state).toBe('written');
    await repairs.undo(batch ?? '');
    expect([...notes.files.values()]).toEqual(['bad', 'bad, and more', 'bad']);
  });

  it('says what was written, with a batch to undo, when what was refused cannot be worked out again', async () => {
    const { notes, engine, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    const planned = await repairs.plan([ALL]);
    notes.files.set('b.md', 'bad, and more');
    engine.plan = () => Promise.reject(new Error('the engine is gone'));
    expect(await repairs.write('all', planned)).toMatchObject({ batch: expect.any(String) as string, written: ['a.md'], refused: [{ path: 'b.md' }] });
  });

  it('says what to do when the disk is too full for a note', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'bad' });
    notes.process = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    expect((await repairs.apply('all', ALL)).refused).toEqual([{ path: 'a.md', reason: expect.stringContaining('Make room') as string }]);
  });

  it('works it out again for a note that moved on, and applies that', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'bad' });
    notes.files.set('a.md', 'bad, and more');
    const applied = await repairs.apply('all', ALL);
    expect(notes.files.get('a.md')).toBe('good, and more');
    expect(applied).toMatchObject({ written: ['a.md'], refused: [], settled: ['f:a.md'] });
  });

  it('says why a note was left alone, and writes the others', async () => {
    const { notes, journal, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    notes.show('a.md', 'bad, being typed');
    const applied = await repairs.apply('all', ALL);
    expect(applied.written).toEqual(['b.md']);
    expect(applied.refused.map(({ path }) => path)).toEqual(['a.md']);
    expect((await journal.list(10))[0]?.entries.map(({ path }) => path)).toEqual(['b.md']);
  });

  it('stops between two notes when cancelled, with a true journal', async () => {
    const { notes, journal, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    let done = 0;
    await repairs.apply('all', ALL, { progress: (n) => (done = n), cancelled: () => done > 0 });
    expect([...notes.files.values()]).toEqual(['good', 'bad']);
    expect((await journal.list(10))[0]?.entries).toHaveLength(1);
  });

  it('leaves no batch when there was nothing to do', async () => {
    const { files, repairs } = vaultOf({ 'a.md': 'fine' });
    expect((await repairs.apply('all', ALL)).batch).toBeUndefined();
    expect(files.files.size).toBe(0);
  });
});

/** What makes two notes one: what “b” says into “a”, the link in “c”, and “b” away. */
function merging(texts: Record<string, string>): { requests: []; changes: NoteChange[]; left: [] } {
  const change = (path: string, after: string, gone = false): NoteChange => {
    const before = texts[path] ?? '';
    const entry: JournalEntry = { path, base: before, result: after, undo: [], ...(gone ? { gone } : {}) };
    return { path, before, after, edits: [{ start: 0, end: before.length, text: after }], findings: [], messages: [], rules: ['merge'], entry };
  };
  return { requests: [], changes: [change('a.md', 'a and b'), change('c.md', 'to a'), change('b.md', '', true)], left: [] };
}

describe('a plan in which a note goes', () => {
  const TEXTS = { 'a.md': 'a', 'b.md': 'b', 'c.md': 'to b' };

  it('trashes it when all the others are written, and shows the one that stays in its tabs', async () => {
    const { notes, repairs, engine } = vaultOf(TEXTS);
    notes.show('b.md');
    const applied = await repairs.write('merge', merging(TEXTS), { instead: 'a.md' });
    expect(applied).toMatchObject({ written: ['a.md', 'c.md', 'b.md'], refused: [] });
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': 'a and b', 'c.md': 'to a' });
    expect(notes.trashed).toEqual(['b.md']);
    expect(notes.editors('b.md')).toEqual([]);
    expect(notes.editors('a.md')[0]?.text()).toBe('a and b');
    expect(engine.texts.get('b.md')).toBe('');
  });

  it('is begun with when all that it said is saved', async () => {
    const { notes, repairs } = vaultOf(TEXTS);
    const editor = notes.show('a.md');
    editor.save = () => {
      notes.files.set('a.md', editor.shown);
      return Promise.resolve();
    };
    const trash = notes.trash.bind(notes);
    let saved: string | undefined;
    notes.trash = (path) => {
      saved = notes.files.get('a.md');
      return trash(path);
    };
    await repairs.write('merge', merging(TEXTS), { instead: 'a.md' });
    expect(saved).toBe('a and b');
  });

  it.each(['a.md', 'b.md', 'c.md'])('leaves everything as it was, and no batch, where %s changed meanwhile', async (path) => {
    const { notes, journal, repairs, engine, held } = vaultOf(TEXTS);
    notes.files.set(path, 'somebody else');
    const applied = await repairs.write('merge', merging(TEXTS), { instead: 'a.md' });
    expect(applied).toMatchObject({ batch: undefined, written: [], refused: [{ path }] });
    expect(Object.fromEntries(notes.files)).toEqual({ ...TEXTS, [path]: 'somebody else' });
    expect(notes.trashed).toEqual([]);
    expect(engine.asked).toEqual([]); // What was agreed to is not worked out anew.
    expect(held).toEqual([]); // Nobody has taken anything back.
    expect(await journal.newest()).toBeUndefined();
  });

  it('is not begun with a note that is being typed in, even in the one that goes', async () => {
    const { notes, repairs } = vaultOf(TEXTS);
    notes.show('b.md', 'b, typed');
    expect((await repairs.write('merge', merging(TEXTS), { instead: 'a.md' })).refused.map(({ path }) => path)).toEqual(['b.md']);
    expect(Object.fromEntries(notes.files)).toEqual(TEXTS);
  });

  it('leaves everything as it was where what the others gained cannot be saved before it goes', async () => {
    const { notes, journal, repairs } = vaultOf(TEXTS);
    notes.show('a.md').save = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    const applied = await repairs.write('merge', merging(TEXTS), { instead: 'a.md' });
    expect(applied).toMatchObject({ batch: undefined, written: [], refused: [{ path: 'b.md', reason: expect.stringContaining('Make room') as string }] });
    expect([notes.files.get('b.md'), notes.files.get('c.md'), notes.editors('a.md')[0]?.text()]).toEqual(['b', 'to b', 'a']);
    expect(await journal.newest()).toBeUndefined();
  });

  it('leaves everything as it was where the disk fills up meanwhile, even for the journal', async () => {
    const { notes, files, repairs } = vaultOf(TEXTS);
    const full = (): Promise<void> => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    const process = notes.process.bind(notes);
    notes.process = (path, change) => {
      if (path !== 'c.md') return process(path, change);
      files.write = full;
      return full();
    };
    const applied = await repairs.write('merge', merging(TEXTS), { instead: 'a.md' });
    expect(applied).toMatchObject({ batch: undefined, written: [], refused: [{ path: 'c.md' }] });
    expect(Object.fromEntries(notes.files)).toEqual(TEXTS);
  });

  it('is taken back whole, also after a restart: the note comes back with its byte order mark and its odd name', async () => {
    const texts = { 'a.md': 'a', 'What? [old].md': 'b', 'c.md': 'to b' };
    const { notes, repairs, make } = vaultOf(texts);
    notes.boms.add('What? [old].md');
    const plan = merging(texts);
    const [goes] = plan.changes.splice(2);
    if (goes) plan.changes.push({ ...goes, path: 'What? [old].md', before: 'b', entry: { ...goes.entry, path: 'What? [old].md', base: 'b' } });
    const { batch } = await repairs.write('merge', plan, { instead: 'a.md' });
    expect([...notes.files.keys()]).toEqual(['a.md', 'c.md']);
    expect((await make().undo(batch ?? '')).refused).toEqual([]);
    expect(Object.fromEntries(notes.files)).toEqual({ ...texts, 'What? [old].md': '\uFEFFb' });
  });

  it('is not taken back in part: where another note stands in the way, what was said would stand nowhere', async () => {
    const { notes, repairs } = vaultOf(TEXTS);
    const { batch } = await repairs.write('merge', merging(TEXTS));
    notes.files.set('b.md', 'another');
    const { restored, refused } = await repairs.undo(batch ?? '');
    expect(restored).toEqual([]);
    expect(refused.map(({ path }) => path).sort()).toEqual(['a.md', 'b.md', 'c.md']);
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': 'a and b', 'c.md': 'to a', 'b.md': 'another' });
    notes.files.delete('b.md');
    await repairs.undo(batch ?? '');
    expect(Object.fromEntries(notes.files)).toEqual(TEXTS);
  });

  it('never comes back outside the vault or into its hidden folders, whatever the journal says', async () => {
    const { notes, journal, repairs } = vaultOf({});
    const entry = (path: string): JournalEntry => ({ path, base: 'x', result: '', undo: [], gone: true });
    for (const path of ['../a.md', '.hidden/a.md', 'a/./b.md', '/a.md', 'a.js']) {
      const { id } = await journal.open('merge', [entry(path)]);
      expect((await repairs.undo(id)).refused).toHaveLength(1);
    }
    expect(notes.files.size).toBe(0);
  });
});

describe('undo', () => {
  it('writes a note again that the command line took away, but not over another one', async () => {
    const { notes, journal, repairs } = vaultOf({});
    const entry: JournalEntry = { path: 'a.md', base: 'what it said', result: '', undo: [], gone: true };
    const { id } = await journal.open('merge', [entry]);
    notes.files.set('a.md', 'another');
    expect((await repairs.undo(id)).refused).toHaveLength(1);
    notes.files.delete('a.md');
    expect(await repairs.undo(id)).toMatchObject({ restored: ['a.md'], refused: [] });
    expect(notes.files.get('a.md')).toBe('what it said');
  });

  it('does not make a note anew that somebody else deleted', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    notes.files.delete('a.md');
    expect((await repairs.undo(batch ?? '')).refused).toHaveLength(1);
    expect(notes.files.has('a.md')).toBe(false);
  });

  it('gives every note back as it was, also after a restart, and only once', async () => {
    const { notes, make, repairs, held } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    const undone = await make().undo(batch ?? '');
    expect([...notes.files.values()]).toEqual(['bad', 'bad']);
    expect(undone.restored.sort()).toEqual(['a.md', 'b.md']);
    expect(held.sort()).toEqual(['a.md', 'b.md']);
    expect((await make().undo(batch ?? '')).restored).toEqual([]);
  });

  it('asked for twice at once, takes everything back once and refuses nothing', async () => {
    const { repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    const [first, second] = await Promise.all([repairs.undo(batch ?? ''), repairs.undo(batch ?? '')]);
    expect(first.restored.sort()).toEqual(['a.md', 'b.md']);
    expect(second).toEqual({ restored: [], refused: [] });
  });

  it('refuses a note that was changed since, and can be asked for it again later', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    notes.files.set('a.md', 'good, and more');
    const undone = await repairs.undo(batch ?? '');
    expect(undone).toEqual({ restored: ['b.md'], refused: [{ path: 'a.md', reason: 'a.md has changed since' }] });
    notes.files.set('a.md', 'good');
    expect((await repairs.undo(batch ?? '')).restored).toEqual(['a.md']);
    expect(notes.files.get('a.md')).toBe('bad');
  });

  it('gives what was decided with a batch once nothing of it stands any more, and only then', async () => {
    const { notes, journal, make } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad', 'c.md': 'bad' });
    const { batch = '' } = await make().apply('all', ALL);
    const decided = { made: [{ path: 'a.md', rule: 'same-as', subject: 'Rob', verdict: 'accepted' as const }], lost: [] };
    await journal.addDecisions(batch, decided);
    notes.files.set('a.md', 'good, and more');
    expect(await make().undo(batch, 'c.md')).not.toHaveProperty('decisions');
    expect(await make().undo(batch)).not.toHaveProperty('decisions');
    notes.files.set('a.md', 'good');
    expect((await make().undo(batch)).decisions).toEqual(decided);
    expect(await make().undo(batch)).not.toHaveProperty('decisions');
  });

  it('counts a note that never came to be written as given back', async () => {
    const { notes, journal, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    notes.files.set('a.md', 'bad'); // The app ended before its editor had saved.
    expect((await repairs.undo(batch ?? '')).refused).toEqual([]);
    expect(await journal.newest()).toBeUndefined();
  });

  it('counts where the journal cannot take it, and no save repairs again what went back', async () => {
    const { files, repairs, held } = vaultOf({ 'a.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    files.write = () => Promise.reject(new Error('ENOSPC'));
    expect((await repairs.undo(batch ?? '')).restored).toEqual(['a.md']);
    expect(held).toEqual(['a.md']);
  });

  it('can take back one note of a batch', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'bad', 'b.md': 'bad' });
    const { batch } = await repairs.apply('all', ALL);
    await repairs.undo(batch ?? '', 'b.md');
    expect([...notes.files.values()]).toEqual(['good', 'bad']);
  });
});

/** A plan that makes `new.md` for a link in `a.md`. */
function vaultWithNew() {
  const world = vaultOf({ 'a.md': 'Ann came' });
  const change = (path: string, before: string, after: string, came: boolean): NoteChange => ({
    path, before, after, edits: [{ start: 0, end: before.length, text: after }], findings: ['f'], messages: [], rules: ['mention'],
    entry: { path, base: before, result: after, undo: [], ...(came ? { came } : {}) },
  });
  world.engine.plan = () => {
    const log = world.engine.texts.get('a.md') ?? '';
    const isAsked = log.startsWith('Ann') && !world.engine.texts.get('new.md');
    return Promise.resolve({ changes: isAsked ? [change('new.md', '', '# Ann', true), change('a.md', log, log.replace('Ann', '[[new]]'), false)] : [], left: [] });
  };
  world.engine.revert = ({ path, result, came }, text) => {
    if (text !== undefined && text !== result) return Promise.reject(new Error(`${path} has been edited since`));
    return Promise.resolve({ before: text ?? '', after: came === true ? '' : 'Ann came', edits: [{ start: 0, end: text?.length ?? 0, text: 'Ann came' }] });
  };
  return world;
}

/** A plan that makes `new.md` of words of `a.md`, and changes a link in `b.md`. */
function vaultOfTwo() {
  const world = vaultOf({ 'a.md': 'Ann Bo', 'b.md': 'Bo' });
  const change = (path: string, before: string, after: string, entry: Partial<NoteChange['entry']> = {}): NoteChange => ({
    path, before, after, edits: [{ start: 0, end: before.length, text: after }], findings: [], messages: [], rules: ['split'],
    entry: { path, base: before, result: after, undo: [], ...entry },
  });
  const changes = [change('new.md', '', 'Bo', { came: true, from: 'a.md' }), change('a.md', 'Ann Bo', 'Ann'), change('b.md', 'Bo', '[[new]]')];
  const firstTexts: Record<string, string> = { 'new.md': '', 'a.md': 'Ann Bo', 'b.md': 'Bo' };
  world.engine.revert = ({ path, result }, text) => {
    if (text !== undefined && text !== result && text !== firstTexts[path]) return Promise.reject(new Error(`${path} has changed since`));
    const after = firstTexts[path] ?? '';
    return Promise.resolve({ before: text ?? '', after, edits: [{ start: 0, end: text?.length ?? 0, text: after }] });
  };
  return { ...world, plan: { requests: [], changes, left: [] } };
}

describe('a note that takes over what another says', () => {
  it.each(['a.md', 'b.md'])('is not made if %s cannot be written, and nothing else is', async (path) => {
    const { notes, repairs, plan } = vaultOfTwo();
    notes.files.set(path, 'Typed meanwhile');
    const before = Object.fromEntries(notes.files);
    const applied = await repairs.write('split', plan);
    expect(applied).toMatchObject({ batch: undefined, written: [] });
    expect(applied.refused.map((refusal) => refusal.path)).toContain(path);
    expect(Object.fromEntries(notes.files)).toEqual(before);
  });

  it('stays where the other one cannot have its words back, and where only it is asked for', async () => {
    const { notes, repairs, plan } = vaultOfTwo();
    const { batch } = await repairs.write('split', plan);
    expect((await repairs.undo(batch ?? '', 'new.md')).refused.map(({ path }) => path)).toEqual(['new.md']);
    notes.files.set('a.md', 'Something else');
    expect(await repairs.undo(batch ?? '')).toMatchObject({ restored: ['b.md'], refused: [{ path: 'a.md' }, { path: 'new.md' }] });
    expect(Object.fromEntries(notes.files)).toEqual({ 'new.md': 'Bo', 'a.md': 'Something else', 'b.md': 'Bo' });
    notes.files.set('a.md', 'Ann');
    expect((await repairs.undo(batch ?? '')).refused).toEqual([]);
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': 'Ann Bo', 'b.md': 'Bo' });
  });
});

describe('a note that a repair makes', () => {
  it('comes with the link to it, and goes to the trash again, also after a restart', async () => {
    const { notes, make, repairs } = vaultWithNew();
    const applied = await repairs.apply('new', ALL);
    expect(applied).toMatchObject({ written: ['new.md', 'a.md'], refused: [], settled: ['f', 'f'] });
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': '[[new]] came', 'new.md': '# Ann' });
    expect((await make().undo(applied.batch ?? '')).refused).toEqual([]);
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': 'Ann came' });
    expect(notes.trashed).toEqual(['new.md']);
  });

  it('stays where somebody has edited it, and is no trouble where somebody threw it away', async () => {
    const { notes, repairs } = vaultWithNew();
    const { batch } = await repairs.apply('new', ALL);
    notes.files.set('new.md', '# Ann, a fitter');
    expect(await repairs.undo(batch ?? '')).toEqual({ restored: ['a.md'], refused: [{ path: 'new.md', reason: 'new.md has been edited since' }] });
    notes.files.delete('new.md');
    expect((await repairs.undo(batch ?? '')).refused).toEqual([]);
    expect(notes.trashed).toEqual([]);
  });

  it('does not come where the link cannot be written', async () => {
    const { notes, journal, repairs } = vaultWithNew();
    notes.show('a.md', 'Ann came, being typed');
    const applied = await repairs.apply('new', ALL);
    expect(applied).toMatchObject({ batch: undefined, written: [], settled: [] });
    expect(applied.refused.map(({ path }) => path).sort()).toEqual(['a.md', 'new.md']);
    expect([...notes.files.keys()]).toEqual(['a.md']);
    expect(await journal.list(10)).toEqual([]);
  });

  it('comes after all where the note that leads to it had moved on', async () => {
    const { notes, repairs } = vaultWithNew();
    notes.files.set('a.md', 'Ann came late');
    const applied = await repairs.apply('new', ALL);
    expect(applied).toMatchObject({ written: ['new.md', 'a.md'], refused: [] });
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': '[[new]] came late', 'new.md': '# Ann' });
  });

  it('is not linked to where it could not be made', async () => {
    const { notes, repairs } = vaultWithNew();
    notes.create = () => Promise.reject(new Error('disk full'));
    const applied = await repairs.apply('new', ALL);
    expect(applied.written).toEqual([]);
    expect([...notes.files.values()]).toEqual(['Ann came']);
  });

  /** A plan of one new note and of two that link to it, of which one alone has a finding in common with it. */
  function planOfThree(): BatchPlan {
    const change = (path: string, before: string, after: string, findings: string[], came = false): NoteChange => ({
      path, before, after, edits: [{ start: 0, end: before.length, text: after }], findings, messages: [], rules: ['new-person'],
      entry: { path, base: before, result: after, undo: [], ...(came ? { came } : {}) },
    });
    return { requests: [], left: [], changes: [change('People/Ann.md', '', '# Ann', ['1'], true), change('a.md', 'Ann', '[[Ann]]', ['1']), change('b.md', 'Ann!', '[[People/Ann|Ann]]!', ['2'])] };
  }

  it('is linked to nowhere where it could not be made, whoever asked for it', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'Ann', 'b.md': 'Ann!' });
    notes.create = () => Promise.reject(new Error('disk full'));
    const { refused } = await repairs.write('new', planOfThree());
    expect(refused.map(({ path }) => path)).toEqual(['People/Ann.md', 'a.md', 'b.md']);
    expect([...notes.files.values()]).toEqual(['Ann', 'Ann!']);
  });

  it('stays where one of the links to it could be written', async () => {
    const { notes, repairs } = vaultOf({ 'a.md': 'Ann came', 'b.md': 'Ann!' });
    const { written } = await repairs.write('new', planOfThree());
    expect(written).toEqual(['People/Ann.md', 'b.md']);
    expect(Object.fromEntries(notes.files)).toEqual({ 'a.md': 'Ann came', 'b.md': '[[People/Ann|Ann]]!', 'People/Ann.md': '# Ann' });
  });
});

describe('repairs that are looked at first', () => {
  it('are worked out request by request, change nothing until they are written, and are one batch then', async () => {
    const { notes, files, repairs, journal } = vaultOf({ 'a.md': 'bad a', 'b.md': 'bad b' });
    const steps: string[] = [];
    const planned = await repairs.plan([only('a.md'), only('b.md')], { progress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(['1/2', '2/2']);
    expect([...notes.files.values()]).toEqual(['bad a', 'bad b']);
    expect(files.files.size).toBe(0);
    const { batch, written } = await repairs.write('both', planned);
    expect(written).toEqual(['a.md', 'b.md']);
    expect((await journal.list(10)).map((record) => record.id)).toEqual([batch]);
  });

  it('stop between two requests', async () => {
    const { engine, repairs } = vaultOf({ 'a.md': 'bad a', 'b.md': 'bad b' });
    await repairs.plan([only('a.md'), only('b.md')], { cancelled: () => engine.asked.length > 0 });
    expect(engine.asked).toEqual([['a.md']]);
  });

  it('are worked out again for no note but the one that moved on since', async () => {
    const { notes, engine, repairs } = vaultOf({ 'a.md': 'bad a', 'b.md': 'bad b', 'c.md': 'bad c' });
    const planned = await repairs.plan([only('a.md', 'b.md'), only('c.md')]);
    notes.files.set('b.md', 'bad b, and more');
    const { written, refused } = await repairs.write('all', planned);
    expect(engine.asked.slice(2)).toEqual([['b.md']]);
    expect(refused).toEqual([]);
    expect(written.sort()).toEqual(['a.md', 'b.md', 'c.md']);
    expect(notes.files.get('b.md')).toBe('good b, and more');
  });
});
