// The three files that Obsidian installs: main.js with everything in it, manifest.json, styles.css.

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, messageOf } from '../lib/failure.mjs';
import { at, root } from '../lib/paths.mjs';
import { stamped } from '../lib/stamp.mjs';

/** Provided by Obsidian at run time. */
const EXTERNAL = ['obsidian', 'electron', '@codemirror/*', '@lezer/*'];

/** What a plugin without network, bundled for good, has no use for. */
const FORBIDDEN = [/\bfetch\s*\(/, /\bXMLHttpRequest\b/, /\bimport\.meta\b/, /\bsourceMappingURL=/];

export const PLUGIN_FILES = ['main.js', 'manifest.json', 'styles.css'];

/**
 * @param {import('./variants.mjs').Variant} variant
 * @returns {import('../lib/steps.mjs').Step}
 */
export function plugin({ name, pkgDir, pluginDir }) {
  const pkg = pkgDir.slice(root.length + 1);
  return stamped({
    title: `plugin (${name})`,
    why: PLUGIN_FILES.join(', '),
    usually: 'a second',
    name: `plugin-${name}`,
    inputs: ['plugin', 'manifest.json', 'package-lock.json', 'tsconfig.json', pkg, 'scripts/build'],
    outputs: PLUGIN_FILES.map((file) => join(pluginDir, file)),
    perform: async () => {
      const main = await bundle(pkgDir);
      checkForbidden(main);
      rmSync(pluginDir, { recursive: true, force: true });
      mkdirSync(pluginDir, { recursive: true });
      writeFileSync(join(pluginDir, 'main.js'), main);
      copyFileSync(at('manifest.json'), join(pluginDir, 'manifest.json'));
      copyFileSync(at('plugin/styles.css'), join(pluginDir, 'styles.css'));
    },
  });
}

/** @param {string} pkgDir @returns {Promise<string>} main.js */
async function bundle(pkgDir) {
  const { build } = await import('esbuild');
  const { commonOptions, forEsbuild } = await import('./modules.mjs');
  try {
    const { outputFiles } = await build({
      ...commonOptions(pkgDir),
      entryPoints: [at('plugin/src/main.ts')],
      format: 'cjs',
      external: EXTERNAL,
      plugins: [forEsbuild(pkgDir)],
    });
    return outputFiles.map((file) => file.text).join('');
  } catch (error) {
    throw new Failure(`the plugin does not bundle: ${messageOf(error)}`);
  }
}

/** @param {string} main */
function checkForbidden(main) {
  for (const pattern of FORBIDDEN) {
    const found = pattern.exec(main);
    if (!found) continue;
    const around = main.slice(Math.max(0, found.index - 60), found.index + 60);
    throw new Failure(`main.js must not contain \`${found[0]}\`, but has: …${around}…`);
  }
}
