// What the plugin writes, seen where it hands it over: to an editor, to the vault, to the trash. Told from what the app and
// neighbours write by the calls that lead there. Beside it stand all texts that the disk got, all records of the journal, and
// all renames.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { textHash } from './text-hash.ts';

/** One write: a text that the plugin or anybody gave to the disk; null where the plugin removed the note. */
interface Write {
  by: 'plugin' | 'disk';
  path: string;
  text: string | null;
}

interface Entry {
  path: string;
  base: string;
  result: string;
  gone?: boolean;
  came?: boolean;
}

interface Kept {
  by: 'journal';
  id: string;
  state: string;
  entries: Entry[];
}

interface Move {
  by: 'rename';
  from: string;
  to: string;
}

type Log = (Write | Kept | Move)[];

interface Recording {
  writes: Log;
}

/** Begins to record, until the page is loaded again. */
export function recordWrites(page: Page): Promise<void> {
  return page.evaluate(() => {
    const log: Log = [];
    (window as unknown as Recording).writes = log;
    // The plugin alone is run from its text by a script of the page.
    const isPlugin = (): boolean => /eval at \w+ \(http/u.test(new Error().stack ?? '');
    Error.stackTraceLimit = 50;

    const { vault, fileManager, store, plugins } = window.app;
    vault.on('rename', ({ path }: { path: string }, from: string) => void log.push({ by: 'rename', from, to: path }));
    const process = vault.process.bind(vault);
    vault.process = (file, change, options) => {
      const isOurs = isPlugin();
      return process(file, (text) => {
        const after = change(text);
        if (isOurs && after !== text) log.push({ by: 'plugin', path: file.path, text: after });
        return after;
      }, options);
    };
    const create = vault.create.bind(vault);
    vault.create = async (path, text, options) => {
      const isOurs = isPlugin();
      const made = await create(path, text, options);
      if (isOurs) log.push({ by: 'plugin', path, text });
      return made;
    };
    const trash = fileManager.trashFile.bind(fileManager);
    fileManager.trashFile = async (file) => {
      const { path } = file;
      const isOurs = isPlugin();
      await trash(file);
      if (isOurs) log.push({ by: 'plugin', path, text: null });
    };

    const { EditorView } = (plugins as unknown as { require(name: string): { EditorView: { prototype: Editor } } }).require('@codemirror/view');
    interface Editor {
      state: { doc: { toString(): string }; field(field: unknown, isNeeded: false): { file: { path: string } | null } | undefined };
      update: (this: Editor, transactions: readonly { docChanged: boolean }[]) => void;
    }
    const { update } = EditorView.prototype;
    EditorView.prototype.update = function (transactions) {
      const path = transactions.some(({ docChanged }) => docChanged) && isPlugin() ? this.state.field(window.host.obsidian.editorInfoField, false)?.file?.path : undefined;
      update.call(this, transactions);
      if (path !== undefined) log.push({ by: 'plugin', path, text: this.state.doc.toString() });
    };

    const write = store.write.bind(store);
    store.write = async (path, bytes, times) => {
      await write(path, bytes, times);
      const text = new TextDecoder().decode(bytes);
      if (path.includes('/journal/')) log.push({ by: 'journal', ...(JSON.parse(text) as Omit<Kept, 'by'>) });
      else log.push({ by: 'disk', path, text });
    };
  });
}

/** How often each note got a text that the plugin made, since the last time: from the plugin, and on the disk. */
export async function takeCounts(page: Page): Promise<Record<string, { given: number; onDisk: number; journalled: number }>> {
  const log = await page.evaluate(() => (window as unknown as Recording).writes.splice(0));
  const counts: Record<string, { given: number; onDisk: number; journalled: number }> = {};
  const ours = log.filter((write): write is Write => write.by === 'plugin');
  const last = new Map(log.filter((kept): kept is Kept => kept.by === 'journal').map((kept) => [kept.id, kept.entries]));
  const of = (path: string): { given: number; onDisk: number; journalled: number } => (counts[path] ??= { given: 0, onDisk: 0, journalled: 0 });
  for (const { path } of ours) of(path).given += 1;
  for (const write of log) if (write.by === 'disk' && ours.some(({ path, text }) => path === write.path && text === write.text)) of(write.path).onDisk += 1;
  for (const { path } of [...last.values()].flat()) of(path).journalled += 1;
  return counts;
}

/**
 * The journal tells the truth: all that the plugin wrote since the recording began stands there first, and all that it names
 * as written was written. Returns how many writes there were.
 */
export async function expectTrueJournal(page: Page): Promise<number> {
  const log = await page.evaluate(() => (window as unknown as Recording).writes);
  const known: Entry[] = [];
  const last = new Map<string, Kept>();
  /** All that was written, each under every name that its note had from then on. */
  const ours: { path: string; hash: string }[] = [];
  let count = 0;
  for (const event of log) {
    if (event.by === 'journal') {
      known.push(...event.entries);
      last.set(event.id, event);
    } else if (event.by === 'rename') {
      // A note that the journal names keeps what is said of it under its new name, as undo finds it there.
      const { from, to } = event;
      known.push(...known.filter(({ path, gone }) => path === from && !gone).map((entry) => ({ ...entry, path: to })));
      ours.push(...ours.filter(({ path }) => path === from).map(({ hash }) => ({ path: to, hash })));
    } else if (event.by === 'plugin') {
      count += 1;
      const hash = event.text === null ? undefined : textHash(event.text);
      const isNamed = known.some(({ path, base, result, gone, came }) => path === event.path && (hash === undefined ? gone ?? came : [base, result].includes(hash)));
      expect(isNamed, `${event.path} is in the journal before it is written:\n${String(event.text)}`).toBe(true);
      ours.push({ path: event.path, hash: hash ?? 'gone' });
    }
  }
  const hashes = ours.map(({ path, hash }) => `${path} ${hash}`);
  const written = [...last.values()].filter(({ state }) => state === 'written').flatMap(({ id, entries }) => entries.map((entry) => ({ id, entry })));
  for (const { id, entry: { path, result, gone } } of written) expect(hashes, `${id} names ${path} as written`).toContain(`${path} ${gone ? 'gone' : result}`);
  return count;
}
