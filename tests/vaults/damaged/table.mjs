// The table of figures, a row for each rule: what was found and what was changed.
import { Judge } from './judge.mjs';

/** @typedef {import('./judge.mjs').Finding} Finding @typedef {import('./draft.mjs').Draft} Draft @typedef {import('./draft.mjs').Item} Item */
/**
 * @typedef {object} Row
 * @property {number} planted @property {number} found @property {number} proposed those found whose first fix is right
 * @property {number} findings @property {number} right findings with a fix that is right and changes nothing else
 * @property {string[]} missed @property {string[]} wrong
 */

/** A share; 1 if there is nothing to count. */
export const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole === 0 ? 1 : part / whole);

/**
 * @param {{drafts: Draft[], items: Item[]}} vault @param {Finding[]} findings
 * @returns {Map<string, Row>}
 */
export function rows(vault, findings) {
  const judge = new Judge(vault.drafts, vault.items);
  /** @type {Map<string, Row>} */
  const table = new Map();
  const row = (/** @type {string} */ rule) => {
    if (!table.has(rule)) table.set(rule, { planted: 0, found: 0, proposed: 0, findings: 0, right: 0, missed: [], wrong: [] });
    return /** @type {Row} */ (table.get(rule));
  };
  const [found, proposed] = [new Set(), new Set()];
  for (const finding of findings) {
    const { items, right, first } = judge.weigh(finding);
    const here = row(finding.rule);
    here.findings += 1;
    // A second finding about the same item counts as wrong.
    const again = right && items.length > 0 && items.every((item) => found.has(item));
    if (right && !again) here.right += 1;
    else here.wrong.push(`${finding.path}: ${again ? 'again: ' : ''}${finding.message} [${finding.fixes.map((fix) => fix.title).join(' | ')}]`);
    for (const item of items) {
      found.add(item);
      if (first) proposed.add(item);
    }
  }
  for (const item of vault.items) {
    if (item.follows) continue;
    const here = row(item.rule);
    here.planted += 1;
    if (found.has(item)) here.found += 1;
    else here.missed.push(`${item.paths.join(' or ')}: ${item.what}: ${item.at.map((piece) => JSON.stringify(piece.options)).join(' ').slice(0, 400)}`);
    if (proposed.has(item)) here.proposed += 1;
  }
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {Map<string, Row>} table */
export function printed(table) {
  const head = ['rule', 'planted', 'found', 'recall', 'proposed', 'findings', 'right', 'precision'];
  const percent = (/** @type {number} */ x) => `${(100 * x).toFixed(1)} %`;
  const lines = [...table].map(([rule, row]) => [rule, `${row.planted}`, `${row.found}`, percent(share(row.found, row.planted)), `${row.proposed}`, `${row.findings}`, `${row.right}`, percent(share(row.right, row.findings))]);
  const sum = (/** @type {'planted' | 'found' | 'proposed' | 'findings' | 'right'} */ of) => [...table.values()].reduce((all, row) => all + row[of], 0);
  lines.push(['all', `${sum('planted')}`, `${sum('found')}`, percent(share(sum('found'), sum('planted'))), `${sum('proposed')}`, `${sum('findings')}`, `${sum('right')}`, percent(share(sum('right'), sum('findings')))]);
  const widths = head.map((title, n) => Math.max(title.length, ...lines.map((line) => line[n].length)));
  return [head, widths.map((width) => '-'.repeat(width)), ...lines].map((line) => line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  ')).join('\n');
}

/**
 * Judges all automatic changes: how many items they mend, and what is wrong, with its note.
 * @param {{drafts: Draft[], items: Item[]}} vault @param {Map<string, string>} after the texts of the notes by path
 */
export function changes(vault, after) {
  const judge = new Judge(vault.drafts, vault.items);
  const [mended, wrong] = [new Set(), /** @type {string[]} */ ([])];
  for (const [path, text] of after) {
    const note = judge.after(path, text);
    for (const item of note.items) mended.add(item);
    wrong.push(...note.wrong, ...note.items.filter((item) => item.asked).map((item) => `${path}: without asking: ${item.what}`));
  }
  for (const { path } of vault.drafts) if (!after.has(path)) wrong.push(`${path}: gone`);
  return { right: mended.size, wrong };
}
