// Puts the built plugin into a vault's plugin folder, file by file and whole; settings and everything else stay.

import { copyFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, messageOf } from './lib/process.mjs';

export const PLUGIN_FILES = ['main.js', 'manifest.json', 'styles.css'];

/** @param {string} path */
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * @param {string} vault absolute path
 * @returns {string} the plugin's folder in it; throws where the folder is no vault
 */
export function pluginFolderOf(vault) {
  if (!isFolder(vault)) throw new Failure(`${vault} is not a folder`, 2);
  const config = join(vault, '.obsidian');
  if (!isFolder(config)) throw new Failure(`${vault} is not a vault: it has no .obsidian folder`, 2);
  return join(config, 'plugins', 'namesake');
}

/** @param {string} from the built plugin @param {string} folder the vault's plugin folder, made where it is missing */
export function install(from, folder) {
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of PLUGIN_FILES) {
      const arriving = join(folder, `.${file}.new`);
      copyFileSync(join(from, file), arriving);
      renameSync(arriving, join(folder, file));
    }
  } catch (error) {
    throw new Failure(`could not install into ${folder}: ${messageOf(error)}`, 2);
  }
  console.log(`Installed ${PLUGIN_FILES.join(', ')} into ${folder}`);
  console.log('To enable it: reload Obsidian, then Settings → Community plugins → Installed plugins → Namesake.');
}
