// Child processes without a shell in between, and how a script ends when it cannot go on.

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { root, toolsDir } from './paths.mjs';

/** @typedef {Record<string, string | undefined>} Env */

/** Something the user can mend. `status` is the exit status: 1 for work that failed, 2 for usage and the machine. */
export class Failure extends Error {
  /** @param {string} message @param {1 | 2} [status] */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

/** @param {unknown} error @returns {string} */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Runs a script's body and turns its end into an exit status: one line for a failure, a stack trace for a mistake of ours.
 * @param {() => number | void | Promise<number | void>} body returns an exit status, nothing for 0
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`namesake: ${error.message}`);
    process.exitCode = error.status;
  }
}

/**
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {T} options as Node's `parseArgs` takes them @param {string} usage one line that names every flag
 */
export function parseFlags(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    throw new Failure(`${messageOf(error).split(/\. |\n/)[0]}. Usage: ${usage}`, 2);
  }
}

/** @param {Env} [extra] our own tools come first in PATH; a toolchain that is missing is installed by rustup */
const environment = (extra) => ({
  ...process.env,
  RUSTUP_AUTO_INSTALL: '1',
  PATH: [join(toolsDir, 'bin'), join(toolsDir, 'typos/bin'), process.env['PATH']].join(delimiter),
  ...extra,
});

/**
 * Runs a command with its output shown as it comes.
 * @param {string} command @param {string[]} args @param {Env} [env]
 * @returns {number} its exit status
 */
export function statusOf(command, args, env) {
  const { error, status } = spawnSync(command, args, { cwd: root, env: environment(env), stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw new Failure(`cannot run ${command}: ${error.message}`, 2);
  return status ?? 1;
}

/** The same, for a command that has to succeed. @param {string} command @param {string[]} args @param {Env} [env] */
export function run(command, args, env) {
  const status = statusOf(command, args, env);
  if (status !== 0) throw new Failure(`\`${[command, ...args].join(' ')}\` failed with status ${status}`);
}

/**
 * The same as `statusOf`, and each line of standard output is handed over too.
 * @param {string} command @param {string[]} args @param {(line: string) => void} onLine
 * @returns {Promise<number>}
 */
export function follow(command, args, onLine) {
  const child = spawn(command, args, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    onLine(line);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Failure(`cannot run ${command}: ${error.message}`, 2)));
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/**
 * Asks a command a short question.
 * @param {string} command @param {string[]} args
 * @returns {string | undefined} what it printed, undefined where it is missing or fails
 */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, env: environment(), encoding: 'utf8', maxBuffer: 1e8 });
  return status === 0 ? stdout.trim() : undefined;
}

/** @param {string} command @returns {string | undefined} where PATH finds it */
export const locate = (command) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command)).find(isExecutable);

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
