//! A note that was read, with all that was worked out about it alone.

use std::sync::OnceLock;

use super::attendee::Attendee;
use super::task_ties::TiesCache;
use crate::config::Config;
use crate::facts::Facts;
use crate::note::Note;
use namesake_text::text::TextHash;

/// A note that was read, with what was found in it. A vault takes it in with `Vault::put`.
pub struct ReadNote {
    pub(super) note: Note,
    facts: OnceLock<Facts>,
    hash: OnceLock<TextHash>,
    pub(super) ties: TiesCache,
    /// Of a meeting, once its participants are resolved.
    pub(super) attendees: Vec<Attendee>,
}

impl ReadNote {
    /// Wraps a note; facts and hash follow when they are asked for.
    pub(super) fn new(note: Note) -> Self {
        let (facts, hash, ties) = (OnceLock::new(), OnceLock::new(), TiesCache::default());
        Self { note, facts, hash, ties, attendees: Vec::new() }
    }

    /// The note.
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// The note's facts, read by the settings of `config`.
    pub(super) fn facts(&self, config: &Config) -> &Facts {
        self.facts.get_or_init(|| Facts::of(&self.note, &config.settings))
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
