import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { portToUse } from './port.mjs';

const server = createServer();
let taken = 0;

beforeEach(
  () =>
    new Promise((ready) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        taken = typeof address === 'object' && address ? address.port : 0;
        ready(undefined);
      });
    }),
);
afterEach(() => new Promise((closed) => server.close(() => closed(undefined))));

it('refuses a port the user named when somebody has it', async () => {
  await expect(portToUse(taken)).rejects.toThrow(`port ${taken}`);
});

it('finds a port where the user named none', async () => {
  expect(await portToUse(undefined)).toBeGreaterThan(0);
});
