// What a finding would change, with its surroundings, for somebody who judges it by reading.

const AROUND = 5;
const LONGEST_HEAD = 60;
const LONGEST_LINE = 300;
const ENOUGH = 80;

/**
 * Findings as `scan --json` prints them: places are bytes.
 * @typedef {{ path: string, start: number, end: number, text: string }} Edit
 * @typedef {{ title: string, edits: Edit[], creates?: { path: string, text: string } }} Fix
 * @typedef {{ rule: string, tier: string, path: string, start: number, end: number, message: string, evidence: string[], fixes: Fix[], subject: string }} Finding
 * @typedef {(path: string) => Buffer} Read the bytes of a note
 */

/** Where the line begins in which a byte stands. @param {Buffer} note @param {number} at */
const lineStart = (note, at) => (at === 0 ? 0 : note.lastIndexOf(10, at - 1) + 1);

/** Behind the line in which a byte stands, its line break included. @param {Buffer} note @param {number} at */
function lineEnd(note, at) {
  const found = note.indexOf(10, at);
  return found < 0 ? note.length : found + 1;
}

/** Behind the properties of a note, 0 if it has none. @param {Buffer} note */
function headEnd(note) {
  const head = /^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(note.toString('latin1'));
  return head ? head[0].length : 0;
}

/** @param {string} sign @param {Buffer} bytes */
function lines(sign, bytes) {
  if (bytes.length === 0) return [];
  const all = bytes.toString().replace(/\n$/, '').split('\n');
  const shown = all.slice(0, ENOUGH).map((line) => `${sign} ${line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} [...]` : line}`);
  return all.length > ENOUGH ? [...shown, `${sign} [... ${all.length - ENOUGH} more lines]`] : shown;
}

/** Lines before and after a stretch: all properties if it lies among them, else some. @param {Buffer} note @param {number} from @param {number} to */
function surroundings(note, from, to) {
  const head = headEnd(note);
  if (to <= head && note.subarray(0, head).filter((byte) => byte === 10).length <= LONGEST_HEAD) return { before: 0, after: head };
  let [before, after] = [from, to];
  for (let i = 0; i < AROUND && before > 0; i += 1) before = lineStart(note, before - 1);
  for (let i = 0; i < AROUND && after < note.length; i += 1) after = lineEnd(note, after);
  return { before, after };
}

/** The whole lines that edits touch; edits in the same or in neighbouring lines make one stretch. @param {Buffer} note @param {Edit[]} edits */
function stretches(note, edits) {
  /** @type {{ from: number, to: number, edits: Edit[] }[]} */
  const found = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const from = lineStart(note, edit.start);
    // What ends with a line break touches no further line, unless something is left of its own.
    const to = edit.end > from && note[edit.end - 1] === 10 && edit.start === from ? edit.end : lineEnd(note, edit.end);
    const last = found.at(-1);
    if (last && from <= last.to) [last.to] = [Math.max(last.to, to), last.edits.push(edit)];
    else found.push({ from, to, edits: [edit] });
  }
  return found;
}

/** The new bytes of a stretch. @param {Buffer} note @param {{ from: number, to: number, edits: Edit[] }} stretch */
function changed(note, { from, to, edits }) {
  /** @type {Buffer[]} */
  const pieces = [];
  let at = from;
  for (const edit of edits) {
    pieces.push(note.subarray(at, edit.start), Buffer.from(edit.text));
    at = edit.end;
  }
  return Buffer.concat([...pieces, note.subarray(at, to)]);
}

/** @param {Fix} fix @param {Read} read */
function fixLines(fix, read) {
  const paths = [...new Set(fix.edits.map((edit) => edit.path))];
  const edited = paths.flatMap((path) => {
    const note = read(path);
    return stretches(note, fix.edits.filter((edit) => edit.path === path)).flatMap((stretch) => {
      const { before, after } = surroundings(note, stretch.from, stretch.to);
      const parts = [
        ...lines(' ', note.subarray(before, stretch.from)),
        ...lines('-', note.subarray(stretch.from, stretch.to)),
        ...lines('+', changed(note, stretch)),
        ...lines(' ', note.subarray(stretch.to, after)),
      ];
      return [`  @@ ${path}`, ...parts.map((line) => `  ${line}`)];
    });
  });
  const made = fix.creates ? [`  @@ new note ${fix.creates.path}`, ...lines('+', Buffer.from(fix.creates.text)).map((line) => `  ${line}`)] : [];
  return [...edited, ...made];
}

/** The finding with the change that its first fix makes. @param {Finding} finding @param {Read} read */
export function shown(finding, read) {
  const [first, ...others] = finding.fixes;
  const note = read(finding.path);
  const place = `${finding.path}:${note.subarray(0, finding.start).filter((byte) => byte === 10).length + 1}`;
  const { before, after } = surroundings(note, lineStart(note, finding.start), lineEnd(note, Math.max(finding.start, finding.end - 1)));
  return [
    `  ${place}`,
    `  says: ${finding.message}`,
    ...finding.evidence.map((sentence) => `  because: ${sentence}`),
    ...(first ? [`  fix: ${first.title}`, ...fixLines(first, read)] : ['  no fix', ...lines('|', note.subarray(before, after)).map((line) => `  ${line}`)]),
    ...others.map((fix) => `  or: ${fix.title}`),
  ].join('\n');
}
