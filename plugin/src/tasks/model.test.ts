import { describe, expect, it, vi } from 'vitest';
import type { TaskRow } from '../engine/types';
import { PAGE, TaskModel } from './model';

function row(path: string, line: number): TaskRow {
  return { path, line, raw: `- [ ] ${path} ${line}`, status: 'TODO', description: `${path} ${line}`, owners: [] };
}

/** A vault in a few lines: completing takes the task away, unless it is refused. */
function world(rows: TaskRow[], refuses = false) {
  let open = rows;
  const asked: (string | undefined)[] = [];
  const failed = vi.fn();
  const log: string[][] = [];
  const model = new TaskModel({
    tasks: (path) => {
      asked.push(path);
      return Promise.resolve(open.filter((task) => path === undefined || task.path === path));
    },
    complete: (task) => {
      if (!refuses) open = open.filter((other) => other !== task);
      return Promise.resolve({ written: !refuses, announce: () => log.push(lines()) });
    },
    reader: () => ({ today: '2025-11-04', me: undefined }),
    failed,
  });
  const forget = model.subscribe(() => undefined);
  const lines = () => model.state().sections.flatMap(({ entries }) => entries.map(({ row: { path, line } }) => `${path}:${line}`));
  const selected = () => model.state().sections.flatMap(({ entries }) => entries).find(({ key }) => key === model.state().selected)?.row.line;
  return { model, asked, failed, log, forget, lines, selected, vault: { add: (task: TaskRow) => { open = [...open, task]; }, holds: (tasks: TaskRow[]) => { open = tasks; } } };
}

describe('the tasks', () => {
  it('are asked for once, and then only for the notes that changed', async () => {
    const { model, asked, lines, vault } = world([row('a.md', 1), row('b.md', 1)]);
    await model.load();
    vault.add(row('b.md', 5));
    await model.refresh(['b.md']);
    expect(lines()).toEqual(['a.md:1', 'b.md:1', 'b.md:5']);
    expect(asked).toEqual([undefined, 'b.md']);
  });

  it('are not asked for while nobody looks', async () => {
    const { model, asked, forget } = world([row('a.md', 1)]);
    forget();
    await model.load();
    await model.refresh(['a.md']);
    expect(asked).toEqual([]);
    expect(model.state().ready).toBe(false);
  });

  it('are shown a page at a time, and as far as the selection was moved', async () => {
    const { model, lines } = world(Array.from({ length: 10_000 }, (_, line) => row('a.md', line)));
    await model.load();
    expect([lines().length, model.state().count]).toEqual([PAGE, 10_000]);
    model.more();
    expect(lines()).toHaveLength(2 * PAGE);
    model.move(Infinity);
    expect(lines()).toHaveLength(10_000);
  });

  it('keep a place: when the selected one is done, the next is selected', async () => {
    const { model, selected, log } = world([1, 2, 3].map((line) => row('a.md', line)));
    await model.load();
    model.move(1);
    expect(selected()).toBe(2);
    await model.complete(model.state().sections[0]!.entries[1]!.row);
    expect(selected()).toBe(3);
    expect(log).toEqual([['a.md:1', 'a.md:3']]); // Once the list shows it.
    model.move(-9);
    expect(selected()).toBe(1);
  });

  it('keep the selected one selected when lines or tasks come above it', async () => {
    const { model, selected, vault } = world([row('a.md', 11), row('a.md', 12)]);
    await model.load();
    model.move(1);
    vault.holds([row('a.md', 3), { ...row('a.md', 11), line: 12 }, { ...row('a.md', 12), line: 13 }]);
    await model.refresh(['a.md']);
    expect([selected(), model.takesDecision()]).toEqual([13, true]);
  });

  it('of equal words are told apart', async () => {
    const twice = { ...row('a.md', 1), raw: '- [ ] Ring' };
    const { model, selected } = world([twice, { ...twice, line: 2 }]);
    await model.load();
    model.move(1);
    expect(selected()).toBe(2);
  });

  it('that take the place of the selected one take no key before it was seen', async () => {
    const { model, selected, vault } = world([1, 2, 3].map((line) => row('a.md', line)));
    await model.load();
    model.move(1);
    expect(selected()).toBe(2);
    vault.holds([row('a.md', 1), row('a.md', 3)]);
    await model.refresh(['a.md']);
    expect([selected(), model.takesDecision(), model.takesDecision()]).toEqual([3, false, true]);
  });

  it('are completed one after the other: the next one is the user’s own doing', async () => {
    const { model, selected } = world([1, 2].map((line) => row('a.md', line)));
    await model.load();
    model.move(0);
    await model.complete(model.state().sections[0]!.entries[0]!.row);
    expect([selected(), model.takesDecision()]).toEqual([2, true]);
  });

  it('stay when a note refuses, and one click is worked on at a time', async () => {
    const { model, lines } = world([row('a.md', 1)], true);
    await model.load();
    const task = model.state().sections[0]!.entries[0]!.row;
    const first = model.complete(task);
    expect(model.state().busy).toBe(true);
    await Promise.all([first, model.complete(task)]);
    expect(model.state().busy).toBe(false);
    expect(lines()).toEqual(['a.md:1']);
  });

  it('are narrowed by words, from the top', async () => {
    const { model, lines } = world([row('a.md', 1), row('b.md', 2)]);
    await model.load();
    model.filter('  b 2  ');
    expect(lines()).toEqual(['b.md:2']);
    expect(model.state().counts.due).toBe(2);
  });
});
