// The browser that tests drive: $CHROMIUM, else whichever Chromium is there, else Debian's own package.

import { existsSync } from 'node:fs';
import { Failure, ask, isExecutable, locate, run } from './lib/process.mjs';

/** It opens a page with little more than half the work: a whole browser loads what its own window shows beside each. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome'];

/** @returns {string | undefined} the browser's path */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named && !isExecutable(named)) throw new Failure(`CHROMIUM names ${named}, which cannot be run`, 2);
  return named ?? NAMES.map(locate).find(Boolean);
}

export function installChromium() {
  if (findChromium()) return;
  if (!existsSync('/etc/debian_version')) {
    throw new Failure('Chromium was not found: install it, or set CHROMIUM to the path of a Chromium browser', 2);
  }
  const [command = '', ...before] = asRoot();
  const apt = (/** @type {string[]} */ ...args) => run(command, [...before, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  apt('update');
  apt('install', '-y', ask('apt-cache', ['show', SHELL]) ? SHELL : 'chromium');
}

/** @returns {string[]} the command that runs another one as root without asking for a password */
function asRoot() {
  if (process.getuid?.() === 0) return ['env'];
  if (ask('sudo', ['-n', 'true']) !== undefined) return ['sudo', '-n', 'env'];
  throw new Failure('Chromium was not found, and installing it needs root: apt-get install chromium', 2);
}
