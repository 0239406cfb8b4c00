//! A note with what is read from its text; its body is read when somebody first asks for it.

use std::sync::OnceLock;

use super::body::Body;
use crate::kind::Kind;
use namesake_language::{Said, say};
use namesake_text::frontmatter::Frontmatter;
use namesake_text::path::NotePath;
use namesake_text::text::Span;

/// A note's text and what was read from it. All spans are bytes of `text`.
#[derive(Debug, Clone)]
pub struct Note {
    /// Where it lies in the vault.
    pub path: NotePath,
    /// The whole file.
    pub text: String,
    /// The properties.
    pub frontmatter: Frontmatter,
    /// What stands below them, once somebody has asked: rules about properties seldom do.
    body: OnceLock<Body>,
    /// What the note is about.
    pub kind: Kind,
}

impl Note {
    /// `text`, whose `frontmatter` was read already, as a note that nothing is known of yet.
    pub const fn new(path: NotePath, text: String, frontmatter: Frontmatter) -> Self {
        Self { path, text, frontmatter, body: OnceLock::new(), kind: Kind::Source }
    }

    /// What stands below the properties.
    pub fn body(&self) -> &Body {
        self.body.get_or_init(|| Body::read(&self.text, self.frontmatter.fence.body()))
    }

    /// The words in `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The line ending that the note is written with, by its first line.
    pub fn line_ending(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// Why no rule looks at this note, as the rest of a sentence for the user.
    pub fn ignored(&self) -> Option<Said> {
        if self.kind == Kind::Excluded {
            return Some(say!("it is a template or a drawing, or lies in a folder that the settings exclude"));
        }
        self.opted_out().then(|| say!("its property “namesake” asks for it"))
    }

    /// Whether the note asks to be left alone: `namesake: off`, in any case.
    pub fn opted_out(&self) -> bool {
        let asks = |value: &str| ["off", "false", "no"].iter().any(|no| value.trim().eq_ignore_ascii_case(no));
        let mut named = self.frontmatter.entries.iter().filter(|entry| entry.key.eq_ignore_ascii_case("namesake"));
        named.any(|entry| entry.value.text().is_some_and(asks))
    }

    /// The first top heading's words, else the file's name.
    pub fn heading(&self) -> &str {
        let first = self.body().sections.iter().find(|section| section.level == 1);
        first.map_or(self.path.stem(), |section| &section.title)
    }
}
