//! What is kept of a change so that it can be taken back: small, plain, checked against the text both ways. Where
//! the journal lies and how batches are named is left to the shells.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::path::NotePath;
use crate::text::{self, Edit, Span, TextHash};

/// One note's change, seen from its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct JournalEntry {
    /// The note.
    pub path: NotePath,
    /// The hash of the text before.
    pub base: TextHash,
    /// The hash of the text after: it is taken back only where this still stands.
    pub result: TextHash,
    /// The edits that lead back, in bytes of the text after.
    pub undo: Vec<Restore>,
}

/// Bytes to put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Restore {
    /// First byte replaced.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What stood there.
    pub text: String,
}

/// Why a change is not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Somebody has edited the note since.
    #[error("{0} has changed since; compare it with the journal and mend it by hand")]
    Changed(NotePath),
    /// The journal does not fit the note although the text is the one it names.
    #[error("the journal's entry for {0} is damaged; nothing was changed")]
    Damaged(NotePath),
}

impl JournalEntry {
    /// The entry for a change of `path` that `undo` takes back: in bytes of the text after.
    pub fn new(path: NotePath, base: TextHash, result: TextHash, undo: Vec<Edit>) -> Self {
        let restore = |Edit { span, text }| Restore { start: span.start, end: span.end, text };
        Self { path, base, result, undo: undo.into_iter().map(restore).collect() }
    }

    /// The text before the change; `current` itself where it is that text already, since the write never came (the app
    /// ended first) or was taken back by other means.
    ///
    /// # Errors
    /// [`Refusal`] where `current` is not the text after it, or the entry does not lead back to the text before.
    pub fn revert(&self, current: &str) -> Result<String, Refusal> {
        let hash = TextHash::of(current);
        if hash == self.base {
            return Ok(current.to_owned());
        }
        if hash != self.result {
            return Err(Refusal::Changed(self.path.clone()));
        }
        let restore = |edit: &Restore| Edit::replace(Span::new(edit.start, edit.end), edit.text.clone());
        let edits: Vec<Edit> = self.undo.iter().map(restore).collect();
        let before = text::apply(current, &edits).ok().filter(|before| TextHash::of(before) == self.base);
        before.ok_or_else(|| Refusal::Damaged(self.path.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(before: &str, after: &str) -> JournalEntry {
        let (base, result) = (TextHash::of(before), TextHash::of(after));
        JournalEntry::new("a.md".into(), base, result, text::changes(after, before))
    }

    #[test]
    fn a_change_is_taken_back_byte_for_byte() {
        let (before, after) = ("\u{feff}a\r\nb ü\r\n", "\u{feff}a\r\nb x ü\r\n\r\n");
        let entry = entry(before, after);
        assert_eq!(entry.revert(after).as_deref(), Ok(before));
    }

    #[test]
    fn a_note_edited_since_is_refused() {
        let entry = entry("a", "b");
        assert_eq!(entry.revert("b!"), Err(Refusal::Changed("a.md".into())));
    }

    #[test]
    fn a_note_that_was_never_written_is_as_it_was() {
        let entry = entry("a", "b");
        assert_eq!(entry.revert("a").as_deref(), Ok("a"));
    }

    #[test]
    fn a_damaged_entry_changes_nothing() {
        let mut entry = entry("one two", "one three");
        entry.undo[0].text.push('!');
        assert_eq!(entry.revert("one three"), Err(Refusal::Damaged("a.md".into())));
    }
}
