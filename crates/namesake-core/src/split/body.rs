//! Divides the body of a note: lines that move stand in the new note under the same headings and in the same order.

use super::parts::{At, Part};
use crate::pieces::outline::{Outline, body_start};
use namesake_note::note::{Note, Section};
use namesake_text::text::{Edit, Span, apply};
use namesake_vault::vault::Vault;

/// The bodies of both notes.
pub struct Bodies {
    /// What stays.
    pub kept: String,
    /// What moves.
    pub new: String,
    /// How many heads of tables stand in both.
    pub table_heads: usize,
}

/// Lines that move.
#[derive(Clone, Copy)]
struct Moved {
    span: Span,
    apart: bool,
    is_item: bool,
    table: Option<Span>,
}

/// Divides the body of `note`; `name` is the new note's heading where the old one's is the person's name.
///
/// # Errors
/// If two parts overlap, which none do.
pub fn divide(vault: &Vault, note: &Note, parts: &[Part], name: &str) -> Result<Bodies, String> {
    let moved = parts.iter().filter(|part| part.moves()).filter_map(|part| match part.at {
        At::Lines { span, apart, is_item, table } => Some(Moved { span, apart, is_item, table }),
        At::Property(_) | At::Item(..) => None,
    });
    let moved: Vec<Moved> = moved.collect();
    let start = body_start(note);
    let edits: Vec<Edit> = moved.iter().map(|moved| removal(note, moved)).collect();
    let kept = apply(&note.text, &edits).map_err(|error| error.to_string())?;
    let outline = Outline::of(vault, note);
    let mut writing = Writing { note, text: String::new(), last: None, table_heads: 0 };
    if outline.name.is_some() {
        writing.paragraph(&format!("# {name}"));
    }
    let sections = &note.body().sections;
    let mut open: Vec<&Section> = Vec::new();
    for one in &moved {
        let section = note.body().section_at(one.span.start);
        for heading in section.map(|section| path_to(sections, section)).unwrap_or_default() {
            let is_open = open.iter().any(|other| other.heading == heading.heading);
            if !is_open && Some(heading.heading) != outline.name {
                writing.paragraph(note.slice(heading.heading));
                open.push(heading);
            }
        }
        writing.lines(one);
    }
    if !writing.text.is_empty() {
        writing.text += note.line_ending();
    }
    Ok(Bodies { kept: kept[start..].to_owned(), new: writing.text, table_heads: writing.table_heads })
}

/// The edit that takes lines out, with the line ending behind them; of the blank lines on both sides one run stays.
fn removal(note: &Note, moved: &Moved) -> Edit {
    let eol = |at: usize| {
        let rest = &note.text[at..];
        if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) }
    };
    let mut end = moved.span.end + eol(moved.span.end);
    while moved.apart && moved.table.is_none() && eol(end) > 0 {
        end += eol(end);
    }
    Edit::delete(Span::new(moved.span.start, end))
}

/// The sections that a section stands in, outermost first, itself last.
fn path_to<'n>(sections: &'n [Section], section: &'n Section) -> Vec<&'n Section> {
    let mut path = vec![section];
    let mut level = section.level;
    let before = sections.iter().rev().skip_while(|other| other.heading.start >= section.heading.start);
    for other in before {
        if other.level < level {
            level = other.level;
            path.push(other);
        }
    }
    path.reverse();
    path
}

/// The new body while it is written. Every paragraph ends without a line ending.
struct Writing<'n> {
    note: &'n Note,
    text: String,
    /// The lines that were written last, if no heading followed.
    last: Option<Moved>,
    table_heads: usize,
}

impl Writing<'_> {
    fn paragraph(&mut self, text: &str) {
        let eol = self.note.line_ending();
        if !self.text.is_empty() {
            self.text += eol;
            self.text += eol;
        }
        self.text += text;
        self.last = None;
    }

    fn lines(&mut self, moved: &Moved) {
        let words = self.note.slice(moved.span);
        let follows = self.last.is_some_and(|last| {
            let between = &self.note.text[last.span.end..moved.span.start];
            let is_next = between.trim().is_empty();
            let in_list = last.is_item && moved.is_item && !(is_next && moved.apart);
            let in_table = moved.table.is_some() && last.table == moved.table;
            in_table || in_list || is_next && !moved.apart
        });
        if follows {
            self.text += self.note.line_ending();
            self.text += words;
        } else if let Some(head) = moved.table {
            self.table_heads += 1;
            self.paragraph(self.note.slice(head));
            self.text += self.note.line_ending();
            self.text += words;
        } else {
            self.paragraph(words);
        }
        self.last = Some(*moved);
    }
}

/// Whether both halves read as the whole does: the kept one has all its headings, and list items, code, comments and
/// rows of tables are the same as before, each in one of the two. `table_heads` tables are headed in both.
pub fn holds(kept: &Note, new: &Note, whole: &Note, table_heads: usize) -> bool {
    let headings = |note: &Note| -> Vec<(u8, String)> {
        note.body().sections.iter().map(|section| (section.level, section.title.clone())).collect()
    };
    let pieces = |notes: &[&Note]| {
        let items = |note: &Note| note.body().items.iter().chain(&note.body().opaque).copied().collect::<Vec<_>>();
        let pieces =
            notes.iter().flat_map(|note| items(note).into_iter().map(|span| note.slice(span).trim().to_owned()));
        let mut pieces: Vec<String> = pieces.collect();
        pieces.sort();
        pieces
    };
    let rows = |note: &Note| note.body().rows.len();
    headings(kept) == headings(whole)
        && headings(new).iter().all(|(level, title)| {
            headings(whole).contains(&(*level, title.clone())) || *level == 1 && title == new.path.stem()
        })
        && pieces(&[kept, new]) == pieces(&[whole])
        && rows(kept) + rows(new) == rows(whole) + table_heads
}
