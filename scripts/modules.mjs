// The three imports of the plugin that are no files of it, defined once and offered to both bundlers:
//   'namesake-wasm'            the glue and types of the core
//   'namesake-wasm:packed'     the bytes of the core, gzip in base64: most of main.js
//   'inline-worker:./x.ts'     the source of a worker, bundled into one script, as text

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { gzip } from 'pako';
import { wasmFile } from './wasm.mjs';

const GLUE = 'namesake-wasm';
const BYTES = 'namesake-wasm:packed';
const WORKER = 'inline-worker:';

/** @param {string} pkgDir */
const glueFile = (pkgDir) => join(pkgDir, 'glue.js');

/**
 * By a library, as Node's own zlib packs otherwise from one processor and version to the next, and who builds this again
 * wants the same bytes.
 * @param {string} pkgDir @returns {string}
 */
const packed = (pkgDir) => Buffer.from(gzip(readFileSync(wasmFile(pkgDir)), { level: 9 })).toString('base64');

/**
 * What every bundle of the plugin's own code has in common.
 * @param {string} pkgDir
 * @returns {import('esbuild').BuildOptions & { write: false }}
 */
export const commonOptions = (pkgDir) => ({
  bundle: true,
  write: false,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  sourcemap: false,
  legalComments: 'eof',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: { [GLUE]: glueFile(pkgDir) },
  logLevel: 'silent',
});

/**
 * Bundles a worker. The bytes of the core are not offered to it: it is handed the compiled module,
 * and embedding them a second time would double the plugin.
 * @param {string} entry absolute path @param {string} pkgDir @returns {Promise<string>}
 */
async function workerSource(entry, pkgDir) {
  const { outputFiles } = await build({ ...commonOptions(pkgDir), entryPoints: [entry], format: 'iife' });
  return outputFiles.map((file) => file.text).join('');
}

/** @param {string} pkgDir @returns {import('esbuild').Plugin} */
export const forEsbuild = (pkgDir) => ({
  name: 'namesake-modules',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^${BYTES}$`) }, () => ({ path: BYTES, namespace: BYTES }));
    bundler.onLoad({ filter: /.*/, namespace: BYTES }, () => ({ contents: packed(pkgDir), loader: 'text' }));
    bundler.onResolve({ filter: new RegExp(`^${WORKER}`) }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(WORKER.length)),
      namespace: WORKER,
    }));
    bundler.onLoad({ filter: /.*/, namespace: WORKER }, async ({ path }) => ({
      contents: await workerSource(path, pkgDir),
      loader: 'text',
    }));
  },
});

/** Tests start no worker. @param {string} pkgDir @returns {import('vite').Plugin} */
export const forVite = (pkgDir) => ({
  name: 'namesake-modules',
  enforce: 'pre',
  resolveId: (id) => ({ [GLUE]: glueFile(pkgDir), [BYTES]: `\0${BYTES}` })[id],
  load: (id) => (id === `\0${BYTES}` ? `export default ${JSON.stringify(packed(pkgDir))};` : undefined),
});
