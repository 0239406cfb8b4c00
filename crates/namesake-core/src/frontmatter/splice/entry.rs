//! Changing which properties there are: one of several of one name kept, several made one, a missing one put where it
//! belongs.

use super::{SpliceError, block, checked, editable, new_entry, only, put, set_list, written};
use crate::frontmatter::scalar::{self, Place};
use crate::frontmatter::{Declared, Entry, Frontmatter, Root, Style, Value, verify};
use crate::order;
use crate::text::{Edit, Span, apply};

/// Makes `key` hold the number or the truth value `literal`, without quotes.
///
/// # Errors
/// [`SpliceError`]; [`SpliceError::Missing`] where there is no such property, [`SpliceError::Form`] also where a block
/// scalar stands there.
pub fn set_typed(text: &str, fm: &Frontmatter, key: &str, literal: &str) -> Result<Vec<Edit>, SpliceError> {
    block(fm)?;
    let entry = only(fm, key)?.ok_or_else(|| SpliceError::Missing(key.to_owned()))?;
    editable(text, fm, entry)?;
    let edits = vec![put(text, entry, literal)?];
    checked(
        text,
        fm,
        key,
        edits,
        |new| matches!(&new.value, Value::Scalar { text, style: Style::Plain } if text == literal),
    )
}

/// Adds the property `key` behind those that `order` has in front of it, or at the head of the block where only later
/// ones are there; a name that `order` has not comes last. An empty `value` gives an empty property.
///
/// # Errors
/// [`SpliceError`]; [`SpliceError::Duplicate`] where `key` exists.
pub fn insert_ordered(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    value: &str,
    order: &[String],
) -> Result<Vec<Edit>, SpliceError> {
    let block = block(fm)?;
    if fm.get(key).is_some() {
        return Err(SpliceError::Duplicate(key.to_owned()));
    }
    let rank = |name: &str| order.iter().position(|other| other.eq_ignore_ascii_case(name));
    let own = rank(key);
    let ranked = || fm.entries.iter().filter_map(|entry| Some((rank(&entry.key)?, entry)));
    let before = ranked().filter(|(at, _)| Some(*at) < own).max_by_key(|(at, _)| *at).map(|(_, entry)| entry);
    let rest = match value {
        "" => String::new(),
        _ => format!(" {}", written(key, scalar::write_text(value, Style::Plain, Place::Block))?),
    };
    let mut edit = new_entry(text, fm, key, &rest, before)?;
    if before.is_none() && own.is_some() && ranked().next().is_some() {
        edit.span = Span::at(block.yaml.start);
    }
    checked(text, fm, key, vec![edit], |new| new.value == Value::Null || new.value.text() == Some(value))
}

/// Takes every property number `of` (from zero) out but number `keep`, each with its lines. Comments on lines of their
/// own stay.
///
/// # Errors
/// [`SpliceError`]; [`SpliceError::Decorated`] where something would be lost with one of them: a comment, an anchor.
pub fn keep_entry(text: &str, fm: &Frontmatter, keep: usize, of: &[usize]) -> Result<Vec<Edit>, SpliceError> {
    block(fm)?;
    let kept = entry_at(fm, keep)?;
    let mut edits = Vec::new();
    for at in of.iter().filter(|at| **at != keep) {
        let entry = entry_at(fm, *at)?;
        editable(text, fm, entry)?;
        if fm.root != Root::Block {
            return Err(SpliceError::Form(entry.key.clone()));
        }
        if fm.comments.iter().any(|comment| comment.overlaps(entry.span)) {
            return Err(SpliceError::Decorated(entry.key.clone()));
        }
        edits.push(Edit::delete(entry.span));
    }
    order::sort(&mut edits);
    one_left(text, fm, of, &edits, |new, after| {
        new.key == kept.key && new.value.same(&kept.value) && new.span.of(after) == kept.span.of(text)
    })?;
    Ok(edits)
}

/// Makes one list of the texts `values` of the properties number `of` (from zero, in order): the first holds it, the
/// others go.
///
/// # Errors
/// [`SpliceError`], as for [`keep_entry`] and [`set_list`].
pub fn merge_entries(text: &str, fm: &Frontmatter, of: &[usize], values: &[&str]) -> Result<Vec<Edit>, SpliceError> {
    let first = of.first().copied().unwrap_or_default();
    let mut edits = keep_entry(text, fm, first, of)?;
    let kept = entry_at(fm, first)?;
    let form = || SpliceError::Form(kept.key.clone());
    let alone = apply(&text[..fm.fence.body()], &edits).map_err(|_| form())?;
    let list = set_list(&alone, &Frontmatter::read(&alone), &kept.key, values)?;
    // Whatever goes stands behind the first, so places in the first are the same in both texts.
    if list.iter().any(|edit| edit.span.end > kept.span.end) {
        return Err(form());
    }
    edits.extend(list);
    order::sort(&mut edits);
    one_left(text, fm, of, &edits, |new, _| new.key == kept.key && new.value.texts() == values)?;
    Ok(edits)
}

fn entry_at(fm: &Frontmatter, at: usize) -> Result<&Entry, SpliceError> {
    fm.entries.get(at).ok_or_else(|| SpliceError::Missing(format!("number {}", at + 1)))
}

/// Refuses edits after which not exactly one of the properties `of` is left, or not as it should be, or anything else
/// differs.
fn one_left(
    text: &str,
    fm: &Frontmatter,
    of: &[usize],
    edits: &[Edit],
    is_right: impl Fn(&Entry, &str) -> bool,
) -> Result<(), SpliceError> {
    let keys: Vec<&str> = of.iter().filter_map(|at| fm.entries.get(*at)).map(|entry| entry.key.as_str()).collect();
    let form = || SpliceError::Form(keys.first().copied().unwrap_or_default().to_owned());
    let head = &text[..fm.fence.body()];
    let after = apply(head, edits).map_err(|_| form())?;
    let declared: Vec<Declared> = keys.iter().map(|key| Declared::value(*key)).collect();
    verify(head, &after, &declared).map_err(|_| form())?;
    let new = Frontmatter::read(&after);
    let mut left = new.entries.iter().filter(|entry| keys.contains(&entry.key.as_str()));
    match (left.next(), left.next()) {
        (Some(entry), None) if is_right(entry, &after) => Ok(()),
        _ => Err(form()),
    }
}
