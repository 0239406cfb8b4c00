//! A name in a list of participants, and where it is listed.

use namesake_text::text::Span;

/// Where a name is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListedAt {
    /// It is an item of a property that holds a list.
    Item {
        /// The property's name as written.
        key: String,
        /// The item, counted from 0.
        at: usize,
    },
    /// It stands in a property that holds one text.
    Text,
    /// It stands in the body.
    Body,
}

/// A name in a list of participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedName {
    /// As written, with the brackets of a link.
    pub written: String,
    /// Its bytes in the note; of [`ListedAt::Text`] those of the whole value.
    pub span: Span,
    /// Where it stands.
    pub place: ListedAt,
}
