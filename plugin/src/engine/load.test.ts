import { describe, expect, it } from 'vitest';
import { compileOnce, decodeBase64, decodeByLoop } from './load';

/** The smallest WebAssembly module: magic number and version. */
const EMPTY_MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const EMPTY_MODULE_BASE64 = 'AGFzbQEAAAA=';

describe('the embedded module', () => {
  it('is decoded to the same bytes with and without the native decoder', () => {
    expect([...decodeBase64(EMPTY_MODULE_BASE64)]).toEqual(EMPTY_MODULE);
    expect([...decodeByLoop(EMPTY_MODULE_BASE64)]).toEqual(EMPTY_MODULE);
  });

  it('keeps bytes above 127', () => {
    expect([...decodeByLoop('/4CA')]).toEqual([255, 128, 128]);
  });

  it('is compiled once, however often it is asked for', async () => {
    const compile = compileOnce(EMPTY_MODULE_BASE64);
    expect(await compile()).toBe(await compile());
  });

  it('says so when it is no module', async () => {
    await expect(compileOnce('AAAA')()).rejects.toThrow();
  });
});
