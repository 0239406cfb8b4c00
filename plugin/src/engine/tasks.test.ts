import { describe, expect, it } from 'vitest';
import { rowsOf } from './tasks';

const TABLE = {
  text: '- [ ] a 📅 2025-11-15- [x] #t b 🔁 every daya #t',
  paths: ['One.md'],
  statuses: ['TODO', 'DONE'] as ('TODO' | 'DONE')[],
  owners: [{ written: 'Rob', path: 'People/Rob Benoit.md', p: 1 }],
};

describe('rows of a table of tasks', () => {
  it('have their pieces of the text, their owners and nothing where there is none', () => {
    const cells = Uint32Array.of(
      0, 3, 0, 0, 21, 6, 7, 11, 21, 0, 0, 0, 1, 0,
      0, 9, 1, 21, 44, 44, 48, 0, 0, 35, 44, 1, 0,
    );
    expect(rowsOf({ ...TABLE, cells })).toEqual([
      { path: 'One.md', line: 3, raw: '- [ ] a 📅 2025-11-15', status: 'TODO', description: 'a', due: 'invalid:2025-11-15', owners: TABLE.owners },
      { path: 'One.md', line: 9, raw: '- [x] #t b 🔁 every day', status: 'DONE', description: 'a #t', recurrence: 'every day', owners: [] },
    ]);
  });

  it('are refused where the table names what it does not hold', () => {
    const cells = Uint32Array.of(1, 3, 0, 0, 21, 6, 7, 0, 0, 0, 0, 1, 0);
    expect(() => rowsOf({ ...TABLE, cells })).toThrow('does not hold');
  });
});
