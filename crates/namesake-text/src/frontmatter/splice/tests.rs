//! What changing a property promises: the change, and nothing else.

use proptest::prelude::*;

use super::*;
use crate::frontmatter::{Declared, verify};
use crate::text::apply;

fn after(text: &str, edits: &[Edit]) -> String {
    apply(text, edits).unwrap()
}

/// Applies `change` to a note with the properties `yaml` and gives its properties back.
fn changed(
    yaml: &str,
    change: impl Fn(&str, &Frontmatter) -> Result<Vec<Edit>, SpliceError>,
) -> Result<String, SpliceError> {
    let text = format!("---\n{yaml}---\n# Body\n");
    let edits = change(&text, &Frontmatter::read(&text))?;
    let new = after(&text, &edits);
    Ok(new.strip_prefix("---\n").unwrap().strip_suffix("---\n# Body\n").unwrap().to_owned())
}

fn scalar(yaml: &str, key: &str, value: &str) -> String {
    changed(yaml, |text, fm| set_scalar(text, fm, key, value)).unwrap()
}

fn list(yaml: &str, key: &str, values: &[&str]) -> String {
    changed(yaml, |text, fm| set_list(text, fm, key, values)).unwrap()
}

fn refusal(yaml: &str, key: &str) -> SpliceError {
    changed(yaml, |text, fm| set_list(text, fm, key, &["new"])).unwrap_err()
}

#[test]
fn a_value_changes_in_its_own_quotes_beside_its_comment() {
    assert_eq!(scalar("d: '2025-10-12' # seen\n", "d", "2025-10-31"), "d: '2025-10-31' # seen\n");
    assert_eq!(scalar("\"d\" :  \"a\"  \n", "d", "b\\"), "\"d\" :  \"b\\\\\"  \n");
    assert_eq!(scalar("d: 2025-10-12\n", "d", "2025-10-31"), "d: 2025-10-31\n");
    assert_eq!(scalar("d: a\n", "d", "b: c"), "d: \"b: c\"\n");
}

#[test]
fn numbers_stay_numbers_and_texts_stay_texts() {
    assert_eq!(scalar("n: 1\n", "n", "2"), "n: 2\n");
    assert_eq!(scalar("t: one\n", "t", "2"), "t: \"2\"\n");
    assert_eq!(scalar("t:\n", "t", "20251031"), "t: \"20251031\"\n");
}

#[test]
fn an_absent_value_is_filled_after_its_colon() {
    assert_eq!(scalar("a:\nb: 1\n", "a", "x"), "a: x\nb: 1\n");
    assert_eq!(scalar("a:  \nb: 1\n", "a", "x"), "a: x\nb: 1\n");
    assert_eq!(scalar("a: # why\n", "a", "x"), "a: x # why\n");
    assert_eq!(scalar("a: ~\n", "a", "x"), "a: x\n");
}

#[test]
fn the_wreck_of_a_template_value_gives_way_whole() {
    assert_eq!(scalar("created: { { DATE } }\n", "created", "2025-10-31"), "created: 2025-10-31\n");
    assert_eq!(
        scalar("created:\n  '[object Object]': null\nb: 1\n", "created", "2025-10-31"),
        "created: 2025-10-31\nb: 1\n"
    );
    assert_eq!(list("p: [{ { PARTICIPANTS } }]\n", "p", &["Mara Voss", "Rob"]), "p: [Mara Voss, Rob]\n");
    assert_eq!(list("p: { { P } }\n", "p", &["Mara Voss", "Rob"]), "p:\n  - Mara Voss\n  - Rob\n");
}

#[test]
fn a_missing_property_is_added_in_the_block_s_own_ways() {
    assert_eq!(scalar("a: 1\n# end\n", "b", "x"), "a: 1\n# end\nb: x\n");
    assert_eq!(scalar("", "b", "x"), "b: x\n");
    assert_eq!(scalar(" a: 1\n", "b", "x"), " a: 1\n b: x\n");
    assert_eq!(scalar("a: |+\n  t\n\n", "b", "x"), "a: |+\n  t\n\nb: x\n");
    assert_eq!(list("a:\n- 1\n", "tags", &["x", "2024"]), "a:\n- 1\ntags:\n- x\n- \"2024\"\n");
    let text = "\u{feff}---\r\na: 1\r\n--- \r\nbody";
    let edits = set_scalar(text, &Frontmatter::read(text), "b", "x").unwrap();
    assert_eq!(after(text, &edits), "\u{feff}---\r\na: 1\r\nb: x\r\n--- \r\nbody");
}

