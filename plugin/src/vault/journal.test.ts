import { describe, expect, it } from 'vitest';
import { FakeFiles } from '../testing/fake-files';
import type { JournalEntry } from '../engine/types';
import { Journal, MAX_BATCHES } from './journal';

const FOLDER = 'plugin/journal';
const entry = (path: string): JournalEntry => ({ path, base: '0', result: '1', undo: [] });

function journalOver(files: FakeFiles, messages: string[] = []): Journal {
  return new Journal({ files, folder: FOLDER, now: () => new Date('2026-11-21T01:30:00.123Z'), say: (message) => messages.push(message) });
}

describe('the journal', () => {
  it('writes a batch down in the form the command line reads', async () => {
    const files = new FakeFiles();
    const record = await journalOver(files).open('Scan', [entry('a.md')]);
    expect(record.id).toBe('20261121T013000Z-0001');
    expect(JSON.parse(files.files.get(`${FOLDER}/20261121T013000Z-0001.json`) ?? '')).toEqual({
      version: 1, id: '20261121T013000Z-0001', title: 'Scan', state: 'writing', entries: [entry('a.md')],
    });
  });

  it('leaves no half record behind when the disk is full', async () => {
    const files = new FakeFiles();
    const messages: string[] = [];
    files.write = (path, text) => {
      files.files.set(path, text.slice(0, 20));
      return Promise.reject(new Error('ENOSPC: no space left on device'));
    };
    const journal = journalOver(files, messages);
    await expect(journal.open('Scan', [entry('a.md')])).rejects.toThrow('ENOSPC');
    expect(await journal.list(MAX_BATCHES)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('gives batches of the same second ids that sort by time', async () => {
    const journal = journalOver(new FakeFiles());
    const ids = [await journal.open('one', [entry('a.md')]), await journal.open('two', [entry('a.md')])].map(({ id }) => id);
    expect(ids).toEqual(['20261121T013000Z-0001', '20261121T013000Z-0002']);
  });

  it('lists the newest first, also after a restart', async () => {
    const files = new FakeFiles();
    const before = journalOver(files);
    await before.open('one', [entry('a.md')]);
    await before.open('two', [entry('b.md')]);
    expect((await journalOver(files).list(MAX_BATCHES)).map(({ title }) => title)).toEqual(['two', 'one']);
  });

  it('offers the newest batch that was not undone', async () => {
    const journal = journalOver(new FakeFiles());
    const one = await journal.open('one', [entry('a.md')]);
    const two = await journal.open('two', [entry('b.md')]);
    await journal.save({ ...two, state: 'undone' });
    expect((await journal.newest())?.id).toBe(one.id);
  });

  it('keeps with a batch what was decided with it, also after a restart', async () => {
    const files = new FakeFiles();
    const journal = journalOver(files);
    const { id } = await journal.open('one', [entry('a.md')]);
    const decided = { made: [{ path: 'a.md', rule: 'same-as', subject: 'Rob', verdict: 'accepted' as const }], lost: [] };
    await journal.addDecisions(id, { made: [], lost: [] });
    await journal.addDecisions('another', decided);
    expect(await journalOver(files).find(id)).not.toHaveProperty('decided');
    await journal.addDecisions(id, decided);
    expect((await journalOver(files).find(id))?.decided).toEqual(decided);
  });

  it('leaves no trace of a batch of which nothing was written', async () => {
    const files = new FakeFiles();
    const journal = journalOver(files);
    const record = await journal.open('one', [entry('a.md')]);
    await journal.save({ ...record, entries: [] });
    await journal.save({ ...record, entries: [], state: 'written' });
    expect(files.files.size).toBe(0);
  });

  it('keeps a broken file aside, says so, and goes on with the others', async () => {
    const files = new FakeFiles();
    const messages: string[] = [];
    const journal = journalOver(files, messages);
    await journal.open('sound', [entry('a.md')]);
    const broken = `${FOLDER}/20261121T013001Z-0001.json`;
    files.files.set(broken, '{"version":1,');
    expect((await journal.list(MAX_BATCHES)).map(({ title }) => title)).toEqual(['sound']);
    expect(files.files.get(`${broken}.broken`)).toBe('{"version":1,');
    expect(messages).toHaveLength(1);
  });

  it.each(['[]', '{"version":2,"id":"20261121T013001Z-0001","title":"","state":"written","entries":[]}', '{"version":1,"id":"other","title":"","state":"written","entries":[]}', 'null'])(
    'takes %s for broken', async (text) => {
      const files = new FakeFiles({ [`${FOLDER}/20261121T013001Z-0001.json`]: text });
      files.folders.add(FOLDER);
      expect(await journalOver(files).list(MAX_BATCHES)).toEqual([]);
    },
  );

  it('keeps the newest 200 batches', async () => {
    const files = new FakeFiles();
    const journal = journalOver(files);
    let last = await journal.open('0', [entry('a.md')]);
    for (let n = 1; n <= MAX_BATCHES; n += 1) last = await journal.open(String(n), [entry('a.md')]);
    await journal.save(last);
    const left = await journal.list(MAX_BATCHES + 1);
    expect(left).toHaveLength(200);
    expect(left.at(-1)?.title).toBe('1');
  });
});
