// The Rust toolchain that rust-toolchain.toml pins, with its components and the wasm target.
// rustup is called by name because its automatic installs may be switched off.

import { readFileSync } from 'node:fs';
import { Failure } from '../lib/failure.mjs';
import { at } from '../lib/paths.mjs';
import { ask, run } from '../lib/process.mjs';

/** @returns {{ channel: string, components: string[], targets: string[] }} what rust-toolchain.toml asks for */
function pinned() {
  const text = readFileSync(at('rust-toolchain.toml'), 'utf8');
  const quoted = (/** @type {string} */ source) => [...source.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
  const value = (/** @type {string} */ key) => quoted(new RegExp(`^${key}\\s*=(.*)$`, 'm').exec(text)?.[1] ?? '');
  const [channel] = value('channel');
  if (!channel) throw new Failure('rust-toolchain.toml names no channel', 2);
  return { channel, components: value('components'), targets: value('targets') };
}

/** @returns {import('../lib/steps.mjs').Step} */
export function toolchain() {
  const { channel, components, targets } = pinned();
  return {
    title: `Rust ${channel} with ${[...components, ...targets].join(', ')}`,
    why: 'the toolchain the project is pinned to',
    usually: 'up to 2 minutes',
    satisfied: () => {
      const installed = ask('rustup', ['component', 'list', '--installed', '--toolchain', channel])?.split('\n') ?? [];
      return (
        components.every((name) => installed.some((line) => line.startsWith(`${name}-`) || line === name)) &&
        targets.every((name) => installed.includes(`rust-std-${name}`))
      );
    },
    perform: (note) =>
      run(
        'rustup',
        [
          ...['toolchain', 'install', channel, '--profile', 'minimal', '--no-self-update'],
          ...components.flatMap((name) => ['--component', name]),
          ...targets.flatMap((name) => ['--target', name]),
        ],
        { onLine: note },
      ),
  };
}
