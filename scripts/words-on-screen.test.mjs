// A word that somebody plants outside the catalogue is refused wherever it would come onto the screen.

import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { noWordsOnScreen } from './words-on-screen.mjs';

/** @type {import('eslint').Linter.Config} */
const config = {
  files: ['**/*.tsx'],
  languageOptions: { parser: /** @type {import('eslint').Linter.Parser} */ (tseslint.parser), parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { 'no-restricted-syntax': noWordsOnScreen },
};

/** @param {string} code @returns {number} how many lines of it are refused */
function refused(code) {
  const messages = new Linter().verify(code, config, 'pane.tsx');
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return new Set(messages.map(({ line }) => line)).size;
}

it.each([
  'const a = <button>Undo</button>;',
  "const a = <button>{isOpen ? 'Close' : locale.steps.history}</button>;",
  'const a = <p>{`${n} notes`}</p>;',
  "const a = <p>{isOld && 'late'}</p>;",
  'const a = <input aria-label="search" />;',
  "const a = <input placeholder={'Search'} />;",
  'const a = <span title={`Line ${n}`}>{n}</span>;',
  "new Notice('Saved');",
  "say('Saved');",
  'throw new Error(`${path} is gone`);',
  "setting.setName('Folders').setDesc(words.desc);",
  "setting.setDesc('Read ' + n);",
  "plugin.addCommand({ id: 'undo', name: 'Undo' });",
  "content.createEl('button', { text: 'Undo' });",
  "content.createDiv({ attr: { 'aria-label': 'Undo' } });",
  "plugin.addRibbonIcon('list-checks', 'Tasks', open);",
  "button.setAttr('aria-label', 'Tasks');",
  "button.textContent = 'Undo';",
  "const hint = 'Nothing is written, ever.';",
])('refuses %s', (code) => expect(refused(code)).toBe(1));

it.each([
  'const a = <button class="mod-cta clickable-icon">{locale.review.undo}</button>;',
  "const a = <p>{[folder, name].join(' · ')}</p>;",
  'const a = <p>{n} %</p>;',
  'const a = <input type="search" aria-label={locale.review.search} />;',
  "setting.setName(words.folders);",
  "plugin.addCommand({ id: 'undo-last-batch', name: locale.commands.undo });",
  "const ICONS = { names: 'user', text: 'text' };",
  "active.matches('input:not([type=checkbox]), textarea');",
  "console.warn('Namesake: no worker here', reason);",
  "control({ type: 'text', key: 'reportPath', defaultValue: 'Vault report.md' });",
  "import { locale } from '../locales';",
])('lets %s be', (code) => expect(refused(code)).toBe(0));
