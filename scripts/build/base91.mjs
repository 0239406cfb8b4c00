// Bytes as text: thirteen bits in two characters, where base64 has twelve. Read again by `plugin/src/engine/load.ts`.
// The digits are the printable characters of ASCII but for the blank and the three that a string in double quotes, or
// one that `$` may open something in, would have to escape: `"`, the backslash and the backtick.

const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((sign) => !'"\\`'.includes(sign));

/** The last six bits, where there are no more, are one character. @param {Uint8Array} bytes @returns {string} */
export function base91(bytes) {
  let text = '';
  let [word, bits] = [0, 0];
  for (const byte of bytes) {
    word += byte * 2 ** bits;
    bits += 8;
    if (bits < 13) continue;
    text += pair(word % 2 ** 13);
    word = Math.floor(word / 2 ** 13);
    bits -= 13;
  }
  if (bits === 0) return text;
  return text + (bits > 6 ? pair(word) : DIGITS[word]);
}

/** @param {number} word */
const pair = (word) => `${DIGITS[word % 91]}${DIGITS[Math.floor(word / 91)]}`;
