//! Sections of a note that have the same heading, as a section has that was pasted twice.

use std::collections::BTreeMap;

use namesake_names::fold;
use namesake_note::note::{Note, Section, lines};
use namesake_text::text::{Edit, Span};

/// Two sections of one level and title.
#[derive(Debug, Clone, Copy)]
pub struct TwinSections<'n> {
    /// The later one's heading.
    pub heading: &'n Section,
    /// The first one with its heading and subsections.
    pub first: Span,
    /// The later one with its heading and subsections.
    pub second: Span,
}

/// The pairs of a note in the order of their later sections, each with the first section of that level and title. A section
/// stands before those inside it.
pub fn twin_sections(note: &Note) -> Vec<TwinSections<'_>> {
    let body = note.body();
    let mut firsts: BTreeMap<(u8, String), &Section> = BTreeMap::new();
    let mut twins = Vec::new();
    let whole = |section: &Section| Span::new(section.heading.start, body.with_subsections(section).end);
    for section in &body.sections {
        let first = *firsts.entry((section.level, fold(&section.title))).or_insert(section);
        if first.heading != section.heading {
            twins.push(TwinSections { heading: section, first: whole(first), second: whole(section) });
        }
    }
    twins
}

impl TwinSections<'_> {
    /// Whether both have the same lines, blank ones and blanks at the ends aside.
    pub fn are_equal(&self, note: &Note) -> bool {
        let said = |span: Span| {
            lines(&note.text, span).map(|line| note.slice(line).trim_end()).filter(|line| !line.is_empty())
        };
        said(self.first).eq(said(self.second))
    }

    /// The edit that takes the later one out; at the end of the note with the blank lines before it.
    pub fn removal(&self, note: &Note) -> Edit {
        if self.second.end < note.text.len() {
            return Edit::delete(self.second);
        }
        let kept = note.text[..self.second.start].trim_end().len();
        let end = note.text[kept..].find('\n').map_or(self.second.start, |at| kept + at + 1);
        Edit::delete(Span::new(end, self.second.end))
    }
}
