import { expect, it } from 'vitest';
import { Failure } from './lib/process.mjs';
import { notesOf } from './release.mjs';

const CHANGELOG = '# Changelog\n\n## [Unreleased]\n\n- Soon.\n\n## [1.2.0] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [1.1.0]\n\n- Old.\n';
const READY = {
  manifest: { version: '1.2.0', minAppVersion: '1.13.0' },
  npm: { version: '1.2.0' },
  versions: { '1.1.0': '1.12.0', '1.2.0': '1.13.0' },
  cargo: '[workspace.package]\nversion = "1.2.0"\n',
  changelog: CHANGELOG,
};

it('gives what the changelog says of the version', () => {
  expect(notesOf('1.2.0', READY)).toBe('### Added\n\n- A thing.');
});

it('takes a trial of a version, if everything says so', () => {
  const version = '1.3.0-beta.1';
  const trial = {
    manifest: { version, minAppVersion: '1.13.0' }, npm: { version }, versions: { [version]: '1.13.0' },
    cargo: `version = "${version}"\n`, changelog: `## [${version}]\n\n- Try it.\n`,
  };
  expect(notesOf(version, trial)).toBe('- Try it.');
});

it.each(['v1.2.0', '1.2', '1.2.0-rc', '', 'main'])('refuses %s as a tag, as a mistake in usage', (tag) => {
  expect(() => notesOf(tag, READY)).toThrow(expect.objectContaining({ status: 2 }));
});

it.each([
  ['manifest.json', { manifest: { version: '1.1.0', minAppVersion: '1.13.0' } }],
  ['package.json', { npm: { version: '1.1.0' } }],
  ['Cargo.toml', { cargo: 'version = "1.1.0"\n' }],
  ['versions.json', { versions: { '1.2.0': '1.12.0' } }],
  ['versions.json', { versions: {} }],
  ['CHANGELOG.md', { changelog: '## [1.2.0]\n\n## [1.1.0]\n\n- Old.\n' }],
])('refuses where %s says otherwise, and names it', (file, otherwise) => {
  const refused = () => notesOf('1.2.0', { ...READY, ...otherwise });
  expect(refused).toThrow(Failure);
  expect(refused).toThrow(file);
});
