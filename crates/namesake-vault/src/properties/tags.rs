//! The signs that a tag may hold.

/// Whether `text` holds punctuation that no tag may have.
pub fn has_foreign(text: &str) -> bool {
    text.bytes().any(|sign| sign.is_ascii_punctuation() && !matches!(sign, b'_' | b'-' | b'/'))
}
