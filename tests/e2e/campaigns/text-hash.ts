// The hash by which the journal knows a text, worked out apart from the core: SipHash-2-4 with 128 bits and the key zero.
const WORD = 0xffff_ffff_ffff_ffffn;
const rotated = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (64n - by))) & WORD;

type State = [bigint, bigint, bigint, bigint];

function rounds([a, b, c, d]: State, times: number): State {
  for (let n = 0; n < times; n += 1) {
    a = (a + b) & WORD;
    b = rotated(b, 13n) ^ a;
    a = rotated(a, 32n);
    c = (c + d) & WORD;
    d = rotated(d, 16n) ^ c;
    a = (a + d) & WORD;
    d = rotated(d, 21n) ^ a;
    c = (c + b) & WORD;
    b = rotated(b, 17n) ^ c;
    c = rotated(c, 32n);
  }
  return [a, b, c, d];
}

function absorbed([a, b, c, d]: State, word: bigint): State {
  const [e, f, g, h] = rounds([a, b, c, d ^ word], 2);
  return [e ^ word, f, g, h];
}

export function textHash(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer((Math.floor(bytes.length / 8) + 1) * 8));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  padded.setUint8(padded.byteLength - 1, bytes.length & 0xff);
  let state: State = [0x736f6d6570736575n, 0x646f72616e646f6dn ^ 0xeen, 0x6c7967656e657261n, 0x7465646279746573n];
  for (let at = 0; at < padded.byteLength; at += 8) state = absorbed(state, padded.getBigUint64(at, true));
  const folded = (): bigint => state.reduce((sum, word) => sum ^ word, 0n);
  state = rounds([state[0], state[1], state[2] ^ 0xeen, state[3]], 4);
  const first = folded();
  state = rounds([state[0], state[1] ^ 0xddn, state[2], state[3]], 4);
  const digits = new DataView(new ArrayBuffer(16));
  digits.setBigUint64(0, first, true);
  digits.setBigUint64(8, folded(), true);
  return Array.from(new Uint8Array(digits.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
