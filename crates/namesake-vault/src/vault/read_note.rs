//! A note that was read, with all that was worked out about it alone.

use std::sync::OnceLock;

use super::attendee::Attendee;
use super::task_ties::TiesCache;
use crate::facts::Facts;
use namesake_note::config::Config;
use namesake_note::days::DayForms;
use namesake_note::note::Note;
use namesake_note::recognition::{Recognition, Signs};
use namesake_text::text::TextHash;

/// A note that was read, with what was found in it. A vault takes it in with `Vault::put`.
pub struct ReadNote {
    pub(super) note: Note,
    /// What the note itself gives as signs of its kind.
    pub(super) signs: Signs,
    /// What it was recognised as.
    pub(super) recognition: Recognition,
    /// How days that may be two were read.
    forms: DayForms,
    facts: OnceLock<Facts>,
    hash: OnceLock<TextHash>,
    pub(super) ties: TiesCache,
    /// Of a meeting, once its participants are resolved.
    pub(super) attendees: Vec<Attendee>,
}

impl ReadNote {
    /// Wraps a note that was recognised; facts and hash follow when they are asked for.
    pub(super) fn new(mut note: Note, signs: Signs, recognition: Recognition, forms: DayForms) -> Self {
        note.kind = recognition.kind;
        let (facts, hash, ties) = (OnceLock::new(), OnceLock::new(), TiesCache::default());
        Self { note, signs, recognition, forms, facts, hash, ties, attendees: Vec::new() }
    }

    /// Takes the note for what it was recognised as by now. Its facts are read again if its kind, or the way in which
    /// days are read, is another one.
    pub(super) fn recognise(&mut self, recognition: Recognition, forms: DayForms) {
        if recognition.kind != self.note.kind || self.is_read_otherwise(forms) {
            self.facts = OnceLock::new();
            self.ties = TiesCache::default();
        }
        self.note.kind = recognition.kind;
        self.recognition = recognition;
        self.forms = forms;
    }

    /// Whether a day of it may be two and was read otherwise than by `forms`.
    pub(super) fn is_read_otherwise(&self, forms: DayForms) -> bool {
        let meeting = self.facts.get().and_then(|facts| facts.meeting.as_ref());
        self.forms != forms && meeting.is_some_and(|meeting| meeting.is_day_open)
    }

    /// The note.
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// The note's facts, read by the settings of `config`.
    pub(super) fn facts(&self, config: &Config) -> &Facts {
        self.facts.get_or_init(|| Facts::of(&self.note, &config.settings, self.forms))
    }

    /// The note's text.
    pub fn into_text(self) -> String {
        self.note.text
    }

    /// The hash of the note's text.
    pub fn hash(&self) -> &TextHash {
        self.hash.get_or_init(|| TextHash::of(&self.note.text))
    }
}
