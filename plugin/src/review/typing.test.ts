import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { finding, loaded } from '../testing/review-world';
import { filled } from './typing';

/** A note without `status`; the answer puts it in without a value. */
const lacking = (id: string, path: string, text = 'status:\n'): Finding => ({ ...finding(id, path), fixes: [{ title: 'Add it', edits: [{ path, start: 4, end: 4, text }], bases: [] }] });
const property = <T extends object>(question: T): T & { topic: 'properties' } => ({ ...question, topic: 'properties' });

describe('a value that is typed', () => {
  it('is asked for where a property comes without one, and nowhere else', async () => {
    const { model } = await loaded([lacking('1', 'a.md'), lacking('2', 'b.md', 'status: open\n'), lacking('3', 'c.md', '---\nstatus:\n---\n'), finding('4', 'd.md')]);
    const asked = model.questions.all.map(property).map((question) => model.blank(question));
    expect(asked).toEqual(['status', undefined, 'status', undefined]);
  });

  it('is written into each note, in quotes where the properties would break or mean something else without', () => {
    expect(filled(lacking('1', 'a.md'), ' open ')).toBe('status: open\n');
    expect(filled(lacking('1', 'a.md'), '2025-11-03')).toBe('status: 2025-11-03\n');
    expect(filled(lacking('1', 'a.md'), 'with Rob: soon')).toBe('status: "with Rob: soon"\n');
    expect(filled(lacking('1', 'a.md'), '[[Rob]]')).toBe('status: "[[Rob]]"\n');
    expect(filled(lacking('1', 'a.md', '---\r\nstatus:\r\n---\r\n'), '$& open')).toBe('---\r\nstatus: "$& open"\r\n---\r\n');
  });

  it('goes to the ticked places alone', async () => {
    const { model, choices } = await loaded([lacking('1', 'a.md'), lacking('2', 'b.md')]);
    const [one, two] = model.questions.all;
    if (!one || !two) throw new Error('Two are asked.');
    const both = { ...one, places: [...one.places, ...two.places] };
    model.marks.leave(both.id, '1', true);
    await model.fill(both, 'open');
    expect(choices).toEqual([{ id: '2', path: 'b.md', fix: 0, text: 'status: open\n' }]);
  });
});
