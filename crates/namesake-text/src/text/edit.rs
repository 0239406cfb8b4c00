//! Replacing pieces of a text: applying edits, turning them round, and finding them between two texts.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use namesake_language::say;

use super::diff;
use super::span::Span;

/// One replacement: the bytes of `span` become `text`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced, in bytes of the text before any edit. Empty: an insertion.
    pub span: Span,
    /// What stands there afterwards. Empty: a deletion.
    pub text: String,
}

impl Edit {
    /// Replaces `span` by `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts `text` before byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::at(at), text)
    }

    /// Takes `span` out.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// The same edit where the text stands `by` bytes further on, as a line does in its note.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { span: self.span.shifted(by), ..self }
    }
}

/// Why a list of edits cannot be applied to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The span ends past the text or splits a character.
    OutOfText(usize, usize),
    /// Two edits touch the same bytes, or the list is not in order.
    Overlap(usize),
}

impl Display for EditError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::OutOfText(start, end) => say!(
                "the edit at bytes {start}..{end} does not fit the text; read the note again and compute anew",
                start,
                end,
            ),
            Self::Overlap(byte) => say!("the edits overlap at byte {byte}; apply them one after the other", byte),
        })
    }
}

impl Error for EditError {}

/// The text with all `edits` made. They must be in order and must not overlap; insertions at one place keep their order.
///
/// # Errors
/// [`EditError`] where an edit does not fit; nothing is applied then.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for Edit { span, text: new } in edits {
        if span.start < done {
            return Err(EditError::Overlap(span.start));
        }
        let kept = text.get(done..span.start);
        let (Some(kept), Some(_)) = (kept, text.get(span.range())) else {
            return Err(EditError::OutOfText(span.start, span.end));
        };
        out.push_str(kept);
        out.push_str(new);
        done = span.end;
    }
    out.push_str(&text[done..]);
    Ok(out)
}

/// The edits that lead from `apply(text, edits)` back to `text`.
///
/// # Errors
/// As [`apply`].
pub fn inverse(text: &str, edits: &[Edit]) -> Result<Vec<Edit>, EditError> {
    apply(text, edits)?;
    let mut back = Vec::with_capacity(edits.len());
    let (mut added, mut removed) = (0, 0);
    for edit in edits {
        let start = edit.span.start + added - removed;
        back.push(Edit::replace(Span::new(start, start + edit.text.len()), edit.span.of(text)));
        added += edit.text.len();
        removed += edit.span.len();
    }
    Ok(back)
}

/// `edits`, which are in order and do not overlap, with those that touch made one.
pub fn joined(edits: Vec<Edit>) -> Vec<Edit> {
    let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match joined.last_mut().filter(|last| last.span.end == edit.span.start) {
            Some(last) => {
                last.span.end = edit.span.end;
                last.text.push_str(&edit.text);
            }
            None => joined.push(edit),
        }
    }
    joined
}

/// Small edits that lead from `old` to `new`: whole lines are compared first, words inside changed lines then.
pub fn changes(old: &str, new: &str) -> Vec<Edit> {
    let changed = |stretches: Vec<diff::Stretch>| stretches.into_iter().filter(|stretch| !stretch.same);
    let mut edits = Vec::new();
    for line in changed(diff::lines(old, new)) {
        let (gone, come) = (line.old.of(old), line.new.of(new));
        for word in changed(diff::words(gone, come)) {
            edits.push(Edit::replace(word.old.shifted(line.old.start), word.new.of(come)));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        let edits = [Edit::insert(1, "x"), Edit::insert(1, "y")];
        assert_eq!(apply("ab", &edits).unwrap(), "axyb");
    }

    #[test]
    fn an_edit_that_splits_a_character_is_refused() {
        assert_eq!(apply("ü", &[Edit::insert(1, "x")]), Err(EditError::OutOfText(1, 1)));
    }

    #[test]
    fn overlapping_edits_are_refused() {
        let edits = [Edit::delete(Span::new(0, 2)), Edit::delete(Span::new(1, 3))];
        assert_eq!(apply("abc", &edits), Err(EditError::Overlap(1)));
    }

    proptest! {
        #[test]
        fn changes_lead_from_one_text_to_the_other_and_back(old in "[ab \\nü]{0,40}", new in "[ab \\nü]{0,40}") {
            let edits = changes(&old, &new);
            prop_assert_eq!(&apply(&old, &edits).unwrap(), &new);
            let back = inverse(&old, &edits).unwrap();
            prop_assert_eq!(apply(&new, &back).unwrap(), old);
        }
    }
}
