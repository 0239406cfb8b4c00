// Repeatable random numbers, and the names of generated vaults: the same seed gives the same vault.

export const FIRST = `Abena Adriana Agnes Alvaro Amara Anouk Arjun Astrid Aurel Ayako Benedikt Bilal Branka Caoimhe Cedric Chiara
Dagny Darius Delphine Edda Eero Elodie Emeka Eszter Fabian Farida Fiorella Gaspard Gerrit Gitte Hamza Hanna Hedda Hugo
Idris Ilse Imani Ingmar Isolde Jarek Joaquim Judit Kaito Kamila Kerstin Kwame Laszlo Leila Linnea Lorcan Ludmila Maelle
Malik Marit Matteo Mireia Naoko Nikolai Nuria Odile Oskar Paloma Pavel Petra Quentin Rania Rasmus Rosalind Saoirse Selma
Simone Sunniva Tadeo Tamar Thora Tomasz Ulrike Valentin Vesna Viggo Wanda Willem Xenia Yara Yusuf Zelda Zoran`.split(/\s+/);
export const STEM = `Alder Ash Birk Black Bram Brock Carr Clay Cold Cross Dahl Darn Elm Fair Fern Glen Gran Hall Harts Hazel Holm Horn
Kirk Lang Lind Marsh Mill North Oak Pen Quill Rav Rook Sand Shaw Stein Thorn Wald Whit Wolf`.split(/\s+/);
export const TAIL = `acker berg borough bridge by court dale den feld field ford gaard gate grave ham hurst ing ley man mere moor
quist rup schmidt son stad stein stone strand sund ton vik ward well wick wood worth`.split(/\s+/);

/**
 * Numbers from 0 to below 1, the same for the same 32-bit seed (mulberry32, by Tommy Ettinger, in the public domain).
 * @param {number} seed @returns {() => number}
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @typedef {object} Dice
 * @property {(n: number) => number} below a whole number from 0 up to, not including, `n`
 * @property {<T>(list: readonly T[]) => T} pick one of a list
 * @property {(p: number) => boolean} chance true with probability `p`
 */

/** @param {number} seed @returns {Dice} */
export function makeDice(seed) {
  const random = randomFrom(seed);
  /** @param {number} n */
  const below = (n) => Math.floor(random() * n);
  return { below, pick: (list) => list[below(list.length)], chance: (p) => random() < p };
}

// The characters of Windows-1252 for the bytes 80 to 9F (WHATWG index). '\0' stands for none; exporters drop such bytes.
// It is written out, as Node 20 decodes "windows-1252" as Latin-1.
const CP1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** Reads the UTF-8 bytes of a text as Windows-1252, as some exporters do to emoji. @param {string} text */
export function wreck(text) {
  /** @param {number} byte */
  const show = (byte) => (byte >= 0x80 && byte <= 0x9f ? CP1252[byte - 0x80] : String.fromCharCode(byte));
  return Array.from(new TextEncoder().encode(text), show).join('').replaceAll('\0', '');
}
