import { describe, expect, it } from 'vitest';
import { FakeFiles } from '../testing/fake-files';
import type { JournalEntry } from '../engine/types';
import { Journal, QUOTAS } from './journal';
import { MovedNotes } from './moved-notes';

const FOLDER = 'plugin/journal';
const entry = (path: string): JournalEntry => ({ path, base: '0', result: '1', undo: [] });

function journalOver(files: FakeFiles, messages: string[] = [], now = '2026-11-21T01:30:00.123Z'): Journal {
  return new Journal({ files, folder: FOLDER, now: () => new Date(now), say: (message) => messages.push(message) });
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
    expect(await journal.list(10)).toEqual([]);
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
    expect((await journalOver(files).list(10)).map(({ title }) => title)).toEqual(['two', 'one']);
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
    expect((await journal.list(10)).map(({ title }) => title)).toEqual(['sound']);
    expect(files.files.get(`${broken}.broken`)).toBe('{"version":1,');
    expect(messages).toHaveLength(1);
  });

  it.each(['[]', '{"version":2,"id":"20261121T013001Z-0001","title":"","state":"written","entries":[]}', '{"version":1,"id":"other","title":"","state":"written","entries":[]}', 'null'])(
    'takes %s for broken', async (text) => {
      const files = new FakeFiles({ [`${FOLDER}/20261121T013001Z-0001.json`]: text });
      files.folders.add(FOLDER);
      expect(await journalOver(files).list(10)).toEqual([]);
    },
  );

  it.each(['saved', 'answer'] as const)('keeps what is asked for seldom, however many batches of kind “%s” follow', async (kind) => {
    let seconds = Date.parse('2026-11-21T01:30:00Z') / 1000;
    const journal = new Journal({ files: new FakeFiles(), folder: FOLDER, now: () => new Date(1000 * (seconds += 1)), say: () => undefined });
    await journal.open('merge', [entry('a.md')]);
    for (let n = 0; n <= QUOTAS[kind].batches + 5; n += 1) await journal.save(await journal.open(`batch ${n}`, [entry('a.md')], kind));
    const titles = (await journal.list(1000)).map(({ title }) => title);
    expect(titles).toHaveLength(QUOTAS[kind].batches + 1);
    expect(titles).toContain('merge');
    expect(titles).not.toContain('batch 5');
    expect(titles).toContain('batch 6');
  });

  it('lists the other batches where the disk does not give one, and undoes none before it', async () => {
    const files = new FakeFiles();
    const messages: string[] = [];
    const journal = journalOver(files, messages);
    await journal.open('one', [entry('a.md')]);
    const { id } = await journal.open('two', [entry('a.md')]);
    const reads = files.read.bind(files);
    files.read = (path) => (path.includes(id) ? Promise.reject(new Error('EIO: i/o error')) : reads(path));
    expect((await journal.list(10)).map(({ title }) => title)).toEqual(['one']);
    expect(messages).toEqual([expect.stringContaining(id)]);
    await expect(journal.newest()).rejects.toThrow('EIO');
  });

  it('lets old batches go, those that nobody asked for first', async () => {
    const files = new FakeFiles();
    const before = journalOver(files, [], '2026-10-01T08:00:00Z');
    await before.open('asked', [entry('a.md')]);
    await before.open('saved', [entry('a.md')], 'saved');
    const journal = journalOver(files);
    await journal.save(await journal.open('new', [entry('a.md')], 'saved'));
    expect((await journal.list(10)).map(({ title }) => title)).toEqual(['new', 'asked']);
  });

  it('reads one file to find the newest batch', async () => {
    const files = new FakeFiles();
    const journal = journalOver(files);
    for (const title of ['one', 'two', 'three']) await journal.open(title, [entry('a.md')]);
    const read: string[] = [];
    const reads = files.read.bind(files);
    files.read = (path) => {
      read.push(path);
      return reads(path);
    };
    expect((await journal.newest())?.title).toBe('three');
    expect(read).toHaveLength(1);
  });
});

