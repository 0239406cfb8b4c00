//! What is kept of a change so that it can be taken back: small, plain, and checked against the text before and after. The
//! shells decide where the journal lies and how batches are named.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use namesake_language::say;
use serde::{Deserialize, Serialize};

use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, TextHash};

/// How to take back the change of one note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct JournalEntry {
    /// The note.
    pub path: NotePath,
    /// The hash of the text before.
    pub base: TextHash,
    /// The hash of the text after. The change is taken back only if the note still has this hash.
    pub result: TextHash,
    /// The edits that restore the text before, in bytes of the text after.
    pub undo: Vec<Restore>,
    /// Whether the change removed the note: `result` is then the hash of the empty text, and `undo` the whole text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// Byte order marks at the start of a removed note's file, if the shell's texts lack them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
    /// Whether the change made the note: `base` is then the hash of the empty text, and taking it back removes the note.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub came: bool,
    /// Of a note that the change made: the note whose words it takes over. Neither is written without the other, and
    /// the new note goes again only when the other one has its words back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NotePath>,
}

/// Bytes to put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Restore {
    /// The first byte that is replaced.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The old text.
    pub text: String,
}

/// Why a change cannot be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The note was edited since.
    Changed(NotePath),
    /// The entry's edits do not fit the note, although its hash does: the entry is damaged.
    Damaged(NotePath),
    /// The change removed a note, and another note now stands at its path.
    InTheWay(NotePath),
    /// The change made a note, and the note was edited since.
    Edited(NotePath),
}

impl Display for Refusal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Changed(note) => say!("{note} has changed since; compare it with the journal and mend it by hand", note),
            Self::Damaged(note) => say!("the journal's entry for {note} is damaged; nothing was changed", note),
            Self::InTheWay(note) => say!("another note stands at {note} by now; move it away and undo again", note),
            Self::Edited(note) => say!(
                "{note} has been edited since it was made, so it stays; throw it away by hand if nothing in it is needed",
                note
            ),
        })
    }
}

impl Error for Refusal {}

impl JournalEntry {
    /// The entry for a change of `path`; `undo` takes it back, in bytes of the text after.
    pub fn new(path: NotePath, base: TextHash, result: TextHash, undo: Vec<Edit>) -> Self {
        let restore = |Edit { span, text }| Restore { start: span.start, end: span.end, text };
        Self {
            path,
            base,
            result,
            undo: undo.into_iter().map(restore).collect(),
            gone: false,
            mark: String::new(),
            came: false,
            from: None,
        }
    }

    /// The entry for removing the note at `path`, which holds `text`.
    pub fn removal(path: NotePath, text: &str) -> Self {
        let undo = vec![Edit::insert(0, text)];
        Self { gone: true, ..Self::new(path, TextHash::of(text), TextHash::of(""), undo) }
    }

    /// The entry for making the note at `path`, which holds `text`.
    pub fn creation(path: NotePath, text: &str) -> Self {
        Self { came: true, ..Self::new(path, TextHash::of(""), TextHash::of(text), Vec::new()) }
    }

    /// The text before the change; empty for a note that the change made, which has to be removed then. If `current` already
    /// is that text, because the app ended before writing or somebody restored it, it is returned as it is.
    ///
    /// # Errors
    /// [`Refusal`] if `current` is not the text after the change, if the entry does not lead back to the text before, or if
    /// the change removed the note and another stands in its place.
    pub fn revert(&self, current: &str) -> Result<String, Refusal> {
        let hash = TextHash::of(current);
        if self.came {
            let is_as_made = hash == self.result;
            return if is_as_made { Ok(String::new()) } else { Err(Refusal::Edited(self.path.clone())) };
        }
        if hash == self.base {
            return Ok(current.to_owned());
        }
        if self.gone {
            return Err(Refusal::InTheWay(self.path.clone()));
        }
        self.lead_back(current, &hash)
    }

    /// The text before the change if no note stands at the path: the text of a removed note, and empty for a note that the
    /// change made.
    ///
    /// # Errors
    /// [`Refusal`] if the change did not remove the note, so somebody else did.
    pub fn recover(&self) -> Result<String, Refusal> {
        match () {
            () if self.came => Ok(String::new()),
            () if self.gone => self.lead_back("", &TextHash::of("")).map(|text| [self.mark.as_str(), &text].concat()),
            () => Err(Refusal::Changed(self.path.clone())),
        }
    }

    fn lead_back(&self, current: &str, hash: &TextHash) -> Result<String, Refusal> {
        if *hash != self.result {
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

    #[test]
    fn a_note_that_was_taken_away_comes_back_where_none_stands() {
        let entry = JournalEntry::removal("a.md".into(), "text\r\n");
        assert_eq!(entry.recover().as_deref(), Ok("text\r\n"));
        assert_eq!(entry.revert("text\r\n").as_deref(), Ok("text\r\n"), "it never went");
        for other in ["", "another"] {
            assert_eq!(entry.revert(other), Err(Refusal::InTheWay("a.md".into())));
        }
        let marked = JournalEntry { mark: "\u{feff}".into(), ..entry };
        assert_eq!(marked.recover().as_deref(), Ok("\u{feff}text\r\n"), "the plugin's texts have no mark");
        let changed = JournalEntry::new("a.md".into(), TextHash::of("a"), TextHash::of("b"), Vec::new());
        assert!(changed.recover().is_err(), "a changed note that is missing was taken by somebody else");
    }

    #[test]
    fn a_note_that_was_made_goes_only_as_it_was_made() {
        let entry = JournalEntry::creation("a.md".into(), "text\r\n");
        assert_eq!(entry.revert("text\r\n").as_deref(), Ok(""));
        for other in ["", "text\n", "text\r\nand more"] {
            assert_eq!(entry.revert(other), Err(Refusal::Edited("a.md".into())), "{other:?}");
        }
        assert_eq!(entry.recover().as_deref(), Ok(""), "somebody threw it away, or it was never written");
    }
}
