//! What a repair may do, and what it must not.

use proptest::prelude::*;

use super::*;
use crate::frontmatter::{Declared, verify};
use crate::text::{Edit, apply};

fn note(yaml: &str) -> String {
    format!("---\n{yaml}---\nbody\n")
}

fn edits(way: &[Repair]) -> Vec<Edit> {
    way.iter().map(|repair| Edit::replace(repair.span, &repair.text)).collect()
}

fn found(text: &str) -> Vec<Vec<Repair>> {
    let fm = Frontmatter::read(text);
    match (fm.fence.block(), fm.error) {
        (Some(block), Some(_)) => repairs(text, block),
        _ => Vec::new(),
    }
}

/// Every way, as what stands in the block afterwards.
fn ways(yaml: &str) -> Vec<String> {
    let text = note(yaml);
    assert!(Frontmatter::read(&text).error.is_some(), "this is to be broken: {yaml}");
    let mended = |way: &Vec<Repair>| {
        let after = apply(&text, &edits(way)).unwrap();
        Frontmatter::read(&after).fence.block().unwrap().yaml.of(&after).to_owned()
    };
    found(&text).iter().map(mended).collect()
}

fn kinds(yaml: &str) -> Vec<RepairKind> {
    found(&note(yaml)).into_iter().flatten().flat_map(|repair| repair.kinds).collect()
}

#[test]
fn a_value_that_yaml_takes_for_something_else_gets_quotes() {
    for value in [
        "a: b",
        "b:",
        ": a",
        "@ann",
        "`code`",
        "%done",
        "*a* b",
        "![[plan.png]]",
        ">a",
        "|a",
        "- a",
        "? a",
        "]",
        "}",
        ",",
        "{{title}} - x",
        "[a], b",
        "[[A]] and B",
    ] {
        assert_eq!(ways(&format!("x: 1\nt: {value}\n")), [format!("x: 1\nt: \"{value}\"\n")]);
    }
    assert_eq!(ways("t: say: \"hi\"\n"), ["t: 'say: \"hi\"'\n"]);
    assert_eq!(kinds("t: a: b\n"), [RepairKind::QuoteValue]);
}

#[test]
fn a_name_that_begins_with_a_sign_gets_quotes() {
    assert_eq!(ways("@me: x\n"), ["\"@me\": x\n"]);
    assert_eq!(ways("a: 1\n%b: x\n"), ["a: 1\n\"%b\": x\n"]);
    assert_eq!(kinds("@me: x\n"), [RepairKind::QuoteName]);
}

#[test]
fn links_side_by_side_are_a_list_or_one_text() {
    assert_eq!(ways("p: [[A]], [[B|b]]\n"), ["p: [\"[[A]]\", \"[[B|b]]\"]\n", "p: \"[[A]], [[B|b]]\"\n"]);
    assert_eq!(ways("p: \"[[A]]\", 'b'\n").first().unwrap(), "p: [\"[[A]]\", 'b']\n");
    // An item of a list stays one item.
    assert_eq!(ways("p:\n  - [[A]], [[B]]\n"), ["p:\n  - \"[[A]], [[B]]\"\n"]);
}

#[test]
fn items_in_brackets_get_quotes_one_by_one() {
    assert_eq!(ways("p: [a, @b,  'c, d']\n"), ["p: [a, \"@b\",  'c, d']\n", "p: \"[a, @b,  'c, d']\"\n"]);
}

#[test]
fn what_is_opened_is_closed_on_its_line() {
    assert_eq!(ways("t: \"a\nb: 1\n"), ["t: \"a\"\nb: 1\n", "t: '\"a'\nb: 1\n"]);
    assert_eq!(ways("t: 'a\nb: 1\n"), ["t: 'a'\nb: 1\n", "t: \"'a\"\nb: 1\n"]);
    assert_eq!(ways("t: [a, b\nc: 1\n"), ["t: [a, b]\nc: 1\n", "t: \"[a, b\"\nc: 1\n"]);
}

#[test]
fn quotes_within_quotes_and_backslashes_want_the_other_kind() {
    assert_eq!(ways("t: \"C:\\Users\\ann\"\n"), ["t: 'C:\\Users\\ann'\n"]);
    assert_eq!(ways("t: \"C:\\Users\\\"\n"), ["t: 'C:\\Users\\'\n"]);
    assert_eq!(ways("t: \"so \"they\" say\"\n"), ["t: 'so \"they\" say'\n"]);
    assert_eq!(ways("t: 'it's'\n"), ["t: \"it's\"\n"]);
    // Two quotations are one text with quotes in it.
    assert_eq!(ways("t: \"a\" and \"b\"\n"), ["t: '\"a\" and \"b\"'\n"]);
    assert_eq!(ways("t: \"a\" b\n"), ["t: '\"a\" b'\n"]);
}

#[test]
fn a_blank_is_put_after_a_colon_or_a_dash() {
    assert_eq!(ways("a: 1\ntitle:foo\n"), ["a: 1\ntitle: foo\n"]);
    assert_eq!(ways("email:@ann\nb: 1\n"), ["email: \"@ann\"\nb: 1\n"]);
    assert_eq!(ways("t:\n  - a\n  -b\n  - c\n"), ["t:\n  - a\n  - b\n  - c\n"]);
}

