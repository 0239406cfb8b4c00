//! What all changes of properties share: why one is refused, the pieces that edits are made of, and the trial of the
//! edits on the block.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use namesake_language::say;

use crate::frontmatter::fence::Block;
use crate::frontmatter::model::{Entry, Frontmatter, Root};
use crate::frontmatter::scalar;
use crate::frontmatter::usual;
use crate::frontmatter::value::{Place, Style};
use crate::frontmatter::verify::{Declared, verify_from};
use crate::text::{Edit, Span, apply};

/// Why a property is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpliceError {
    /// The note has no block; a second one is never put in front of it.
    NoBlock,
    /// The block cannot be read.
    Invalid,
    /// No such property, or no such item.
    Missing(String),
    /// The name occurs more than once.
    Duplicate(String),
    /// A comment, an anchor, an alias or a tag would be lost.
    Decorated(String),
    /// Written in a way that byte edits cannot keep: a block scalar, an explicit key, one line with others.
    Form(String),
    /// A comment in front of the property stands between blank lines, and the property would move.
    Loose(String),
    /// Properties would move, and an alias would mean something else.
    Alias,
}

impl Display for SpliceError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoBlock => say!("the note has no properties block; add one in Obsidian (“Add file property”) first"),
            Self::Invalid => say!("the properties cannot be read; correct them first"),
            Self::Missing(key) => {
                say!("there is no property `{key}`, or none with that item; read the note again", key)
            }
            Self::Duplicate(key) => {
                say!("the property `{key}` stands there more than once; keep one of them first", key)
            }
            Self::Decorated(key) => {
                say!("the property `{key}` holds a comment, an anchor, an alias or a tag; edit it by hand", key)
            }
            Self::Form(key) => say!("the property `{key}` is written in a form that can only be edited by hand", key),
            Self::Loose(key) => {
                say!("a comment above `{key}` stands by itself; put it directly above the property it is about", key)
            }
            Self::Alias => say!(
                "a property repeats what another one holds (`&name`, `*name`), so their order counts; move them by hand"
            ),
        })
    }
}

impl Error for SpliceError {}

/// Lines for a property that is not there yet; `rest` is what follows its colon.
pub(super) fn new_entry(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    rest: &str,
    after: Option<&Entry>,
) -> Result<Edit, SpliceError> {
    let block = block(fm)?;
    if fm.root == Root::Flow {
        return Err(SpliceError::Form(key.to_owned()));
    }
    let name = written(key, scalar::write(key, Style::Plain, Place::Flow))?;
    let at = after.map_or(block.yaml.end, |entry| entry.span.end);
    Ok(Edit::insert(at, format!("{}{name}:{rest}{}", indent(text, fm), block.eol(text))))
}

/// What stands in front of the block's keys: nothing, as a rule.
pub(super) fn indent<'t>(text: &'t str, fm: &Frontmatter) -> &'t str {
    fm.entries.first().map_or("", |entry| Span::new(entry.span.start, entry.key_span.start).of(text))
}

