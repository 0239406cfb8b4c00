import { describe, expect, it } from 'vitest';
import { asked, finding, loaded, name, now } from '../testing/review-world';

const MARA = 'Mara.md';

describe('the list', () => {
  it('is narrowed to a person: what their own note asks, and where they are an answer', async () => {
    const { model } = await loaded([finding('1', 'a.md'), name('2', 'b.md', ['Rob Benoit.md', MARA]), finding('3', MARA)]);
    model.filter({ person: MARA });
    expect(asked(model)).toEqual(['Rob Banga -> Rob Benoit.md', '3']);
    model.showAll();
    expect(asked(model)).toHaveLength(3);
  });

  it('is narrowed to a folder and those in it, but to none that only begins alike', async () => {
    const { model } = await loaded([finding('1', 'Meetings/a.md'), finding('2', 'Meetings/2025/b.md'), finding('3', 'Meetings old/c.md')]);
    model.filter({ folder: 'Meetings' });
    expect(asked(model)).toEqual(['1', '2']);
    expect(model.count).toBe(3);
  });

  it('says about whom and where questions are, each question counted once', async () => {
    const { model } = await loaded([name('1', 'Meetings/a.md', ['Rob Benoit.md', MARA]), name('2', 'Meetings/2025/b.md', ['Rob Benoit.md', MARA]), finding('3', MARA)]);
    expect(Object.fromEntries(await model.people())).toEqual({ 'Rob Benoit.md': 1, [MARA]: 2 });
    expect(Object.fromEntries(model.folders())).toEqual({ 'Meetings': 1, 'Meetings/2025': 1 });
  });

  it('shows the questions of the note first that was changed last, and moves none when an answer changes a note', async () => {
    const { model, disk } = await loaded([finding('1', 'old.md'), finding('2', 'new.md'), finding('3', 'old.md')]);
    disk.times.set('old.md', 1).set('new.md', 2);
    model.filter({ sort: 'newest' });
    expect(asked(model)).toEqual(['2', '1', '3']);
    disk.times.set('old.md', 3);
    await model.refresh(['old.md']);
    expect(asked(model)).toEqual(['2', '1', '3']);
    model.filter({ sort: 'newest' });
    expect(asked(model)).toEqual(['1', '3', '2']);
  });

  it('goes note by note, numbers in their names by their size', async () => {
    const { model } = await loaded([finding('1', 'Day 10.md'), finding('2', 'Day 9.md')]);
    model.filter({ sort: 'note' });
    expect(asked(model)).toEqual(['2', '1']);
    expect(now(model).id).toBe('1');
  });
});