#[test]
fn addresses_times_and_drives_are_no_names() {
    for line in ["https://example.org", "10:30", "C:\\notes", "C:/notes", "::x"] {
        assert_eq!(ways(&format!("a: 1\n{line}\nb: 2\n")), [""; 0], "{line}");
    }
}

#[test]
fn tabs_become_blanks() {
    assert_eq!(ways("t:\n\t- a\n\t- b\nc: 1\n"), ["t:\n  - a\n  - b\nc: 1\n"]);
    assert_eq!(ways("t:\n    - a\n\t- b\n"), ["t:\n    - a\n    - b\n"]);
    assert_eq!(ways("t: |\n\ta\n\tb: c\nd: 1\n"), ["t: |\n  a\n  b: c\nd: 1\n"]);
    assert_eq!(ways("t:\n\t- @a\n"), ["t:\n  - \"@a\"\n"]);
}

#[test]
fn a_line_lines_up_with_those_above() {
    assert_eq!(ways("a: 1\n b: 2\nc: 3\n"), ["a: 1\nb: 2\nc: 3\n"]);
    assert_eq!(ways(" a: 1\nb: 2\n"), ["a: 1\nb: 2\n"]);
    assert_eq!(ways("t:\n  - a\n - b\n"), ["t:\n  - a\n  - b\n"]);
    // Part of the map above, or a property of its own: two meanings.
    assert_eq!(ways("a:\n  b: 1\n c: 2\n"), ["a:\n  b: 1\n  c: 2\n", "a:\n  b: 1\nc: 2\n"]);
}

#[test]
fn a_remark_stays_one_and_what_looks_like_a_tag_is_text() {
    assert_eq!(ways("t: a: b # c\n"), ["t: \"a: b\" # c\n", "t: \"a: b # c\"\n"]);
    assert_eq!(ways("t: a: b #c\n"), ["t: \"a: b #c\"\n", "t: \"a: b\" #c\n"]);
    assert_eq!(ways("t: [[A #b]]\n"), ["t: \"[[A #b]]\"\n"]);
}

#[test]
fn an_item_that_holds_a_colon_is_a_text_or_a_map() {
    assert_eq!(ways("t:\n  - a: b: c\n"), ["t:\n  - \"a: b: c\"\n", "t:\n  - a: \"b: c\"\n"]);
}

#[test]
fn several_lines_are_mended_together_and_all_are_named() {
    let text = note("a: b: c\nkept: 1\nt:\n  - @d\n  - e\n  - `f`\n");
    let ways = found(&text);
    let lines: Vec<usize> = ways[0].iter().map(|repair| repair.line).collect();
    assert_eq!((ways.len(), lines), (1, vec![2, 5, 7]));
}

#[test]
fn one_line_beyond_help_means_no_repair_at_all() {
    assert_eq!(ways("a: b: c\nthis is prose\nd: 1\n"), [""; 0]);
    assert_eq!(ways("a: b: c\n...\nd: 1\n"), [""; 0]);
    assert_eq!(ways("{\"a\": 1, \"b\": [}\n"), [""; 0]);
    assert_eq!(ways("- a\n- b: c: d\n"), [""; 0]);
    assert_eq!(ways("a: x\rb: c: d\n"), [""; 0], "a carriage return makes it two lines");
    assert_eq!(ways(&"a: b: c\n".repeat(MOST_LINES + 1)), [""; 0]);
    assert_eq!(ways(&format!("a: {}\n", "[".repeat(1000))), [""; 0], "too long to be judged");
}

#[test]
fn no_neighbour_is_taken_in() {
    // Indented deeper, `- b` would be part of the text of `- a`, and `b: 1` a line of the block scalar.
    assert_eq!(ways("t:\n\t- a\n\t- b\n"), ["t:\n  - a\n  - b\n"]);
    assert_eq!(ways("t: |\n  text\n b: 1\n"), ["t: |\n  text\nb: 1\n"]);
    // Closed a property below, the quote would hold `b`.
    assert_eq!(ways("t: \"a\nb: 1 \"x\"\n"), ["t: \"a\"\nb: 1 \"x\"\n", "t: '\"a'\nb: 1 \"x\"\n"]);
}

#[test]
fn values_that_run_over_lines_are_left_as_they_are() {
    let kept = "list: [a,\nb: c,\nd]\ntext: |+\n  @x: y: z\n\n\nfolded: one\n  two\nquoted: \"a\n\n  b: c\"\n";
    assert_eq!(ways(&format!("{kept}t: a: b\n")), [format!("{kept}t: \"a: b\"\n")]);
}

#[test]
fn the_line_ending_the_blanks_behind_and_the_mark_at_the_head_stay() {
    let text = "\u{feff}---\r\na: b: c  \r\nd: 1\n---\r\nbody";
    let way = found(text).remove(0);
    assert_eq!(apply(text, &edits(&way)).unwrap(), "\u{feff}---\r\na: \"b: c\"  \r\nd: 1\n---\r\nbody");
}

