//! Block ids (`^id` at the end of a line): if both notes have the same one, the loser's gets another.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::pieces::units::said;
use namesake_note::note::{Note, lines};
use namesake_text::text::{Edit, Span};

/// An id without `^`, with its place and what the line says that it ends.
struct Id<'n> {
    name: &'n str,
    span: Span,
    line: Cow<'n, str>,
}

/// The loser's ids that are renamed, each with its place.
pub struct Renamed(Vec<(String, Span, String)>);

impl Renamed {
    pub fn of(winner: &Note, loser: &Note) -> Self {
        let (mine, theirs) = (ids(winner), ids(loser));
        let mut taken: BTreeSet<String> = mine.iter().chain(&theirs).map(|id| id.name.to_lowercase()).collect();
        let mut renamed = Vec::new();
        for id in &theirs {
            let same = mine.iter().find(|other| other.name.eq_ignore_ascii_case(id.name));
            // A line that both notes have is kept once, with its id.
            if same.is_none_or(|same| same.line == id.line) {
                continue;
            }
            let mut names = (2_usize..).map(|number| format!("{}-{number}", id.name));
            if let Some(free) = names.find(|name| taken.insert(name.to_lowercase())) {
                renamed.push((id.name.to_lowercase(), id.span, free));
            }
        }
        Self(renamed)
    }

    /// The edits that rename the ids in the loser.
    pub fn edits(&self) -> impl Iterator<Item = Edit> {
        self.0.iter().map(|(_, span, new)| Edit::replace(*span, new.as_str()))
    }

    /// The new name of the loser's id `name`.
    pub fn new_name(&self, name: &str) -> Option<&str> {
        let known = self.0.iter().find(|(old, ..)| *old == name.to_lowercase());
        known.map(|(.., new)| new.as_str())
    }
}

fn ids(note: &Note) -> Vec<Id<'_>> {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let found = lines(&note.text, body).filter_map(|line| {
        let words = note.slice(line).trim_end();
        let at = words.rfind('^')?;
        let name = &words[at + 1..];
        let is_id = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let apart = words[..at].chars().next_back().is_none_or(char::is_whitespace);
        let start = line.start + at + 1;
        let id = || Id { name, span: Span::new(start, start + name.len()), line: said(note, line) };
        (is_id && apart && !note.body().is_opaque_at(start)).then(id)
    });
    found.collect()
}
