// A note made of pieces, and the truth about its damage. A piece has several texts: the one planted in the note, and those
// that it may become. An item of the truth names pieces and the texts they must become, so a change is judged byte by byte.

/**
 * @typedef {object} Piece
 * @property {string[]} options the planted text, then the texts that it may become
 */

/** One right way to mend an item: pieces, and the number of the option that each becomes. @typedef {[Piece, number][]} Way */

/**
 * @typedef {object} Item one piece of damage, which a rule must find
 * @property {string} rule the rule that must find it
 * @property {string} what the damage, in words
 * @property {string[]} paths the notes that a finding may stand in
 * @property {Way[]} ways the right ways to mend it, the best first; several only if nothing in the vault decides
 * @property {Piece[]} at the damaged pieces
 * @property {boolean} report whether a finding without a fix is enough, as nobody can know the right text
 * @property {boolean} [asked] whether the user must decide: nothing in the vault proves it, so an automatic change is wrong
 * @property {string} [creates] the path of a new note that mending it makes
 * @property {boolean} [follows] whether it follows from another item: finding it is right, missing it is no fault
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

  /** The text of the note with its damage. */
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

  /** Adds an item about one piece: any of its other options is right. @param {string} rule @param {string} what @param {Draft} note @param {Piece} piece */
  mend(rule, what, note, piece) {
    this.add(rule, what, note, piece.options.slice(1).map((_, n) => [[piece, n + 1]]));
  }

  /** Adds an item about one piece for which a finding without a fix is enough. @param {string} rule @param {string} what @param {Draft} note @param {Piece} piece */
  tell(rule, what, note, piece) {
    this.add(rule, what, note, piece.options.slice(1).map((_, n) => [[piece, n + 1]]), { at: [piece], report: true });
  }
}
