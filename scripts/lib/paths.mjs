// Where things are: the sources that scripts read and the places they build into.
// Everything is absolute, so no script depends on the directory it was started from.

import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** @param {string[]} parts @returns {string} the absolute path of a file of the repository */
export const at = (...parts) => join(root, ...parts);

export const toolsDir = at('.tools');
export const hostDir = at('build/host');
export const cliFile = at('target/release/namesake');

/**
 * One build of the plugin.
 * @typedef {object} Variant
 * @property {string} pkgDir the wasm, its glue and its types
 * @property {string} pluginDir main.js, manifest.json and styles.css
 */

/** @type {Variant} what users install */
export const release = { pkgDir: at('build/pkg'), pluginDir: at('build/plugin') };

/** @type {Variant} for tests: its core can be told to panic */
export const panicking = { pkgDir: at('build/pkg-panic'), pluginDir: at('build/plugin-panic') };
