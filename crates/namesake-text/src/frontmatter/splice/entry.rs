//! Changes of which properties there are: keeping one of several with one name, merging several into one, adding a
//! missing one at its place in the order.

use namesake_language::say;

use super::list::set_list;
use super::parts::{SpliceError, block, checked, editable, new_entry, only, put, written};
use crate::frontmatter::model::{Entry, Frontmatter, Root};
use crate::frontmatter::scalar;
use crate::frontmatter::value::{Place, Style, Value};
use crate::frontmatter::verify::{Declared, verify};
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
    let holds = |new: &Entry| matches!(&new.value, Value::Scalar { text, style: Style::Plain } if text == literal);
    checked(text, fm, key, edits, &holds)
}

/// Adds the property `key` after those that come before it in `order`, or at the head of the block where only later
/// ones are there; a name that is not in `order` comes last. An empty `value` gives an empty property.
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
    checked(text, fm, key, vec![edit], &|new| new.value == Value::Null || new.value.text() == Some(value))
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
    edits.sort();
    one_left(text, fm, of, &edits, &|new, after| {
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
    // Everything that is taken out comes after the first, so places in the first are the same in both texts.
    if list.iter().any(|edit| edit.span.end > kept.span.end) {
        return Err(form());
    }
    edits.extend(list);
    edits.sort();
    one_left(text, fm, of, &edits, &|new, _| new.key == kept.key && new.value.texts() == values)?;
    Ok(edits)
}

fn entry_at(fm: &Frontmatter, at: usize) -> Result<&Entry, SpliceError> {
    fm.entries.get(at).ok_or_else(|| SpliceError::Missing(say!("number {number}", number = at + 1).into()))
}

/// Refuses edits after which not exactly one of the properties `of` is left, or not as it should be, or anything else
/// differs.
fn one_left(
    text: &str,
    fm: &Frontmatter,
    of: &[usize],
    edits: &[Edit],
    is_right: &dyn Fn(&Entry, &str) -> bool,
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn order() -> Vec<String> {
        ["type", "title", "tags"].map(str::to_owned).to_vec()
    }

    /// Makes the edits on a note with the properties `yaml` and gives its properties back.
    fn changed(
        yaml: &str,
        change: impl Fn(&str, &Frontmatter) -> Result<Vec<Edit>, SpliceError>,
    ) -> Result<String, SpliceError> {
        let text = format!("---\n{yaml}---\n");
        let edits = change(&text, &Frontmatter::read(&text))?;
        let new = apply(&text, &edits).unwrap();
        Ok(new.strip_prefix("---\n").unwrap().strip_suffix("---\n").unwrap().to_owned())
    }

    fn inserted(yaml: &str, key: &str, value: &str) -> String {
        changed(yaml, |text, fm| insert_ordered(text, fm, key, value, &order())).unwrap()
    }

    #[test]
    fn a_missing_property_comes_in_where_the_order_has_it() {
        assert_eq!(inserted("type: a # c\ntags: [x]\n", "title", "T"), "type: a # c\ntitle: T\ntags: [x]\n");
        assert_eq!(inserted("# about\nx: 1\ntags: []\n", "type", "a"), "type: a\n# about\nx: 1\ntags: []\n");
        assert_eq!(inserted("type: a\nx: 1\n", "other", ""), "type: a\nx: 1\nother:\n");
        assert_eq!(inserted("x: 1\n", "title", ""), "x: 1\ntitle:\n");
        assert_eq!(inserted("", "title", "5"), "title: \"5\"\n");
        assert_eq!(inserted("  type: a\n  x: 1\n", "title", ""), "  type: a\n  title:\n  x: 1\n");
        assert_eq!(inserted("type: |+\n  a\n\ntags: []\n", "title", "T"), "type: |+\n  a\n\ntitle: T\ntags: []\n");
    }

    #[test]
    fn a_truth_value_or_a_number_has_no_quotes() {
        let typed = |yaml: &str, literal: &str| changed(yaml, |text, fm| set_typed(text, fm, "a", literal));
        assert_eq!(typed("a: 'yes' # c\n", "true").unwrap(), "a: true # c\n");
        assert_eq!(typed("{\"a\": \"5\", \"b\": 1}\n", "5").unwrap(), "{\"a\": 5, \"b\": 1}\n");
        assert_eq!(typed("a:\n  'yes'\n", "true").unwrap(), "a: true\n");
        assert_eq!(typed("a: &x 'yes'\nb: *x\n", "true"), Err(SpliceError::Decorated("a".into())));
        assert_eq!(typed("a: |\n  yes\n", "true"), Err(SpliceError::Form("a".into())));
    }

    #[test]
    fn keeping_one_leaves_its_bytes_and_all_comments() {
        let keep = |yaml: &str, keep| changed(yaml, |text, fm| keep_entry(text, fm, keep, &[0, 2]));
        assert_eq!(keep("a: 1 # c\nb: 2\n# d\na: 3\n", 0).unwrap(), "a: 1 # c\nb: 2\n# d\n");
        assert_eq!(keep("a: 1 # c\nb: 2\n# d\na: 3\n", 2), Err(SpliceError::Decorated("a".into())));
        assert_eq!(keep("A: |\n  1\n\nb: 2\na: 3\n", 2).unwrap(), "b: 2\na: 3\n");
        assert_eq!(keep("{a: 1, b: 2, a: 3}\n", 0), Err(SpliceError::Form("a".into())));
    }

    fn notes() -> impl Strategy<Value = String> {
        let entry = prop::sample::select(vec![
            "a: 1\n",
            "'a': x # c\n",
            "A: [y]\n",
            "a: [y, z]\n",
            "a:\n- y\n- z\n",
            "a:\n  - y # d\n",
            "a: |+\n  y\n\n",
            "a: &k y\n",
            "b: *k\n",
            "a:\n",
            "? a\n: y\n",
            "b:\n  a: 1\n",
            "# e\n",
            "\n",
        ]);
        let note = prop::collection::vec(entry, 0..7);
        (note, prop::sample::select(vec!["\n", "\r\n"]))
            .prop_map(|(entries, eol)| format!("---\n{}---\nbody\n", entries.concat()).replace('\n', eol))
    }

    proptest! {
        #[test]
        fn whatever_is_done_to_one_name_nothing_else_changes(text in notes(), keep in 0..4_usize) {
            let fm = Frontmatter::read(&text);
            let named = |(_, entry): &(usize, &Entry)| entry.key.eq_ignore_ascii_case("a");
            let of: Vec<usize> = fm.entries.iter().enumerate().filter(named).map(|(at, _)| at).collect();
            let declared = [Declared::value("a"), Declared::value("A")];
            if let Ok(edits) = set_typed(&text, &fm, "a", "true") {
                let new = apply(&text, &edits).unwrap();
                prop_assert_eq!(verify(&text, &new, &[Declared::value("a")]), Ok(()));
            }
            let mut results = vec![merge_entries(&text, &fm, &of, &["y", "z"])];
            results.extend(of.get(keep).map(|keep| keep_entry(&text, &fm, *keep, &of)));
            for edits in results.into_iter().flatten() {
                let new = apply(&text, &edits).unwrap();
                prop_assert_eq!(verify(&text, &new, &declared), Ok(()));
                let left = Frontmatter::read(&new);
                prop_assert_eq!(left.entries.iter().filter(|entry| entry.key.eq_ignore_ascii_case("a")).count(), 1);
            }
            if let Ok(edits) = insert_ordered(&text, &fm, "title", "T: t", &order()) {
                let new = apply(&text, &edits).unwrap();
                prop_assert_eq!(verify(&text, &new, &[Declared::value("title")]), Ok(()));
                let read = Frontmatter::read(&new);
                prop_assert_eq!(read.text("title"), Some("T: t"));
            }
        }
    }
}
