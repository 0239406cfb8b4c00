// The size gates of the release. Phones pay for every byte, so growth is seen at each build and refused beyond.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure } from '../lib/failure.mjs';
import { printTable } from '../lib/table.mjs';
import { release } from './variants.mjs';
import { wasmFile } from './wasm.mjs';

/** Bytes. */
const LIMITS = [
  { name: 'core (wasm)', file: wasmFile(release.pkgDir), limit: 1_800_000 },
  { name: 'main.js', file: join(release.pluginDir, 'main.js'), limit: 1_000_000 },
];

/** Prints the sizes and throws where one is beyond its limit. */
export function checkSizes() {
  const sizes = LIMITS.map(({ name, file, limit }) => {
    const content = readFileSync(file);
    return { name, bytes: content.length, gzip: gzipSync(content).length, limit };
  });
  printTable(
    ['size', 'bytes', 'limit', 'gzip'],
    sizes.map(({ name, bytes, gzip, limit }) => [name, ...[bytes, limit, gzip].map(grouped)]),
  );
  for (const { name, bytes, limit } of sizes) {
    if (bytes > limit) throw new Failure(`${name} has ${grouped(bytes)} bytes, the limit is ${grouped(limit)}`);
  }
}

/** @param {number} bytes */
const grouped = (bytes) => bytes.toLocaleString('en-GB');
