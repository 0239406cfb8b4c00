// Installs what a fresh machine lacks, and runs before each npm script, so it needs no npm packages itself.
// With the word `chromium` or `linters` it installs these too. Each installer keeps its own record of what is there.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installChromium } from './chromium.mjs';
import { at, toolsDir } from './lib/paths.mjs';
import { Failure, ask, locate, main, run } from './lib/process.mjs';

const OLDEST_NODE = 20;
const CARGO_MODULES = '0.27.0';
const TYPOS = '1.52.0';

// cargo-modules holds a whole analyser of Rust. With these settings it compiles in two thirds of the time and runs ten seconds
// longer; without any optimisation it runs for minutes.
const SOON_COMPILED = ['opt-level=1', 'lto="off"', 'codegen-units=16'].flatMap((setting) => ['--config', `profile.release.${setting}`]);

/** What only the user can install. Only looked up, not run: a cargo without the pinned toolchain would install it first. */
const NEEDED = {
  git: 'install it with your package manager',
  cargo: 'install Rust from https://rustup.rs and open a new terminal',
  npm: `install Node ${OLDEST_NODE} or newer, npm comes with it`,
  cc: 'Rust links with it; on Debian: apt-get install build-essential',
};

await main(() => {
  const [, , ...extras] = process.argv;
  checkPrerequisites();
  installPackages();
  // Unoptimised it compiles in a third of the time. Its TLS, for a test runner that we do not use, stays out.
  installCargoTool('wasm-bindgen-cli', lockedVersion('wasm-bindgen'), '--debug', '--no-default-features', '--bin', 'wasm-bindgen');
  if (extras.includes('chromium')) installChromium();
  if (extras.includes('linters')) installLinters();
});

/** Throws one line for the first thing that is missing or too old. */
function checkPrerequisites() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Failure(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}`, 2);
  }
  for (const [command, remedy] of Object.entries(NEEDED)) {
    if (!locate(command)) throw new Failure(`${command} was not found: ${remedy}`, 2);
  }
}

/** npm packages, exactly as package-lock.json names them. npm writes its own lock file when it has installed them all. */
function installPackages() {
  const installed = at('node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return;
  run('npm', ['ci']);
}

/** What tests/obsidian is typed by. Its scripts, which download browsers, are not run: the linters need no browser. */
function installRealAppPackages() {
  const folder = at('tests/obsidian');
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs) return;
  run('npm', ['ci', '--ignore-scripts', '--prefix', folder]);
}

/**
 * Cargo does nothing where that version is installed.
 * @param {string} crate @param {string} version @param {string[]} flags
 */
function installCargoTool(crate, version, ...flags) {
  run('cargo', ['install', crate, '--version', `=${version}`, '--quiet', '--root', toolsDir, ...flags]);
}

/** @param {string} crate @returns {string} its version in Cargo.lock */
function lockedVersion(crate) {
  const version = ask('cargo', ['pkgid', '--locked', crate])?.split(/[#@]/).at(-1);
  if (!version) throw new Failure(`Cargo.lock does not say which version of ${crate} is used`);
  return version;
}

function installLinters() {
  installRealAppPackages();
  installCargoTool('cargo-modules', CARGO_MODULES, '--locked', ...SOON_COMPILED);
  if (ask('typos', ['--version']) === `typos-cli ${TYPOS}`) return;
  // Its wheel holds the binary; compiling it takes minutes.
  run('python3', ['-m', 'pip', 'install', '--quiet', '--upgrade', '--target', join(toolsDir, 'typos'), `typos==${TYPOS}`]);
}
