// Child processes: run one to its end, or ask one a short question. No shell in between.

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';
import { root, toolsDir } from './paths.mjs';

/** How much of a failed command's output is repeated: enough for a compiler error and its notes. */
const TAIL_LINES = 80;
const ANSI = /\x1b\[[0-9;]*m/g; // eslint-disable-line no-control-regex -- colour codes start with an escape character

/** @typedef {Record<string, string | undefined>} Env */

/** @param {Env} [extra] the environment of every child: our own tools come first in PATH */
const environment = (extra) => ({
  ...process.env,
  PATH: [join(toolsDir, 'bin'), process.env['PATH']].join(delimiter),
  ...extra,
});

/**
 * Runs a command silently, handing each line of its output to `onLine`.
 * @param {string} command @param {string[]} args
 * @param {{ onLine?: (line: string) => void, env?: Env }} [options]
 * @returns {Promise<void>} rejects with the end of the output when the command fails
 */
export async function run(command, args, { onLine, env } = {}) {
  const lines = /** @type {string[]} */ ([]);
  const status = await stream(command, args, env, (line) => {
    lines.push(line);
    const plain = line.replace(ANSI, '').trim();
    if (plain) onLine?.(plain);
  });
  if (status === 0) return;
  const tail = lines.slice(-TAIL_LINES).join('\n');
  throw new Failure(`\`${[command, ...args].join(' ')}\` failed with status ${status}:\n${tail}`);
}

/**
 * Runs a command with its output shown as it comes.
 * @param {string} command @param {string[]} args
 * @param {{ onLine?: (line: string) => void, env?: Env }} [options] with `onLine`, lines are also handed over
 * @returns {Promise<number>} its exit status
 */
export function show(command, args, { onLine, env } = {}) {
  if (onLine) {
    return stream(command, args, env, (line) => {
      console.log(line);
      onLine(line.replace(ANSI, ''));
    });
  }
  const child = spawn(command, args, { cwd: root, env: environment(env), stdio: ['ignore', 'inherit', 'inherit'] });
  return ending(child, command);
}

/**
 * @param {string} command @param {string[]} args @param {Env | undefined} env
 * @param {(line: string) => void} onLine
 */
function stream(command, args, env, onLine) {
  const child = spawn(command, args, { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = ending(child, command);
  for (const output of [child.stdout, child.stderr]) {
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (chunk) => {
      const lines = (rest + chunk).split(/\r?\n|\r/);
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    output.on('end', () => rest && onLine(rest));
  }
  return ended;
}

/** @param {import('node:child_process').ChildProcess} child @param {string} command @returns {Promise<number>} */
function ending(child, command) {
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
  const { status, stdout } = spawnSync(command, args, { cwd: root, env: environment(), encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** @param {string} command @returns {string | undefined} where PATH finds it */
export function locate(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
