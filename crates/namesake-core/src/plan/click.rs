//! The plan for a click on a task's checkbox: which line it is by now, and the one note that changes.

use namesake_language::say;
use serde::{Deserialize, Serialize};

use super::change::{NoteChange, too_large};
use namesake_note::note::{Kind, Note};
use namesake_tasks::ClickOutcome;
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, dates, line_number};
use namesake_vault::vault::Vault;

/// A task whose checkbox was clicked, as it was listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct TaskClick {
    /// The note.
    pub path: NotePath,
    /// The number of its line, from 1. If the line has moved, the one line of the note with the same text is meant.
    pub line: usize,
    /// The whole line.
    pub raw: String,
    /// The day of the click, as an ISO date.
    pub today: String,
}

impl TaskClick {
    /// The change that the click makes to the note; `None` where the task's status leads to itself.
    ///
    /// # Errors
    /// Why the note stays as it is, for the user.
    pub(super) fn change(&self, vault: &Vault) -> Result<Option<NoteChange>, String> {
        let gone = || say!("The task is no longer there. Look again.");
        let note = vault.note(&self.path).filter(|note| note.kind != Kind::Excluded).ok_or_else(gone)?;
        let line = self.find(note).ok_or_else(gone)?;
        let today = dates::iso_date(&self.today).ok_or_else(|| say!("The day of the click is no date."))?;
        let options = vault.config().settings.task_options();
        let task = namesake_tasks::parse(line.of(&note.text), &options).ok_or_else(gone)?;
        let refused = |error| say!("The task cannot be completed: {error}.", error);
        let clicked = namesake_tasks::click(&task, &options, today).map_err(refused)?;
        if clicked == NOTHING_LEFT && has_lines_below(&note.text, line) {
            let below = say!("The task says “delete” and lines are indented below it; delete them by hand.");
            return Err(below.into());
        }
        let edits = edits(&note.text, line, &clicked, options.next_is_below);
        if edits.is_empty() {
            return Ok(None);
        }
        let after = text::apply(&note.text, &edits).map_err(|error| error.to_string())?;
        if after.len() > vault.config().settings.max_note_bytes {
            return Err(too_large());
        }
        let entry = vault.read(self.path.clone(), after);
        let mut lines: Vec<&str> = clicked.next.iter().chain(&clicked.line).map(String::as_str).collect();
        if options.next_is_below {
            lines.reverse();
        }
        if !holds(entry.note(), note, line.start, &lines) {
            return Err(say!("The note would not read as before with the task completed; edit it by hand.").into());
        }
        let hash = entry.hash().clone();
        let change = NoteChange::of(vault, self.path.clone(), edits, (entry.into_text(), hash), Default::default());
        Ok(Some(change.ok_or_else(gone)?))
    }

    /// The line in the note as the vault has it now.
    fn find(&self, note: &Note) -> Option<Span> {
        let alike: Vec<Span> =
            note.body().items.iter().filter(|item| item.of(&note.text) == self.raw).copied().collect();
        let stays = |item: &&Span| line_number(&note.text, item.start) == self.line;
        match alike.as_slice() {
            [only] => Some(*only),
            several => several.iter().find(stays).copied(),
        }
    }
}

/// The outcome of a click on a task that does not recur and says that it is deleted when done.
const NOTHING_LEFT: ClickOutcome = ClickOutcome { next: None, line: None };

/// Whether the next line is indented deeper than the task and so belongs to it.
fn has_lines_below(text: &str, line: Span) -> bool {
    let blank = |text: &str| text.len() - text.trim_start_matches([' ', '\t', '>']).len();
    let next = text[line_end(text, line).end..].split(['\r', '\n']).next().unwrap_or_default();
    blank(next) > blank(line.of(text)) && blank(next) < next.len()
}

/// The edits that replace `line` by the lines after the click. Only the words that change are edited; the next occurrence
/// is inserted above, or below if that is asked for.
fn edits(text: &str, line: Span, clicked: &ClickOutcome, below: bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    let end = line_end(text, line);
    match (&clicked.next, &clicked.line) {
        (Some(next), None) | (None, Some(next)) => edits = words(text, line, next),
        (Some(next), Some(done)) => {
            let ending = if end.is_empty() { usual_ending(text) } else { end.of(text) };
            if !below {
                edits.push(Edit::insert(line.start, format!("{next}{ending}")));
            }
            edits.extend(words(text, line, done));
            if below {
                edits = with_behind(edits, line.end, &format!("{ending}{next}"));
            }
        }
        (None, None) => edits.push(Edit::delete(Span::new(line.start, end.end))),
    }
    edits
}

/// `edits`, the last of which may write at byte `at` already, and `more` there.
fn with_behind(mut edits: Vec<Edit>, at: usize, more: &str) -> Vec<Edit> {
    match edits.last_mut().filter(|last| last.span.end == at) {
        Some(last) => last.text.push_str(more),
        None => edits.push(Edit::insert(at, more)),
    }
    edits
}

fn words(text: &str, line: Span, new: &str) -> Vec<Edit> {
    text::changes(line.of(text), new).into_iter().map(|edit| edit.shifted(line.start)).collect()
}

/// The line ending behind `line`; empty at the end of the text.
fn line_end(text: &str, line: Span) -> Span {
    let ending = ["\r\n", "\n", "\r"].into_iter().find(|ending| text[line.end..].starts_with(ending));
    Span::new(line.end, line.end + ending.map_or(0, str::len))
}

/// The line ending that the text begins with.
fn usual_ending(text: &str) -> &'static str {
    let at = text.find(['\r', '\n']).unwrap_or(text.len());
    ["\r\n", "\r"].into_iter().find(|ending| text[at..].starts_with(ending)).unwrap_or("\n")
}

/// Whether `after` has the clicked lines as list items where `before` had the task, and every other item as it was.
fn holds(after: &Note, before: &Note, start: usize, clicked: &[&str]) -> bool {
    let at = before.body().items.partition_point(|item| item.start < start);
    let old = |items: std::ops::Range<usize>| before.body().items[items].iter().map(|item| item.of(&before.text));
    let meant = old(0..at).chain(clicked.iter().copied()).chain(old(at + 1..before.body().items.len()));
    meant.eq(after.body().items.iter().map(|item| item.of(&after.text)))
}
