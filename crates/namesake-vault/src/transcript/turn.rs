//! A turn of a transcript and a line of it: what all forms are read into and from.

use namesake_text::text::Span;

/// What one speaker said at one time. All spans are bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turn {
    /// The speaker's label.
    pub speaker: Option<Span>,
    /// When it was said, as written, without brackets.
    pub time: Option<Span>,
    /// The words, in order: a piece for each line, markup left out. Never empty.
    pub words: Vec<Span>,
}

/// A line of a transcript, without its line ending, the `>` of a callout and blanks at its ends; empty where it is a
/// fence, a heading or a rule.
pub(super) type Line = Span;
