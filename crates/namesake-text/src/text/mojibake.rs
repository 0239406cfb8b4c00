//! UTF-8 that was read as Windows-1252, once or several times: found and decoded, sequence by sequence. Where a note
//! may be searched (not in code) and whether a repair is made is left to the callers.
//!
//! Only complete sequences that give a likely character count as proof; a sentence in quotation marks gives the same
//! letters and marks in a row (`Café…”`), and must stay. The evidence counts within a line.

use std::ops::RangeInclusive;

use super::edit::{Edit, apply};
use super::span::Span;

mod cell;
mod lossy;
mod script;

use cell::{Cell, continuation, whole};

pub use cell::{Repair, Sureness, windows_1252};

/// All repairs of `text`, in order, not overlapping; neighbouring sequences make one repair. After the exact ones no
/// further exact repair is left.
pub fn repairs(text: &str) -> Vec<Repair> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(suspect) = suspect(text, at) {
        let start = text[..suspect].rfind('\n').map_or(0, |line| line + 1);
        let end = text[suspect..].find('\n').map_or(text.len(), |line| suspect + line);
        line_repairs(text, Span::new(start, end), &mut found);
        at = end;
    }
    found
}

/// The text with all exact repairs made; nothing where there is none.
pub fn decode(text: &str) -> Option<String> {
    let exact = repairs(text).into_iter().filter(|repair| repair.sure == Sureness::Exact);
    let edits: Vec<Edit> = exact.map(|repair| Edit::replace(repair.span, repair.text)).collect();
    if edits.is_empty() { None } else { apply(text, &edits).ok() }
}

/// Whether a repair can be found in `text` at all. Where this is false there is none.
pub fn is_suspect(text: &str) -> bool {
    text.as_bytes().contains(&LEAD) && suspect(text, 0).is_some()
}

/// Whether there is anything to decode in `text`, or something left of what cannot be decoded any more.
pub fn is_damaged(text: &str) -> bool {
    has_remnant(text) || !repairs(text).is_empty()
}

/// Whether `text` looks as if a sequence lost its end and cannot be told any more, as `Ãngel` for Ángel: `Ã` before a
/// lower-case letter begins no word.
pub fn has_remnant(text: &str) -> bool {
    text.chars().zip(text.chars().skip(1)).any(|(lead, next)| lead == 'Ã' && next.is_lowercase())
}

/// The first byte of all lead characters, which are U+00C2 to U+00F4. Most notes do not have it, and cost only this
/// search.
const LEAD: u8 = 0xC3;

/// The first lead character after byte `from` that a continuation follows, or any `Ã`, whose continuation may have been
/// turned into a blank.
fn suspect(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == LEAD)?;
        let found = match bytes.get(at + 1) {
            Some(0x83) => true,
            Some(0x82..=0xB4) => text[at + 2..].chars().next().and_then(continuation).is_some(),
            _ => false,
        };
        if found {
            return Some(at);
        }
        at += 2;
    }
}

fn line_repairs(text: &str, line: Span, found: &mut Vec<Repair>) {
    let chars = line.of(text).char_indices();
    let cells: Vec<Cell> =
        chars.map(|(at, c)| Cell { c, span: Span::new(at, at + c.len_utf8()).shifted(line.start) }).collect();
    let with_controls = settled(cells.clone(), Controls::OnTheWay);
    let leaves_one = with_controls.iter().any(|cell| cell.is_decoded() && cell.c.is_control());
    let cells = if leaves_one { settled(cells, Controls::Never) } else { with_controls };
    let exact = exact_repairs(&cells);
    let line = lossy::Line { cells: &cells, damaged: !exact.is_empty(), task: lossy::is_task(line.of(text)) };
    let doubtful = line.repairs().into_iter().chain(script::repairs(&cells));
    let first = found.len();
    found.extend(exact.into_iter().chain(doubtful));
    found[first..].sort_by_key(|a| a.span);
}

/// Whether a sequence may give a control character. In text damaged twice the undefined bytes do so on the way:
/// `Ã…Â\u{81}` is `Å\u{81}` is `Ł`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Controls {
    OnTheWay,
    Never,
}

/// Decodes until nothing is left. Each round joins cells, so this ends; text damaged twice takes two rounds.
fn settled(mut cells: Vec<Cell>, controls: Controls) -> Vec<Cell> {
    while let Some(next) = round(&cells, controls) {
        cells = next;
    }
    cells
}

