//! The check after every change of a block: nothing but the declared properties may differ. What a change may declare
//! is left to the rule that makes it.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use namesake_language::say;

use super::fence::{self, Fence};
use super::gaps::{Gap, gaps, is_blank};
use super::model::{Entry, Frontmatter};
use super::scalar;
use super::value::{Item, Style, Value};
use crate::text::Span;

/// What a change did that nobody declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VerifyError {
    /// The block cannot be read any more.
    Broken(String),
    /// A property without a declared change differs, is gone, is new or has moved.
    Property(String),
    /// A comment differs, or has come to stand at another property.
    Comment,
    /// An alias would mean something else, or nothing.
    Alias,
    /// Blank lines differ.
    Lines,
    /// Fences or body differ.
    Outside,
}

impl Display for VerifyError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Broken(error) => say!("the change would break the properties ({error}); nothing was written", error),
            Self::Property(key) => say!("the change would touch the property `{key}` too; nothing was written", key),
            Self::Comment => say!("the change would touch a comment of the properties; nothing was written"),
            Self::Alias => say!("the change would part an alias (`*name`) from what it repeats; nothing was written"),
            Self::Lines => say!("the change would add or lose blank lines of the properties; nothing was written"),
            Self::Outside => say!("the change would touch text outside the properties; nothing was written"),
        })
    }
}

impl Error for VerifyError {}

/// What a change declares that it does to the properties.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declared {
    /// The property of this name holds something else afterwards, comes or goes.
    Value(String),
    /// The property of this name is written otherwise and holds the same: no text becomes a number or the reverse, no
    /// anchor, alias or tag comes or goes.
    Spelling(String),
    /// The properties stand in another order, each with its bytes.
    Order,
    /// The block could not be read, or was none, and can be read once these lines of the note (from 1, in order) are
    /// repaired. A closing fence that is added counts as its line afterwards, and blanks before the block that are
    /// removed as their lines before.
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
/// same and stand where they stood, no alias may lose its anchor, and everything outside the block must be the same.
/// Where only the order may change the lines must be the same ones. A block that could not be read must be readable,
/// and no line may differ but those declared.
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
        let kept = match old.fence {
            Fence::Block(_) => same_lines(before, after, lines) || one_fence_more(before, after, lines),
            Fence::Unclosed { .. } => {
                one_fence_more(before, after, lines)
                    || fence_instead(before, after, lines)
                    || fences_mended(before, after, lines)
            }
            Fence::None => {
                blanks_less(before, after, lines)
                    || fences_mended(before, after, lines)
                    || one_fence_more(before, after, lines)
            }
        };
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
    if new.fm.unknown_aliases.len() > old.fm.unknown_aliases.len() || old.anchored() != new.anchored() {
        return Err(VerifyError::Alias);
    }
    properties(&old, &new)?;
    let only_order = declared.iter().all(|declared| *declared == Declared::Order);
    if only_order && sorted_lines(before) != sorted_lines(after) { Err(VerifyError::Lines) } else { Ok(()) }
}

fn sorted_lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines.sort_unstable();
    lines
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
    let Some(line) = lines.get(number.wrapping_sub(1)).copied() else { return false };
    // A byte order mark stays at the head.
    let line = &line[fence::mark(line)..];
    let mark = &after[..if *number == 1 { fence::mark(after) } else { 0 }];
    lines[number - 1] = mark;
    let rest = lines.concat();
    // Where the last line had no ending, the fence brings one for it and has none itself.
    let rest = if line == "---" { rest.strip_suffix("\r\n").or(rest.strip_suffix('\n')) } else { Some(rest.as_str()) };
    line.trim_end() == "---" && rest == Some(before)
}

/// Whether the only difference is a fence in the place of the declared line, which was YAML's end mark or an indented
/// fence.
fn fence_instead(before: &str, after: &str, declared: &[usize]) -> bool {
    let [number] = declared else { return false };
    let line = |text: &str| text.lines().nth(number.wrapping_sub(1)).map(|line| line.trim().to_owned());
    same_lines(before, after, declared)
        && line(before).is_some_and(|line| matches!(line.as_str(), "..." | "---"))
        && line(after).is_some_and(|line| line == "---")
}