#[test]
fn a_property_can_be_added_after_a_named_one() {
    let add = |yaml: &str, after: &str| changed(yaml, |text, fm| insert_scalar(text, fm, "n", "5", after));
    assert_eq!(add("a:\n  - x\nb: 1\n", "a").unwrap(), "a:\n  - x\nn: \"5\"\nb: 1\n");
    assert_eq!(add("a: 1\n", "none").unwrap(), "a: 1\nn: \"5\"\n");
    assert_eq!(add("n: 1\n", "a"), Err(SpliceError::Duplicate("n".into())));
}

#[test]
fn what_holds_the_value_already_is_left_alone() {
    let text = "---\na: &x \"v\" # c\nl:\n  - \"b\"   \n  # c\n  - d\n---\n";
    let fm = Frontmatter::read(text);
    assert_eq!(set_scalar(text, &fm, "a", "v"), Ok(vec![]));
    assert_eq!(set_list(text, &fm, "l", &["b", "d"]), Ok(vec![]));
}

#[test]
fn a_list_keeps_its_form_and_the_items_that_stay() {
    assert_eq!(list("t: [a,  'b' , c] # x\n", "t", &["a", "b"]), "t: [a,  'b'] # x\n");
    assert_eq!(list("t: [a,  'b' , c]\n", "t", &["b", "c"]), "t: ['b' , c]\n");
    assert_eq!(list("t: [a, \"b\"]\n", "t", &["a", "b", "c"]), "t: [a, \"b\", \"c\"]\n");
    assert_eq!(list("t: [\n  a,\n  b\n]\n", "t", &["a", "b", "c"]), "t: [\n  a,\n  b,\n  c\n]\n");
    assert_eq!(list("t: [b]\n", "t", &["a", "b"]), "t: [a, b]\n");
    assert_eq!(list("t: []\n", "t", &["a"]), "t: [\"a\"]\n");
    assert_eq!(list("t:\n-   'a' \n\n- b\n- c\n", "t", &["a", "x", "c"]), "t:\n-   'a' \n\n- x\n- c\n");
    assert_eq!(list("t:\n  - a\n  - b\nz: 1\n", "t", &["b"]), "t:\n  - b\nz: 1\n");
    assert_eq!(list("t:\n  - a\n  - b\nz: 1\n", "t", &["a"]), "t:\n  - a\nz: 1\n");
    assert_eq!(list("t:\n    - a\nz: 1\n", "t", &["x", "a", "y"]), "t:\n    - x\n    - a\n    - y\nz: 1\n");
    assert_eq!(list("t:\n  - a\nz: 1\n", "t", &[]), "t: []\nz: 1\n");
}

#[test]
fn a_single_value_becomes_a_block_list_in_the_note_s_indentation() {
    assert_eq!(list("tags: 'a' # c\n", "tags", &["a"]), "tags:\n  - 'a' # c\n");
    assert_eq!(list("tags: a, b\no:\n- 1\n", "tags", &["a", "b"]), "tags:\n- a\n- b\no:\n- 1\n");
    assert_eq!(list("tags: 2024\n", "tags", &["2024"]), "tags:\n  - \"2024\"\n");
    assert_eq!(list("tags:  \nz: 1\n", "tags", &["a"]), "tags:\n  - a\nz: 1\n");
    assert_eq!(list("tags: # none yet \nz: 1\n", "tags", &["a"]), "tags: # none yet \n  - a\nz: 1\n");
    assert_eq!(list("tags: x\n", "tags", &[]), "tags: []\n");
}

#[test]
fn an_item_can_be_taken_out() {
    let without = |yaml: &str, index| changed(yaml, |text, fm| change_items(text, fm, "t", &[(index, None)]));
    assert_eq!(without("t:\n  - a\n  - {x: 1}\n  - b\n", 1).unwrap(), "t:\n  - a\n  - b\n");
    assert_eq!(without("t: [a, b]\n", 0).unwrap(), "t: [b]\n");
    assert_eq!(without("t:\n- a\n", 0).unwrap(), "t: []\n");
    assert_eq!(without("t: [a]\n", 1), Err(SpliceError::Missing("t".into())));
}

