// Installs what a fresh machine lacks. Nothing here needs npm packages: it runs before they exist.

import { runSteps } from './lib/steps.mjs';
import { chromium } from './setup/chromium.mjs';
import { packages } from './setup/packages.mjs';
import { checkPrerequisites } from './setup/prerequisites.mjs';
import { toolchain } from './setup/toolchain.mjs';
import { wasmPack } from './setup/wasm-pack.mjs';

/** What building and linting need. */
export function setUpForBuild() {
  checkPrerequisites();
  return runSteps('set-up', [toolchain(), wasmPack, packages]);
}

/** What the tests need: the same, and a browser. */
export function setUpForTests() {
  checkPrerequisites();
  return runSteps('set-up', [toolchain(), wasmPack, packages, chromium]);
}
