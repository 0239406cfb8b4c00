//! The note of the person who keeps the vault.

use std::collections::BTreeSet;

use super::store::Vault;
use namesake_note::note::Note;
use namesake_text::path::NotePath;

/// In fewer meetings than this nobody is known to be in nearly all.
const MEETINGS: usize = 10;

impl Vault {
    /// Whether the whole vault is the log of the person at `path`: the settings name them as its keeper, or they took part in
    /// at least nine of ten meetings that list anybody.
    pub fn is_keeper(&self, path: &NotePath) -> bool {
        let me = self.config.settings.me.trim();
        if !me.is_empty() && self.named(me).as_ref() == Some(path) {
            return true;
        }
        let count = self.meetings_of.get(path).map_or(0, BTreeSet::len);
        count >= MEETINGS && 10 * count >= 9 * self.listing
    }
}

/// What somebody writes into their own note, folded.
const ME: [&str; 14] = [
    "this is me",
    "thats me",
    "that is me",
    "das bin ich",
    "cest moi",
    "soy yo",
    "este soy yo",
    "sou eu",
    "este sou eu",
    "sono io",
    "dit ben ik",
    "to ja",
    "det här är jag",
    "это я",
];

/// Whether a sentence of the note says that it is about whoever writes it.
pub fn says_me(note: &Note) -> bool {
    let body = &note.text[note.frontmatter.fence.body()..];
    body.lines().take(LINES).flat_map(|line| line.split(['.', '!', ';', '('])).any(|sentence| {
        let bare = sentence.trim_matches(|c: char| !c.is_alphanumeric());
        bare.len() < SENTENCE && ME.contains(&bare.replace(['\'', '’'], "").to_lowercase().as_str())
    })
}

/// How far down that is said, in lines.
const LINES: usize = 60;
/// A longer sentence says more, in bytes.
const SENTENCE: usize = 40;
