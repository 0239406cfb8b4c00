// `npm start`: from a clean clone to the plugin running in front of you, on the host page or in a vault of yours.

import { resolve } from 'node:path';
import { serve } from '../tests/host/serve.mjs';
import { buildAll, buildPlugin } from './build.mjs';
import { cliFile } from './build/cli.mjs';
import { release } from './build/variants.mjs';
import { install, pluginFolderOf } from './install.mjs';
import { Failure, main } from './lib/failure.mjs';
import { parseFlags } from './lib/flags.mjs';
import { at, hostDir } from './lib/paths.mjs';
import { portToUse } from './lib/port.mjs';
import { show } from './lib/process.mjs';
import { setUpForBuild } from './setup.mjs';

const USAGE = 'npm start -- [--no-serve | --port N | --vault DIR]';
const SAMPLE = 'everyday';

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
  await setUpForBuild();
  await buildAll();
  await reportSample();
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
  await setUpForBuild();
  await buildPlugin();
  install(release.pluginDir, folder);
}

/** A scan's exit status 1 means that it found something, which is what a sample vault is for. */
async function reportSample() {
  console.log(`What \`namesake scan\` finds in the sample vault tests/vaults/${SAMPLE}:\n`);
  const status = await show(cliFile, ['scan', at('tests/vaults', SAMPLE)]);
  if (status > 1) throw new Failure(`\`namesake scan\` ended with status ${status}`);
}

/** @param {number | undefined} asked */
async function servePage(asked) {
  const server = await serve({
    port: await portToUse(asked),
    vaultDir: at('tests/vaults', SAMPLE),
    pluginDir: release.pluginDir,
    hostDir,
  });
  console.log(`\nThe host page with the vault "${SAMPLE}" and the plugin is at ${server.url} (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}
