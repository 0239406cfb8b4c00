// `npm run lint`: every linter of every language, all of them even when one complains.

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildCore } from './build.mjs';
import { Failure, main } from './lib/failure.mjs';
import { parseFlags } from './lib/flags.mjs';
import { at } from './lib/paths.mjs';
import { ask } from './lib/process.mjs';
import { commandJob, runJobs, summarise } from './lib/summary.mjs';
import { setUpForBuild } from './setup.mjs';

await main(async () => {
  parseFlags({}, 'npm run lint');
  await setUpForBuild();
  await buildCore();
  return summarise('linter', await runJobs(linters()));
});

/** @returns {import('./lib/summary.mjs').Job[]} */
function linters() {
  return [
    commandJob('cargo fmt', 'cargo', ['fmt', '--all', '--check']),
    commandJob('cargo clippy', 'cargo', ['clippy', '--workspace', '--all-targets', '--', '-D', 'warnings']),
    commandJob('cargo doc', 'cargo', ['doc', '--workspace', '--no-deps'], { RUSTDOCFLAGS: '-D warnings' }),
    // Outside the workspace, so nothing else tells that its lock file is behind.
    commandJob('cargo fetch (fuzz)', 'cargo', ['fetch', '--locked', '--manifest-path', at('crates/fuzz/Cargo.toml')]),
    commandJob('eslint', 'node', [at('node_modules/eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
    ...typeScriptProjects().map((project) =>
      commandJob(`tsc ${project}`, 'node', [at('node_modules/typescript/bin/tsc'), '--noEmit', '--project', project]),
    ),
  ];
}

/** @returns {string[]} every tsconfig of the repository, relative to it, whose packages are installed */
function typeScriptProjects() {
  const listed = ask('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'tsconfig.json', '**/tsconfig.json']);
  if (!listed) throw new Failure('git lists no tsconfig.json: linting needs a git checkout', 2);
  return listed.split('\n').filter((project) => !lacksPackages(dirname(project)));
}

/** @param {string} folder relative to the repository @returns {boolean} */
function lacksPackages(folder) {
  return existsSync(at(folder, 'package.json')) && !existsSync(at(folder, 'node_modules'));
}
