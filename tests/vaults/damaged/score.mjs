// Plants a damaged vault in a temporary folder, lets the release `namesake` scan and mend it, and prints how it did, a rule at
// a time. Exit status: 0 if every rule reaches the mark and nothing was changed wrongly, 1 if not, 2 for wrong usage.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { changes, printed, rows, share } from './table.mjs';
import { makeVault } from './vault.mjs';

const USAGE = `usage: node tests/vaults/damaged/score.mjs [--seed N] [--verbose] [--rule R] [--keep DIR]
  --seed N     a whole number, 1 unless told
  --verbose    also what was missed and what is wrong
  --rule R     these only of one rule
  --keep DIR   the vault is written into this empty folder and stays there, unmended`;
const BINARY = fileURLToPath(new URL('../../../target/release/namesake', import.meta.url));
const MARK = 0.95;

/** @param {string[]} args */
function namesake(...args) {
  const { status, stdout, stderr, error } = spawnSync(BINARY, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error || status === 2 || status === null) throw new Error(`namesake ${args[0]}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Findings as `scan --json` prints them, with bytes made UTF-16 units. @param {string} json @param {Map<string, Buffer>} bytes */
function read(json, bytes) {
  const unit = (/** @type {string} */ path, /** @type {number} */ at) => bytes.get(path)?.subarray(0, at).toString().length ?? at;
  return json.split('\n').filter(Boolean).map((line) => {
    const finding = JSON.parse(line);
    const placed = (/** @type {any} */ one, /** @type {string} */ path) => ({ ...one, start: unit(path, one.start), end: unit(path, one.end) });
    return { ...placed(finding, finding.path), fixes: finding.fixes.map((/** @type {any} */ fix) => ({ ...fix, edits: fix.edits.map((/** @type {any} */ edit) => placed(edit, edit.path)) })) };
  });
}

/** The notes of a folder by path. @param {string} dir @returns {Promise<Map<string, string>>} */
async function notes(dir) {
  const files = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile() && file.name.endsWith('.md')).map((file) => join(file.parentPath ?? file.path, file.name)).sort();
  return new Map(await Promise.all(paths.map(async (path) => /** @type {[string, string]} */ ([relative(dir, path).split(sep).join('/'), await readFile(path, 'utf8')]))));
}

async function main() {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, verbose: { type: 'boolean', default: false }, rule: { type: 'string' }, keep: { type: 'string' } } });
  if (!/^[0-9]{1,9}$/.test(values.seed)) throw new Error('--seed wants a whole number');
  if (!existsSync(BINARY)) throw new Error('there is no release build; run `cargo build --release -p namesake-cli` first');
  const vault = makeVault(Number(values.seed));
  const dir = values.keep ?? (await mkdtemp(join(tmpdir(), 'namesake-damaged-')));
  try {
    for (const { path, text } of vault.drafts) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text, { flag: 'wx' });
    }
    // As the plugin keeps its settings. Promises planted here are plain ones, which are likely and not sure.
    const settings = join(dir, '.obsidian/plugins/namesake/data.json');
    await mkdir(dirname(settings), { recursive: true });
    await writeFile(settings, JSON.stringify({ version: 1, settings: { heard: 'likely' } }));
    const table = rows(vault, read(namesake('scan', dir, '--json'), new Map(vault.drafts.map(({ path, text }) => [path, Buffer.from(text)]))));
    process.stdout.write(`${printed(table)}\n`);
    if (values.verbose) {
      for (const [rule, { missed, wrong }] of table) {
        if (values.rule && rule !== values.rule) continue;
        process.stdout.write([`\n${rule}`, ...missed.map((line) => `  missed  ${line}`), ...wrong.map((line) => `  wrong   ${line}`)].join('\n'));
      }
    }
    if (values.keep) return;
    namesake('fix', dir, '--tier', 'auto', '--write');
    const after = await notes(dir);
    const { right, wrong } = changes(vault, after);
    process.stdout.write(`\nchanged by itself: ${right} right, ${wrong.length} wrong\n${wrong.map((line) => `  ${line}\n`).join('')}`);
    namesake('fix', dir, '--tier', 'auto', '--write');
    const again = await notes(dir);
    const moved = [...again].filter(([path, text]) => after.get(path) !== text).map(([path]) => path);
    process.stdout.write(`changed by a second run: ${moved.length === 0 ? 'nothing' : moved.join(', ')}\n`);
    while (/undone|restored|taken back/i.test(namesake('undo', dir)) && moved.length > 0) moved.pop();
    const back = await notes(dir);
    const astray = [...new Set([...back.keys(), ...vault.drafts.map(({ path }) => path)])].filter((path) => back.get(path) !== vault.drafts.find((draft) => draft.path === path)?.text);
    process.stdout.write(`not as before after undo: ${astray.length === 0 ? 'nothing' : astray.join(', ')}\n`);
    const below = [...table].filter(([, row]) => share(row.found, row.planted) < MARK || share(row.right, row.findings) < MARK).map(([rule]) => rule);
    if (below.length > 0) process.stdout.write(`below ${100 * MARK} %: ${below.join(', ')}\n`);
    process.exitCode = below.length + wrong.length + moved.length + astray.length > 0 ? 1 : 0;
  } finally {
    if (!values.keep) await rm(dir, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(`score: ${error.message}\n${USAGE}`);
  process.exitCode = 2;
});