#[test]
fn single_items_change_and_the_others_keep_their_bytes() {
    let change = |yaml: &str, changes: &[(usize, Option<&str>)]| {
        changed(yaml, |text, fm| change_items(text, fm, "t", changes)).unwrap()
    };
    assert_eq!(change("t: [ 'a',  \"b\" ,c, d ] # x\n", &[(1, Some("B")), (3, None)]), "t: [ 'a',  \"B\" ,c ] # x\n");
    assert_eq!(change("t: [a, b, c, d, e]\n", &[(0, None), (1, None), (3, None)]), "t: [c, e]\n");
    assert_eq!(change("t: [a, [[B]], {x: 1}]\n", &[(1, Some("[[B]]"))]), "t: [a, \"[[B]]\", {x: 1}]\n");
    assert_eq!(change("t:\n  -\n  - a\n  - \n  -\n", &[(0, None), (2, None), (3, None)]), "t:\n  - a\n");
    assert_eq!(change("t:\n-\n- \n", &[(0, None), (1, None)]), "t: []\n");
    assert_eq!(change("t:\n- a\n\n-   ' b'\n- c\n", &[(0, None), (1, Some("b"))]), "t:\n-   'b'\n- c\n");
    let refused = |changes: &[(usize, Option<&str>)]| {
        changed("t: [a, b]\n", |text, fm| change_items(text, fm, "t", changes)).unwrap_err()
    };
    assert_eq!(refused(&[(2, None)]), SpliceError::Missing("t".into()));
    assert_eq!(refused(&[(1, None), (0, None)]), SpliceError::Form("t".into()), "ascending numbers");
}

#[test]
fn a_property_gets_another_name_and_keeps_its_value() {
    let rename = |yaml: &str| changed(yaml, |text, fm| rename_key(text, fm, "tag", "tags"));
    assert_eq!(rename("tag: [a] # c\n").unwrap(), "tags: [a] # c\n");
    assert_eq!(rename("'tag' :\n  # c\n  - &x a\n").unwrap(), "'tags' :\n  # c\n  - &x a\n");
    assert_eq!(rename("? tag\n: a\n").unwrap(), "? tags\n: a\n");
    assert_eq!(rename("{\"tag\": \"a\"}\n").unwrap(), "{\"tags\": \"a\"}\n");
    assert_eq!(rename("tag: a\ntags: b\n"), Err(SpliceError::Duplicate("tags".into())));
    assert_eq!(rename("tag: a\ntag: b\n"), Err(SpliceError::Duplicate("tag".into())));
    assert_eq!(rename("a: 1\n"), Err(SpliceError::Missing("tag".into())));
}

#[test]
fn a_property_can_be_taken_out_but_never_a_comment() {
    let without = |yaml: &str| changed(yaml, |text, fm| remove_entry(text, fm, "tag"));
    assert_eq!(without("a: 1\n# about tag\ntag:\n  - x\n\nb: 2\n").unwrap(), "a: 1\n# about tag\n\nb: 2\n");
    assert_eq!(without("tag: |\n  x\n\nb: 2\n").unwrap(), "b: 2\n");
    assert_eq!(without("tag: x # mine\n"), Err(SpliceError::Decorated("tag".into())));
    assert_eq!(without("b: 1\n"), Err(SpliceError::Missing("tag".into())));
}

#[test]
fn what_an_edit_would_lose_is_refused() {
    for yaml in ["t:\n  - a # again\n  - b\n", "t: &x [a]\n", "t: [*u]\n", "t: !set [a]\n", "t: # c\n  # d\n  x\n"] {
        assert_eq!(refusal(yaml, "t"), SpliceError::Decorated("t".into()), "{yaml}");
    }
    assert_eq!(refusal("t: 1\n't': 2\n", "t"), SpliceError::Duplicate("t".into()));
    assert_eq!(refusal("? t\n: a\n", "t"), SpliceError::Form("t".into()));
    assert_eq!(refusal("t: |\n  a\n", "t"), SpliceError::Form("t".into()));
    assert_eq!(refusal("t: [\n", "t"), SpliceError::Invalid);
    assert_eq!(changed("t: >\n  a\n", |text, fm| set_scalar(text, fm, "t", "b")), Err(SpliceError::Form("t".into())));
}

