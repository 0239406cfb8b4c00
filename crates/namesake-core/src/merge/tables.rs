//! Merges two tables with the same head: unknown cells of the winner are filled in, and rows that it lacks or that differ are
//! added.

use crate::pieces::units::{Kind, Unit};
use namesake_note::note::{Note, line_at};
use namesake_text::text::{Edit, Span};

/// The rows of the table in `unit`, the head first.
fn rows<'n>(note: &'n Note, unit: &Unit) -> &'n [Vec<Span>] {
    let rows = &note.body().rows;
    let at = |byte: usize| rows.partition_point(|row| row.first().is_some_and(|cell| cell.start < byte));
    &rows[at(unit.span.start)..at(unit.span.end + 1)]
}

fn cells<'n>(note: &'n Note, row: &[Span]) -> Vec<&'n str> {
    row.iter().map(|cell| note.slice(*cell)).collect()
}

/// The table among `tables` with the same head as `table`.
pub fn with_head<'u>(winner: &Note, tables: &'u [Unit], loser: &Note, table: &Unit) -> Option<&'u Unit> {
    let head = |note, unit| rows(note, unit).first().map(|row| cells(note, row));
    tables.iter().find(|unit| unit.kind == Kind::Table && head(winner, unit) == head(loser, table))
}

fn is_unknown(cell: &str) -> bool {
    cell.is_empty() || cell.eq_ignore_ascii_case("_unknown_")
}

/// The edits after which the winner's table `mine` also says what the loser's table `theirs` says.
pub fn merge(winner: &Note, mine: &Unit, loser: &Note, theirs: &Unit) -> Vec<Edit> {
    let (known, eol) = (rows(winner, mine), winner.line_ending());
    let mut edits = Vec::new();
    let mut filled: Vec<usize> = Vec::new();
    for row in rows(loser, theirs).iter().skip(1) {
        let new = cells(loser, row);
        let line = loser.slice(line_at(&loser.text, row.first().map_or(theirs.span.end, |cell| cell.start)));
        let same = |other: &&Vec<Span>| cells(winner, other) == new;
        if known.iter().skip(1).any(|row| same(&row)) {
            continue;
        }
        let labelled = |other: &Vec<Span>| other.len() == row.len() && cells(winner, other).first() == new.first();
        let Some(at) = known.iter().skip(1).position(labelled).map(|at| at + 1) else {
            edits.push(Edit::insert(mine.span.end, [eol, line].concat()));
            continue;
        };
        let old = cells(winner, &known[at]);
        let differs = old.iter().zip(&new).any(|(old, new)| old != new && !is_unknown(old) && !is_unknown(new));
        // A row is filled from one row only; cells from several would make a row that neither note has.
        if differs || filled.contains(&at) {
            let end = line_at(&winner.text, known[at][0].start).end;
            edits.push(Edit::insert(end, [eol, line].concat()));
            continue;
        }
        filled.push(at);
        for (cell, (old, new)) in known[at].iter().zip(old.iter().zip(&new)) {
            if old != new && is_unknown(old) && !is_unknown(new) {
                edits.push(match old.is_empty() {
                    true => Edit::insert(cell.start, in_empty(&winner.text, cell.start, new)),
                    false => Edit::replace(*cell, *new),
                });
            }
        }
    }
    edits
}

/// `words` with a blank on either side, unless there is one already.
fn in_empty(text: &str, at: usize, words: &str) -> String {
    let before = if text[..at].ends_with(' ') { "" } else { " " };
    let behind = if text[at..].starts_with(' ') { "" } else { " " };
    [before, words, behind].concat()
}