/// Neighbouring decoded cells together.
fn exact_repairs(cells: &[Cell]) -> Vec<Repair> {
    let runs = cells.chunk_by(|a, b| a.is_decoded() && b.is_decoded()).filter(|run| run[0].is_decoded());
    let repair = |run: &[Cell]| Repair {
        span: Span::new(run[0].span.start, run[run.len() - 1].span.end),
        text: run.iter().map(|cell| cell.c).collect(),
        sure: Sureness::Exact,
    };
    runs.map(repair).collect()
}

/// What a complete sequence needs before it is believed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Nothing: no one writes these characters in a row.
    Sure,
    /// A believed one in the same line.
    Weak,
    /// Another one right beside it: scripts in which no character stands alone, and what looks like a quotation.
    Joined,
}

struct Sequence {
    start: usize,
    end: usize,
    c: char,
    trust: Trust,
}

/// Decodes every believed sequence once; nothing where there is none.
fn round(cells: &[Cell], controls: Controls) -> Option<Vec<Cell>> {
    let mut sequences: Vec<Sequence> = Vec::new();
    let quoted = quotation(cells);
    let mut at = 0;
    while at < cells.len() {
        let sequence =
            sequence(cells, at, quoted).filter(|sequence| controls == Controls::OnTheWay || !sequence.c.is_control());
        at = sequence.as_ref().map_or(at + 1, |sequence| sequence.end);
        sequences.extend(sequence);
    }
    let touches = |a: Option<&Sequence>, b: &Sequence| {
        a.is_some_and(|a| a.trust != Trust::Weak && !a.c.is_control() && (a.end == b.start || b.end == a.start))
    };
    let is_joined = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| sequences.get(before));
        touches(before, &sequences[at]) || touches(sequences.get(at + 1), &sequences[at])
    };
    let is_proof = |at: usize| match sequences[at].trust {
        Trust::Sure => true,
        Trust::Joined => is_joined(at),
        Trust::Weak => false,
    };
    let proofs: Vec<bool> = (0..sequences.len()).map(is_proof).collect();
    if !proofs.contains(&true) {
        return None;
    }
    let mut out = Vec::with_capacity(cells.len());
    let mut done = 0;
    for (sequence, proof) in sequences.iter().zip(proofs) {
        if proof || sequence.trust == Trust::Weak {
            out.extend_from_slice(&cells[done..sequence.start]);
            let span = Span::new(cells[sequence.start].span.start, cells[sequence.end - 1].span.end);
            out.push(Cell { c: sequence.c, span });
            done = sequence.end;
        }
    }
    out.extend_from_slice(&cells[done..]);
    Some(out)
}

/// Where the line's first quotation begins: a mark that is no part of a sequence.
fn quotation(cells: &[Cell]) -> usize {
    let opens = |at: &usize| is_quote(cells[*at].c) && (*at == 0 || !matches!(cells[at - 1].c, 'Â'..='ô'));
    (0..cells.len()).find(opens).unwrap_or(cells.len())
}

fn is_quote(c: char) -> bool {
    matches!(c, '‘' | '’' | '‚' | '“' | '”' | '„' | '»' | '«' | '›' | '‹' | '"' | '\'')
}

/// The characters around a sequence. They may show that its signs are meant and not damage.
struct Surroundings {
    before: Option<char>,
    /// The character before that one.
    earlier: Option<char>,
    after: Option<char>,
    /// It stands in what may be a quotation.
    quoted: bool,
}

impl Surroundings {
    fn follows_capital(&self) -> bool {
        self.before.is_some_and(char::is_uppercase)
    }

    fn follows_word(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
    }

    fn ends_word(&self) -> bool {
        !self.after.is_some_and(char::is_alphabetic)
    }

    fn stands_alone(&self) -> bool {
        self.before.is_none() && self.after.is_none_or(|after| after == '\r')
    }
}

/// The sequence that begins at cell `start`, if its bytes are whole and its character is likely enough to be tried.
fn sequence(cells: &[Cell], start: usize, quoted: usize) -> Option<Sequence> {
    let (len, c) = whole(cells, start)?;
    let end = start + len;
    let earlier = |by: usize| start.checked_sub(by).map(|at| cells[at].c);
    let after = cells.get(end).map(|cell| cell.c);
    let surroundings = Surroundings { before: earlier(1), earlier: earlier(2), after, quoted: quoted < start };
    let trust = match len {
        2 => two_bytes(c, cells[start + 1].c, &surroundings),
        3 if is_quotation(&cells[start + 1..end], &surroundings) => Some(Trust::Weak),
        3 => three_bytes(c, after),
        _ => four_bytes(c),
    }?;
    Some(Sequence { start, end, c, trust })
}