/// Whether the only difference is that the declared lines, which looked like fences, are fences.
fn fences_mended(before: &str, after: &str, declared: &[usize]) -> bool {
    let unmarked = |text: &str| text[fence::mark(text)..].lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (unmarked(before), unmarked(after));
    let is_mended = |number: &usize| {
        let line = |lines: &[String]| lines.get(number.wrapping_sub(1)).cloned().unwrap_or_default();
        fence::likeness(&line(&old)).is_some() && line(&new) == "---"
    };
    same_lines(before, after, declared) && declared.iter().all(is_mended)
}

/// Whether the only difference is that the declared lines, the first ones, have lost their blanks or are gone with
/// them.
fn blanks_less(before: &str, after: &str, declared: &[usize]) -> bool {
    let is_blank = |c| fence::is_unseen(c) || matches!(c, ' ' | '\t' | '\r' | '\n');
    let head = |text: &str| text.trim_start_matches(is_blank).len();
    let marked = |text: &str| text.starts_with('\u{feff}');
    let blanks = &before[..before.len() - head(before)];
    let first = declared.iter().copied().eq(1..=blanks.split_inclusive('\n').count());
    let whole = after.trim_start_matches('\u{feff}');
    first && marked(before) == marked(after) && before.ends_with(whole) && head(before) == whole.len()
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
            comments.sort_unstable();
        }
        comments
    }

    /// The properties that must hold what they held, sorted by name where they may move.
    fn entries(&self) -> Vec<Held<'t>> {
        let (fm, text) = (self.fm, self.text);
        let gaps = if fm.comments.is_empty() { Vec::new() } else { gaps(text, fm) };
        let held = |(at, entry): (usize, &'t Entry)| match gaps.get(at..at + 2) {
            Some([before, after]) => Held::new(text, before, entry, after),
            _ => Held { entry, above: "", below: "" },
        };
        let mut entries: Vec<Held> = fm.entries.iter().enumerate().map(held).collect();
        entries.retain(|held| !self.changes(&held.entry.key));
        if self.declared.contains(&Declared::Order) {
            entries.sort_by(|a, b| a.entry.key.cmp(&b.entry.key));
        }
        entries
    }

    /// The names of the properties with anchors or aliases, in order: an alias means the last anchor above it. A sign
    /// in a comment may take one for another; that only refuses more.
    fn anchored(&self) -> Vec<&'t str> {
        let refers = |entry: &&Entry| !entry.plain && entry.span.of(self.text).contains(['&', '*']);
        let entries = self.fm.entries.iter().filter(refers).map(|entry| entry.key.as_str());
        entries.filter(|key| !self.changes(key)).collect()
    }

    fn changes(&self, key: &str) -> bool {
        self.declared.iter().any(|declared| matches!(declared, Declared::Value(name) if name == key))
    }

    fn respelt(&self, key: &str) -> bool {
        self.declared.iter().any(|declared| matches!(declared, Declared::Spelling(name) if name == key))
    }
}

/// A property with the comments that belong to it.
struct Held<'t> {
    entry: &'t Entry,
    above: &'t str,
    below: &'t str,
}

impl<'t> Held<'t> {
    fn new(text: &'t str, before: &Gap, entry: &'t Entry, after: &Gap) -> Self {
        let above = Span::new(before.above, entry.span.start).of(text);
        Self { entry, above, below: Span::new(entry.span.end, after.inside).of(text) }
    }
}