#[test]
fn the_fault_is_found_where_it_is_and_not_where_it_shows() {
    let place = |yaml: &str| {
        let text = note(yaml);
        let error = culprit(&text, Frontmatter::read(&text).fence.block().unwrap()).unwrap();
        (error.line, error.column, text[error.offset..].to_owned())
    };
    let (line, _, rest) = place("a: 1\nt: \"b\nc: 1\nd: \"e\"\n");
    assert!(line <= 4 && rest.len() > "d: \"e\"\n---\nbody\n".len(), "{line}, {rest}");
    assert_eq!(place("a: 1\nb: c: d\n"), (3, 5, ": d\n---\nbody\n".to_owned()));
    assert_eq!(culprit(&note("a: 1\n...\nb: 1\n"), Frontmatter::read(&note("a: 1\n")).fence.block().unwrap()), None);
}

/// Blocks that are likely to be broken in one line or another, between lines that are not.
fn yaml() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "a: 1",
        "title: a: b",
        "x:y",
        "t: \"a",
        "t: 'it's'",
        "u: \"C:\\Users\"",
        "p: [[A]], [[B]]",
        "p: [a, @b",
        "- a",
        "-b",
        "  - c",
        "\t- d",
        "  - e: f: g",
        "  b: 1",
        " c: 2",
        "\tname: v",
        "l:",
        "s: |",
        "  text",
        "\ttext",
        "",
        "# c",
        "@k: v",
        "k: `v` # c",
        "k: \"a\" b",
        "...",
        "prose here",
        "q: \"a\" # \"",
        "m: {a: b",
        "n: [a,",
        "b]",
        "\u{2028}",
        "é: ü: \u{85}",
        "z: x\ry",
        "? k",
        ": v",
        "\"q: k\": v: w",
        "k: &x *y z",
        "k: >-",
        "k: '",
        "\"",
        "]",
        "date: 10:30: x",
        "k: ![[e]]  ",
    ]);
    let line = prop_oneof![12 => line.prop_map(str::to_owned), 1 => "[a-c:\\-\"'\\[\\]{},#&*!|>@` \\t]{0,10}"];
    let lines = prop::collection::vec((line, prop::sample::select(vec!["\n", "\n", "\n", "\r\n"])), 0..9);
    lines.prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// The signs of a text that are neither blank, quote nor escape, with brackets left out where lists may add them.
fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"\"'\\[]{}".contains(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_repair_makes_the_block_readable_and_changes_its_own_lines_only(yaml in yaml()) {
        let text = note(&yaml);
        for way in found(&text) {
            let after = apply(&text, &edits(&way)).unwrap();
            let lines: Vec<usize> = way.iter().map(|repair| repair.line).collect();
            prop_assert_eq!(verify(&text, &after, &[Declared::Lines(lines.clone())]), Ok(()));
            prop_assert!(found(&after).is_empty(), "nothing is left to mend");
            for repair in &way {
                let old = repair.span.of(&text);
                prop_assert!(!old.contains('\n') && !repair.text.contains('\n') && old != repair.text);
                // What cannot be seen may be written as an escape.
                let escaped = repair.text.contains("\\u") || repair.text.contains("\\t");
                prop_assert!(escaped || words(old) == words(&repair.text), "{:?} -> {:?}", old, repair.text);
            }
        }
    }

    /// Every line that is not mended and is a property of its own says afterwards what it says alone.
    #[test]
    fn no_property_is_swallowed(yaml in yaml()) {
        let text = note(&yaml);
        for way in found(&text) {
            let after = apply(&text, &edits(&way)).unwrap();
            let fm = Frontmatter::read(&after);
            for (number, line) in text.split_inclusive('\n').enumerate() {
                let own = !way.iter().any(|repair| repair.line == number + 1);
                let alone = Frontmatter::read(&format!("---\n{line}---\n"));
                let ([entry], true) = (alone.entries.as_slice(), own) else { continue };
                let scalar = entry.value.text().is_some_and(|text| !text.is_empty()) && entry.plain;
                let simple = line.starts_with(char::is_alphanumeric) && scalar && !line.contains('\r');
                if simple && !line.contains(['|', '>']) && !in_brackets(&fm, &after, line) {
                    let kept = fm.entries.iter().any(|other| {
                        let value = other.value.text().unwrap_or_default();
                        other.key == entry.key && value.starts_with(entry.value.text().unwrap_or_default())
                    });
                    prop_assert!(kept, "{:?} is gone from {:?}", line, after);
                }
            }
        }
    }
}

/// Whether the line stands within a value in brackets that began further up.
fn in_brackets(fm: &Frontmatter, text: &str, line: &str) -> bool {
    let is_flow = |value: &Value| matches!(value, Value::List { flow: true, .. } | Value::Map { flow: true, .. });
    fm.entries.iter().any(|entry| is_flow(&entry.value) && entry.value_span.of(text).contains(line.trim_end()))
}
