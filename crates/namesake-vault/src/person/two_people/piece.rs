//! A piece of a note that may hold two people, and which of the two it is about.

use namesake_names::fold;
use namesake_text::path::NotePath;

/// Which of the two something is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The person whose name the note bears.
    Own,
    /// The other one.
    Theirs,
    /// Nothing says so, or it names both.
    Open,
}

/// A piece of the note.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'p> {
    /// Its text.
    pub words: &'p str,
    /// The property that it is a value of.
    pub property: Option<&'p str>,
    /// The notes it links to.
    pub links: &'p [NotePath],
}

/// The folded words of a text, apart at every sign that is no letter or digit.
pub fn folded_words(text: &str) -> Vec<String> {
    let apart = |c: char| !(c.is_alphanumeric() || "'’".contains(c) || ('\u{300}'..='\u{36f}').contains(&c));
    let word = |word: &str| fold(word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word));
    text.split(apart).map(word).filter(|word| !word.is_empty()).collect()
}
