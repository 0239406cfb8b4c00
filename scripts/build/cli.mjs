// The command line, in release.

import { at } from '../lib/paths.mjs';
import { run } from '../lib/process.mjs';
import { stamped } from '../lib/stamp.mjs';
import { rustInputs } from './rust-inputs.mjs';

const targetDir = at('target');

export const cliFile = at('target/release/namesake');

/** @type {import('../lib/steps.mjs').Step} */
export const cli = stamped({
  title: 'command line',
  why: 'the `namesake` binary, over the same core',
  usually: '1 to 2 minutes the first time',
  name: 'cli',
  inputs: [...rustInputs('namesake-cli'), 'scripts/build/cli.mjs'],
  outputs: [cliFile],
  perform: (note) =>
    run('cargo', ['build', '--release', '--package', 'namesake-cli', '--target-dir', targetDir], { onLine: note }),
});
