// Turns the table in which tasks cross the boundary into rows. The table is one text, and numbers that point into it.
import type { StatusKind, TaskOwner, TaskTable } from 'namesake-wasm';

/** A task as it is listed. Dates are ISO dates; a date that no calendar has is given as `invalid:` and its text. */
export interface TaskRow {
  path: string;
  /** From 1. */
  line: number;
  /** The whole line. */
  raw: string;
  status: StatusKind;
  /** The text without fields. */
  description: string;
  owners: TaskOwner[];
  due?: string;
  /** The rule as written. */
  recurrence?: string;
}

export function rowsOf({ text, cells, paths, statuses, owners }: TaskTable): TaskRow[] {
  let at = 0;
  const number = (): number => cells[at++] ?? 0;
  const piece = (): string | undefined => {
    const [start, end] = [number(), number()];
    return end === 0 ? undefined : text.slice(start, end);
  };
  const pick = <T>(list: T[]): T => {
    const item = list[number()];
    if (item === undefined) throw new Error('The engine’s table of tasks names something that it does not hold.');
    return item;
  };
  const rows: TaskRow[] = [];
  while (at < cells.length) {
    const [path, line, status, raw, description] = [pick(paths), number(), pick(statuses), piece() ?? '', piece() ?? ''];
    const [due, recurrence, isDay] = [piece(), piece(), number() === 1];
    const row: TaskRow = { path, line, raw, status, description, owners: Array.from({ length: number() }, () => pick(owners)) };
    if (due !== undefined) row.due = isDay ? due : `invalid:${due}`;
    if (recurrence !== undefined) row.recurrence = recurrence;
    rows.push(row);
  }
  return rows;
}
