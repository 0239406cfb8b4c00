// `npm start`: from a clean clone to the plugin running in front of you, on the host page or in a vault of yours.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '../tests/host/serve.mjs';
import { buildAll, buildRelease } from './build.mjs';
import { install, pluginFolderOf } from './install.mjs';
import { at, cliFile, hostDir, release } from './lib/paths.mjs';
import { Failure, main, messageOf, parseFlags, statusOf } from './lib/process.mjs';

const USAGE = 'npm start -- [--no-serve | --port N | --vault DIR]';
const SAMPLE = 'everyday';
const FIRST_DAY = 'first-day';
const PORT = 4173;

await main(async () => {
  const { 'no-serve': noServe, vault, port } = parseFlags(
    { 'no-serve': { type: 'boolean' }, vault: { type: 'string' }, port: { type: 'string' } },
    USAGE,
  );
  if (vault !== undefined && port !== undefined) {
    throw new Failure(`--vault serves nothing, so it takes no --port. Usage: ${USAGE}`, 2);
  }
  if (vault !== undefined) return installInto(vault);
  const asked = port === undefined ? undefined : parsePort(port);
  await buildAll();
  reportSample();
  if (!noServe) await servePage(asked);
});

/** @param {string} text @returns {number} */
function parsePort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Failure(`--port takes a number up to 65535, not ${text}`, 2);
  return port;
}

/** @param {string} vault as typed, relative to where npm was called */
async function installInto(vault) {
  const folder = pluginFolderOf(resolve(process.env['INIT_CWD'] ?? process.cwd(), vault));
  await buildRelease();
  install(release.pluginDir, folder);
}

/** A scan's exit status 1 means that it found something, which is what a sample vault is for. */
function reportSample() {
  console.log(`What \`namesake scan\` finds in the sample vault tests/vaults/${SAMPLE}:\n`);
  const status = statusOf(cliFile, ['scan', at('tests/vaults', SAMPLE)]);
  if (status > 1) throw new Failure(`\`namesake scan\` ended with status ${status}`);
}

/**
 * The sample vault as somebody has it who went through a first batch and switched automatic repairs on.
 * @returns {string} its folder
 */
function practisedVault() {
  const folder = at('build/vaults', SAMPLE);
  rmSync(folder, { recursive: true, force: true });
  cpSync(at('tests/vaults', SAMPLE), folder, { recursive: true });
  const pluginFolder = join(folder, '.obsidian/plugins/namesake');
  mkdirSync(pluginFolder, { recursive: true });
  writeFileSync(join(pluginFolder, 'data.json'), JSON.stringify({ settings: { automatic: true }, firstBatchReviewed: true }));
  return folder;
}

/** On the port that was asked for, else the usual one, else any. @param {number | undefined} asked */
async function servePage(asked) {
  const vaults = { vaultDir: practisedVault(), vaults: { [FIRST_DAY]: at('tests/vaults', SAMPLE) } };
  const serveOn = (/** @type {number} */ port) => serve({ port, ...vaults, pluginDir: release.pluginDir, hostDir });
  const server = await serveOn(asked ?? PORT).catch((error) => {
    if (asked !== undefined) throw new Failure(`port ${asked} is taken or not allowed: ${messageOf(error)}`, 2);
    return serveOn(0);
  });
  console.log(`
The host page with the vault "${SAMPLE}" and the plugin in it (Ctrl-C ends it):
  ${server.url}                       automatic repairs switched on
  ${server.url}?vault=${FIRST_DAY}       as on the first day: nothing is written before you agree
Add \`reset\` (${server.url}?reset) to begin again. Try it: open Meetings/2025-10-30, type a word, wait.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}
