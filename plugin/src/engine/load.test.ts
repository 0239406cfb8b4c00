// @vitest-environment node
import { gzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileOnce } from './load';

/** The smallest WebAssembly module: magic number and version. */
const EMPTY_MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
/** As the build embeds it. */
const packed = (bytes: number[]) => base64(gzipSync(new Uint8Array(bytes), { level: 9 }));

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['on a platform that unpacks gzip', () => undefined],
  ['on a platform that does not', () => vi.stubGlobal('DecompressionStream', undefined)],
])('the embedded module %s', (_, prepare) => {
  it('is compiled once, however often it is asked for', async () => {
    prepare();
    const compile = compileOnce(packed(EMPTY_MODULE));
    expect(await compile()).toBeInstanceOf(WebAssembly.Module);
    expect(await compile()).toBe(await compile());
  });

  it('says so when it is no module, not packed, or cut off', async () => {
    prepare();
    await expect(compileOnce(packed([1, 2, 3]))()).rejects.toThrow();
    await expect(compileOnce(base64(new Uint8Array(EMPTY_MODULE)))()).rejects.toThrow();
    await expect(compileOnce(packed(EMPTY_MODULE).slice(0, 16))()).rejects.toThrow();
  });
});

it('is decoded by the platform where it can, to the same bytes', async () => {
  const fromBase64 = vi.fn((text: string) => Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
  Object.assign(Uint8Array, { fromBase64 });
  expect(await compileOnce(packed(EMPTY_MODULE))()).toBeInstanceOf(WebAssembly.Module);
  expect(fromBase64).toHaveBeenCalledOnce();
  Reflect.deleteProperty(Uint8Array, 'fromBase64');
});
