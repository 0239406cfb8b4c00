// The styles of the plugin know no left and right, so that they also hold where text runs from right to left.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { at } from './lib/paths.mjs';

const PHYSICAL = /(^|[{;\s])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)[\w-]*|left|right|border-(top|bottom)-(left|right)-radius|(min-|max-)?width)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/gu;
/** Four values of which the second and the fourth differ. */
const LOPSIDED = /\b(?:margin|padding|inset)\s*:\s*[^\s;]+\s+([^\s;]+)\s+[^\s;}]+\s+(?!\1[\s;}])[^\s;}]+/gu;

/** @param {string} css @returns {string[]} */
const faults = (css) => [PHYSICAL, LOPSIDED].flatMap((wrong) => [...css.matchAll(wrong)].map(([found]) => found.trim()));

it('name no side of the screen', () => {
  expect(faults(readFileSync(at('plugin/styles.css'), 'utf8'))).toEqual([]);
});

it.each(['.a { margin-left: 1px; }', '.a { color: red; right: 0; }', '.a { text-align: left }', '.a{width:3px}', '.a { padding: 0 1px 0 2px; }'])('“%s” would be found', (css) => {
  expect(faults(css)).toHaveLength(1);
});

it.each(['.a { margin-inline-start: 1px; inset-inline-end: 0; text-align: start; inline-size: 3px; }', '.a { padding: 0 1px 0 1px; }'])('“%s” is none', (css) => {
  expect(faults(css)).toEqual([]);
});
