//! A note that was read, with all that was worked out about it alone.

use std::sync::OnceLock;

use super::attendee::Attendee;
use super::task_ties::TiesCache;
use crate::config::Config;
use crate::days::DayOrder;
use crate::facts::Facts;
use crate::note::Note;
use crate::recognition::{Recognition, Signs};
use namesake_text::text::TextHash;

/// A note that was read, with what was found in it. A vault takes it in with `Vault::put`.
pub struct ReadNote {
    pub(super) note: Note,
    /// What the note itself gives as signs of its kind.
    pub(super) signs: Signs,
    /// What it was recognised as.
    pub(super) recognition: Recognition,
    /// The order in which days that may be two were read.
    order: Option<DayOrder>,
    facts: OnceLock<Facts>,
    hash: OnceLock<TextHash>,
    pub(super) ties: TiesCache,
    /// Of a meeting, once its participants are resolved.
    pub(super) attendees: Vec<Attendee>,
}

impl ReadNote {
    /// Wraps a note that was recognised; facts and hash follow when they are asked for.
    pub(super) fn new(mut note: Note, signs: Signs, recognition: Recognition, order: Option<DayOrder>) -> Self {
        note.kind = recognition.kind;
        let (facts, hash, ties) = (OnceLock::new(), OnceLock::new(), TiesCache::default());
        Self { note, signs, recognition, order, facts, hash, ties, attendees: Vec::new() }
    }

    /// Takes the note for what it was recognised as by now. Its facts are read again if its kind, or the order of day
    /// and month, is another one.
    pub(super) fn recognise(&mut self, recognition: Recognition, order: Option<DayOrder>) {
        if recognition.kind != self.note.kind || self.is_read_otherwise(order) {
            self.facts = OnceLock::new();
            self.ties = TiesCache::default();
        }
        self.note.kind = recognition.kind;
        self.recognition = recognition;
        self.order = order;
    }

    /// Whether a day of it may be two and was read in another order than `order`.
    pub(super) fn is_read_otherwise(&self, order: Option<DayOrder>) -> bool {
        let meeting = self.facts.get().and_then(|facts| facts.meeting.as_ref());
        self.order != order && meeting.is_some_and(|meeting| meeting.is_day_open)
    }

    /// The note.
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// The note's facts, read by the settings of `config`.
    pub(super) fn facts(&self, config: &Config) -> &Facts {
        self.facts.get_or_init(|| Facts::of(&self.note, &config.settings, self.order))
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
