//! The hash of a text: how a shell knows that a note is still the one an edit was computed for.

use blake2::{Blake2b512, Digest};
use serde::{Deserialize, Serialize};

/// The first 128 bits of `BLAKE2b` (RFC 7693, 64 bytes) over a text's UTF-8 bytes, as 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct TextHash(String);

impl TextHash {
    /// The hash of `text`.
    pub fn of(text: &str) -> Self {
        Self(digest(&[text], 16))
    }

    /// The hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The first `bytes` bytes of `BLAKE2b` over `parts`, at most 64, in hexadecimal. Each part is preceded by its length, so that
/// moving a character from one part to the next changes the result.
pub fn digest(parts: &[&str], bytes: usize) -> String {
    let mut hasher = Blake2b512::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let digits = b"0123456789abcdef";
    hasher
        .finalize()
        .iter()
        .take(bytes)
        .flat_map(|byte| [digits[usize::from(byte >> 4)], digits[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}
