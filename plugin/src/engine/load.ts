// Turns the embedded text, gzip in base64, into a compiled module. The platform does all of it where it can; the two
// older ways are for iOS before 16.4, which has no `DecompressionStream`, and for all browsers before 2025, which have
// no `fromBase64`.
import { gunzipSync } from 'fflate';

/** Makes a function that compiles on its first call and hands out the same module ever after. */
export function compileOnce(packed: string): () => Promise<WebAssembly.Module> {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => (compiled ??= compile(packed));
}

/** Async, so that bytes that cannot be unpacked reject like a module that cannot be compiled. */
async function compile(packed: string): Promise<WebAssembly.Module> {
  const gzip = bytesOf(packed);
  if (typeof DecompressionStream === 'undefined') return WebAssembly.compile(gunzipSync(gzip));
  // Compiled while it is unpacked: that saves a third of the time.
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compileStreaming(new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }));
}

/** What TypeScript does not know of yet. */
type WithDecoder = { fromBase64: (text: string) => Uint8Array<ArrayBuffer> };

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  if ('fromBase64' in Uint8Array) return (Uint8Array as WithDecoder).fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  // `Uint8Array.from` with a function takes some fifty times as long.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
