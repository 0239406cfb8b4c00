//! A participant with the person they are.

use namesake_text::path::NotePath;

/// A participant of a meeting as written, and the person note it certainly means.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// As written in the meeting note.
    pub written: String,
    /// The person note, where the names engine is sure.
    pub person: Option<NotePath>,
    /// Whether the form is only similar to the person's name. That is enough to know who is around, but not to write
    /// into notes.
    pub misheard: bool,
}
