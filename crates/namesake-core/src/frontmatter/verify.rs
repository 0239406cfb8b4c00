//! The check after every change of a block: nothing but the declared properties may differ.

use thiserror::Error;

use super::{Entry, Frontmatter};
use crate::order;

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

/// What a change says beforehand that it does to the properties.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declared {
    /// The property of this name holds something else afterwards, comes or goes.
    Value(String),
    /// The property of this name is written otherwise and holds the same.
    Spelling(String),
    /// The properties stand in another order, each with its bytes.
    Order,
    /// The block could not be read; these lines of the note (from 1, in order) are mended, and then it can.
    Lines(Vec<usize>),
}

impl Declared {
    /// The value of `key` changes.
    pub fn value(key: impl Into<String>) -> Self {
        Self::Value(key.into())
    }
}

/// Compares a note before and after edits of its block. What `declared` names may differ as it says; every other
/// property must be there in the same order, byte for byte and with the same decoded value, all comments must be the
/// same, and so must everything outside the block. A block that could not be read must be readable, and no line may
/// differ but those declared.
///
/// # Errors
/// The first difference, as [`VerifyError`].
pub fn verify(before: &str, after: &str, declared: &[Declared]) -> Result<(), VerifyError> {
    verify_from(before, &Frontmatter::read(before), after, declared).map(drop)
}

/// [`verify`] where `before` was read already: its frontmatter is `old`. Gives the frontmatter of `after`.
///
/// # Errors
/// As [`verify`].
pub fn verify_from(
    before: &str,
    old: &Frontmatter,
    after: &str,
    declared: &[Declared],
) -> Result<Frontmatter, VerifyError> {
    let new = Frontmatter::read(after);
    if before != after {
        compare(before, old, after, &new, declared)?;
    }
    Ok(new)
}

fn compare(
    before: &str,
    old: &Frontmatter,
    after: &str,
    new: &Frontmatter,
    declared: &[Declared],
) -> Result<(), VerifyError> {
    if let Some(error) = &new.error {
        return Err(VerifyError::Broken(error.to_string()));
    }
    let Some(new_block) = new.fence.block() else { return Err(VerifyError::Outside) };
    let mended = declared.iter().find_map(|declared| match declared {
        Declared::Lines(lines) if !old.is_valid() => Some(lines),
        _ => None,
    });
    if let Some(lines) = mended {
        let closed = old.fence.block().is_some();
        let kept = if closed { same_lines(before, after, lines) } else { one_fence_more(before, after, lines) };
        return if kept { Ok(()) } else { Err(VerifyError::Outside) };
    }
    let Some(old_block) = old.fence.block() else { return Err(VerifyError::Outside) };
    let same_head = before[..old_block.yaml.start] == after[..new_block.yaml.start];
    if !same_head || before[old_block.yaml.end..] != after[new_block.yaml.end..] {
        return Err(VerifyError::Outside);
    }
    let (old, new) = (Side { fm: old, text: before, declared }, Side { fm: new, text: after, declared });
    if old.comments() != new.comments() {
        return Err(VerifyError::Comment);
    }
    properties(&old, &new)
}

/// Whether no line but the declared ones differs.
fn same_lines(before: &str, after: &str, declared: &[usize]) -> bool {
    let (old, new) = (before.split_inclusive('\n'), after.split_inclusive('\n'));
    old.clone().count() == new.clone().count()
        && old.zip(new).zip(1..).all(|((old, new), number)| old == new || declared.contains(&number))
}

/// Whether the only difference is a fence that has come in as the declared line.
fn one_fence_more(before: &str, after: &str, declared: &[usize]) -> bool {
    let [number] = declared else { return false };
    let mut lines: Vec<&str> = after.split_inclusive('\n').collect();
    let is_fence = lines.get(number - 1).is_some_and(|line| line.trim_end() == "---");
    is_fence && {
        lines.remove(number - 1);
        lines.concat() == before
    }
}

/// A note before or after.
struct Side<'t> {
    fm: &'t Frontmatter,
    text: &'t str,
    declared: &'t [Declared],
}