fn properties(old: &Side, new: &Side) -> Result<(), VerifyError> {
    let (before, after) = (old.entries(), new.entries());
    let ordered = old.declared.contains(&Declared::Order);
    for (Held { entry: a, above, below }, held) in before.iter().zip(&after) {
        let b = held.entry;
        let respelt = || old.respelt(&a.key) && a.plain == b.plain && alike(&a.value, &b.value, a.plain);
        let more = b.span.of(new.text).strip_prefix(a.span.of(old.text));
        // A block scalar runs on over the blank lines at the end of the block once it stands there.
        let same = || a.value.same(&b.value) && more.is_some_and(|more| more.is_empty() || ordered && is_blank(more));
        if a.key != b.key || !(same() || respelt()) {
            return Err(VerifyError::Property(a.key.clone()));
        }
        // What was removed nearby may have left its comments here; none may go.
        if !held.above.ends_with(above) || !held.below.starts_with(below) {
            return Err(VerifyError::Comment);
        }
    }
    match before.get(after.len()).or_else(|| after.get(before.len())) {
        Some(extra) => Err(VerifyError::Property(extra.entry.key.clone())),
        None => Ok(()),
    }
}

/// Whether two spellings hold the same; `plain` says that a scalar has no anchor and no tag.
fn alike(old: &Value, new: &Value, plain: bool) -> bool {
    let item = |old: &Item, new: &Item| old.plain == new.plain && alike(&old.value, &new.value, old.plain);
    match (old, new) {
        (Value::Scalar { text: a, style: old }, Value::Scalar { text: b, style: new }) => {
            let typed = |style: &Style| *style == Style::Plain && scalar::is_typed(a);
            plain && a == b && typed(old) == typed(new)
        }
        (Value::List { items: a, .. }, Value::List { items: b, .. }) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| item(a, b))
        }
        (Value::Map { pairs: a, .. }, Value::Map { pairs: b, .. }) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| item(&a.0, &b.0) && item(&a.1, &b.1))
        }
        (Value::Null, Value::Null) => plain,
        _ => false,
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

    /// Two blocks of properties, of which the second is to be the first in another order.
    fn ordered(old: &str, new: &str) -> Result<(), VerifyError> {
        verify(&format!("---\n{old}---\n"), &format!("---\n{new}---\n"), &[Declared::Order])
    }

    #[test]
    fn a_comment_stays_with_its_property() {
        assert_eq!(ordered("# c\nb: 1\na: 2\n", "a: 2\n# c\nb: 1\n"), Ok(()));
        assert_eq!(ordered("# c\nb: 1\na: 2\n", "# c\na: 2\nb: 1\n"), Err(VerifyError::Comment));
        assert_eq!(ordered("# c\nb: 1\na: 2\n", "a: 2\nb: 1\n# c\n"), Err(VerifyError::Comment));
        assert_eq!(ordered("b: [x]\n  # c\na: 2\n", "a: 2\n  # c\nb: [x]\n"), Err(VerifyError::Comment));
        assert_eq!(verdict("# about b\nb: [c]", "b: [c]\n# about b", &["a"]), Err(VerifyError::Comment));
        // The comment of a property that goes may come to stand at the next one.
        assert_eq!(verify("---\n# c\nb: 1\na: 2\n---\n", "---\n# c\na: 2\n---\n", &[Declared::value("b")]), Ok(()));
    }

    #[test]
    fn another_order_has_the_same_lines() {
        assert_eq!(ordered("b: 1\n\na: 2\n", "a: 2\n\nb: 1\n"), Ok(()));
        assert_eq!(ordered("b: 1\n\na: 2\n", "a: 2\nb: 1\n"), Err(VerifyError::Lines));
        assert_eq!(ordered("b: 1\na: 2\n", "a: 2\n\nb: 1\n"), Err(VerifyError::Lines));
        assert_eq!(ordered("a: 1\na: 2\n", "a: 2\na: 1\n"), Err(VerifyError::Property("a".into())));
    }

    #[test]
    fn an_alias_means_what_it_meant() {
        assert_eq!(ordered("b: &x 1\na: *x\n", "a: *x\nb: &x 1\n"), Err(VerifyError::Alias));
        assert_eq!(ordered("a: &x 1\nb: &x 2\nc: *x\n", "b: &x 2\na: &x 1\nc: *x\n"), Err(VerifyError::Alias));
        let note = "---\na: &x 1\nb: *x\n---\n";
        assert_eq!(verify(note, "---\na: 1\nb: *x\n---\n", &[Declared::value("a")]), Err(VerifyError::Alias));
    }

    #[test]
    fn another_spelling_makes_no_number_of_a_text_and_loses_no_tag() {
        let spelt = |old: &str, new: &str| {
            let [old, new] = [old, new].map(|value| format!("---\nb: {value}\n---\n"));
            verify(&old, &new, &[Declared::Spelling("b".into())]).is_ok()
        };
        assert!(spelt("'c'", "c") && spelt("[\"c\"] # d", "[c] # d") && spelt("[c]", "\n- 'c'") && spelt("~", "null"));
        for (old, new) in [
            ("'2024'", "2024"),
            ("true", "'true'"),
            ("['5']", "[5]"),
            ("{a: '5'}", "{a: 5}"),
            ("!!str c", "c"),
            ("[&x c]", "[c]"),
            ("!a 'c'", "!b c"),
            ("'null'", "null"),
            ("*x", "*y"),
        ] {
            assert!(!spelt(old, new), "{old} {new}");
        }
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

    #[test]
    fn a_missing_fence_may_come_in_after_a_last_line_without_ending() {
        let lines = [Declared::Lines(vec![3])];
        assert_eq!(verify("---\na: 1", "---\na: 1\n---", &lines), Ok(()));
        assert_eq!(verify("---\r\na: 1", "---\r\na: 1\r\n---", &lines), Ok(()));
        assert_eq!(verify("---\na: 1", "---\na: 1\n---\n", &lines), Err(VerifyError::Outside));
        assert_eq!(verify("---\na: 1", "---\na: 2\n---", &lines), Err(VerifyError::Outside));
    }

    #[test]
    fn a_fence_may_come_in_above_a_rule_that_was_taken_for_one() {
        let (before, after) = ("---\na: 1\n\ntext\n\n---\n", "---\na: 1\n---\n\ntext\n\n---\n");
        assert_eq!(verify(before, after, &[Declared::Lines(vec![3])]), Ok(()));
        assert_eq!(verify(before, after, &[Declared::Lines(vec![4])]), Err(VerifyError::Outside));
    }

    #[test]
    fn an_end_mark_may_become_a_fence_and_nothing_else_may() {
        let lines = [Declared::Lines(vec![3])];
        assert_eq!(verify("---\na: 1\n...\nb\n", "---\na: 1\n---\nb\n", &lines), Ok(()));
        assert_eq!(verify("---\na: 1\n ---\nb\n", "---\na: 1\n---\nb\n", &lines), Ok(()));
        assert_eq!(verify("---\na: 1\nb: 2\n", "---\na: 1\n---\n", &lines), Err(VerifyError::Outside));
        assert_eq!(verify("---\na: 1\n...\nb\n", "---\na: 1\n---\nc\n", &lines), Err(VerifyError::Outside));
    }

    #[test]
    fn blanks_before_the_block_may_go_and_nothing_else_may() {
        let lines = [Declared::Lines(vec![1])];
        let after = "---\na: 1\n---\n";
        assert_eq!(verify("\n---\na: 1\n---\n", after, &lines), Ok(()));
        assert_eq!(verify("  ---\na: 1\n---\n", after, &lines), Ok(()));
        assert_eq!(verify("\u{feff}\n---\na: 1\n---\n", &format!("\u{feff}{after}"), &lines), Ok(()));
        assert_eq!(verify("\n\n---\na: 1\n---\n", after, &lines), Err(VerifyError::Outside));
        assert_eq!(verify("\u{feff}\n---\na: 1\n---\n", after, &lines), Err(VerifyError::Outside));
        assert_eq!(verify("x\n---\na: 1\n---\n", after, &lines), Err(VerifyError::Outside));
        assert_eq!(verify("\n---\na: 2\n---\n", after, &lines), Err(VerifyError::Outside));
    }
}
