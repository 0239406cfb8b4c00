import { compress, init } from '@bokuweb/zstd-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileOnce, decodeBase64, decodeByLoop } from './load';

/** The smallest WebAssembly module: magic number and version. */
const EMPTY_MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const EMPTY_MODULE_BASE64 = 'AGFzbQEAAAA=';

/** As the build embeds it. */
const packed = (bytes: number[]) => btoa(String.fromCharCode(...compress(new Uint8Array(bytes), 22)));

beforeAll(init);

describe('the embedded module', () => {
  it('is decoded to the same bytes with and without the native decoder', () => {
    expect([...decodeBase64(EMPTY_MODULE_BASE64)]).toEqual(EMPTY_MODULE);
    expect([...decodeByLoop(EMPTY_MODULE_BASE64)]).toEqual(EMPTY_MODULE);
  });

  it('keeps bytes above 127', () => {
    expect([...decodeByLoop('/4CA')]).toEqual([255, 128, 128]);
  });

  it('is compiled once, however often it is asked for', async () => {
    const compile = compileOnce(packed(EMPTY_MODULE));
    expect(await compile()).toBe(await compile());
  });

  it('says so when it is no module, or not packed', async () => {
    await expect(compileOnce(packed([1, 2, 3]))()).rejects.toThrow();
    await expect(compileOnce(EMPTY_MODULE_BASE64)()).rejects.toThrow();
  });
});
