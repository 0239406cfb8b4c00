//! What may stand in a tag.

/// Whether it holds signs that no tag has.
pub fn has_foreign(text: &str) -> bool {
    text.bytes().any(|sign| sign.is_ascii_punctuation() && !matches!(sign, b'_' | b'-' | b'/'))
}
