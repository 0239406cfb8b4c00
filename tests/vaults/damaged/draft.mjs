// A note in pieces, and what is wrong with them. A piece knows what stands there and what may come of it; an item of damage
// says which pieces have to become what. So the truth is bytes: a change is right where it makes a piece what an item says.

/**
 * @typedef {object} Piece
 * @property {string[]} options what stands there, then what may come of it
 */

/** One right way to mend an item: which pieces become which of their options. @typedef {[Piece, number][]} Way */

/**
 * @typedef {object} Item something that is to be found
 * @property {string} rule which rule claims to find it
 * @property {string} what the damage, in words
 * @property {string[]} paths the notes that a finding may stand in
 * @property {Way[]} ways what may come of it, the best first; several only where nothing in the vault decides
 * @property {Piece[]} at where it stands
 * @property {boolean} report whether saying so is enough: nobody can tell what should be there
 * @property {boolean} [asked] whether somebody has to be asked: nothing in the vault proves it, so a change by itself is wrong
 * @property {string} [creates] the path of the note that is to be made
 * @property {boolean} [follows] it follows from another item: right where it is found, no miss where not
 */

export class Draft {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
    /** @type {Piece[]} */
    this.pieces = [];
  }

  /** @param {string} text */
  say(text) {
    this.put(text);
    return this;
  }

  /** @param {...string} options @returns {Piece} */
  put(...options) {
    const piece = { options };
    this.pieces.push(piece);
    return piece;
  }

  /** The note as it is planted. */
  get text() {
    return this.pieces.map((piece) => piece.options[0]).join('');
  }
}

export class Truth {
  constructor() {
    /** @type {Item[]} */
    this.items = [];
  }

  /**
   * @param {string} rule @param {string} what @param {Draft | Draft[]} notes @param {Way[]} ways
   * @param {Partial<Item>} [more]
   */
  add(rule, what, notes, ways, more = {}) {
    const paths = [notes].flat().map((note) => note.path);
    const at = more.at ?? ways.flat().map(([piece]) => piece);
    this.items.push({ rule, what, paths, ways, report: false, ...more, at });
  }

  /** What becomes of `piece` alone. @param {string} rule @param {string} what @param {Draft} note @param {Piece} piece */
  mend(rule, what, note, piece) {
    this.add(rule, what, note, piece.options.slice(1).map((_, n) => [[piece, n + 1]]));
  }

  /** What can only be told. @param {string} rule @param {string} what @param {Draft} note @param {Piece} piece */
  tell(rule, what, note, piece) {
    this.add(rule, what, note, piece.options.slice(1).map((_, n) => [[piece, n + 1]]), { at: [piece], report: true });
  }
}
