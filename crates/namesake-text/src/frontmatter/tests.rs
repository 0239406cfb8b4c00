//! What reading a block promises, trap by trap.

use proptest::prelude::*;

use super::*;

fn note(yaml: &str) -> String {
    format!("---\n{yaml}---\nbody\n")
}

/// `key | value's source | entry's source` of every property.
fn table(text: &str) -> Vec<(String, &str, &str)> {
    let fm = Frontmatter::read(text);
    assert_eq!(fm.error, None, "{text}");
    fm.entries.iter().map(|e| (e.key.clone(), e.value_span.of(text), e.span.of(text))).collect()
}

fn row<'t>(key: &str, value: &'t str, whole: &'t str) -> (String, &'t str, &'t str) {
    (key.to_owned(), value, whole)
}

fn message(yaml: &str) -> String {
    Frontmatter::read(&note(yaml)).error.map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn a_rule_asks_for_a_property_and_gets_text_and_place() {
    let text = note("title: \"A: b\" # c\ntags: [x, 'y z']\ncreated: 2025-10-31\n");
    let fm = Frontmatter::read(&text);
    assert_eq!(fm.text("title"), Some("A: b"));
    assert_eq!(fm.list("tags"), ["x", "y z"]);
    assert_eq!(fm.list("created"), ["2025-10-31"]);
    assert_eq!(fm.list("none"), [""; 0]);
    let entry = fm.get("title").unwrap();
    assert_eq!(entry.value_span.of(&text), "\"A: b\"");
    assert_eq!(entry.span.of(&text), "title: \"A: b\" # c\n");
    assert!(fm.is_valid());
}

#[test]
fn quoted_keys_and_blanks_before_the_colon_are_names_like_others() {
    let text = note("k : v\n\"q: k\": 'it''s'\n'x' : 1\n");
    assert_eq!(
        table(&text),
        [row("k", "v", "k : v\n"), row("q: k", "'it''s'", "\"q: k\": 'it''s'\n"), row("x", "1", "'x' : 1\n")]
    );
}

#[test]
fn a_block_scalar_runs_from_its_header_to_the_next_property() {
    let text = note("a: |\n  x\n\nb: >- # why | not\n  y\n  z\n# c\nc: |+\n  q\n\n\n");
    assert_eq!(
        table(&text),
        [
            row("a", "|\n  x\n\n", "a: |\n  x\n\n"),
            row("b", ">- # why | not\n  y\n  z\n", "b: >- # why | not\n  y\n  z\n"),
            row("c", "|+\n  q\n\n\n", "c: |+\n  q\n\n\n"),
        ]
    );
    assert_eq!(Frontmatter::read(&text).text("b"), Some("y z"));
}

#[test]
fn an_absent_value_is_null_right_after_the_colon() {
    let text = note("a:\nb : \nc: ~\nd: # later\n");
    assert_eq!(
        table(&text),
        [row("a", "", "a:\n"), row("b", "", "b : \n"), row("c", "~", "c: ~\n"), row("d", "", "d: # later\n")]
    );
    let fm = Frontmatter::read(&text);
    assert!(fm.entries.iter().all(|entry| entry.value == Value::Null));
    assert!(text[..fm.get("b").unwrap().value_span.start].ends_with("b :"));
}

#[test]
fn a_hash_after_a_blank_begins_a_comment_not_a_tag() {
    let text = note("tag: #foo #bar\n");
    let fm = Frontmatter::read(&text);
    assert_eq!(fm.get("tag").unwrap().value, Value::Null);
    assert_eq!(fm.comments.iter().map(|span| span.of(&text)).collect::<Vec<_>>(), ["#foo #bar"]);
}

#[test]
fn a_block_list_runs_from_its_first_dash_to_its_last_item() {
    let text = note("tags: # t\n- a\n-\n- \"b\" \nnext:\n\n  - - x\n    - y\n\nnull first:\n-\n- z\n");
    assert_eq!(
        table(&text),
        [
            row("tags", "- a\n-\n- \"b\"", "tags: # t\n- a\n-\n- \"b\" \n"),
            row("next", "- - x\n    - y", "next:\n\n  - - x\n    - y\n"),
            row("null first", "-\n- z", "null first:\n-\n- z\n"),
        ]
    );
}

#[test]
fn comments_anchors_and_tags_make_a_value_not_plain() {
    let plain = |yaml: &str| Frontmatter::read(&note(yaml)).entries[0].plain;
    for yaml in [
        "t:\n  - a\n  # in\n  - b\n",
        "t:\n  - a # on\n",
        "t:\n  - a\n  # below\nb: 1\n",
        "t: [a, # in\n  b]\n",
        "t: &x a\n",
        "t: !!str 5\n",
        "t: &x\n",
        "t: [&x a]\n",
        "t: *u\n",
        "t:\n  k: [*u]\n",
        "*u : 1\n",
    ] {
        assert!(!plain(yaml), "{yaml}");
    }
    for yaml in [
        "t: a # b\n",
        "t: [a] # b\n",
        "t: # b\n  - a\n",
        "t:\n  - a\n# next\nb: 1\n",
        "# first\nt: {a: [b]}\n",
        "t:\n- a\n# n\n",
    ] {
        assert!(plain(yaml), "{yaml}");
    }
}

#[test]
fn unexplained_aliases_keep_their_structure() {
    let text = note("mood: *unknown\nnext: &x 1\nlast: *x\n");
    let fm = Frontmatter::read(&text);
    assert_eq!(fm.entries.len(), 3);
    assert_eq!(fm.get("mood").unwrap().value, Value::Other);
    assert_eq!(fm.unknown_aliases.iter().map(|span| span.of(&text)).collect::<Vec<_>>(), ["*unknown"]);
}

#[test]
fn odd_separators_and_line_endings_are_kept_where_they_are() {
    let text = "\u{feff}---\r\na: x\u{2028}y\u{85}z\r\nb: one\r\n  two\r\n---\r\n";
    assert_eq!(
        table(text),
        [row("a", "x\u{2028}y\u{85}z", "a: x\u{2028}y\u{85}z\r\n"), row("b", "one\r\n  two", "b: one\r\n  two\r\n")]
    );
    assert_eq!(Frontmatter::read(text).text("b"), Some("one two"));
}

#[test]
fn nested_names_are_not_properties() {
    let text = note("a:\n  tags: [x]\n  - y\n");
    assert!(Frontmatter::read(&text).error.is_some());
    let fm = Frontmatter::read("---\na:\n  tags: [x]\n---\n");
    assert!(fm.get("tags").is_none());
}

#[test]
fn duplicates_are_all_there() {
    let fm = Frontmatter::read("---\na: 1\nb: 2\n\"a\": 3\n---\n");
    assert_eq!(fm.entries.len(), 3);
    assert_eq!(fm.duplicate_keys(), ["a"]);
    assert_eq!(fm.text("a"), Some("1"));
}

#[test]
fn json_between_fences_is_read_and_told_apart() {
    let text = "---\n{\"a\": 1, \"b\": [\"x\"]}\n---\n";
    assert_eq!(table(text), [row("a", "1", "\"a\": 1"), row("b", "[\"x\"]", "\"b\": [\"x\"]")]);
    assert_eq!(Frontmatter::read(text).root, Root::Flow);
}

#[test]
fn a_block_without_properties_is_valid_and_empty() {
    for text in ["---\n---\n", "---\n# c\n---\n", "---\n\n---\n"] {
        let fm = Frontmatter::read(text);
        assert!(fm.is_valid() && fm.entries.is_empty() && fm.root == Root::Empty, "{text}");
    }
    assert!(!Frontmatter::read("no block").is_valid());
}

#[test]
fn what_cannot_be_read_says_where_and_leaves_no_property_to_edit() {
    assert_eq!(message("a: 1\ntitle: b: c\n").split(':').next(), Some("line 3, column 9"));
    assert!(message("- a\n").contains("the block holds a list"));
    assert!(message("text\n").contains("the block holds a single text"));
    assert!(message("a: 1\n--- b\n").starts_with("line 3, column 1: a line of the properties begins with `---`"));
    let fm = Frontmatter::read(&note("ok: 1\nbad: [\n"));
    assert!(fm.error.is_some() && fm.entries.is_empty());
}

/// The words that tell somebody who does not know YAML where to look and what to do.
#[test]
fn the_commonest_mistakes_are_told_in_plain_words() {
    for (yaml, words) in [
        ("title: a: b\n", ["`: `", "quotes"]),
        ("type: a\n title: b\n", ["too far", "begin the line where"]),
        ("type: a\ntitle:b\nc: d\n", ["no property", "blank after the colon"]),
        ("t:\n\t- a\n", ["tab", "blanks"]),
        ("t: a\n\tb\n", ["tab", "blanks"]),
        ("t: |\n\ta\n", ["tab", "blanks"]),
        ("t: \"a\nb: c\n", ["not closed", "closing quote"]),
        ("t: 'a\n", ["not closed", "closing quote"]),
        ("t: \"a\" b\n", ["closing quote", "other kind"]),
        ("t: \"C:\\Users\"\n", ["double quotes", "single quotes"]),
        ("t: \"C:\\Documents\"\n", ["double quotes", "single quotes"]),
        ("t: [a, b\nc: d\n", ["bracket", "close it"]),
        ("t: {a: b\nc: d\n", ["bracket", "close it"]),
        ("t: [a)\n", ["bracket", "close it"]),
        ("t: a]\nb: ]\n", ["bracket", "close it"]),
        ("t: - a\n", ["`- `", "line of its own"]),
        ("t: [[A]], [[B]]\n", ["follows the value", "quotes"]),
        ("t:\n  - a\n - b\n", ["lines above", "indent"]),
        (" a: 1\nb: 2\n", ["same column", "blanks"]),
        ("t: @a\n", ["`@`", "quotes"]),
        ("t: `a`\n", ["a backtick", "quotes"]),
        ("t: %a\n", ["`%`", "quotes"]),
        ("%a: b\n", ["`%`", "quotes"]),
        ("t: ![[a.png]]\n", ["`!`", "quotes"]),
        ("t: *\n", ["`*`", "quotes"]),
        ("t: >a\n", ["`>`", "quotes"]),
        ("t: \u{1}\n", ["invisible", "take it out"]),
        ("t: \u{feff}a\n", ["invisible", "take it out"]),
        ("a: 1\n...\nb: 2\n", ["`...`", "take it out"]),
    ] {
        let message = message(yaml);
        assert!(words.iter().all(|words| message.contains(words)), "{yaml}{message}");
    }
}

#[test]
fn a_lone_carriage_return_ends_a_line_within_the_block_and_makes_no_fence() {
    assert_eq!(Frontmatter::read("---\na: 1\rb: 2\n---\n").text("b"), Some("2"));
    assert_eq!(Frontmatter::read("---\ra: 1\r---\r").fence, Fence::None);
}

#[test]
fn absurd_nesting_and_alias_bombs_are_small_matters() {
    assert!(message(&format!("a: {}\n", "[".repeat(100_000))).contains("nested too deeply"));
    let staircase = (0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<Vec<_>>().concat();
    assert!(message(&staircase).contains("nested too deeply"));
    let laughs = (1..30)
        .map(|n| format!("k{n}: &k{n} [{}]\n", vec![format!("*k{}", n - 1); 9].join(", ")))
        .collect::<Vec<_>>()
        .concat();
    assert_eq!(Frontmatter::read(&note(&laughs)).entries.len(), 29);
    let many = "# c\n".repeat(5000) + "a: 1\n";
    assert_eq!(Frontmatter::read(&note(&many)).comments.len(), 5000);
}

/// Lines that together make up all forms of blocks, whole and broken.
fn yaml_like() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "a: 1",
        "b:",
        "c: 'x'",
        "d: \"y\"",
        "e: |",
        "f: >-",
        "  text",
        "  - a",
        "- b",
        "  - ",
        "-",
        "# c",
        "  # d",
        "",
        "g: [a, b]",
        "h: {x: 1}",
        "h: {{x}}",
        "i: &n v",
        "j: *n",
        "k: !!str 1",
        "? k",
        ": v",
        "  m: 1",
        "\tx",
        "l: a # b",
        "...",
        "--- x",
        "ü: 📅",
        "o: \u{2028}\u{85}",
        "p: [",
        "]",
        "'q': \"",
        "%r",
        "{\"s\": 1}",
        "[t]: u",
        "\r",
        "\u{feff}v: 1",
    ]);
    (prop::collection::vec(line, 0..12), prop::sample::select(vec!["\n", "\r\n"])).prop_map(|(lines, eol)| {
        let body = lines.iter().flat_map(|line| [*line, eol]).collect::<String>();
        format!("---{eol}{body}---{eol}body")
    })
}

proptest! {
    #[test]
    fn any_text_can_be_asked(text in any::<String>(), yaml in any::<String>()) {
        Frontmatter::read(&text);
        Frontmatter::read(&note(&(yaml + "\n")));
    }

    #[test]
    fn places_are_in_order_and_hold_one_another(text in yaml_like()) {
        let fm = Frontmatter::read(&text);
        let Some(block) = fm.fence.block() else { return Ok(()) };
        let mut done = block.yaml.start;
        for entry in &fm.entries {
            prop_assert!(text.get(entry.key_span.range()).is_some() && text.get(entry.value_span.range()).is_some());
            prop_assert!(entry.key_span.end <= entry.value_span.start, "{:?} in {text:?}", entry);
            prop_assert!(block.yaml.contains(entry.span) && entry.span.contains(entry.key_span));
            prop_assert!(entry.span.contains(entry.value_span), "{:?} in {text:?}", entry);
            if fm.root == Root::Block {
                prop_assert!(entry.span.start >= done && entry.span.of(&text).ends_with('\n'), "{:?} in {text:?}", entry);
                done = entry.span.end;
            }
        }
    }
}
