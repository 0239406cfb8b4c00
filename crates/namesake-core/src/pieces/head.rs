//! A note's properties with their fences while they are changed.

use namesake_text::frontmatter::{Frontmatter, SpliceError};
use namesake_text::text::{Edit, apply};

/// The properties: their text, and what it says.
pub struct Head {
    pub text: String,
    pub fm: Frontmatter,
}

impl Head {
    pub fn of(text: String) -> Self {
        let fm = Frontmatter::read(&text);
        Self { text, fm }
    }

    /// Makes edits that are in bytes of the text.
    ///
    /// # Errors
    /// If they do not fit it.
    pub fn make(&mut self, edits: &[Edit]) -> Result<(), SpliceError> {
        *self = Self::of(apply(&self.text, edits).map_err(|_| SpliceError::Invalid)?);
        Ok(())
    }
}
