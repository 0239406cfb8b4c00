// Which port the host page is served on.

import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

const DEFAULT_PORT = 4173;

/**
 * @param {number | undefined} asked by the user
 * @returns {Promise<number>} that port, or the default one, or where that is taken any free one
 */
export async function portToUse(asked) {
  const free = await tryPort(asked ?? DEFAULT_PORT);
  if (free !== undefined) return free;
  if (asked !== undefined) throw new Failure(`port ${asked} is taken or not allowed`, 2);
  return (await tryPort(0)) ?? DEFAULT_PORT;
}

/** @param {number} port 0 for any @returns {Promise<number | undefined>} the port, undefined where it cannot be had */
function tryPort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
