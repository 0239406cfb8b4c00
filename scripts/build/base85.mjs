// Bytes as text: four in five characters, where base64 has three in four. Read again by `plugin/src/engine/load.ts`.
// The digits are the characters from `(` to `|`, with `}` for the backslash and `~` for the backtick: nothing among them
// has to be escaped in any string of JavaScript.

const [FIRST, BACKSLASH, BACKTICK] = [40, 92, 96];

/** @param {number} digit */
function sign(digit) {
  const code = FIRST + digit;
  if (code === BACKSLASH) return '}';
  return code === BACKTICK ? '~' : String.fromCharCode(code);
}

/** The last n bytes, where they are fewer than four, are n + 1 characters. @param {Uint8Array} bytes @returns {string} */
export function base85(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let word = 0;
    for (let next = at; next < at + 4; next += 1) word = word * 256 + (bytes[next] ?? 0);
    let group = '';
    for (let digits = 0; digits < 5; digits += 1) {
      group = sign(word % 85) + group;
      word = Math.floor(word / 85);
    }
    text += group.slice(0, Math.min(4, bytes.length - at) + 1);
  }
  return text;
}
