//! The hash of a text: how a shell knows that a note is still the one an edit was computed for.

use blake2::{Blake2b512, Digest};
use serde::{Deserialize, Serialize};
use siphasher::sip128::SipHasher24;

/// `SipHash-2-4` with 128 bits and the key zero over a text's UTF-8 bytes, as 32 lower-case hexadecimal digits. It tells
/// texts apart that differ by chance; nobody gains anything by a text that was made to hash like another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct TextHash(String);

impl TextHash {
    /// The hash of `text`.
    pub fn of(text: &str) -> Self {
        Self(hexadecimal(&SipHasher24::new().hash(text.as_bytes()).as_bytes()))
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
    hexadecimal(&hasher.finalize()[..bytes])
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
