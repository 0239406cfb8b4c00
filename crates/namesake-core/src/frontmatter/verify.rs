//! The check after every change of a block: nothing but the declared properties may differ.

use thiserror::Error;

use super::{Entry, Frontmatter};

/// What a change did that nobody declared.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VerifyError {
    /// The block cannot be read any more.
    #[error("the change would break the properties ({0}); nothing was written")]
    Broken(String),
    /// A property without a declared change differs, is gone, is new or has moved.
    #[error("the change would touch the property `{0}` too; nothing was written")]
    Property(String),
    /// A comment differs.
    #[error("the change would touch a comment of the properties; nothing was written")]
    Comment,
    /// Fences or body differ.
    #[error("the change would touch text outside the properties; nothing was written")]
    Outside,
}

/// Compares a note before and after edits of its block. `declared` names the properties that may differ, come or go;
/// every other one must be there in the same order, byte for byte and with the same decoded value, all comments must
/// be the same, and so must everything outside the block.
///
/// # Errors
/// The first difference, as [`VerifyError`].
pub fn verify(before: &str, after: &str, declared: &[&str]) -> Result<(), VerifyError> {
    if before == after {
        return Ok(());
    }
    let (old, new) = (Frontmatter::read(before), Frontmatter::read(after));
    if let Some(error) = new.error {
        return Err(VerifyError::Broken(error.to_string()));
    }
    let (Some(old_block), Some(new_block)) = (old.fence.block(), new.fence.block()) else {
        return Err(VerifyError::Outside);
    };
    let same_head = before[..old_block.yaml.start] == after[..new_block.yaml.start];
    if !same_head || before[old_block.yaml.end..] != after[new_block.yaml.end..] {
        return Err(VerifyError::Outside);
    }
    let texts = |fm: &Frontmatter, text: &str| -> Vec<String> {
        fm.comments.iter().map(|comment| comment.of(text).to_owned()).collect()
    };
    if texts(&old, before) != texts(&new, after) {
        return Err(VerifyError::Comment);
    }
    properties(&undeclared(&old, declared), &undeclared(&new, declared), before, after)
}

fn undeclared<'f>(fm: &'f Frontmatter, declared: &[&str]) -> Vec<&'f Entry> {
    fm.entries.iter().filter(|entry| !declared.contains(&entry.key.as_str())).collect()
}

fn properties(old: &[&Entry], new: &[&Entry], before: &str, after: &str) -> Result<(), VerifyError> {
    let (count, other) = (old.len(), new.len());
    for (a, b) in old.iter().zip(new) {
        if a.key != b.key || !a.value.same(&b.value) || a.span.of(before) != b.span.of(after) {
            return Err(VerifyError::Property(a.key.clone()));
        }
    }
    match old.get(other).or_else(|| new.get(count)) {
        Some(extra) => Err(VerifyError::Property(extra.key.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "---\na: 1 # x\n# about b\nb: [c]\n---\nbody\n";

    fn verdict(from: &str, to: &str, declared: &[&str]) -> Result<(), VerifyError> {
        assert!(NOTE.contains(from));
        verify(NOTE, &NOTE.replacen(from, to, 1), declared)
    }

    #[test]
    fn a_declared_change_passes_and_only_that() {
        assert_eq!(verdict("[c]", "[d]", &["b"]), Ok(()));
        assert_eq!(verdict("[c]", "[d]", &["a"]), Err(VerifyError::Property("b".into())));
        assert_eq!(verdict("[c]", "[c]\nnew: 1", &["new"]), Ok(()));
        assert_eq!(verdict("[c]", "[c]\nnew: 1", &["b"]), Err(VerifyError::Property("new".into())));
        assert_eq!(verdict("b: [c]\n", "", &["b"]), Ok(()));
        assert_eq!(verdict("b: [c]\n", "", &[]), Err(VerifyError::Property("b".into())));
    }

    #[test]
    fn the_same_value_in_other_bytes_is_a_change() {
        assert_eq!(verdict("[c]", "['c']", &[]), Err(VerifyError::Property("b".into())));
        assert_eq!(verdict("a: 1", "a:  1", &["b"]), Err(VerifyError::Property("a".into())));
    }

    #[test]
    fn comments_fences_and_body_are_not_to_be_declared() {
        assert_eq!(verdict(" # x", "", &["a"]), Err(VerifyError::Comment));
        assert_eq!(verdict("# about b", "# About b", &["b"]), Err(VerifyError::Comment));
        assert_eq!(verdict("body", "Body", &["a", "b"]), Err(VerifyError::Outside));
        assert_eq!(verdict("---\n", "---\r\n", &["a", "b"]), Err(VerifyError::Outside));
    }

    #[test]
    fn a_change_that_breaks_the_block_is_refused() {
        assert!(matches!(verdict("[c]", "[c", &["b"]), Err(VerifyError::Broken(_))));
    }
}
