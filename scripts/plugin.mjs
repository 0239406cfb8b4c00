// The three files that Obsidian installs: main.js with everything in it, manifest.json, styles.css.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { at } from './lib/paths.mjs';
import { Failure } from './lib/process.mjs';
import { commonOptions, forEsbuild } from './modules.mjs';

/** Provided by Obsidian at run time. */
const EXTERNAL = ['obsidian', 'electron', '@codemirror/*', '@lezer/*'];

/**
 * What a plugin that runs no text, asks no network and is bundled for good has no use for. The worker is part of the text
 * that is searched.
 */
const FORBIDDEN = [
  // Text that is run. The glue of the core writes `Function(${name})` where it describes a value, and calls nothing.
  /\beval\b/, /\bFunction\s*\((?!\$\{)/, /\bconstructor\s*\(\s*["'`]/, /\bset(?:Timeout|Interval)\s*\(\s*["'`]/, /\bjavascript:/, /createElement\(\s*["'`]script/,
  // The network.
  /\bfetch\b/, /\bXMLHttpRequest\b/, /\bWebSocket\b/, /\bWebTransport\b/, /\bEventSource\b/, /\bsendBeacon\b/, /\bRTCPeerConnection\b/, /\brequestUrl\b/,
  /\bnew\s+(?:Image|Audio)\b/, /createElement\(\s*["'`](?:iframe|img|link|object|embed)/, /\.srcdoc\b/,
  // Code from elsewhere.
  /\bimportScripts\b/, /\bimport\s*\(/, /\bimport\.meta\b/, /\bsourceMappingURL=/, /\brequire\b(?!\("(?:obsidian|@codemirror\/[a-z]+)"\))/,
];

/** The licence of the nicknames asks that everybody who gets them hears of it. */
const NOTICE = '/*! Nicknames: https://github.com/carltonnorthern/nicknames, Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0 */';

/** Bytes of main.js, since phones read all of it at each start; see docs/decisions/0041. */
const LIMIT = 3_500_000;

/** @param {import('./lib/paths.mjs').Variant} variant */
export async function buildPlugin({ pkgDir, pluginDir }) {
  const options = { ...commonOptions(pkgDir), external: EXTERNAL, plugins: [forEsbuild(pkgDir)], footer: { js: NOTICE } };
  const { outputFiles } = await build({ ...options, entryPoints: [at('plugin/src/main.ts')], format: 'cjs', logLevel: 'error' });
  const main = outputFiles.map((file) => file.text).join('');
  checkForbidden(main);
  checkStyles(readFileSync(at('plugin/styles.css'), 'utf8'));
  mkdirSync(pluginDir, { recursive: true });
  writeFileSync(join(pluginDir, 'main.js'), main);
  copyFileSync(at('manifest.json'), join(pluginDir, 'manifest.json'));
  copyFileSync(at('plugin/styles.css'), join(pluginDir, 'styles.css'));
  return main;
}

/** What a style sheet may not ask for: it draws with the app's own colours and icons. */
const FORBIDDEN_STYLES = [/@import\b/, /\burl\(/, /\bimage-set\(/, /@font-face\b/];

/** @param {string} styles */
export function checkStyles(styles) {
  const found = FORBIDDEN_STYLES.map((pattern) => pattern.exec(styles)?.[0]).find((text) => text !== undefined);
  if (found !== undefined) throw new Failure(`styles.css must not contain \`${found}\`: it would ask for something from elsewhere`);
}

/** @param {string} main what is bundled */
export function checkForbidden(main) {
  for (const pattern of FORBIDDEN) {
    const found = pattern.exec(main);
    if (!found) continue;
    const around = main.slice(Math.max(0, found.index - 60), found.index + 60);
    throw new Failure(`main.js must not contain \`${found[0]}\`, but has: …${around}…`);
  }
}

/** @param {string} main what is released */
export function checkSize(main) {
  const bytes = Buffer.byteLength(main);
  const [size, limit] = [bytes, LIMIT].map((number) => number.toLocaleString('en-GB'));
  if (bytes > LIMIT) throw new Failure(`main.js has ${size} bytes, the limit is ${limit}`);
  console.log(`main.js has ${size} bytes of ${limit}`);
}
