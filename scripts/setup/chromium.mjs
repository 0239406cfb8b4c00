// The browser the end-to-end tests drive: whichever Chromium is there, else Debian's own package.

import { existsSync } from 'node:fs';
import { Failure } from '../lib/failure.mjs';
import { ask, isExecutable, locate, run } from '../lib/process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** @returns {string | undefined} the browser's path: $CHROMIUM, or the first known name in PATH */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!isExecutable(named)) throw new Failure(`CHROMIUM names ${named}, which cannot be run`, 2);
    return named;
  }
  return NAMES.map(locate).find((path) => path !== undefined);
}

/** @type {import('../lib/steps.mjs').Step} */
export const chromium = {
  title: 'Chromium',
  why: 'the browser that the end-to-end tests drive',
  usually: 'a minute',
  satisfied: () => findChromium() !== undefined,
  perform: async (note) => {
    const [command, ...before] = asRoot();
    const apt = (/** @type {string[]} */ ...args) =>
      run(command, [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], { onLine: note });
    await apt('update');
    await apt('install', '-y', 'chromium');
  },
};

/** @returns {[string, ...string[]]} the command that runs another one as root without asking for a password */
function asRoot() {
  if (existsSync('/etc/debian_version')) {
    if (process.getuid?.() === 0) return ['env'];
    if (ask('sudo', ['-n', 'true']) !== undefined) return ['sudo', '-n'];
  }
  throw new Failure('Chromium was not found: install it, or set CHROMIUM to the path of a Chromium browser', 2);
}
