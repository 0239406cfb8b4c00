// Compares the next date of a recurring task with the package `rrule`, which the Tasks plugin uses. What the plugin adds is
// repeated below in a few lines: it takes rrule's day after the reference, and moves it back if a month or year was skipped.
import { RRule } from 'rrule';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Plan } from 'namesake-wasm';
import { engineOf, present } from './core.ts';

const TODAY = '2025-11-04';
const NOTE = 'a.md';
const DAY = 86_400_000;
/** Dates near short months, leap days and the turn of a year, and every day of a week. */
const STARTS = [
  '2023-02-28', '2024-01-29', '2024-01-30', '2024-01-31', '2024-02-29', '2024-12-31', '2025-01-01', '2025-03-31', '2025-05-30', '2025-08-31',
  '2025-11-03', '2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07', '2025-11-08', '2025-11-09', '2021-12-31', '2027-12-31', '2099-12-31',
];

let engine: Engine;

beforeAll(async () => {
  engine = await engineOf();
});

function click(line: string): Plan {
  engine.upsert([{ path: NOTE, text: `${line}\n` }]);
  return engine.plan({ kind: 'task', task: { path: NOTE, line: 1, raw: line, today: TODAY } });
}

/** The due date of the next occurrence; undefined if there is none, `refused` if the core does not compute one. */
function ours(rule: string, due: string): string | undefined {
  const { changes, left } = click(`- [ ] a 🔁 ${rule} 📅 ${due}`);
  if (left.length > 0) return 'refused';
  const lines = present(changes[0], 'change').after.trimEnd().split('\n');
  return lines.length === 1 ? undefined : present(/📅 (\S+)$/u.exec(present(lines[0], 'line'))?.[1], 'due date');
}

/**
 * The Tasks plugin's use of rrule. If no day fits, the plugin writes an invalid date; the core refuses, unless the rule has
 * an end. It also refuses where the plugin would move a task into the past.
 */
function theirs(rule: string, due: string): string | undefined {
  const text = rule.replace(/ when done$/u, '');
  const options = present(RRule.parseText(text) ?? undefined, 'rule');
  const first = Date.parse(text === rule ? due : TODAY);
  let start = first;
  const said = new RRule({ ...options, dtstart: new Date(start) });
  let next = said.after(new Date(start + DAY - 1));
  const named = said.toText();
  const step = (unit: string): number | undefined => {
    const found = new RegExp(`every( \\d+)? ${unit}`, 'u').exec(named);
    return found ? Number(found[1] ?? 1) : undefined;
  };
  const [months, years] = [named.includes(' on ') ? undefined : step('month'), step('year')];
  const isTooFar = (from: Date, to: Date): boolean => {
    const later = to.getUTCFullYear() - from.getUTCFullYear();
    return (months !== undefined && later * 12 + to.getUTCMonth() - from.getUTCMonth() > months) || (years !== undefined && later > years);
  };
  while (next && isTooFar(new Date(start), next)) {
    start -= DAY;
    next = new RRule({ ...options, dtstart: new Date(start) }).after(new Date(start));
  }
  if (!next && !options.until && options.count === undefined) return 'refused';
  if (next && next.getTime() <= first) return 'refused';
  return next?.toISOString().slice(0, 10);
}

