// Other ways to write a property or a name.

/** The ways in which YAML can write a list. @param {string} name @param {string[]} items */
export const lists = (name, items) => [`${name}: [${items.join(', ')}]`, ...['  ', ''].map((indent) => [`${name}:`, ...items.map((item) => `${indent}- ${item}`)].join('\n'))];

const CONSONANT = /^[^aeiouyäöüø]+/i;

/** A surname as a transcript may hear it: the same first sound and another rest. @param {string} last @param {import('../chance.mjs').Dice} dice */
export function misheard(last, dice) {
  const start = CONSONANT.exec(last)?.[0] ?? last.slice(0, 1);
  // The rests begin with a, o or u: an e or i would change the sound of a C or G before it.
  return `${start}${dice.pick(['anga', 'oomba', 'urro', 'azzi', 'utani', 'omba', 'ollis', 'arvo'])}`;
}
