//! The meeting that a meeting note is about: its day, who took part, what it was about in one sentence.

use std::collections::BTreeSet;

use super::summary::summary;
use namesake_note::config::Settings;
use namesake_note::days::{DayForms, FoundDay, day_of_path, find_day};
use namesake_note::note::Note;
use namesake_note::recognition::attendance::listed_in_body;
use namesake_note::recognition::labels::{Label, labels};
use namesake_note::recognition::{Attendance, headed_day, labelled_day, stated_day};
use namesake_note::vocabulary::{OwnWords, Role, roles};
use namesake_note::word_list::{WordList, lower};
use namesake_text::text::Span;
use namesake_transcript::{speakers_of, transcript_spans};

/// What a meeting note says about the meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The day, as an ISO date.
    pub date: Option<String>,
    /// Whether the day is written as one that may be two, so that the vault's other days have a say.
    pub is_day_open: bool,
    /// The participants as written, each once.
    pub participants: Vec<String>,
    /// The first sentence of the summary, as plain words.
    pub summary: Option<String>,
}

/// Values of `status` for a meeting that did not take place, in lower case.
static OFF: WordList = WordList::new("cancelled canceled postponed rescheduled abgesagt verschoben annulé annulée");

/// Values of `status` for a meeting in the future, in lower case.
static TO_COME: WordList = WordList::new("planned scheduled upcoming tentative geplant");

/// Reads what `note` says about its meeting, and where its transcripts stand. `forms` reads days that may be two.
pub(super) fn meeting(note: &Note, settings: &Settings, forms: DayForms) -> (Meeting, Vec<Span>) {
    // A meeting that did not take place has no day; neither has one in the future, unless its note has a summary.
    let status = note.frontmatter.text("status").unwrap_or_default();
    let status = status.split(|c: char| !c.is_alphabetic()).next().map(lower).unwrap_or_default();
    let summary = summary(note, settings);
    let is_off = OFF.contains(&status) || summary.is_none() && TO_COME.contains(&status);
    let own = settings.own_words();
    let labels = labels(note, &own);
    let found = meeting_day(note, &labels, &own, forms);
    let is_day_open = found.as_ref().is_some_and(|found| found.iso.is_none());
    let date = found.and_then(|found| found.iso).filter(|_| !is_off);
    let mut seen = BTreeSet::new();
    let names = Attendance::of(note, &labels, &own).names.into_iter().map(|name| name.written);
    let mut participants: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
    let bare: Vec<&str> = participants.iter().map(|name| name.trim_matches(['[', ']', '@', ' '])).collect();
    let transcripts = transcript_spans(note, settings, &bare);
    // Where nobody is listed, whoever speaks was there.
    if participants.is_empty() {
        participants = speakers_of(note, &transcripts);
    }
    (Meeting { date, is_day_open, participants, summary }, transcripts)
}

/// The day of a meeting: by a property, by a label, by its file's path, else the day on which the note was made.
fn meeting_day(note: &Note, labels: &[Label], own: &OwnWords, forms: DayForms) -> Option<FoundDay> {
    let stated = stated_day(note, labels, own, forms).or_else(|| day_of_path(&note.path, forms));
    let stated = stated.or_else(|| headed_day(note, forms));
    // If a day is stated and cannot be read, the day on which the note was made does not replace it.
    let is_filled = |text: &str| !text.trim().is_empty() && !text.contains('{');
    let of_role = |role: Role| note.frontmatter.entries.iter().filter(move |entry| roles(&entry.key, own).has(role));
    let is_stated = || {
        let is_read = |label: &Label| label.roles.has(Role::Day) && is_filled(note.slice(label.value));
        labels.iter().any(is_read) || of_role(Role::Day).any(|entry| entry.value.text().is_some_and(is_filled))
    };
    let made = || of_role(Role::Created).find_map(|entry| find_day(entry.value.text()?, forms));
    stated.or_else(|| made().filter(|_| !is_stated()))
}

/// The day that the one label for it states, as an ISO date.
pub fn stated_date(note: &Note, settings: &Settings) -> Option<String> {
    let own = settings.own_words();
    labelled_day(note, &labels(note, &own), DayForms::default())?.iso
}

/// The names in the one list of participants of the body.
pub fn stated_participants(note: &Note, settings: &Settings) -> Vec<String> {
    let own = settings.own_words();
    let names = listed_in_body(note, &labels(note, &own), &own);
    let mut seen = BTreeSet::new();
    names.into_iter().map(|name| name.written).filter(|name| seen.insert(name.clone())).collect()
}