const numbers = ['', '2 ', '3 ', '5 ', '12 '];
const counted = ['day', 'week', 'month', 'year'].flatMap((unit) => numbers.map((n) => `every ${n}${unit}${n === '' ? '' : 's'}`));
const nths = ['1st', 'second', '3rd', '5th', 'last', '2nd last', 'third last'];
const rules = [
  ...counted,
  ...counted.map((rule) => `${rule} when done`),
  ...counted.flatMap((rule) => [`${rule} for 1 time`, `${rule} for 4 times`, `${rule} until 1 March 2025`, `${rule} until December 31, 2026`]),
  ...['monday', 'tue', 'wednesday and sat', 'mo, tu, we, th, fr, sa, su', 'sunday', 'weekday', 'weekdays'].map((days) => `every ${days}`),
  ...['on monday', 'on tue, thu', 'on saturday and sunday', 'on weekdays', 'on the 2nd friday'].flatMap((on) => numbers.map((n) => `every ${n}weeks ${on}`)),
  ...nths.flatMap((nth) => [`on the ${nth}`, `on the ${nth} monday`, `on the ${nth} sunday`, `on the ${nth} day`])
    .flatMap((on) => [`every month ${on}`, `every 2 months ${on}`, `every year ${on}`, `every january and july ${on}`]),
  ...['15th', '29th', '30th', '31st', '1st, 15th', '31st, last', '1st and 24th'].flatMap((days) => [`every month on the ${days}`, `every 5 months on the ${days}`]),
  ...['january', 'feb', 'april and december', 'jan, feb, mar'].flatMap((months) => [`every ${months}`, `every ${months} on the 2nd`, `every ${months} on monday`]),
  'every month on weekdays', 'every month on monday', 'every month on monday, friday', 'every year on monday', 'every year on the 10th monday', 'every month on january',
  'every 3 months on the 1st tuesday until 1 June 2026', 'every friday on the 13th', 'every monday and friday at 9', 'every day at 9, 17',
  'every day at 9, 17 for 2 times', 'every day at 9 until 1 March 2024', 'every weekday at 9 until 7 November 2025', 'EVERY Month On The Last Friday', 'every week on january', 'every 3 weeks',
  ...['hour', '3 hours', '5 hours', '25 hours', '48 hours', 'minute', '90 minutes', '1000 minutes', '5000 minutes'].flatMap((steps) => [
    `every ${steps}`, `every ${steps} on monday`, `every ${steps} on the 15th`, `every ${steps} in january`, `every ${steps} for 9 times`, `every ${steps} until 1 March 2024`, `every ${steps} when done`,
  ]),
  ...['1', '2', '12', '40', '52', '53', '12, 40'].flatMap((week) => ['year', '2 years', 'january', 'week', '3 weeks', 'month', '7 hours'].map((unit) => `every ${unit} on week ${week}`)),
  'every year on week 12 on friday', 'every year on week 12 for 1 time', 'every year on week 12 until 1 June 2025',
  'every 1 day', 'every day!', 'every dayy', 'every month on the first monday and the 15th', 'every 40 days', 'every 100 months', 'every 1000 years',
];

describe('the next date', { timeout: 30_000 }, () => {
  it.each(STARTS)('after %s is rrule’s, for every rule', (start) => {
    const wrong = rules.flatMap((rule) => {
      const [mine, its] = [ours(rule, start), theirs(rule, start)];
      return mine === its ? [] : [`${rule}: ${mine ?? 'none'} and not ${its ?? 'none'}`];
    });
    expect(wrong).toEqual([]);
  });

  // Examples from the documentation of the Tasks plugin, about months that are too short.
  it.each([
    ['every month', '2025-01-31', '2025-02-28'],
    ['every month', '2024-01-31', '2024-02-29'],
    ['every month on the 31st', '2025-01-31', '2025-03-31'],
    ['every 3 months', '2025-01-31', '2025-04-30'],
    ['every year', '2024-02-29', '2025-02-28'],
    ['every weekday', '2025-11-07', '2025-11-10'],
    ['every month on the last friday', '2025-10-31', '2025-11-28'],
    ['every 10 days when done', '2020-01-01', '2025-11-14'],
  ])('of “%s” after %s is %s', (rule, due, next) => {
    expect(ours(rule, due)).toBe(next);
  });

  it.each(['every month on the 40th', 'every year on week 60', 'every hour on the 31st in february', 'every day at 25', 'every two weeks'])(
    'of “%s” is not worked out, and the task stays open',
    (rule) => {
      const { changes, left } = click(`- [ ] a 🔁 ${rule} 📅 ${TODAY}`);
      expect(changes).toEqual([]);
      expect(left[0]?.reason).toContain(rule);
    },
  );
});
