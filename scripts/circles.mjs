// Which modules import each other in a circle: `node scripts/circles.mjs`, a part of `npm run lint`. Every circle that
// stands is named in `circles.json` with a reason, and each of its names is still needed. A module's children may not
// import what the module itself defines if it uses or re-exports them: what children share lies in a file of its own.
//
// The graphs come from cargo-modules: `use` declarations, resolved to where a thing is defined; no tests. The plugin's
// imports are dependency-cruiser's, by `depcruise.config.mjs`.

import { readFileSync } from 'node:fs';
import { Graph, alg } from '@dagrejs/graphlib';
import { at } from './lib/paths.mjs';
import { Failure, ask, main } from './lib/process.mjs';

/** No circle is larger, whatever its reason. */
const LARGEST = 5;

/** @typedef {{ modules: string[], reason: string }} Circle */
/** @typedef {[from: string, to: string]} Import */

await main(() => {
  const allowed = /** @type {Circle[]} */ (JSON.parse(readFileSync(at('scripts/circles.json'), 'utf8')));
  const found = circles(crates().flatMap(importsOfCrate));
  const keyOf = (/** @type {string[]} */ modules) => [...modules].sort().join('\n');
  const [known, standing] = [new Set(allowed.map(({ modules }) => keyOf(modules))), new Set(found.map(keyOf))];
  const complaints = [
    ...found.filter((modules) => !known.has(keyOf(modules))).map((modules) => `a circle of ${modules.length} that is not allowed: ${modules.join(', ')}`),
    ...found.filter((modules) => modules.length > LARGEST).map((modules) => `a circle of ${modules.length}, ${LARGEST} are allowed at most: ${modules[0]} …`),
    ...allowed.filter(({ modules }) => !standing.has(keyOf(modules))).map(({ modules }) => `no circle any more, delete it: ${modules.join(', ')}`),
    ...allowed.filter(({ reason }) => !reason).map(({ modules }) => `no reason is given for ${modules.join(', ')}`),
  ];
  complaints.forEach((complaint) => console.error(complaint));
  console.log(`${found.length} circles of modules, ${allowed.length} allowed`);
  return complaints.length === 0 ? 0 : 1;
});

/** Strongly connected modules. @param {Import[]} imports @returns {string[][]} each sorted, the largest first */
function circles(imports) {
  const graph = new Graph();
  imports.forEach(([from, to]) => graph.setEdge(from, to));
  const parts = alg.tarjan(graph).filter((modules) => modules.length > 1);
  return parts.map((modules) => modules.sort()).sort((a, b) => b.length - a.length);
}

/** @returns {string[][]} the arguments that name each library and binary of the workspace */
function crates() {
  const metadata = ask('cargo', ['metadata', '--format-version', '1', '--no-deps', '--locked']);
  if (!metadata) throw new Failure('cargo metadata fails: is Cargo.lock behind?');
  const { packages } = /** @type {{ packages: { name: string, targets: { name: string, kind: string[] }[] }[] }} */ (JSON.parse(metadata));
  return packages.flatMap(({ name, targets }) =>
    targets.flatMap(({ name: target, kind }) => {
      if (kind.includes('bin')) return [['--package', name, '--bin', target]];
      return kind.some((word) => word.endsWith('lib')) ? [['--package', name, '--lib']] : [];
    }),
  );
}

/** @param {string[]} which @returns {Import[]} */
function importsOfCrate(which) {
  const filters = ['--no-externs', '--no-sysroot', '--no-fns', '--no-traits', '--no-types'];
  const dot = ask('cargo', ['modules', 'dependencies', ...which, ...filters]);
  if (dot === undefined) throw new Failure(`cargo modules fails for ${which.join(' ')}`);
  return [...dot.matchAll(/^\s*"(.*?)" -> "(.*?)" \[label="uses"/gm)].map(([, from = '', to = '']) => [from, to]);
}
