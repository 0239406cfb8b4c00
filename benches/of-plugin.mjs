// Modules of the plugin as they are, for benchmarks of what it does.

import { transformSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { at } from '../scripts/lib/paths.mjs';

/** A module of the plugin that imports nothing but types. @param {string} file below `plugin/src` */
export async function ofPlugin(file) {
  const { code } = transformSync(readFileSync(at(`plugin/src/${file}`), 'utf8'), { loader: 'ts' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