/// Puts `source` in the place of a value, on the line of its key.
pub(super) fn put(text: &str, entry: &Entry, source: &str) -> Result<Edit, SpliceError> {
    let form = || SpliceError::Form(entry.key.clone());
    let old = entry.value_span;
    let gap = Span::new(entry.key_span.end, old.start).of(text);
    if old.is_empty() {
        if !gap.ends_with(':') {
            return Err(form());
        }
        let rest = &text[old.end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let alone = rest[blanks..].starts_with(['\r', '\n']);
        let span = Span::new(old.start, old.start + if alone { blanks } else { 0 });
        return Ok(Edit::replace(span, format!(" {source}")));
    }
    if old.of(text).ends_with('\n') {
        return Err(form());
    }
    if !gap.contains('\n') {
        return Ok(Edit::replace(old, source));
    }
    let colon = gap.find(':').ok_or_else(form)?;
    if !gap[colon + 1..].trim().is_empty() {
        return Err(SpliceError::Decorated(entry.key.clone()));
    }
    Ok(Edit::replace(Span::new(entry.key_span.end + colon + 1, old.end), format!(" {source}")))
}

pub(super) fn block(fm: &Frontmatter) -> Result<Block, SpliceError> {
    let block = fm.fence.block().ok_or(SpliceError::NoBlock)?;
    if fm.is_valid() { Ok(block) } else { Err(SpliceError::Invalid) }
}

/// Refuses a name that is taken.
pub(super) fn absent(fm: &Frontmatter, key: &str) -> Result<(), SpliceError> {
    block(fm)?;
    if fm.get(key).is_some() { Err(SpliceError::Duplicate(key.to_owned())) } else { Ok(()) }
}

pub(super) fn only<'f>(fm: &'f Frontmatter, key: &str) -> Result<Option<&'f Entry>, SpliceError> {
    let mut named = fm.entries.iter().filter(|entry| entry.key == key);
    let first = named.next();
    if named.next().is_some() { Err(SpliceError::Duplicate(key.to_owned())) } else { Ok(first) }
}

/// Refuses what an edit would lose, and explicit keys (`? key`).
pub(super) fn editable(text: &str, fm: &Frontmatter, entry: &Entry) -> Result<(), SpliceError> {
    if !entry.plain {
        return Err(SpliceError::Decorated(entry.key.clone()));
    }
    let head = Span::new(entry.span.start, entry.key_span.start).of(text);
    if fm.root == Root::Flow || head.trim().is_empty() { Ok(()) } else { Err(SpliceError::Form(entry.key.clone())) }
}

pub(super) fn place(fm: &Frontmatter) -> Place {
    if fm.root == Root::Flow { Place::Flow } else { Place::Block }
}

pub(super) fn written(key: &str, source: Option<String>) -> Result<String, SpliceError> {
    source.ok_or_else(|| SpliceError::Form(key.to_owned()))
}

/// The edits, if the property then holds what it should and nothing else has changed.
pub(super) fn checked(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    edits: Vec<Edit>,
    holds: &dyn Fn(&Entry) -> bool,
) -> Result<Vec<Edit>, SpliceError> {
    let right = match changed(text, fm, key, &edits) {
        Some(entry) => {
            debug_assert!(
                trial(text, fm, &[key], &edits).is_ok_and(|after| after.get(key).is_some_and(holds) == holds(&entry))
            );
            holds(&entry)
        }
        None => only(&trial(text, fm, &[key], &edits)?, key)?.is_some_and(holds),
    };
    if right { Ok(edits) } else { Err(SpliceError::Form(key.to_owned())) }
}

/// The property `key` with the edits made, read alone, where that says it all: the edits stay within its lines, and
/// these and all others are usual ones.
fn changed(text: &str, fm: &Frontmatter, key: &str, edits: &[Edit]) -> Option<Entry> {
    let old = fm.only(key).filter(|_| fm.usual)?;
    let mut inside = Vec::with_capacity(edits.len());
    for Edit { span, text } in edits {
        if span.start < old.span.start || span.end > old.span.end {
            return None;
        }
        let span = Span::new(span.start - old.span.start, span.end - old.span.start);
        inside.push(Edit::replace(span, text.as_str()));
    }
    let lines = apply(old.span.of(text), &inside).ok()?;
    usual::entry(&lines).filter(|new| new.key == key)
}

/// Makes the edits, which change the properties `keys`, on the block alone and reads it again.
pub(super) fn trial(text: &str, fm: &Frontmatter, keys: &[&str], edits: &[Edit]) -> Result<Frontmatter, SpliceError> {
    let head = &text[..fm.fence.body()];
    let form = || SpliceError::Form(keys[0].to_owned());
    let after = apply(head, edits).map_err(|_| form())?;
    let declared: Vec<Declared> = keys.iter().copied().map(Declared::value).collect();
    verify_from(head, fm, &after, &declared).map_err(|_| form())
}
