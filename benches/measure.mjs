// How every bench here measures: the median of several runs, and one table at the end. Nothing is judged.

/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {number[]} times milliseconds of each run
 * @property {number} [limit] milliseconds that the median should stay under
 * @property {number} [notes] how many notes one run goes through
 */

/** @param {number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {number} runs
 * @param {(run: number) => unknown} work what is measured
 * @returns {Promise<number[]>} milliseconds of each run
 */
export async function timesOf(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}

/** @param {Figure[]} figures */
export function printFigures(figures) {
  const ms = (/** @type {number} */ value) => value.toFixed(value < 100 ? 2 : 0);
  printTable(
    ['what', 'median ms', 'limit ms', 'best', 'worst', 'runs', 'notes/s'],
    figures.map(({ what, times, limit, notes }) => [
      what,
      ms(median(times)),
      limit === undefined ? '' : String(limit),
      ms(Math.min(...times)),
      ms(Math.max(...times)),
      String(times.length),
      notes === undefined ? '' : Math.round((1000 * notes) / median(times)).toLocaleString('en-GB'),
    ]),
  );
}

/** A plain table: the first column to the left, numbers to the right. @param {string[]} head @param {string[][]} rows as many cells each as `head` has */
export function printTable(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (/** @type {string[]} */ cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  console.log(['', line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line), ''].join('\n'));
}
