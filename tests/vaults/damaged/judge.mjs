// Compares the findings and changes of the engine with the truth, piece by piece.

/** @typedef {import('./draft.mjs').Draft} Draft @typedef {import('./draft.mjs').Piece} Piece @typedef {import('./draft.mjs').Item} Item */
/** @typedef {{path: string, start: number, end: number, text: string}} Edit in UTF-16 units of the note */
/** @typedef {{rule: string, tier: string, path: string, start: number, end: number, message: string, fixes: {title: string, edits: Edit[]}[]}} Finding */

/**
 * Reads `text` as the pieces of a note, each as one of its options, as far as possible. Returns how many pieces fit, and the
 * offsets where the last of them ends, each with the changes that lead there, the last change first.
 * @param {Draft} draft @param {string} text
 */
function follow(draft, text) {
  /** @type {Map<number, any>} */
  let reached = new Map([[0, null]]);
  for (const [fit, piece] of draft.pieces.entries()) {
    const next = new Map();
    for (const [offset, chain] of reached) {
      piece.options.forEach((option, n) => {
        const to = offset + option.length;
        if (!next.has(to) && text.startsWith(option, offset)) next.set(to, n === 0 ? chain : [piece, n, chain]);
      });
    }
    if (next.size === 0) return { reached, fit };
    reached = next;
  }
  return { reached, fit: draft.pieces.length };
}

/**
 * The option of each changed piece with which the note reads `text`; null if no choice of options gives it.
 * @param {Draft} draft @param {string} text @returns {Map<Piece, number> | null}
 */
export function flips(draft, text) {
  const { reached, fit } = follow(draft, text);
  if (fit < draft.pieces.length || !reached.has(text.length)) return null;
  const changed = new Map();
  for (let chain = reached.get(text.length); chain; chain = chain[2]) changed.set(chain[0], chain[1]);
  return changed;
}

/** Says where `text` first differs from everything that the truth allows. @param {Draft} draft @param {string} text */
function stray(draft, text) {
  const { reached, fit } = follow(draft, text);
  if (fit === draft.pieces.length) return 'what belongs together was changed apart';
  const at = Math.max(...reached.keys());
  return `${JSON.stringify(text.slice(at, at + 200))} where this was to be: ${JSON.stringify(draft.pieces[fit].options).slice(0, 300)}`;
}

/**
 * The items that these changes mend, each in one of its ways; null if anything else changed too.
 * @param {Map<Piece, number>} changed @param {Item[]} items @returns {{item: Item, way: number}[] | null}
 */
export function mended(changed, items) {
  const done = [];
  const covered = new Set();
  for (const item of items) {
    const ways = item.ways.map((way, n) => ({ way, n })).filter(({ way }) => way.length > 0 && way.every(([piece, option]) => changed.get(piece) === option));
    const best = ways.sort((a, b) => b.way.length - a.way.length)[0];
    if (!best) continue;
    done.push({ item, way: best.n });
    // If two ways of one item change a piece, the fuller way counts: of a pair of lines only one may go.
    for (const [piece] of best.way) covered.add(piece);
  }
  return [...changed.keys()].every((piece) => covered.has(piece)) ? done : null;
}

/** @param {string} text @param {Edit[]} edits */
function applied(text, edits) {
  let [out, at] = ['', 0];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

export class Judge {
  /** @param {Draft[]} drafts @param {Item[]} items */
  constructor(drafts, items) {
    this.drafts = new Map(drafts.map((draft) => [draft.path, draft]));
    this.texts = new Map(drafts.map((draft) => [draft.path, draft.text]));
    this.items = items;
    /** @type {Map<Piece, Item[]>} */
    this.of = new Map();
    for (const item of items) for (const piece of new Set([...item.at, ...item.ways.flat().map(([piece]) => piece)])) this.of.set(piece, [...(this.of.get(piece) ?? []), item]);
  }

  /** The items that one fix mends; null if it changes anything else too. @param {{edits: Edit[]}} fix */
  ofFix(fix) {
    const changed = new Map();
    const made = [];
    for (const path of new Set(fix.edits.map((edit) => edit.path))) {
      const [draft, text] = [this.drafts.get(path), this.texts.get(path)];
      if (!draft || text === undefined) {
        made.push(path);
        continue;
      }
      const here = flips(draft, applied(text, fix.edits.filter((edit) => edit.path === path)));
      if (!here) return null;
      for (const [piece, n] of here) changed.set(piece, n);
    }
    const items = new Set([...changed.keys()].flatMap((piece) => this.of.get(piece) ?? []));
    const done = mended(changed, [...items]);
    return done && made.every((path) => done.some(({ item }) => item.creates === path)) ? done : null;
  }

  /** The items of the finding's rule at its place. @param {Finding} finding */
  at(finding) {
    const draft = this.drafts.get(finding.path);
    const found = [];
    let start = 0;
    for (const piece of draft?.pieces ?? []) {
      const end = start + piece.options[0].length;
      const meets = start === end ? finding.start <= start && start <= finding.end : start < Math.max(finding.end, finding.start + 1) && finding.start < end;
      if (meets) found.push(...(this.of.get(piece) ?? []).filter((item) => item.rule === finding.rule && item.at.includes(piece)));
      start = end;
    }
    return found;
  }

  /**
   * Judges a finding: the items that it finds, whether one of its fixes is right, and whether the first one is.
   * @param {Finding} finding @returns {{items: Item[], right: boolean, first: boolean}}
   */
  weigh(finding) {
    const fixes = finding.fixes.map((fix) => this.ofFix(fix));
    const right = fixes.findIndex((done) => done && done.length > 0);
    if (right >= 0) {
      const done = fixes[right] ?? [];
      return { items: done.map(({ item }) => item).filter((item) => item.rule === finding.rule), right: true, first: right === 0 };
    }
    const here = this.at(finding);
    const reports = here.filter((item) => item.report);
    if (reports.length > 0) return { items: reports, right: true, first: true };
    return { items: here, right: false, first: false };
  }

  /**
   * Judges the automatic changes of a note: the items that they mend, and what is wrong.
   * @param {string} path @param {string} after @returns {{items: Item[], wrong: string[]}}
   */
  after(path, after) {
    const draft = this.drafts.get(path);
    if (!draft) return { items: [], wrong: [`${path}: made`] };
    const changed = flips(draft, after);
    if (changed) {
      const candidates = new Set([...changed.keys()].flatMap((piece) => this.of.get(piece) ?? []));
      // Of an item that concerns several notes, only the part in this note is judged here.
      const here = [...candidates].map((item) => ({ ...item, whole: item, ways: item.ways.map((way) => way.filter(([piece]) => draft.pieces.includes(piece))) }));
      const done = mended(changed, here);
      if (done) return { items: done.map(({ item }) => /** @type {any} */ (item).whole), wrong: [] };
    }
    return { items: [], wrong: [`${path}: ${stray(draft, after)}`] };
  }
}
