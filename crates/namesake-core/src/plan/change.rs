//! What a plan holds: the notes before and after, and what cannot be done.

use namesake_language::say;
use serde::{Deserialize, Serialize};

use crate::journal::JournalEntry;
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, TextHash};
use namesake_vault::vault::Vault;

/// Why a note is not made larger than `max_note_bytes`.
pub(super) fn too_large() -> String {
    say!("The note would become larger than notes are read; raise the limit in the settings.").into()
}

/// New texts, computed and checked but not written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Plan {
    /// The notes that change, in the order of their paths. A new note is first, since others link to it; a note that is
    /// removed is last, since the others take over what it says.
    pub changes: Vec<NoteChange>,
    /// What was asked for and cannot be done.
    pub left: Vec<LeftOut>,
}

/// A note before and after. If `entry.gone` is set, the note is moved to the trash and `after` is empty. If `entry.came` is
/// set, the note is new: `before` is empty, and no note may stand there yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NoteChange {
    /// The note.
    pub path: NotePath,
    /// The text that the change was computed from. The change may be written only while the note holds this text.
    pub before: String,
    /// The text to write.
    pub after: String,
    /// Small edits that make `after` of `before`, in order, in bytes (at the boundary: UTF-16 units) of `before`.
    pub edits: Vec<NoteEditSpan>,
    /// The findings it settles.
    pub findings: Vec<String>,
    /// Their messages.
    pub messages: Vec<String>,
    /// Their rules.
    pub rules: Vec<&'static str>,
    /// What the journal keeps, so that the change can be taken back.
    pub entry: JournalEntry,
}

/// Id, message and rule of a finding that a change settles.
pub(super) type Cause = (String, String, &'static str);

/// Ids, messages and rules of the findings that a change settles.
pub(crate) type Causes = (Vec<String>, Vec<String>, Vec<&'static str>);

impl NoteChange {
    /// The change that `edits` make to the note in the vault; `after` is its new text with its hash. `None` if the note is
    /// gone or the edits cannot be taken back.
    pub(super) fn of(
        vault: &Vault,
        path: NotePath,
        edits: Vec<Edit>,
        (after, result): (String, TextHash),
        (findings, messages, rules): Causes,
    ) -> Option<Self> {
        let (before, base) = (vault.text(&path)?.to_owned(), vault.hash(&path)?.clone());
        let undo = text::inverse(&before, &edits).ok()?;
        let entry = JournalEntry::new(path.clone(), base, result, undo);
        let edits = edits.into_iter().map(NoteEditSpan::from).collect();
        Some(Self { path, before, after, edits, findings, messages, rules, entry })
    }

    /// The change that `edits` make to the note; `None` if they change nothing or the note is gone.
    ///
    /// # Errors
    /// Why the change must not be made, for the user.
    pub(crate) fn made(
        vault: &Vault,
        path: &NotePath,
        edits: Vec<Edit>,
        causes: Causes,
    ) -> Result<Option<Self>, String> {
        let Some(before) = vault.text(path) else { return Ok(None) };
        let after = text::apply(before, &edits).map_err(|error| error.to_string())?;
        if after == before {
            return Ok(None);
        }
        if after.len() > vault.config().settings.max_note_bytes {
            return Err(too_large());
        }
        let hash = TextHash::of(&after);
        Ok(Self::of(vault, path.clone(), edits, (after, hash), causes))
    }

    /// A new note at `path` that holds `text`.
    pub(crate) fn creation(path: NotePath, text: String, (findings, messages, rules): Causes) -> Self {
        let entry = JournalEntry::creation(path.clone(), &text);
        let edits = vec![Edit::insert(0, text.clone()).into()];
        Self { path, before: String::new(), after: text, edits, findings, messages, rules, entry }
    }

    /// The removal of the note at `path`, which holds `before`.
    pub(crate) fn removal(path: NotePath, before: String, message: String, rule: &'static str) -> Self {
        let entry = JournalEntry::removal(path.clone(), &before);
        let edits = vec![Edit::delete(Span::new(0, before.len())).into()];
        let (after, findings) = (String::new(), Vec::new());
        Self { path, before, after, edits, findings, messages: vec![message], rules: vec![rule], entry }
    }
}

/// An edit of the note it is listed under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NoteEditSpan {
    /// The first byte (at the boundary: UTF-16 unit) that is replaced.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The new text.
    pub text: String,
}

impl From<Edit> for NoteEditSpan {
    fn from(edit: Edit) -> Self {
        Self { start: edit.span.start, end: edit.span.end, text: edit.text }
    }
}

/// A finding, a click or a task to convert that cannot be carried out, or not completely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct LeftOut {
    /// The finding. Empty where no finding was asked for, as for a click; for a task to convert, an id that no finding has.
    pub id: String,
    /// Why, for the user.
    pub reason: String,
}
