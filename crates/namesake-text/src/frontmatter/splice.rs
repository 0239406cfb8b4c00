//! Changing properties by replacing bytes: every function returns edits of the note's text, tries them on the block
//! and hands them out only if nothing else changed. Whether a change is right is for the rules to say.

mod entry;
mod list;

use thiserror::Error;

use super::scalar::{self, Place};
use super::{Block, Declared, Entry, Frontmatter, Root, Style, Value, usual, verify_from};
use crate::text::{Edit, Span, apply};

pub use entry::{insert_ordered, keep_entry, merge_entries, set_typed};
pub use list::{change_items, set_list};

/// Why a property is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SpliceError {
    /// The note has no block; a second one is never put in front of it.
    #[error("the note has no properties block; add one in Obsidian (“Add file property”) first")]
    NoBlock,
    /// The block cannot be read.
    #[error("the properties cannot be read; correct them first")]
    Invalid,
    /// No such property, or no such item.
    #[error("there is no property `{0}`, or none with that item; read the note again")]
    Missing(String),
    /// The name occurs more than once.
    #[error("the property `{0}` stands there more than once; keep one of them first")]
    Duplicate(String),
    /// A comment, an anchor, an alias or a tag would be lost.
    #[error("the property `{0}` holds a comment, an anchor, an alias or a tag; edit it by hand")]
    Decorated(String),
    /// Written in a way that byte edits cannot keep: a block scalar, an explicit key, one line with others.
    #[error("the property `{0}` is written in a form that can only be edited by hand")]
    Form(String),
    /// A comment in front of the property stands between blank lines, and the property would move.
    #[error("a comment above `{0}` stands by itself; put it directly above the property it is about")]
    Loose(String),
    /// Properties would move, and an alias would mean something else.
    #[error("a property repeats what another one holds (`&name`, `*name`), so their order counts; move them by hand")]
    Alias,
}

/// Makes `key` hold the text `value`, in the quotes the old value had where they can hold it; a missing property is
/// added at the end of the block. No edits where it holds that text already. An unquoted number or boolean stays one
/// when it is replaced by another; any other value that looks like one gets quotes.
///
/// # Errors
/// [`SpliceError`]; block scalars are never rewritten.
pub fn set_scalar(text: &str, fm: &Frontmatter, key: &str, value: &str) -> Result<Vec<Edit>, SpliceError> {
    block(fm)?;
    let Some(entry) = only(fm, key)? else { return insert(text, fm, key, value, None) };
    if entry.value.text() == Some(value) {
        return Ok(Vec::new());
    }
    editable(text, fm, entry)?;
    let style = match &entry.value {
        Value::Scalar { style: Style::Literal | Style::Folded, .. } => return Err(SpliceError::Form(key.to_owned())),
        Value::Scalar { text: old, style: Style::Plain } if scalar::is_typed(value) && !scalar::is_typed(old) => {
            Style::Double
        }
        Value::Scalar { style, .. } => *style,
        _ if fm.root == Root::Flow || scalar::is_typed(value) => Style::Double,
        _ => Style::Plain,
    };
    let source = written(key, scalar::write(value, style, place(fm)))?;
    let edits = vec![put(text, entry, &source)?];
    checked(text, fm, key, edits, &|new| new.value.text() == Some(value))
}

/// Adds the property `key` with the text `value` after the property `after`, or at the end where that is missing.
/// A value that looks like a number or a boolean gets quotes.
///
/// # Errors
/// [`SpliceError`]; [`SpliceError::Duplicate`] where `key` exists.
pub fn insert_scalar(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    value: &str,
    after: &str,
) -> Result<Vec<Edit>, SpliceError> {
    absent(fm, key)?;
    insert(text, fm, key, value, fm.get(after))
}

/// Takes the property `key` out with its lines. Comments on lines of their own stay.
///
/// # Errors
/// [`SpliceError`]; [`SpliceError::Decorated`] also for a comment at the end of the line.
pub fn remove_entry(text: &str, fm: &Frontmatter, key: &str) -> Result<Vec<Edit>, SpliceError> {
    block(fm)?;
    let entry = only(fm, key)?.ok_or_else(|| SpliceError::Missing(key.to_owned()))?;
    editable(text, fm, entry)?;
    if fm.root != Root::Block {
        return Err(SpliceError::Form(key.to_owned()));
    }
    if fm.comments.iter().any(|comment| comment.overlaps(entry.span)) {
        return Err(SpliceError::Decorated(key.to_owned()));
    }
    let edits = vec![Edit::delete(entry.span)];
    trial(text, fm, &[key], &edits)?;
    Ok(edits)
}

