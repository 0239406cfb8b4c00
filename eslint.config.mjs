// The plugin answers to the rules of Obsidian's own review; tests and scripts to the typed ones of TypeScript.

import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';
import { noWordsOnScreen } from './scripts/words-on-screen.mjs';

/** Types come from the tsconfig nearest to each file. */
const typed = { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } };

export default defineConfig([
  globalIgnores(['build/', 'target/', '.tools/', 'tests/vaults/', 'test-results/']),
  {
    files: ['plugin/**/*.{ts,tsx}'],
    extends: [obsidianmd.configs.recommendedWithLocalesEn, typed],
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
  {
    // What the engine says is the core's, which has catalogues of its own; the worker cannot ask for the app's language.
    files: ['plugin/src/**/*.{ts,tsx}'],
    ignores: ['plugin/src/{locales,testing}/**', 'plugin/src/engine/{instance,tasks,worker}.ts', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': noWordsOnScreen },
  },
  {
    files: ['tests/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked, typed],
    rules: {
      // The host page keeps Obsidian's signatures: asynchronous without a wait, parameters without a use.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { args: 'none', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    // tsc checks these files too, and knows which globals each of them has.
    rules: { 'no-undef': 'off' },
  },
]);
