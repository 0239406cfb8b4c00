//! Text and places in it: spans, edits, hashes, UTF-16 offsets. Knows nothing of Markdown, YAML or notes.

pub mod dates;
pub mod diff;
mod edit;
mod hash;
mod line_number;
pub mod mojibake;
pub mod moment;
mod plain;
pub(crate) mod span;
mod spans;
pub mod utf16;

pub use edit::{Edit, EditError, apply, changes, inverse, joined};
pub use hash::{TextHash, digest};
pub use line_number::{LineNumbers, line_number};
pub use plain::{first_sentence, heading_words, plain};
pub use span::{Span, trimmed};
pub use spans::Spans;