/// Gives the property `key` the name `to`, in the quotes the name has. Its value stays as it is written, whatever it
/// holds.
///
/// # Errors
/// [`SpliceError`]; [`SpliceError::Duplicate`] also where `to` exists.
pub fn rename_key(text: &str, fm: &Frontmatter, key: &str, to: &str) -> Result<Vec<Edit>, SpliceError> {
    absent(fm, to)?;
    let entry = only(fm, key)?.ok_or_else(|| SpliceError::Missing(key.to_owned()))?;
    let style = match entry.key_span.of(text).as_bytes().first() {
        Some(b'"') => Style::Double,
        Some(b'\'') => Style::Single,
        _ => Style::Plain,
    };
    let edits = vec![Edit::replace(entry.key_span, written(key, scalar::write(to, style, Place::Flow))?)];
    let after = trial(text, fm, &[key, to], &edits)?;
    let kept = only(&after, to)?.is_some_and(|new| new.value.same(&entry.value));
    if kept { Ok(edits) } else { Err(SpliceError::Form(key.to_owned())) }
}

fn insert(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    value: &str,
    after: Option<&Entry>,
) -> Result<Vec<Edit>, SpliceError> {
    let source = written(key, scalar::write_text(value, Style::Plain, Place::Block))?;
    let edits = vec![new_entry(text, fm, key, &format!(" {source}"), after)?];
    checked(text, fm, key, edits, &|new| new.value.text() == Some(value))
}

/// Lines for a property that is not there yet; `rest` is what follows its colon.
fn new_entry(text: &str, fm: &Frontmatter, key: &str, rest: &str, after: Option<&Entry>) -> Result<Edit, SpliceError> {
    let block = block(fm)?;
    if fm.root == Root::Flow {
        return Err(SpliceError::Form(key.to_owned()));
    }
    let name = written(key, scalar::write(key, Style::Plain, Place::Flow))?;
    let at = after.map_or(block.yaml.end, |entry| entry.span.end);
    Ok(Edit::insert(at, format!("{}{name}:{rest}{}", indent(text, fm), block.eol(text))))
}

/// What stands in front of the block's keys: nothing, as a rule.
fn indent<'t>(text: &'t str, fm: &Frontmatter) -> &'t str {
    fm.entries.first().map_or("", |entry| Span::new(entry.span.start, entry.key_span.start).of(text))
}

/// Puts `source` in the place of a value, on the line of its key.
fn put(text: &str, entry: &Entry, source: &str) -> Result<Edit, SpliceError> {
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

fn block(fm: &Frontmatter) -> Result<Block, SpliceError> {
    let block = fm.fence.block().ok_or(SpliceError::NoBlock)?;
    if fm.is_valid() { Ok(block) } else { Err(SpliceError::Invalid) }
}

/// Refuses a name that is taken.
fn absent(fm: &Frontmatter, key: &str) -> Result<(), SpliceError> {
    block(fm)?;
    if fm.get(key).is_some() { Err(SpliceError::Duplicate(key.to_owned())) } else { Ok(()) }
}

fn only<'f>(fm: &'f Frontmatter, key: &str) -> Result<Option<&'f Entry>, SpliceError> {
    let mut named = fm.entries.iter().filter(|entry| entry.key == key);
    let first = named.next();
    if named.next().is_some() { Err(SpliceError::Duplicate(key.to_owned())) } else { Ok(first) }
}

/// Refuses what an edit would lose, and explicit keys (`? key`).
fn editable(text: &str, fm: &Frontmatter, entry: &Entry) -> Result<(), SpliceError> {
    if !entry.plain {
        return Err(SpliceError::Decorated(entry.key.clone()));
    }
    let head = Span::new(entry.span.start, entry.key_span.start).of(text);
    if fm.root == Root::Flow || head.trim().is_empty() { Ok(()) } else { Err(SpliceError::Form(entry.key.clone())) }
}

fn place(fm: &Frontmatter) -> Place {
    if fm.root == Root::Flow { Place::Flow } else { Place::Block }
}

fn written(key: &str, source: Option<String>) -> Result<String, SpliceError> {
    source.ok_or_else(|| SpliceError::Form(key.to_owned()))
}

/// The edits, if the property then holds what it should and nothing else has changed.
fn checked(
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
fn trial(text: &str, fm: &Frontmatter, keys: &[&str], edits: &[Edit]) -> Result<Frontmatter, SpliceError> {
    let head = &text[..fm.fence.body()];
    let form = || SpliceError::Form(keys[0].to_owned());
    let after = apply(head, edits).map_err(|_| form())?;
    let declared: Vec<Declared> = keys.iter().copied().map(Declared::value).collect();
    verify_from(head, fm, &after, &declared).map_err(|_| form())
}

#[cfg(test)]
mod tests;
