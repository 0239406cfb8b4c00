// The suites of vitest: named once, for vitest.config.mjs and for `npm test`.

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} folder where its tests lie, relative to the repository
 * @property {'node' | 'happy-dom'} environment
 * @property {boolean} inBrowser true where Chromium is driven, with time to start it
 * @property {boolean} [alone] true where a file has the machine to itself, since its tests compute more than they wait
 */

/** @type {Suite[]} */
export const suites = [
  // The TypeScript shell, unit by unit.
  { name: 'plugin', folder: 'plugin', environment: 'happy-dom', inBrowser: false },
  // Set-up, build and installation.
  { name: 'scripts', folder: 'scripts', environment: 'node', inBrowser: false },
  // The core through the real wasm.
  { name: 'wasm', folder: 'tests/wasm', environment: 'node', inBrowser: false },
  // What the host page and Obsidian have in common.
  { name: 'contract', folder: 'tests/contract', environment: 'node', inBrowser: true },
  // The story in a browser.
  { name: 'e2e', folder: 'tests/e2e', environment: 'node', inBrowser: true, alone: true },
];