impl<'t> Side<'t> {
    /// The comments, sorted where entries may move and take theirs along.
    fn comments(&self) -> Vec<&'t str> {
        let mut comments: Vec<&str> = self.fm.comments.iter().map(|comment| comment.of(self.text)).collect();
        if self.declared.contains(&Declared::Order) {
            order::sort(&mut comments);
        }
        comments
    }

    /// The properties that must hold what they held, sorted by name where they may move.
    fn entries(&self) -> Vec<&'t Entry> {
        let changes = |entry: &&Entry| {
            self.declared.iter().any(|declared| matches!(declared, Declared::Value(key) if *key == entry.key))
        };
        let mut entries: Vec<&Entry> = self.fm.entries.iter().filter(|entry| !changes(entry)).collect();
        if self.declared.contains(&Declared::Order) {
            order::sort_by(&mut entries, |a, b| a.key.cmp(&b.key));
        }
        entries
    }

    fn respelt(&self, key: &str) -> bool {
        self.declared.iter().any(|declared| matches!(declared, Declared::Spelling(name) if name == key))
    }
}

fn properties(old: &Side, new: &Side) -> Result<(), VerifyError> {
    let (before, after) = (old.entries(), new.entries());
    for (a, b) in before.iter().zip(&after) {
        let same_bytes = || old.respelt(&a.key) || a.span.of(old.text) == b.span.of(new.text);
        if a.key != b.key || !a.value.same(&b.value) || !same_bytes() {
            return Err(VerifyError::Property(a.key.clone()));
        }
    }
    match before.get(after.len()).or_else(|| after.get(before.len())) {
        Some(extra) => Err(VerifyError::Property(extra.key.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "---\na: 1 # x\n# about b\nb: [c]\n---\nbody\n";

    fn verdict(from: &str, to: &str, values: &[&str]) -> Result<(), VerifyError> {
        let declared: Vec<Declared> = values.iter().copied().map(Declared::value).collect();
        check(from, to, &declared)
    }

    fn check(from: &str, to: &str, declared: &[Declared]) -> Result<(), VerifyError> {
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

    #[test]
    fn another_spelling_holds_the_same() {
        let spelling = [Declared::Spelling("b".into())];
        assert_eq!(check("[c]", "['c']", &spelling), Ok(()));
        assert_eq!(check("[c]", "['d']", &spelling), Err(VerifyError::Property("b".into())));
        assert_eq!(check("a: 1", "a: '1'", &spelling), Err(VerifyError::Property("a".into())));
    }

    #[test]
    fn properties_that_move_keep_their_bytes_and_all_comments_are_there() {
        let body = "a: 1 # x\n# about b\nb: [c]\n";
        assert_eq!(check(body, "# about b\nb: [c]\na: 1 # x\n", &[Declared::Order]), Ok(()));
        assert_eq!(check(body, "# about b\nb: [c]\na: 1 # x\n", &[]), Err(VerifyError::Comment));
        assert_eq!(check(body, "b: [c]\na: 1 # x\n", &[Declared::Order]), Err(VerifyError::Comment));
        let moved = "# about b\nb: [d]\na: 1 # x\n";
        assert_eq!(check(body, moved, &[Declared::Order]), Err(VerifyError::Property("b".into())));
    }

    #[test]
    fn a_broken_block_may_be_mended_in_the_declared_line_alone() {
        let broken = "---\na: 1\nb: c: d\n---\nbody\n";
        let lines = |number| [Declared::Lines(vec![number])];
        assert_eq!(verify(broken, "---\na: 1\nb: \"c: d\"\n---\nbody\n", &lines(3)), Ok(()));
        assert_eq!(verify(broken, "---\na: 1\nb: \"c: d\"\n---\nbody\n", &lines(2)), Err(VerifyError::Outside));
        assert_eq!(verify(broken, "---\na: 2\nb: \"c: d\"\n---\nbody\n", &lines(3)), Err(VerifyError::Outside));
        assert!(matches!(verify(broken, "---\na: 1\nb: c: e\n---\nbody\n", &lines(3)), Err(VerifyError::Broken(_))));
    }

    #[test]
    fn a_missing_fence_may_be_put_in_at_the_declared_line() {
        let open = "---\na: 1\n\nbody\n";
        let lines = |number| [Declared::Lines(vec![number])];
        assert_eq!(verify(open, "---\na: 1\n---\n\nbody\n", &lines(3)), Ok(()));
        assert_eq!(verify(open, "---\na: 1\n---\n\nbody\n", &lines(4)), Err(VerifyError::Outside));
        assert_eq!(verify(open, "---\na: 1\n---\nbody\n", &lines(3)), Err(VerifyError::Outside));
    }
}
