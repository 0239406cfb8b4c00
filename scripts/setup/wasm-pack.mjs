// wasm-pack, built from crates.io into .tools/ so that nothing outside the repository changes.
// The wasm-bindgen tool that fits Cargo.lock is fetched by wasm-pack itself, on the first build.

import { join } from 'node:path';
import { toolsDir } from '../lib/paths.mjs';
import { ask, run } from '../lib/process.mjs';

const VERSION = '0.15.1';

/** Unoptimised: it only starts other tools, and compiles in less than half the time. */
const INSTALL = ['--debug', '--locked', '--force'];

/** @type {import('../lib/steps.mjs').Step} */
export const wasmPack = {
  title: `wasm-pack ${VERSION} into .tools/`,
  why: 'turns the Rust core into WebAssembly with its JavaScript glue and types',
  usually: '1 to 2 minutes, once',
  satisfied: () => ask(join(toolsDir, 'bin', 'wasm-pack'), ['--version']) === `wasm-pack ${VERSION}`,
  perform: (note) =>
    run('cargo', ['install', 'wasm-pack', ...INSTALL, '--version', VERSION, '--root', toolsDir], { onLine: note }),
};
