// Turns the embedded text, zstd in base 85, into a compiled module. It is compiled off the main thread where the platform
// allows it; unpacking takes some twenty milliseconds once, and saves a sixth of what gzip leaves.
import { decompress } from 'fzstd';

const [FIRST, BACKSLASH, BACKTICK] = [40, 92, 96];
/** What a character counts, by its code; `scripts/build/base85.mjs` says which ones there are. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => code - FIRST);
DIGITS['}'.charCodeAt(0)] = BACKSLASH - FIRST;
DIGITS['~'.charCodeAt(0)] = BACKTICK - FIRST;

/** The bytes of a text in base 85: five characters are four bytes, at the end n + 1 are n. */
export function decodeBase85(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let at = 0, byte = 0; at < text.length; at += 5, byte += 4) {
    let word = 0;
    // Beyond the end stands the largest digit, so that what was cut off is rounded up again.
    for (let next = at; next < at + 5; next += 1) word = word * 85 + (next < text.length ? (DIGITS[text.charCodeAt(next)] ?? 0) : 84);
    for (let next = 0; next < 4; next += 1) bytes[byte + next] = word >>> (24 - 8 * next);
  }
  return bytes;
}

/** Makes a function that compiles on its first call and hands out the same module ever after. */
export function compileOnce(packed: string): () => Promise<WebAssembly.Module> {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => (compiled ??= compile(packed));
}

/** Async, so that bytes that cannot be unpacked reject like a module that cannot be compiled. */
async function compile(packed: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(new Uint8Array(decompress(decodeBase85(packed))));
}
