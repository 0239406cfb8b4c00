//! UTF-8 that went through Windows-1252 once or twice: found and decoded, sequence by sequence.

use super::Span;

/// A damaged stretch and what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The damage, in bytes of the slice that was searched.
    pub span: Span,
    /// What stood there before.
    pub text: String,
    /// How sure that is.
    pub sure: Sureness,
}

/// How sure a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// All bytes are there and decode to this alone.
    Exact,
    /// A byte is lost.
    Lossy {
        /// What was taken for granted, as a sentence.
        assumed: &'static str,
    },
}

/// All repairs of `text`, in order, not overlapping.
pub fn repairs(text: &str) -> Vec<Repair> {
    let _ = text;
    Vec::new()
}

/// The text with all exact repairs made; nothing where there is none.
pub fn decode(text: &str) -> Option<String> {
    let _ = text;
    None
}