describe('an app that ends while a record is written', () => {
  /** Carries out only so many of the steps that change files; all later ones never happen. The last one may be half done. */
  class EndingFiles extends FakeFiles {
    left = Infinity;

    override write(path: string, text: string): Promise<void> {
      if (this.left < 1) this.files.set(path, text.slice(0, Math.floor(text.length * this.left)));
      return this.#step(() => super.write(path, text));
    }

    override rename(from: string, to: string): Promise<void> {
      return this.#step(() => (this.files.has(to) ? Promise.reject(new Error('Destination file already exists!')) : super.rename(from, to)));
    }

    override remove(path: string): Promise<void> {
      return this.#step(() => super.remove(path));
    }

    #step(job: () => Promise<void>): Promise<void> {
      if (this.left < 1) return new Promise(() => undefined);
      this.left -= 1;
      return job();
    }
  }

  it.each([0, 0.5, 1, 1.5, 2, 2.5, 3])('after %d steps of the second write has the old record or the new one, and leaves nothing', async (steps) => {
    const files = new EndingFiles();
    const record = await journalOver(files).open('one', [entry('a.md'), entry('b.md')]);
    files.left = steps;
    void journalOver(files).save({ ...record, state: 'written', entries: [entry('a.md')] });
    await new Promise((resolve) => window.setTimeout(resolve, 10));
    files.left = Infinity;
    const messages: string[] = [];
    const [found] = await journalOver(files, messages).list(10);
    expect(['writing', 'written']).toContain(found?.state);
    expect(found?.entries).toHaveLength(found?.state === 'writing' ? 2 : 1);
    expect([...files.files.keys()]).toEqual([`${FOLDER}/${record.id}.json`]);
    expect(messages).toEqual([]);
  });

  it.each([0, 0.5, 1])('after %d steps of the first write has written no note, and leaves no broken record', async (steps) => {
    const files = new EndingFiles();
    files.left = steps;
    void journalOver(files).open('one', [entry('a.md')]);
    await new Promise((resolve) => window.setTimeout(resolve, 10));
    files.left = Infinity;
    const messages: string[] = [];
    await journalOver(files, messages).list(10);
    expect([...files.files.keys()].filter((path) => !/\/\d+T\d+Z-0001\.json$/u.test(path))).toEqual([]);
    expect(messages).toEqual([]);
  });
});

describe('a batch whose notes were moved since', () => {
  async function movedBatch() {
    const files = new FakeFiles();
    const moved = new MovedNotes(files, 'plugin', () => 1);
    const journal = new Journal({ files, folder: FOLDER, now: () => new Date(0), say: () => undefined, moved });
    await moved.moved('b.md', 'a.md');
    const { id } = await journal.open('Merge', [entry('a.md'), { ...entry('loser.md'), gone: true }, { ...entry('c.md'), from: 'a.md' }]);
    return { files, moved, journal, id };
  }

  it('names them as they are called now, but for those that went', async () => {
    const { moved, journal, id } = await movedBatch();
    await moved.moved('a.md', 'new/a.md');
    await moved.moved('loser.md', 'x.md');
    expect((await journal.find(id))?.entries.map(({ path, from }) => [path, from])).toEqual([['new/a.md', undefined], ['loser.md', undefined], ['c.md', 'new/a.md']]);
  });

  it('follows a move once, though the record is written again', async () => {
    const { moved, journal, id } = await movedBatch();
    await moved.moved('a.md', 'z.md');
    await moved.moved('c.md', 'a.md');
    for (let round = 0; round < 3; round += 1) {
      const record = await journal.find(id);
      expect(record?.entries.map(({ path }) => path)).toEqual(['z.md', 'loser.md', 'a.md']);
      if (record) await journal.save(record);
    }
  });
});
