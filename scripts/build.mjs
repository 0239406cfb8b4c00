// Builds what is shipped: the core as wasm, the plugin, the command line, and the host page that tries them.
// A part whose sources are unchanged is left alone.

import { pathToFileURL } from 'node:url';
import { cli } from './build/cli.mjs';
import { host } from './build/host.mjs';
import { plugin } from './build/plugin.mjs';
import { checkSizes } from './build/sizes.mjs';
import { panicking, release } from './build/variants.mjs';
import { wasm } from './build/wasm.mjs';
import { main } from './lib/failure.mjs';
import { runSteps } from './lib/steps.mjs';
import { setUpForBuild } from './setup.mjs';

/** The core as wasm, with glue and types: what type checking needs. */
export const buildCore = () => runSteps('core', [wasm(release)]);

/** What a vault installs. */
export async function buildPlugin() {
  await runSteps('build', [wasm(release), plugin(release)]);
  checkSizes();
}

/** Everything a user can run. */
export async function buildAll() {
  await runSteps('build', [cli, wasm(release), plugin(release), host]);
  checkSizes();
}

/** Everything, and the variant whose core can be told to panic. */
export async function buildForTests() {
  await runSteps('build', [cli, wasm(release), plugin(release), wasm(panicking), plugin(panicking), host]);
  checkSizes();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await setUpForBuild();
    await buildAll();
  });
}
