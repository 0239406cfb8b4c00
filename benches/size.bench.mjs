// What the frontmatter part weighs in the wasm: function sizes from the code section, their names from the name
// section, summed by the module each name begins with.
//
// It reads the module as cargo made it, before wasm-opt takes the names and some of the bytes away; what it saves is put
// down to every function alike. Limits: what was inlined counts where it was inlined to; generic code of
// the standard library (maps of properties, say) is nobody's here; data segments
// (messages, tables) have no names and are not in the sum.

import { readFileSync } from 'node:fs';
import { at } from '../scripts/lib/paths.mjs';
import { printTable } from '../scripts/lib/table.mjs';

const NAMED = at('target/wasm32-unknown-unknown/wasm/namesake_wasm.wasm');
const SHIPPED = at('build/pkg/namesake_wasm_bg.wasm');
const [CUSTOM, IMPORTS, CODE] = [0, 2, 10];
const FUNCTION_NAMES = 1;

/** The part, piece by piece: words of mangled names. A function counts for the first piece that has one of its words. */
const PARTS = [
  { what: 'the YAML parser', words: ['granit_parser'] },
  { what: 'rules of the group frontmatter', words: ['5rules11frontmatter', 'rules..frontmatter'] },
  { what: 'mojibake', words: ['4text8mojibake', 'text..mojibake'] },
  { what: 'dates', words: ['4text5dates', 'text..dates', 'jiff'] },
  { what: 'properties read, spliced, checked', words: ['namesake_text11frontmatter', 'namesake_text..frontmatter', 'namesake_core6repair', 'namesake_core..repair'] },
];

/** Reads little-endian base-128 numbers and names, one after the other. @param {Uint8Array} bytes */
function reader(bytes, at = 0) {
  const number = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  const take = (/** @type {number} */ length) => bytes.subarray(at, (at += length));
  const name = () => new TextDecoder().decode(take(number()));
  return { number, take, name, byte: () => bytes[at++] ?? 0, atEnd: () => at >= bytes.length };
}

/** @param {Uint8Array} bytes @returns {{ id: number, content: Uint8Array }[]} */
function sections(bytes) {
  const read = reader(bytes, 8);
  const found = [];
  while (!read.atEnd()) found.push({ id: read.byte(), content: read.take(read.number()) });
  return found;
}

/** How many functions are imported: the numbers of the module's own begin after them. @param {Uint8Array} content */
function importedFunctions(content) {
  const read = reader(content);
  let functions = 0;
  for (let rest = read.number(); rest > 0; rest -= 1) {
    read.name();
    read.name();
    if (read.byte() !== 0) throw new Error('the module imports more than functions');
    read.number();
    functions += 1;
  }
  return functions;
}

/** @param {Uint8Array} content of the name section @returns {Map<number, string>} */
function functionNames(content) {
  const read = reader(content);
  read.name();
  const names = new Map();
  while (!read.atEnd()) {
    const [id, part] = [read.byte(), reader(read.take(read.number()))];
    if (id !== FUNCTION_NAMES) continue;
    for (let rest = part.number(); rest > 0; rest -= 1) names.set(part.number(), part.name());
  }
  return names;
}

/** @param {{ id: number, content: Uint8Array }[]} all @param {number} id */
const contentOf = (all, id) => all.find((section) => section.id === id)?.content ?? new Uint8Array();

/** @param {Uint8Array} module @returns {{ name: string, size: number }[]} */
function functions(module) {
  const all = sections(module);
  const named = all.find(({ id, content }) => id === CUSTOM && reader(content).name() === 'name');
  const names = functionNames(named?.content ?? new Uint8Array());
  const first = importedFunctions(contentOf(all, IMPORTS));
  const code = reader(contentOf(all, CODE));
  return Array.from({ length: code.number() }, (_, index) => {
    const size = code.number();
    code.take(size);
    return { name: names.get(first + index) ?? '', size };
  });
}

/** @param {{ size: number }[]} list */
const sizeOf = (list) => list.reduce((sum, { size }) => sum + size, 0);

const all = functions(readFileSync(NAMED));
const shipped = contentOf(sections(readFileSync(SHIPPED)), CODE).length / sizeOf(all);
let rest = all;
const parts = PARTS.map(({ what, words }) => {
  const mine = rest.filter(({ name }) => words.some((word) => name.includes(word)));
  rest = rest.filter((one) => !mine.includes(one));
  return { what, mine };
});
const grouped = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-GB');
printTable(
  ['code in the wasm', 'functions', 'bytes before wasm-opt', 'about, as shipped'],
  [...parts, { what: 'the frontmatter part', mine: parts.flatMap(({ mine }) => mine) }, { what: 'all code', mine: all }].map(
    ({ what, mine }) => [what, String(mine.length), grouped(sizeOf(mine)), grouped(sizeOf(mine) * shipped)],
  ),
);
