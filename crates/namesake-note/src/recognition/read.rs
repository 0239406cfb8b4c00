//! A note read and recognised alone, without a vault around it.

use super::conventions::Conventions;
use super::signs::Signs;
use crate::config::Settings;
use crate::note::Note;
use namesake_text::frontmatter::Frontmatter;
use namesake_text::path::NotePath;

impl Note {
    /// Reads `text`. Never fails: what cannot be read is said in `frontmatter`. Its kind is what its own signs say.
    pub fn read(path: NotePath, text: String, settings: &Settings) -> Self {
        let frontmatter = Frontmatter::read(&text);
        let mut note = Self::new(path, text, frontmatter);
        let signs = Signs::of(&note, settings);
        note.kind = Conventions::default().recognise(&note.path, &signs, settings).kind;
        note
    }
}
