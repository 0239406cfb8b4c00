//! A participant with the person they are.

use namesake_text::path::NotePath;

/// A participant of a meeting as written, and the person note it certainly means.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// As written in the meeting note.
    pub written: String,
    /// The person note, where the names engine is sure.
    pub person: Option<NotePath>,
    /// Whether what is written is only like the person's name: enough to know who is around, not to write into notes.
    pub misheard: bool,
}
