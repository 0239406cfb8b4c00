// Command-line flags of the npm scripts: Node's own parser, with errors cut down to one line.

import { parseArgs } from 'node:util';
import { Failure, messageOf } from './failure.mjs';

/**
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {T} options as Node's `parseArgs` takes them
 * @param {string} usage one line that names every flag
 */
export function parseFlags(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    const [reason] = messageOf(error).split(/\. |\n/);
    throw new Failure(`${reason}. Usage: ${usage}`, 2);
  }
}
