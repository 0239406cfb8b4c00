// `npm run lint`: every linter of every language, all of them even when one complains.

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { at, release } from './lib/paths.mjs';
import { Failure, ask, main } from './lib/process.mjs';
import { commandJob, runJobs } from './lib/summary.mjs';
import { buildWasm } from './wasm.mjs';

/** Commits up to this one are as they are. */
const SUBJECTS_SINCE = '71d408e8062bf4d56348e53d332fccadd8ac94a7';
const LONGEST_SUBJECT = 72;

await main(async () => {
  // tsc reads the core's types.
  if (!existsSync(release.pkgDir)) await buildWasm();
  return runJobs([
    commandJob('cargo fmt', 'cargo', ['fmt', '--all', '--check']),
    commandJob('cargo clippy', 'cargo', ['clippy', '--workspace', '--all-targets', '--', '-D', 'warnings']),
    commandJob('cargo doc', 'cargo', ['doc', '--workspace', '--no-deps'], { RUSTDOCFLAGS: '-D warnings' }),
    // Outside the workspace, so nothing else tells that its lock file is behind.
    commandJob('cargo fetch (fuzz)', 'cargo', ['fetch', '--locked', '--manifest-path', at('crates/fuzz/Cargo.toml')]),
    commandJob('circles of modules', 'node', [at('scripts/circles.mjs')]),
    commandJob('shares of crates', 'node', [at('scripts/crate-shares.mjs')]),
    commandJob('eslint', 'npx', ['eslint', '.', '--max-warnings', '0']),
    commandJob('depcruise', 'npx', ['depcruise', 'plugin/src', '--config', 'depcruise.config.mjs']),
    ...typeScriptProjects().map((project) => commandJob(`tsc ${project}`, 'npx', ['tsc', '--noEmit', '--project', project])),
    commandJob('typos', 'typos', []),
    { name: 'commit subjects', run: checkSubjects },
  ]);
});

/** @returns {string[]} every tsconfig of the repository, relative to it, whose packages are installed */
function typeScriptProjects() {
  const listed = ask('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'tsconfig.json', '**/tsconfig.json']);
  if (!listed) throw new Failure('git lists no tsconfig.json: linting needs a git checkout', 2);
  const lacksPackages = (/** @type {string} */ folder) => existsSync(at(folder, 'package.json')) && !existsSync(at(folder, 'node_modules'));
  return listed.split('\n').filter((project) => !lacksPackages(dirname(project)));
}

/** Where the history is not there, as in a shallow clone, nothing is looked at. @returns {import('./lib/summary.mjs').Counts} */
function checkSubjects() {
  const log = ask('git', ['log', '--no-merges', '--format=%s', `${SUBJECTS_SINCE}..HEAD`]);
  if (log === undefined) console.log('The history is not here.');
  const long = (log ?? '').split('\n').filter((subject) => subject.length > LONGEST_SUBJECT);
  long.forEach((subject) => console.error(`This has more than ${LONGEST_SUBJECT} characters: ${subject}`));
  return { passed: long.length === 0 ? 1 : 0, failed: long.length === 0 ? 0 : 1 };
}
