// The two builds of the plugin: the one that is released, and one for tests whose core can be told to panic.

import { join } from 'node:path';
import { buildDir } from '../lib/paths.mjs';

/**
 * @typedef {object} Variant
 * @property {string} name
 * @property {string[]} features cargo features of namesake-wasm
 * @property {string} pkgDir the wasm, its glue and its types
 * @property {string} pluginDir main.js, manifest.json and styles.css
 */

/** @type {Variant} */
export const release = {
  name: 'release',
  features: [],
  pkgDir: join(buildDir, 'pkg'),
  pluginDir: join(buildDir, 'plugin'),
};

/** @type {Variant} */
export const panicking = {
  name: 'panic-test',
  features: ['panic-test'],
  pkgDir: join(buildDir, 'pkg-panic'),
  pluginDir: join(buildDir, 'plugin-panic'),
};
