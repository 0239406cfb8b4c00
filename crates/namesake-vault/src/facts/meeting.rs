//! The meeting that a meeting note is about: its day, who took part, what it was about in one sentence.

use super::days::{iso_day, named_day};
use super::labelled_lines::own_fields;
use super::participants::participants;
use super::summary::summary;
use crate::config::Settings;
use crate::note::{Field, Note};
use crate::word_list::{WordList, lower};

/// What a meeting note says about the meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The day, as an ISO date.
    pub date: Option<String>,
    /// The participants as written, each once.
    pub participants: Vec<String>,
    /// The first sentence of the summary, as plain words.
    pub summary: Option<String>,
}

/// Values of `status` for a meeting that did not take place, in lower case.
static OFF: WordList = WordList::new("cancelled canceled postponed rescheduled abgesagt verschoben annulé annulée");

/// Values of `status` for a meeting in the future, in lower case.
static TO_COME: WordList = WordList::new("planned scheduled upcoming tentative geplant");

/// Reads what `note` says about its meeting.
pub(super) fn meeting(note: &Note, settings: &Settings) -> Meeting {
    // A meeting that did not take place has no day; neither has one in the future, unless its note has a summary.
    let status = note.frontmatter.text("status").unwrap_or_default();
    let status = status.split(|c: char| !c.is_alphabetic()).next().map(lower).unwrap_or_default();
    let summary = summary(note, settings);
    let is_off = OFF.contains(&status) || summary.is_none() && TO_COME.contains(&status);
    let date = meeting_date(note).filter(|_| !is_off);
    Meeting { date, participants: participants(note), summary }
}

/// The day of a meeting: its `date` property, its `**Date:**` line, its file's name, its `created` property.
fn meeting_date(note: &Note) -> Option<String> {
    let property = |key: &str| iso_day(note.frontmatter.text(key)?);
    // If a day is stated and cannot be read, the day on which the note was made does not replace it.
    let is_filled = |text: &str| !text.trim().is_empty() && !text.contains('{');
    let is_stated = || {
        let is_read = |field: &&Field| is_filled(note.slice(field.value));
        own_fields(note, &["Date"]).iter().any(is_read) || note.frontmatter.text("date").is_some_and(is_filled)
    };
    let stated = property("date").or_else(|| stated_date(note)).or_else(|| named_day(&note.path));
    stated.or_else(|| property("created").filter(|_| !is_stated()))
}

/// The day that the one `**Date:**` line of a note states, as an ISO date.
pub fn stated_date(note: &Note) -> Option<String> {
    let [field] = own_fields(note, &["Date"])[..] else { return None };
    iso_day(note.slice(field.value))
}
