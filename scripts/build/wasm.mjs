// The core as WebAssembly: wasm-pack compiles and writes glue and types, binaryen makes it small,
// and the result is started once in Node before anything is bundled around it.

import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, messageOf } from '../lib/failure.mjs';
import { at, root, toolsDir } from '../lib/paths.mjs';
import { run } from '../lib/process.mjs';
import { stamped } from '../lib/stamp.mjs';
import { writeGlue } from './glue.mjs';
import { rustInputs } from './rust-inputs.mjs';

/**
 * What rustc emits for wasm32-unknown-unknown by default, all of it in Chromium 85 and iOS 16.4.
 * Named one by one: with `-all`, wasm-opt writes instructions that browsers do not read yet.
 */
const FEATURES = [
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--enable-call-indirect-overlong',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
];

/** Panic messages name source files; whose machine those lay on is nobody's business. */
const WITHOUT_PATHS = [
  `--remap-path-prefix=${process.env['CARGO_HOME'] ?? join(homedir(), '.cargo')}=cargo`,
  `--remap-path-prefix=${root}=namesake`,
];

const INPUTS = [
  ...rustInputs('namesake-wasm'),
  'scripts/build/glue.mjs',
  'scripts/build/wasm.mjs',
];

/** @param {string} pkgDir @returns {string} */
export const wasmFile = (pkgDir) => join(pkgDir, 'namesake_wasm_bg.wasm');

/**
 * @param {import('./variants.mjs').Variant} variant
 * @returns {import('../lib/steps.mjs').Step}
 */
export function wasm({ name, features, pkgDir }) {
  return stamped({
    title: `WebAssembly core (${name})`,
    why: 'the Rust core as it runs inside Obsidian',
    usually: '1 to 2 minutes, and up to 4 more the first time, when wasm-pack fetches or compiles wasm-bindgen',
    name: `wasm-${name}`,
    inputs: INPUTS,
    outputs: [wasmFile(pkgDir), join(pkgDir, 'glue.js'), join(pkgDir, 'glue.d.ts')],
    perform: async (note) => {
      await compile(pkgDir, features, note);
      await optimise(wasmFile(pkgDir), note);
      await writeGlue(pkgDir);
      await startOnce(pkgDir);
    },
  });
}

/** @param {string} pkgDir @param {string[]} features @param {(line: string) => void} onLine */
async function compile(pkgDir, features, onLine) {
  rmSync(pkgDir, { recursive: true, force: true });
  mkdirSync(pkgDir, { recursive: true });
  const args = ['build', at('crates/namesake-wasm'), '--target', 'bundler', '--profile', 'wasm', '--out-dir', pkgDir];
  const cargoArgs = features.length === 0 ? [] : ['--', '--features', features.join(',')];
  await run('wasm-pack', [...args, '--no-opt', '--no-pack', ...cargoArgs], {
    onLine,
    env: { WASM_PACK_CACHE: join(toolsDir, 'wasm-pack-cache'), RUSTFLAGS: WITHOUT_PATHS.join(' ') },
  });
}

/** @param {string} file @param {(line: string) => void} onLine */
async function optimise(file, onLine) {
  const smaller = `${file}.opt`;
  const wasmOpt = at('node_modules/binaryen/bin/wasm-opt');
  onLine('wasm-opt -Oz');
  // What Rust compiles once for each type differs by a constant or two: such functions become one, and what is left of
  // them is optimised once more. The lowest kilobyte of memory holds nothing but the end of the stack.
  const passes = ['--low-memory-unused', '--merge-similar-functions', '-Oz', '-Oz', '--strip-debug', '--strip-producers'];
  await run('node', [wasmOpt, file, ...passes, ...FEATURES, '-o', smaller], { onLine });
  renameSync(smaller, file);
}

/** A module that an engine rejects must fail the build, not somebody's vault. @param {string} pkgDir */
async function startOnce(pkgDir) {
  try {
    const module = await WebAssembly.compile(readFileSync(wasmFile(pkgDir)));
    const { instantiate } = await import(pathToFileURL(join(pkgDir, 'glue.js')).href);
    await instantiate(module);
  } catch (error) {
    throw new Failure(`the compiled module does not start in Node: ${messageOf(error)}`);
  }
}
