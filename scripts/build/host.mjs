// The host page: a small Obsidian of our own that loads the built plugin in a browser.

import { join } from 'node:path';
import { hostDir } from '../lib/paths.mjs';
import { stamped } from '../lib/stamp.mjs';

/** @type {import('../lib/steps.mjs').Step} */
export const host = stamped({
  title: 'host page',
  why: 'runs the built plugin in a browser, for the tests and for `npm start`',
  usually: 'a second',
  name: 'host',
  inputs: ['tests/host', 'package-lock.json', 'scripts/build/host.mjs'],
  outputs: [join(hostDir, 'index.html')],
  perform: async () => {
    const { buildHost } = await import('../../tests/host/build.mjs');
    await buildHost(hostDir);
  },
});
