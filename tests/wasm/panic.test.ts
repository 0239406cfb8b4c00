// A deliberate panic, in a build made for this test: it traps, reports its message, and harms no other instance.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core, Engine } from 'namesake-wasm';
import { engineOf } from './core.ts';

interface PanickingCore extends Core {
  Engine: new () => Engine & { panic(): void };
}
interface PanickingGlue {
  instantiate: (module: WebAssembly.Module) => Promise<PanickingCore>;
}

const PKG = join(import.meta.dirname, '../../build/pkg-panic');
let instantiate: PanickingGlue['instantiate'];
let module: WebAssembly.Module;

beforeAll(async () => {
  ({ instantiate } = (await import(/* @vite-ignore */ pathToFileURL(join(PKG, 'glue.js')).href)) as PanickingGlue);
  module = await WebAssembly.compile(readFileSync(join(PKG, 'namesake_wasm_bg.wasm')));
});

describe('a panic in the core', () => {
  it('traps, and its message and place are available afterwards', async () => {
    const core = await instantiate(module);
    const engine = new core.Engine();
    expect(core.lastPanic()).toBeUndefined();
    expect(() => engine.panic()).toThrow(WebAssembly.RuntimeError);
    expect(core.lastPanic()).toMatch(/namesake-wasm.*\.rs:\d+:\d+.*\n.*a deliberate panic/s);
  });

  it('does not affect other instances of the module, and a new one works', async () => {
    const [core, neighbour] = [await instantiate(module), await instantiate(module)];
    const [engine, alive] = [new core.Engine(), new neighbour.Engine()];
    alive.upsert([{ path: 'a.md', text: 'a' }]);
    expect(() => engine.panic()).toThrow(WebAssembly.RuntimeError);
    expect(alive.paths()).toEqual(['a.md']);
    expect(neighbour.lastPanic()).toBeUndefined();
    const again = await instantiate(module);
    const fresh = new again.Engine();
    fresh.upsert([{ path: 'b.md', text: 'b' }]);
    expect(fresh.paths()).toEqual(['b.md']);
    expect(again.lastPanic()).toBeUndefined();
  });

  it('cannot be triggered in the released build', async () => {
    expect('panic' in (await engineOf())).toBe(false);
  });
});
