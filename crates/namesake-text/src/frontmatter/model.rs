//! The frontmatter of a note as it was read: its properties with their places. Reading is left to `read`, changes to
//! `splice`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::{self, Display, Formatter};

use namesake_language::{Said, say};

use super::fence::Fence;
use super::value::Value;
use crate::text::Span;

/// A larger block (in bytes) is data, not properties.
pub(super) const LARGEST: usize = 1 << 20;

/// The frontmatter of one note. All spans are bytes of the whole note's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontmatter {
    /// Where the block lies, if there is one.
    pub fence: Fence,
    /// The properties as they stand, duplicates too. Empty where `error` is set: a broken block is left alone whole.
    pub entries: Vec<Entry>,
    /// How the properties are written.
    pub root: Root,
    /// The comments, `#` included, line ending not.
    pub comments: Vec<Span>,
    /// Aliases (`*name`) that no anchor in front of them explains.
    pub unknown_aliases: Vec<Span>,
    /// Why the block cannot be read.
    pub error: Option<YamlError>,
    /// Whether a name stands there twice.
    pub(super) repeats: bool,
    /// Whether it was read without the parser.
    pub(super) usual: bool,
}

/// How the properties of a block are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Root {
    /// There are none: no block, an empty one, comments only, or one that cannot be read.
    #[default]
    Empty,
    /// `key: value`, each property on lines of its own.
    Block,
    /// `{"key": "value"}`, as JSON has it.
    Flow,
}

/// One property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name, decoded. For a key that is no scalar (`[a]: 1`): its source.
    pub key: String,
    /// The name as it stands, quotes included.
    pub key_span: Span,
    /// What it holds, decoded.
    pub value: Value,
    /// The value as it stands: quotes and brackets included, from the `|` or `>` of a block scalar, from the first
    /// dash of a block list. Without anchor, tag and comment. Empty, and right after the colon, where nothing stands.
    pub value_span: Span,
    /// Whole lines, from the start of the key's line to the end of the value's last, line ending and a comment on
    /// that line included. In a [`Root::Flow`] block: from key to value.
    pub span: Span,
    /// Whether neither key nor value holds an anchor, an alias, a tag or (inside a collection) a comment.
    pub plain: bool,
}

/// Why a block is not what Obsidian can read. Line and column count from one; the line is the note's, the column
/// counts characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// Line of the note.
    pub line: usize,
    /// Character of that line.
    pub column: usize,
    /// The same place in bytes of the note.
    pub offset: usize,
    /// What is wrong there and what to do about it.
    pub message: Said,
}

impl Display for YamlError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { line, column, message, .. } = self;
        f.write_str(&say!("line {line}, column {column}: {message}", line, column, message))
    }
}

impl Error for YamlError {}

impl Frontmatter {
    /// Whether there is a block and it can be read.
    pub const fn is_valid(&self) -> bool {
        self.error.is_none() && matches!(self.fence, Fence::Block(_))
    }

    /// Whether nothing at the head of the note is broken: it has a block that can be read, or none.
    pub const fn is_sound(&self) -> bool {
        self.error.is_none() && !matches!(self.fence, Fence::Unclosed { .. })
    }

    /// The first property of that name (compared decoded, case and all).
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The decoded text of a property that holds one scalar. Nothing for an empty one.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.value.text()
    }

    /// The decoded texts of a property that holds a list of scalars or a single one. Empty where it is missing.
    pub fn list(&self, key: &str) -> Vec<&str> {
        self.get(key).map(|entry| entry.value.texts()).unwrap_or_default()
    }

    /// Whether a name stands there twice: Obsidian then reads none of the properties.
    pub const fn repeats_names(&self) -> bool {
        self.repeats
    }

    /// The names that occur more than once, in order of their first occurrence.
    pub fn duplicate_keys(&self) -> Vec<&str> {
        if !self.repeats {
            return Vec::new();
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in &self.entries {
            *seen.entry(entry.key.as_str()).or_default() += 1;
        }
        let mut names: Vec<&str> = self.entries.iter().map(|entry| entry.key.as_str()).collect();
        names.retain(|name| seen.remove(name).is_some_and(|count| count > 1));
        names
    }

    /// The properties whose name stands there once. Which of several is meant only a person can say, so that no rule
    /// but the one about duplicates has anything to say about them.
    pub fn single(&self) -> impl Iterator<Item = &Entry> {
        let several = self.duplicate_keys().into_iter().collect::<BTreeSet<_>>();
        self.entries.iter().filter(move |entry| !(self.repeats && several.contains(entry.key.as_str())))
    }

    /// The property of that name, unless there are several.
    pub fn only(&self, key: &str) -> Option<&Entry> {
        let mut named = self.entries.iter().filter(|entry| entry.key == key);
        named.next().filter(|_| named.next().is_none())
    }
}
