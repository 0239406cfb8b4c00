// Builds what is shipped: the core as wasm, the plugin, the command line, and the host page that tries them.
// Cargo knows what is fresh, the wasm is optimised only where cargo made a new one, and bundling takes a second.
// `npm run build` makes the plugin alone, as whoever checks a release does: the same commit gives the same bytes.

import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildHost } from '../tests/host/build.mjs';
import { PLUGIN_FILES } from './install.mjs';
import { hostDir, panicking, release, root } from './lib/paths.mjs';
import { main, parseFlags, run } from './lib/process.mjs';
import { buildPlugin, checkSize } from './plugin.mjs';
import { buildPanickingWasm, buildWasm } from './wasm.mjs';

/** What a vault installs. */
export async function buildRelease() {
  await buildWasm();
  checkSize(await buildPlugin(release));
}

/** What is asked for on the command line: the plugin alone, or all that tests need. */
async function buildAsAsked() {
  const { tests } = parseFlags({ tests: { type: 'boolean' } }, 'npm run build -- [--tests]');
  await (tests ? buildForTests() : buildRelease());
  console.log(`${PLUGIN_FILES.join(', ')} are in ${relative(root, release.pluginDir)}`);
}

/** Everything a user can run. */
export async function buildAll() {
  run('cargo', ['build', '--release', '--package', 'namesake-cli']);
  await buildRelease();
  await buildHost(hostDir);
}

/** Everything, and the variant whose core can be told to panic. */
export async function buildForTests() {
  await buildAll();
  await buildPanickingWasm();
  await buildPlugin(panicking);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(buildAsAsked);
