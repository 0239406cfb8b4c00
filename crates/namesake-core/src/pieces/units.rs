//! Splits the text under a heading into pieces that stay together: a list item with all below it, a table, a code block, a
//! quotation, or else a line.

use std::borrow::Cow;

use namesake_note::note::{Note, bullet, lines};
use namesake_text::text::{Span, mojibake};

/// The kind of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Item,
    Table,
    Quote,
    Line,
}

/// A piece of whole lines, without the last line ending.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    pub span: Span,
    pub kind: Kind,
    /// Whether it follows a blank line or nothing.
    pub apart: bool,
}

impl Unit {
    /// Its text without the blanks at the ends of lines, as [`said`] gives it.
    pub fn words(&self, note: &Note) -> Vec<String> {
        let trimmed = lines(&note.text, self.span).map(|line| said(note, line).into_owned());
        trimmed.filter(|line| !line.is_empty()).collect()
    }
}

/// What a line or an item says, without the blanks at its ends. A damaged line says the same as its mended copy, except in
/// code, where nobody mends it.
pub fn said(note: &Note, span: Span) -> Cow<'_, str> {
    let words = note.slice(span).trim();
    let mended = (!note.body().is_opaque_at(span.start)).then(|| mojibake::decode(words)).flatten();
    mended.map_or(Cow::Borrowed(words), Cow::Owned)
}

/// The pieces in `span`, which is whole lines of the note's body.
pub fn units(note: &Note, span: Span) -> Vec<Unit> {
    let all: Vec<Span> = lines(&note.text, span).collect();
    let words = |at: usize| all.get(at).map_or("", |line| note.slice(*line));
    let mut units: Vec<Unit> = Vec::new();
    let (mut at, mut apart) = (0, true);
    while at < all.len() {
        if words(at).trim().is_empty() {
            (at, apart) = (at + 1, true);
            continue;
        }
        let kind = kind(note, all[at]);
        let mut end = at + 1;
        match kind {
            Kind::Item => {
                let depth = indent(words(at));
                let is_inside = |line: usize| !words(line).trim().is_empty() && indent(words(line)) > depth;
                while let Some(next) =
                    (end..all.len()).find(|line| !words(*line).trim().is_empty()).filter(|next| is_inside(*next))
                {
                    end = next + 1;
                }
            }
            Kind::Table => {
                while end < all.len() && (is_row(note, all[end]) || is_rule(words(end))) {
                    end += 1;
                }
            }
            Kind::Quote => {
                while words(end).trim_start().starts_with('>') {
                    end += 1;
                }
            }
            Kind::Line => {}
        }
        // Code, comments and HTML stay whole.
        while end < all.len() && open_at(note, all[end - 1].end) {
            end += 1;
        }
        units.push(Unit { span: Span::new(all[at].start, all[end - 1].end), kind, apart });
        (at, apart) = (end, false);
    }
    units
}

fn kind(note: &Note, line: Span) -> Kind {
    let words = note.slice(line).trim_start();
    if is_row(note, line) {
        Kind::Table
    } else if words.starts_with('>') {
        Kind::Quote
    } else if bullet(words).is_some() && !note.body().is_opaque_at(line.start) {
        Kind::Item
    } else {
        Kind::Line
    }
}

/// Whether the line is a row of a table.
pub fn is_row(note: &Note, line: Span) -> bool {
    let rows = &note.body().rows;
    let next = rows.partition_point(|row| row.first().is_some_and(|cell| cell.start < line.start));
    rows.get(next).and_then(|row| row.first()).is_some_and(|cell| cell.start <= line.end)
}

/// Whether the line is the rule below a table's head: `|---|:--|`.
pub fn is_rule(words: &str) -> bool {
    words.contains('-') && words.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

/// Whether code, a comment or HTML continues after the line that ends at byte `at`.
fn open_at(note: &Note, at: usize) -> bool {
    let opaque = &note.body().opaque;
    let next = opaque.partition_point(|span| span.end <= at);
    let rest = |span: &Span| note.text[at..span.end].trim().is_empty();
    opaque.get(next).is_some_and(|span| span.start < at && !rest(span))
}

/// The indentation of a line; a tab counts as four.
fn indent(words: &str) -> usize {
    let blank = words.len() - words.trim_start_matches([' ', '\t']).len();
    words[..blank].bytes().map(|byte| if byte == b'\t' { 4 } else { 1 }).sum()
}
