import { describe, expect, it, vi } from 'vitest';
import { FakeNotes } from '../testing/fake-notes';
import { PluginWrites } from './plugin-writes';
import { Refused, Writer, type TextChange } from './writer';

const PATH = 'People/Ada Marsh.md';
const CHANGE: TextChange = { path: PATH, before: 'one two', after: 'one three', edits: [{ start: 4, end: 7, text: 'three' }] };

function writerOver(files: Record<string, string>) {
  const notes = new FakeNotes(files);
  const own = new PluginWrites();
  return { notes, own, writer: new Writer(notes, own) };
}

describe('writing a note that is not open', () => {
  it('replaces exactly the text the change was computed from', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    await writer.write(CHANGE);
    expect(notes.files.get(PATH)).toBe('one three');
  });

  it('refuses when the note moved on, and leaves it', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two!' });
    await expect(writer.write(CHANGE)).rejects.toBeInstanceOf(Refused);
    expect(notes.files.get(PATH)).toBe('one two!');
  });

  it('refuses when the note is gone', async () => {
    const { notes, writer } = writerOver({});
    await expect(writer.write(CHANGE)).rejects.toThrow('no longer there');
    expect(notes.files.size).toBe(0);
  });
});

describe('writing an open note', () => {
  it('makes one minimal transaction and leaves saving to the app', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const editor = notes.show(PATH);
    await writer.write(CHANGE);
    expect(editor.transactions).toEqual([CHANGE.edits]);
    expect(notes.files.get(PATH)).toBe('one two');
  });

  it('edits every leaf that shows it', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const editors = [notes.show(PATH), notes.show(PATH)];
    await writer.write(CHANGE);
    expect(editors.map((editor) => editor.shown)).toEqual(['one three', 'one three']);
  });

  it('writes nothing anywhere while somebody types in one of its leaves', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const clean = notes.show(PATH);
    notes.show(PATH, 'one two, typed');
    await expect(writer.write(CHANGE)).rejects.toBeInstanceOf(Refused);
    expect(clean.transactions).toEqual([]);
    expect(notes.files.get(PATH)).toBe('one two');
  });

  it('refuses when the disk was changed from outside and the editor has not noticed yet', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'from another device' });
    const editor = notes.show(PATH, 'one two');
    await expect(writer.write(CHANGE)).rejects.toBeInstanceOf(Refused);
    expect(editor.transactions).toEqual([]);
  });

  it('can take its own transaction back before the app has saved it', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const editor = notes.show(PATH);
    await writer.write(CHANGE);
    await writer.write({ path: PATH, before: 'one three', after: 'one two', edits: [{ start: 4, end: 9, text: 'two' }] });
    expect(editor.shown).toBe('one two');
  });

  it('goes through the file when its line ends are CRLF, which an editor does not show', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'a\r\nb' });
    const editor = notes.show(PATH, 'a\nb');
    await writer.write({ path: PATH, before: 'a\r\nb', after: 'a\r\nc', edits: [{ start: 3, end: 4, text: 'c' }] });
    expect(notes.files.get(PATH)).toBe('a\r\nc');
    expect(editor.transactions).toEqual([]);
  });
});

describe('an editor that does not take the change as it is', () => {
  const drops = (before: string): string => before;

  it('is put back, and the file is written', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const editor = notes.show(PATH);
    editor.filter = (_before, after) => (after === 'one three' ? 'one, mangled' : after);
    await writer.write(CHANGE);
    expect(editor.shown).toBe('one two');
    expect(notes.files.get(PATH)).toBe('one three');
  });

  it('makes the change fail aloud when it cannot be put back either', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const editor = notes.show(PATH);
    editor.filter = (_before, after) => `${after}, mangled`;
    await expect(writer.write(CHANGE)).rejects.toThrow('does not take the change');
    expect(notes.files.get(PATH)).toBe('one two');
  });

  it('is not written around once somebody types in it', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    const editor = notes.show(PATH);
    editor.filter = drops;
    editor.save = () => {
      editor.shown = 'one two, typed';
      return Promise.resolve();
    };
    await expect(writer.write(CHANGE)).rejects.toBeInstanceOf(Refused);
    expect(notes.files.get(PATH)).toBe('one two');
  });
});

