import { describe, expect, it } from 'vitest';
import type { TaskRow } from '../engine/types';
import { groupsOf, matches, readable, tasksWith, type Way } from './groups';

const TODAY = '2025-11-04';
const ADA = 'People/Ada Marsh.md';
const ROB = 'People/Rob Benoit.md';

const owner = (path: string): TaskRow['owners'][number] => ({ written: path.slice(7, -3), path, p: 1 });

function row(line: number, due?: string, ...owners: TaskRow['owners']): TaskRow {
  const row: TaskRow = { path: 'a.md', line, raw: `- [ ] ${line}`, status: 'TODO', description: String(line), owners };
  return due === undefined ? row : { ...row, due };
}

/** Headings, each with the lines under it. */
function shown(rows: TaskRow[], way: Way, me?: string): [string, number[]][] {
  return groupsOf(rows, way, { today: TODAY, me }).map(({ title, rows: of }) => [title, of.map(({ line }) => line)]);
}

describe('tasks', () => {
  it('by due date come from the overdue to the undated, a day that is none among the undated', () => {
    const rows = [
      row(1), row(2, 'invalid:2025-02-30'), row(3, '2026-01-01'), row(4, '2025-11-11'), row(5, '2025-11-12'), row(6, TODAY), row(7, '2025-11-03'), row(8, '2024-01-01'),
    ];
    expect(shown(rows, 'due')).toEqual([['Overdue', [8, 7]], ['Today', [6]], ['Next 7 days', [4]], ['Later', [5, 3]], ['No due date', [1, 2]]]);
  });

  it('by owner stand under each of their owners, those of nobody last', () => {
    const rows = [row(1), row(2, '2025-12-01', owner(ROB), owner(ADA)), row(3, '2025-11-01', owner(ROB))];
    expect(shown(rows, 'owner')).toEqual([['Ada Marsh', [2]], ['Rob Benoit', [3, 2]], ['Nobody', [1]]]);
  });

  it('stand under a name as it was written where it is not certain whom it means', () => {
    expect(shown([row(1, undefined, { written: 'Rob', path: ROB, p: 0.7 })], 'owner')).toEqual([['Rob', [1]]]);
  });

  it('that are overdue are only those, by owner', () => {
    expect(shown([row(1, TODAY), row(2, '2025-11-03', owner(ROB)), row(3, 'invalid:2025-02-30')], 'overdue')).toEqual([['Rob Benoit', [2]]]);
  });

  it('that wait on others leave out the reader’s own and nobody’s', () => {
    const rows = [row(1), row(2, undefined, owner(ADA)), row(3, undefined, owner(ROB)), row(4, undefined, owner(ROB), owner(ADA))];
    expect(shown(rows, 'waiting', ADA)).toEqual([['Rob Benoit', [3]]]);
    expect(shown(rows, 'waiting')).toHaveLength(2);
  });

  it('with somebody are those they certainly own and those in their note, the earliest first', () => {
    const doubtful = { written: 'Rob', path: ROB, p: 0.7 };
    const rows = [row(1), row(2, undefined, owner(ROB), owner(ADA)), row(3, '2025-12-01', owner(ROB)), row(4, undefined, doubtful), { ...row(5, '2025-11-01'), path: ROB }];
    expect(tasksWith(ROB, rows).map(({ line }) => line)).toEqual([5, 3, 2]);
  });

  it('are found by words of the text, the owner, the note and the date, in any order', () => {
    const task = row(7, '2025-12-01', owner(ROB));
    for (const words of ['benoit 7', 'ROB', '2025-12', 'a 7']) expect(matches(task, words), words).toBe(true);
    expect(matches(task, 'rob nothing')).toBe(false);
  });

  it('show the words of a link', () => {
    expect(readable('Ask [[Rob Benoit|Rob]] about [[Cave five]] and [x](y) [[')).toBe('Ask Rob about Cave five and [x](y) [[');
  });
});
