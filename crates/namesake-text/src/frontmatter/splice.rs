//! Changes of properties by replacing bytes. Every function tries its edits on the block, and returns them only if
//! nothing else changed. Whether a change is right is left to the rules.

mod entry;
mod list;
mod parts;

use super::model::{Entry, Frontmatter, Root};
use super::scalar;
use super::value::{Place, Style, Value};
use crate::text::Edit;
use parts::{absent, block, checked, editable, new_entry, only, place, put, trial, written};

pub use entry::{insert_ordered, keep_entry, merge_entries, set_typed};
pub use list::{change_items, set_list};
pub use parts::SpliceError;

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

#[cfg(test)]
mod tests;
