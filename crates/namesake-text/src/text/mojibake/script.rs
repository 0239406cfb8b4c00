//! Text in another script without one sequence that is sure: `ÐŸÑ€Ð¸Ð²ÐµÑ‚` is Привет. Three sequences of one script in a
//! row are more than chance; whether they are what somebody means to show, only a person can say. Beside them `KÃ–LN`,
//! which is sure but for the dash.

use namesake_language::translatable;

use super::cell::{Cell, Repair, Sureness, whole};
use crate::text::span::Span;

/// From a run of this many on, the other sequences of the line are believed too.
const RUN: usize = 3;

const LETTERS: &str =
    translatable!("every byte is there and the letters are of one script; nobody is taken to have meant the signs");
const DASH: &str = translatable!("a capital Ã before a dash is taken for Ö");

/// A sequence of two bytes.
struct Letter {
    start: usize,
    c: char,
}

/// The repairs of a line that remain after the exact ones.
pub(super) fn repairs(cells: &[Cell]) -> Vec<Repair> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let letter = letter(cells, at);
        at += if letter.is_some() { 2 } else { 1 };
        letters.extend(letter);
    }
    let dashes = letters.iter().filter(|letter| letter.c == 'Ö' && is_dash(cells, letter.start));
    let mut repairs: Vec<Repair> = dashes.map(|letter| repair(cells, std::slice::from_ref(letter), DASH)).collect();
    let is_run = |run: &&[Letter]| run.len() >= RUN && script(run[0].c).is_some();
    let joined = |a: &Letter, b: &Letter| a.start + 2 == b.start && script(a.c) == script(b.c);
    let Some(script_of_line) = letters.chunk_by(joined).find(is_run).and_then(|run| script(run[0].c)) else {
        return repairs;
    };
    let ours: Vec<&[Letter]> =
        letters.chunk_by(joined).filter(|run| script(run[0].c) == Some(script_of_line)).collect();
    if let ([first, ..], [.., last]) = (ours[0], ours[ours.len() - 1])
        && lacks_one(cells, &letters, script_of_line)
    {
        let span = Span::new(cells[first.start].span.start, cells[last.start + 1].span.end);
        return vec![Repair { span, text: String::new(), sure: Sureness::Lost }];
    }
    repairs.extend(ours.into_iter().map(|run| repair(cells, run, LETTERS)));
    repairs
}

fn letter(cells: &[Cell], at: usize) -> Option<Letter> {
    let untouched = cells.get(at..at + 2)?.iter().all(|cell| !cell.is_decoded());
    let (_, c) = whole(cells, at).filter(|(len, _)| *len == 2 && untouched)?;
    (script(c).is_some() || c == 'Ö').then_some(Letter { start: at, c })
}

fn repair(cells: &[Cell], run: &[Letter], assumed: &'static str) -> Repair {
    let span = Span::new(cells[run[0].start].span.start, cells[run[run.len() - 1].start + 1].span.end);
    Repair { span, text: run.iter().map(|letter| letter.c).collect(), sure: Sureness::Likely { assumed } }
}

fn is_dash(cells: &[Cell], start: usize) -> bool {
    cells[start + 1].c == '–' && start > 0 && cells[start - 1].c.is_uppercase()
}

/// Whether some letter of the script lost its second byte: half a word would be worse than none.
fn lacks_one(cells: &[Cell], letters: &[Letter], script_of_line: u8) -> bool {
    let mut letters = letters.iter().peekable();
    (0..cells.len()).any(|at| {
        while letters.peek().is_some_and(|letter| letter.start + 2 <= at) {
            letters.next();
        }
        let inside = letters.peek().is_some_and(|letter| letter.start <= at);
        !inside && !cells[at].is_decoded() && is_lead(cells[at].c, script_of_line)
    })
}

/// The scripts of two bytes other than Latin: Greek, Cyrillic, Armenian, Hebrew, Arabic.
fn script(c: char) -> Option<u8> {
    match c {
        '\u{370}'..='\u{3ff}' => Some(0),
        '\u{400}'..='\u{52f}' => Some(1),
        '\u{530}'..='\u{58f}' => Some(2),
        '\u{590}'..='\u{5ff}' => Some(3),
        '\u{600}'..='\u{6ff}' => Some(4),
        _ => None,
    }
}

/// Whether `c` is the lead of letters of the script.
fn is_lead(c: char, script_of_line: u8) -> bool {
    let leads = ['Î'..='Ï', 'Ð'..='Ô', 'Ô'..='Ö', 'Ö'..='×', 'Ø'..='Û'];
    leads.get(usize::from(script_of_line)).is_some_and(|leads| leads.contains(&c))
}