#[test]
fn a_note_without_a_block_never_gets_one() {
    for text in ["# Body\n", "---\na: 1\n", "+++\na = 1\n+++\n"] {
        assert_eq!(set_scalar(text, &Frontmatter::read(text), "a", "b"), Err(SpliceError::NoBlock));
    }
}

#[test]
fn json_stays_json() {
    let text = "---\n{\"a\": 1, \"t\": \"x\"}\n---\n";
    let fm = Frontmatter::read(text);
    let new = after(text, &set_list(text, &fm, "t", &["x", "y"]).unwrap());
    assert_eq!(new, "---\n{\"a\": 1, \"t\": [\"x\", \"y\"]}\n---\n");
    assert_eq!(set_scalar(text, &fm, "new", "x"), Err(SpliceError::Form("new".into())));
}

/// A readable or broken block of all the forms there are.
fn notes() -> impl Strategy<Value = String> {
    let property = prop::sample::select(vec![
        "a: 1",
        "a:",
        "a: 'x' # c",
        "a:\n- x\n- 'y'",
        "a:\n    - x\n\n    -   y",
        "a: [x, \"y\"]",
        "a: [x,\n  y ,]",
        "a: |\n  t\n\n",
        "a: { { DATE } }",
        "a:\n  k: v",
        "a: &n x",
        "a: # c\n  - x",
        "a:\n  x\n  y",
        "? a\n: b",
        "a:\n-\n- z",
        "a:\n-\n  z\n- y",
        "\"a\" : b",
        "b: >-\n  f",
        "c: *n",
        "# d",
        "",
        "e: [p, q]",
        "f:\n  - g",
        "h: \u{2028}\u{85}x",
        "i: {j: k}",
        "'l': ''",
        "a:\n- - x\n  - y\n- z",
    ]);
    (prop::collection::vec(property, 0..5), prop::sample::select(vec!["\n", "\r\n"])).prop_map(|(properties, eol)| {
        let yaml: String = properties.iter().flat_map(|property| [property, "\n"]).collect();
        format!("---\n{yaml}---\nbody\n").replace('\n', eol)
    })
}

proptest! {
    #[test]
    fn a_value_that_was_set_reads_back_and_nothing_else_changed(
        text in notes(),
        value in prop_oneof![any::<String>(), "[a1:#\\[\\]{}'\"\\- ]{0,6}"],
    ) {
        let fm = Frontmatter::read(&text);
        if let Ok(edits) = set_scalar(&text, &fm, "a", &value) {
            let new = after(&text, &edits);
            let read = Frontmatter::read(&new);
            prop_assert_eq!(read.text("a"), Some(value.as_str()));
            prop_assert_eq!(verify(&text, &new, &[Declared::value("a")]), Ok(()));
            prop_assert_eq!(set_scalar(&new, &read, "a", &value), Ok(vec![]));
        }
    }

    #[test]
    fn a_list_that_was_set_reads_back_and_nothing_else_changed(
        text in notes(),
        values in prop::collection::vec("[xyz1:,# ]{1,3}|\\[\\[x\\]\\]", 0..4),
    ) {
        let fm = Frontmatter::read(&text);
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        if let Ok(edits) = set_list(&text, &fm, "a", &values) {
            let new = after(&text, &edits);
            let read = Frontmatter::read(&new);
            prop_assert_eq!(read.list("a"), values);
            prop_assert_eq!(verify(&text, &new, &[Declared::value("a")]), Ok(()));
        }
    }

    #[test]
    fn taking_out_takes_out_no_more(text in notes(), index in 0..3_usize) {
        let fm = Frontmatter::read(&text);
        let removals = [remove_entry(&text, &fm, "a"), change_items(&text, &fm, "a", &[(index, None)])];
        for edits in removals.into_iter().flatten() {
            prop_assert_eq!(verify(&text, &after(&text, &edits), &[Declared::value("a")]), Ok(()));
        }
    }

    #[test]
    fn an_ordinary_property_is_never_refused(value in any::<String>()) {
        let text = "---\na: x\nb: [y]\nc:\n  - z\n---\n";
        let fm = Frontmatter::read(text);
        prop_assert!(set_scalar(text, &fm, "a", &value).is_ok());
        prop_assert!(set_scalar(text, &fm, "new", &value).is_ok());
        for key in ["a", "b", "c", "new"] {
            prop_assert!(set_list(text, &fm, key, &[&value, "x"]).is_ok());
        }
    }
}