describe('a note that the user has in hand', () => {
  it('is written once they let go, if they asked for it', async () => {
    vi.useFakeTimers();
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    notes.held.add(PATH);
    const writing = writer.write(CHANGE);
    await vi.advanceTimersByTimeAsync(1000);
    expect(notes.files.get(PATH)).toBe('one two');
    notes.held.clear();
    await vi.advanceTimersByTimeAsync(1000);
    await writing;
    expect(notes.files.get(PATH)).toBe('one three');
    vi.useRealTimers();
  });

  it('is refused if they do not let go', async () => {
    vi.useFakeTimers();
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    notes.held.add(PATH);
    const refused = expect(writer.write(CHANGE)).rejects.toThrow('finish it and try again');
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
    expect(notes.files.get(PATH)).toBe('one two');
    vi.useRealTimers();
  });

  it('is not removed before they let go, as when the note that was made is taken back', async () => {
    vi.useFakeTimers();
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    notes.held.add(PATH);
    const removal: TextChange = { path: PATH, before: 'one two', after: undefined, edits: [] };
    const refused = expect(writer.write(removal)).rejects.toThrow('finish it and try again');
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
    expect(notes.files.get(PATH)).toBe('one two');
    notes.held.clear();
    await writer.write(removal);
    expect(notes.files.has(PATH)).toBe(false);
    vi.useRealTimers();
  });

  it('is never written automatically, and neither is the line of the cursor', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    notes.held.add(PATH);
    await expect(writer.write({ ...CHANGE, automatic: true })).rejects.toBeInstanceOf(Refused);
    notes.held.clear();
    notes.cursors.add(PATH);
    await expect(writer.write({ ...CHANGE, automatic: true })).rejects.toBeInstanceOf(Refused);
    expect(notes.files.get(PATH)).toBe('one two');
    await writer.write(CHANGE);
    expect(notes.files.get(PATH)).toBe('one three');
  });
});

describe('a note with a byte order mark', () => {
  it('is written through the file, since an editor would lose the mark', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    notes.boms.add(PATH);
    const editor = notes.show(PATH);
    await writer.write(CHANGE);
    expect(editor.transactions).toEqual([]);
    expect(notes.files.get(PATH)).toBe('one three');
  });

  it('is left alone while somebody types in it', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'one two' });
    notes.boms.add(PATH);
    notes.show(PATH, 'one two, typed');
    await expect(writer.write(CHANGE)).rejects.toBeInstanceOf(Refused);
    expect(notes.files.get(PATH)).toBe('one two');
  });
});

describe('creating and deleting', () => {
  const create = (path: string): TextChange => ({ path, before: undefined, after: 'new', edits: [] });

  it('creates a note', async () => {
    const { notes, writer } = writerOver({});
    await writer.write(create(PATH));
    expect(notes.files.get(PATH)).toBe('new');
  });

  it('never replaces a note that is there', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'old' });
    await expect(writer.write(create(PATH))).rejects.toThrow('there already');
    expect(notes.files.get(PATH)).toBe('old');
  });

  it('never puts one beside another that some file systems take for the same', async () => {
    const { notes, writer } = writerOver({ [PATH.toLowerCase()]: 'old' });
    await expect(writer.write(create(PATH))).rejects.toThrow('there already');
    expect([...notes.files.keys()]).toEqual([PATH.toLowerCase()]);
  });

  it('makes no second folder whose name differs by case alone, and says how the first is written', async () => {
    const { notes, writer } = writerOver({ 'people/Bea Dale.md': 'b' });
    await expect(writer.write(create(PATH))).rejects.toThrow('“people”');
    expect([...notes.files.keys()]).toEqual(['people/Bea Dale.md']);
  });

  it('makes no note over one that is in a cloud and not on this device', async () => {
    const { notes, writer } = writerOver({});
    notes.inCloud.add(PATH);
    await expect(writer.write(create(PATH))).rejects.toThrow('in the cloud');
    expect(notes.files.size).toBe(0);
  });

  it.each(['../out.md', '/People/a.md', 'People//a.md', '.hidden/a.md', 'People/a.txt', 'People/.md', 'a/../b.md', 'C:\\a.md', 'a|b.md', 'a[[b.md', 'a\nb.md'])(
    'refuses the path %j', async (path) => {
      const { notes, writer } = writerOver({});
      await expect(writer.write(create(path))).rejects.toBeInstanceOf(Refused);
      expect(notes.files.size).toBe(0);
    },
  );

  it('moves a note to the trash only when nobody changed it', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'new' });
    await expect(writer.write({ path: PATH, before: 'old', after: undefined, edits: [] })).rejects.toBeInstanceOf(Refused);
    await writer.write({ path: PATH, before: 'new', after: undefined, edits: [] });
    expect(notes.trashed).toEqual([PATH]);
  });
});

describe('the text of a note as the user sees it', () => {
  it('is the editor’s when it is ahead of the disk', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'saved' });
    notes.show(PATH, 'typed');
    expect(await writer.current(PATH)).toBe('typed');
  });

  it('is the file’s, with its CRLF, when the editor shows the same', async () => {
    const { notes, writer } = writerOver({ [PATH]: 'a\r\nb' });
    notes.show(PATH, 'a\nb');
    expect(await writer.current(PATH)).toBe('a\r\nb');
  });
});