/// A mark that people set right behind a word.
fn is_mark(c: char) -> bool {
    matches!(c, '‘' | '’' | '“' | '”' | '…' | '–' | '—' | '»' | '«' | '›' | '‹' | '\u{a0}')
}

/// Two marks behind a word: `“Câ…”`.
fn is_quotation(marks: &[Cell], surroundings: &Surroundings) -> bool {
    marks.iter().all(|cell| is_mark(cell.c))
        && surroundings.ends_word()
        && (surroundings.follows_word() || surroundings.quoted)
}

fn two_bytes(c: char, mark: char, surroundings: &Surroundings) -> Option<Trust> {
    match c {
        '\0'..='\u{9f}' => Some(Trust::Joined),
        '\u{a0}'..='\u{ff}' if may_be_meant(c, mark, surroundings) => Some(Trust::Weak),
        '\u{a0}'..='\u{ff}' => Some(Trust::Sure),
        _ if !c.is_alphanumeric() => None,
        // `„Ä“`, `„Spaß“`.
        _ if is_mark(mark) && surroundings.ends_word() => Some(Trust::Joined),
        _ => Some(Trust::Weak),
    }
}

/// Whether someone may have written `Â` or `Ã` and the mark behind it.
fn may_be_meant(c: char, mark: char, surroundings: &Surroundings) -> bool {
    match mark {
        // `MANHÃ–TARDE`, though `KÃ–LN` is likelier.
        '–' | '—' => surroundings.follows_capital(),
        // An operator squared, or a footnote: `⟨Â²⟩`, `IRMÃ²`.
        '²' | '³' if c == mark => !surroundings.follows_word() && !surroundings.stands_alone(),
        '¹' | '²' | '³' => {
            surroundings.follows_capital()
                && surroundings.earlier.is_some_and(char::is_uppercase)
                && surroundings.ends_word()
        }
        // Capitals in quotation marks, `“AMANHÔ`; the letter itself, `“Ã”`; blanks as the French set them, `« Â »`.
        _ if is_mark(mark) && surroundings.ends_word() => {
            let spaced = mark == '\u{a0}' && surroundings.after.is_some_and(|after| ":;!?»".contains(after));
            surroundings.follows_capital() || (!surroundings.follows_word() && (spaced || surroundings.quoted))
        }
        _ => false,
    }
}

/// Characters of three bytes that stand alone in Latin text: punctuation to arrows, technical marks, shapes, dingbats
/// (Braille, line separators and directional controls left out), kana, presentation forms.
const SURE_THREE: [RangeInclusive<char>; 9] = [
    '\u{2000}'..='\u{2027}',
    '\u{202f}'..='\u{2064}',
    '\u{2070}'..='\u{27ff}',
    '\u{2900}'..='\u{2bff}',
    '\u{3000}'..='\u{30ff}',
    '\u{3200}'..='\u{33ff}',
    '\u{fb00}'..='\u{fb06}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{a720}'..='\u{a720}',
];

fn three_bytes(c: char, after: Option<char>) -> Option<Trust> {
    if SURE_THREE.iter().any(|range| range.contains(&c)) {
        return Some(Trust::Sure);
    }
    match c {
        // Vietnamese: `Nguyá»…n` is `Nguyễn`, but `«está»…` is Spanish.
        '\u{1e00}'..='\u{1eff}' if after.is_some_and(|c| c.is_ascii_alphabetic()) => Some(Trust::Sure),
        '\u{1e00}'..='\u{1eff}' => Some(Trust::Weak),
        _ => c.is_alphanumeric().then_some(Trust::Joined),
    }
}

fn four_bytes(c: char) -> Option<Trust> {
    match c {
        '\u{1d400}'..='\u{1d7ff}' | '\u{1f000}'..='\u{1faff}' => Some(Trust::Sure),
        // Tags, as in the flags of Scotland and Wales.
        '\u{e0020}'..='\u{e007f}' => Some(Trust::Joined),
        _ => c.is_alphanumeric().then_some(Trust::Joined),
    }
}

#[cfg(test)]
mod tests;
