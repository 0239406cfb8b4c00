//! Changing properties by replacing bytes: every function returns edits of the note's text and touches nothing else.
//! Whether a change is right is for the rules to say, whether it went well for [`super::verify`].

use thiserror::Error;

use super::Frontmatter;
use crate::text::Edit;

/// Why a property is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SpliceError {
    /// The note has no block; a second one is never put in front of it.
    #[error("the note has no properties block; add one in Obsidian (“Add file property”) first")]
    NoBlock,
    /// The block cannot be read.
    #[error("the properties cannot be read; correct them first")]
    Invalid,
    /// No such property.
    #[error("there is no property `{0}`")]
    Missing(String),
    /// The name occurs more than once.
    #[error("the property `{0}` stands there more than once; keep one of them first")]
    Duplicate(String),
    /// A comment, an anchor, an alias or a tag would be lost.
    #[error("the property `{0}` holds a comment, an anchor, an alias or a tag; edit it by hand")]
    Decorated(String),
    /// Written in a way that byte edits cannot keep: a block scalar, an explicit key, one line with others.
    #[error("the property `{0}` is written in a form that only a hand can edit safely")]
    Form(String),
}

/// Makes `key` hold the text `value`; a missing property is added at the end of the block.
///
/// # Errors
/// [`SpliceError`].
pub fn set_scalar(text: &str, fm: &Frontmatter, key: &str, value: &str) -> Result<Vec<Edit>, SpliceError> {
    let _ = (text, fm, key, value);
    Err(SpliceError::Invalid)
}

/// Adds the property `key` with the text `value` after the property `after`, at the end where that is missing.
///
/// # Errors
/// [`SpliceError`].
pub fn insert_scalar(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    value: &str,
    after: &str,
) -> Result<Vec<Edit>, SpliceError> {
    let _ = (text, fm, key, value, after);
    Err(SpliceError::Invalid)
}

/// Makes `key` a list of the texts `values`; a missing property is added at the end of the block.
///
/// # Errors
/// [`SpliceError`].
pub fn set_list(text: &str, fm: &Frontmatter, key: &str, values: &[&str]) -> Result<Vec<Edit>, SpliceError> {
    let _ = (text, fm, key, values);
    Err(SpliceError::Invalid)
}

/// Takes the property `key` out with its lines.
///
/// # Errors
/// [`SpliceError`].
pub fn remove_entry(text: &str, fm: &Frontmatter, key: &str) -> Result<Vec<Edit>, SpliceError> {
    let _ = (text, fm, key);
    Err(SpliceError::Invalid)
}

/// Takes item number `index` (from zero) out of the list `key`.
///
/// # Errors
/// [`SpliceError`].
pub fn remove_item(text: &str, fm: &Frontmatter, key: &str, index: usize) -> Result<Vec<Edit>, SpliceError> {
    let _ = (text, fm, key, index);
    Err(SpliceError::Invalid)
}
