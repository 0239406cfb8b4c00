// `node scripts/release.mjs VERSION`: refuses what is not ready to be released under that tag, and else prints what the
// changelog says of it. The workflow of releases asks this before it builds.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './lib/paths.mjs';
import { Failure, main } from './lib/process.mjs';

/** As Obsidian wants tags, without a `v`; or a trial of one, which it does not offer to users. */
const VERSION = /^\d+\.\d+\.\d+(?:-beta\.\d+)?$/;

/**
 * What has to agree before a release.
 * @typedef {object} Told
 * @property {{ version: string, minAppVersion: string }} manifest
 * @property {{ version: string }} npm
 * @property {Record<string, string>} versions the app that each version needs
 * @property {string} cargo
 * @property {string} changelog
 */

/** @param {string} version the tag @param {Told} told @returns {string} the notes of the release; throws where something disagrees */
export function notesOf(version, { manifest, npm, versions, cargo, changelog }) {
  if (!VERSION.test(version)) throw new Failure(`a tag is a version such as 1.2.0 or 1.2.0-beta.1, not ${version}`, 2);
  const named = { 'manifest.json': manifest.version, 'package.json': npm.version, 'Cargo.toml': /^version = "([^"]*)"$/m.exec(cargo)?.[1] };
  for (const [file, says] of Object.entries(named)) {
    if (says !== version) throw new Failure(`${file} says ${says}, the tag ${version}`);
  }
  if (versions[version] !== manifest.minAppVersion) {
    throw new Failure(`versions.json needs "${version}": "${manifest.minAppVersion}", as manifest.json says`);
  }
  const heading = `## [${version}]`;
  const [, section] = changelog.split(/^(?=## \[)/m).find((part) => part.startsWith(heading))?.split(/\n(.*)/s) ?? [];
  if (!section?.trim()) throw new Failure(`CHANGELOG.md has nothing under ${heading}`);
  return section.trim();
}

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(at(file), 'utf8'));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(() => {
    console.log(notesOf(process.argv[2] ?? '', {
      manifest: json('manifest.json'),
      npm: json('package.json'),
      versions: json('versions.json'),
      cargo: readFileSync(at('Cargo.toml'), 'utf8'),
      changelog: readFileSync(at('CHANGELOG.md'), 'utf8'),
    }));
  });
}
