import { describe, expect, it } from 'vitest';
import type { Contact, Finding, TaskRow } from '../engine/types';
import { byContact, byOwner, byWaiting } from './sections';

const TODAY = '2025-11-04';
const person = (name: string, lastContact?: string): Contact => ({ path: `People/${name}.md`, name, ...(lastContact === undefined ? {} : { lastContact }) });
const task = (description: string, path: string, owner?: string, due?: string): TaskRow => ({
  path, line: 7, raw: '', status: 'TODO', description, ...(due === undefined ? {} : { due }),
  owners: owner === undefined ? [] : [{ written: owner, path: `People/${owner}.md`, p: 1 }],
});
const finding = (path: string, tier: Finding['tier'], message: string): Finding => ({ path, tier, message }) as Finding;
const titles = (sections: { title: string; rows: { title: string }[] }[]): [string, string[]][] => sections.map(({ title, rows }) => [title, rows.map((row) => row.title)]);

describe('people by last contact', () => {
  it('stand under how long ago that was, and only those whom the base has', () => {
    const people = [person('Mara Voss', '2025-10-30'), person('Rob Benoit', '2025-10-04'), person('Una Quist', '2025-09-30'), person('Old Friend', '2019-01-01'), person('Nobody Met'), person('Elsewhere', TODAY)];
    const notes = new Set(people.map(({ path }) => path).filter((path) => path !== 'People/Elsewhere.md'));
    expect(titles(byContact(people, notes, TODAY))).toEqual([
      ['In the last 30 days', ['Mara Voss']], ['In the last 90 days', ['Rob Benoit', 'Una Quist']], ['Longer ago', ['Old Friend']], ['No contact noted', ['Nobody Met']],
    ]);
  });

  it('say when, and at which company', () => {
    const [section] = byContact([{ ...person('Mara Voss', '2025-10-30'), company: 'Osterhavn' }], new Set(['People/Mara Voss.md']), TODAY);
    expect(section?.rows).toEqual([{ path: 'People/Mara Voss.md', title: 'Mara Voss', facts: ['2025-10-30', 'Osterhavn'] }]);
  });
});

describe('tasks by owner', () => {
  const reader = { today: TODAY, me: undefined };
  const tasks = [task('Paint the [[Gate|gate]]', 'Meetings/Yard.md', 'Rob Benoit', '2025-11-01'), task('Call', 'Meetings/Quay.md', 'Mara Voss'), task('Sweep', 'Meetings/Quay.md')];

  it('are those of the notes of the base, each at its line', () => {
    expect(byOwner(tasks, new Set(['Meetings/Yard.md']), reader)).toEqual([
      { title: 'Rob Benoit', rows: [{ path: 'Meetings/Yard.md', line: 6, title: 'Paint the gate', facts: ['Overdue: 2025-11-01', 'Yard'] }] },
    ]);
  });

  it('are those of the people of the base, wherever they stand', () => {
    expect(titles(byOwner(tasks, new Set(['People/Mara Voss.md']), reader))).toEqual([['Mara Voss', ['Call']]]);
  });

  it('without an owner stand last', () => {
    expect(titles(byOwner(tasks, new Set(['Meetings/Quay.md']), reader))).toEqual([['Mara Voss', ['Call']], ['Nobody', ['Sweep']]]);
  });
});

describe('what waits for review', () => {
  it('is counted note by note, most first; what is certain does not wait', () => {
    const found: Record<string, Finding[]> = {
      'a.md': [finding('a.md', 'review', 'Who is “Rob”?'), finding('a.md', 'auto', 'A date')],
      'b.md': [finding('b.md', 'review', 'Which company?'), finding('b.md', 'review', 'Whose task?')],
      'c.md': [finding('c.md', 'auto', 'A date')],
      'd.md': [finding('d.md', 'review', 'Not of the base')],
    };
    const [section, ...more] = byWaiting((path) => found[path] ?? [], new Set(['a.md', 'b.md', 'c.md', 'e.md']));
    expect(more).toEqual([]);
    expect(section?.rows.map(({ path, facts }) => [path, ...facts])).toEqual([['b.md', '2 to decide', 'Which company?'], ['a.md', '1 to decide', 'Who is “Rob”?']]);
  });
});
