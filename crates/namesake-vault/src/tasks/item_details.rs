//! What the lines below an item say about it: `Owner: …`, `Due: …`.

use namesake_text::text::{Span, trimmed};

use super::item_words::ItemWord;
use crate::note::Note;

/// Who has to do an item and by when, as lines below it say, in bytes of the note.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemDetails {
    /// By whom.
    pub owner: Option<Span>,
    /// By when.
    pub due: Option<Span>,
}

impl ItemDetails {
    /// Those that `lines` give, up to the first line that is blank or, by `depth`, not further in than the item.
    pub fn read(note: &Note, lines: &[Span], is_below: impl Fn(&str) -> bool) -> Self {
        let mut found = Self::default();
        for &line in lines.iter().take_while(|line| is_below(note.slice(**line))) {
            found.add(note, line);
        }
        found
    }

    /// Whether they say anything.
    pub const fn is_empty(&self) -> bool {
        self.owner.is_none() && self.due.is_none()
    }

    /// These, and where they say nothing `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { owner: self.owner.or(other.owner), due: self.due.or(other.due) }
    }

    /// The fields of a line: `- **Owner:** Mara | Due: Friday`.
    fn add(&mut self, note: &Note, line: Span) {
        let mut at = line.start;
        for field in note.slice(line).split(['|', ';']) {
            let span = Span::new(at, at + field.len());
            at = span.end + 1;
            let Some((label, value)) = field.split_once([':', '：']) else { continue };
            let label = label.trim_start_matches(|c: char| !c.is_alphabetic());
            let value = trimmed(&note.text, Span::new(span.end - value.len(), span.end));
            let signs = note.slice(value).len() - note.slice(value).trim_start_matches(['*', '_', ' ', ':']).len();
            let value = Span::new(value.start + signs, value.end);
            if value.is_empty() {
                continue;
            }
            if ItemWord::Owner.is(label) {
                self.owner.get_or_insert(value);
            } else if ItemWord::Day.is(label) {
                self.due.get_or_insert(value);
            }
        }
    }
}
