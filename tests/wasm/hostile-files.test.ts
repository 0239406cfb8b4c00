// Files of the plugin's own folder as a failing disk, a sync or another program may leave them: any text. What can be read
// is used, what cannot is kept. `CAMPAIGN_RUNS` says how many texts.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Config, JournalEntry } from '../../plugin/src/engine/types.ts';
import { FakeFiles } from '../../plugin/src/testing/fake-files.ts';
import { AsideFile } from '../../plugin/src/vault/aside-file.ts';
import { Journal } from '../../plugin/src/vault/journal.ts';
import { MovedNotes } from '../../plugin/src/vault/moved-notes.ts';
import { Store } from '../../plugin/src/vault/store.ts';
import { asked, engineOf } from './core.ts';

const numRuns = Number(process.env['CAMPAIGN_RUNS'] ?? 200);
const FOLDER = 'plugin/journal';
const SOUND = '20261121T013000Z-0001';
const HURT = '20261121T013001Z-0001';
const entry: JournalEntry = { path: 'a.md', base: '0', result: '1', undo: [] };

/** Any text, JSON of any kind, and records in which something is another thing. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.record({
    version: fc.constantFrom(1, 2, '1'), id: fc.constantFrom(HURT, SOUND, '../../x', 7), title: fc.anything(),
    state: fc.constantFrom('writing', 'written', 'undone', null), entries: fc.constantFrom([], [entry], [{}], {}, [null]),
    decisions: fc.constantFrom(undefined, [], null, { made: [] }),
  }).map((record) => JSON.stringify(record)),
  fc.array(fc.record({ id: fc.oneof(fc.string(), fc.integer()), until: fc.anything(), since: fc.anything(), skipped: fc.boolean() }, { requiredKeys: [] })).map((all) => JSON.stringify(all)),
  fc.record({ version: fc.anything(), settings: fc.anything(), decisions: fc.anything() }).map((config) => JSON.stringify(config) ?? ''),
);

/** Some of it, as a write that was interrupted leaves it. */
const hurt = fc.tuple(anyText, fc.nat()).map(([text, at]) => (at % 3 === 0 ? text.slice(0, at % (text.length + 1)) : text));

const isKept = (files: FakeFiles, text: string): boolean => [...files.files.values()].includes(text);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis); // The shell asks the window for its timers.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('a record of the journal that holds any text hides no other one, and is kept', async () => {
  await fc.assert(
    fc.asyncProperty(hurt, async (text) => {
      const files = new FakeFiles();
      const journal = new Journal({ files, folder: FOLDER, now: () => new Date('2026-11-21T01:30:00.123Z'), say: () => undefined });
      await journal.open('sound', [entry]);
      files.files.set(`${FOLDER}/${HURT}.json`, text);
      const listed = await new Journal({ files, folder: FOLDER, now: () => new Date(0), say: () => undefined }).list(10);
      expect(listed.map(({ id }) => id)).toContain(SOUND);
      expect(isKept(files, text)).toBe(true);
    }),
    { numRuns },
  );
});

it('data.json that holds any text is kept, or used', async () => {
  const engine = asked(await engineOf());
  await fc.assert(
    fc.asyncProperty(hurt, async (text) => {
      const files = new FakeFiles({ 'plugin/data.json': text });
      const store = new Store({
        files, folder: 'plugin', changed: () => undefined, say: () => undefined, engine: () => engine, now: () => 1,
        save: (data) => files.write('plugin/data.json', JSON.stringify(data)), device: { load: () => null, save: () => undefined },
      });
      const work = (async () => {
        await store.load();
        const isThere = store.raw !== null;
        const read = await engine.configure(store.raw as Config).catch((refused: unknown) => store.refuse(String(refused)));
        await store.keep(read ?? await engine.configure(null));
        return isThere && read !== undefined;
      })();
      await vi.advanceTimersByTimeAsync(20_000);
      // JSON's null is what the app itself hands over where there is no file.
      expect((await work) || text.trim() === 'null' || isKept(files, text)).toBe(true);
    }),
    { numRuns },
  );
});

it('the file of moved notes that holds any text is kept, or used', async () => {
  await fc.assert(
    fc.asyncProperty(hurt, async (text) => {
      const files = new FakeFiles({ 'plugin/moved-notes.json': text });
      await new MovedNotes(files, 'plugin', () => 1).moved('a.md', 'b.md');
      const { now } = await new MovedNotes(files, 'plugin', () => 2).since(0);
      expect(now('a.md')).toBe('b.md');
      expect(isKept(files, text) || Array.isArray(JSON.parse(text))).toBe(true);
    }),
    { numRuns },
  );
});

it('the file of what was put aside gives what can be read of any text', async () => {
  await fc.assert(
    fc.asyncProperty(hurt, async (text) => {
      const aside = await new AsideFile(new FakeFiles({ 'plugin/aside.json': text }), 'plugin').load();
      expect(aside.every(({ id }) => typeof id === 'string')).toBe(true);
    }),
    { numRuns },
  );
});
