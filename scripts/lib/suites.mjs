// The suites of vitest, in the order they run: named once, for vitest.config.mjs and for `npm test`.

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} about what it shows
 * @property {string[]} include globs, relative to the repository
 * @property {'node' | 'happy-dom'} environment
 * @property {boolean} inBrowser true where Chromium is driven, one file at a time and with time to start it
 */

/** @type {Suite[]} */
export const suites = [
  {
    name: 'plugin',
    about: 'the TypeScript shell, unit by unit',
    include: ['plugin/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    inBrowser: false,
  },
  {
    name: 'scripts',
    about: 'set-up, build and installation',
    include: ['scripts/**/*.test.mjs'],
    environment: 'node',
    inBrowser: false,
  },
  {
    name: 'wasm',
    about: 'the core through the real wasm',
    include: ['tests/wasm/**/*.test.ts'],
    environment: 'node',
    inBrowser: false,
  },
  {
    name: 'contract',
    about: 'what the host page and Obsidian have in common',
    include: ['tests/contract/**/*.test.ts'],
    environment: 'node',
    inBrowser: true,
  },
  {
    name: 'e2e',
    about: 'the story in a browser',
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    inBrowser: true,
  },
];
