import { compress, init } from '@bokuweb/zstd-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { base91 } from '../../../scripts/build/base91.mjs';
import { compileOnce, decodeBase91 } from './load';

/** The smallest WebAssembly module: magic number and version. */
const EMPTY_MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** As the build embeds it. */
const packed = (bytes: number[]) => base91(compress(new Uint8Array(bytes), 22));

beforeAll(init);

describe('the embedded module', () => {
  it('is decoded to the same bytes, however many, from text that no string has to escape', () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, at) => (at < 16 ? 255 : (at * at * 7919) >> 3));
    for (let length = 0; length < bytes.length; length += 1) {
      const text = base91(bytes.subarray(0, length));
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(text).not.toContain('`');
      expect(decodeBase91(text).join()).toBe(bytes.subarray(0, length).join());
    }
  });

  it('is compiled once, however often it is asked for', async () => {
    const compile = compileOnce(packed(EMPTY_MODULE));
    expect(await compile()).toBe(await compile());
  });

  it('says so when it is no module, or not packed', async () => {
    await expect(compileOnce(packed([1, 2, 3]))()).rejects.toThrow();
    await expect(compileOnce(base91(new Uint8Array(EMPTY_MODULE)))()).rejects.toThrow();
  });
});
