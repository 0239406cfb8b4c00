// Where things are: the sources that scripts read and the places they build into.
// Everything is absolute, so no script depends on the directory it was started from.

import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** @param {string[]} parts @returns {string} the absolute path of a file of the repository */
export const at = (...parts) => join(root, ...parts);

export const buildDir = at('build');
export const toolsDir = at('.tools');
export const stampsDir = join(buildDir, '.stamps');
export const hostDir = join(buildDir, 'host');
