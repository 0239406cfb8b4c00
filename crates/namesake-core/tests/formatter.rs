//! What formatters of frontmatter are known to get wrong, each as a behaviour of ours. All rules are switched on. The
//! numbers are those of the issues of obsidian-linter in which users report the damage.

mod common;

use common::{plan_of, vault_of};

use namesake_core::config::Config;
use namesake_core::finding::Tier;
use namesake_core::frontmatter::{Fence, Frontmatter};
use namesake_core::plan::Query;
use namesake_core::rules;

/// A note of no kind, so that no rule about people or meetings has anything to add.
const PATH: &str = "Notes/A title.md";

/// The settings with every rule on.
fn every_rule() -> Config {
    let mut config = Config::default();
    config.settings.rules = rules::ALL.iter().map(|rule| (rule.name.to_owned(), true)).collect();
    config
}

/// The note once everything of that tier was applied, or, without one, the first fix of everything.
fn applied(text: &str, tier: Option<Tier>, config: Config) -> String {
    let plan = plan_of(&mut vault_of(config, [(PATH, text)]), Query { tier, ..Query::default() });
    assert_eq!(plan.left, [], "no fix was refused");
    plan.changes.into_iter().next().map_or_else(|| text.to_owned(), |change| change.after)
}

/// What is done without asking where the properties are wanted in the order in which they stand.
fn automatic(text: &str) -> String {
    let mut config = every_rule();
    config.settings.key_order.clear();
    applied(text, Some(Tier::Auto), config)
}

/// What is done without asking changes no byte of `text`.
fn is_left_alone(text: &str) {
    assert_eq!(automatic(text), text);
}

/// Whatever is applied, asked about or not: these pieces are there afterwards as they were, and there is one block.
fn keeps(text: &str, pieces: &[&str]) {
    for tier in [Some(Tier::Auto), None] {
        let after = applied(text, tier, every_rule());
        for piece in pieces {
            assert!(text.contains(piece), "the note does not hold {piece:?}");
            assert!(after.contains(piece), "{piece:?} is gone from {after:?}");
        }
        assert_eq!(blocks(&after), blocks(text), "{after:?}");
        assert_eq!(Frontmatter::read(&after).error, None, "{after:?}");
    }
}

/// How many lines of dashes there are, wherever they stand.
fn blocks(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start_matches('\u{feff}').trim_end() == "---").count()
}

fn values(text: &str, key: &str) -> Vec<String> {
    Frontmatter::read(text).list(key).into_iter().map(str::to_owned).collect()
}

// #114, #1537: a second block was put above the first.
#[test]
fn windows_line_endings_a_byte_order_mark_and_blanks_behind_the_fence_bring_no_second_block() {
    let body = "date: 2025-03-09\ntags: [a]\n";
    for (head, eol, tail) in [
        ("---", "\r\n", "---"),
        ("\u{feff}---", "\n", "---"),
        ("\u{feff}---", "\r\n", "---"),
        ("--- ", "\n", "---"),
        ("---\t", "\r\n", "--- "),
        ("---", "\n", "---   "),
    ] {
        let text = format!("{head}\n{body}{tail}\n# A title\n").replace('\n', eol);
        is_left_alone(&text);
        let after = applied(&text.replace("date: 2025-03-09", "date: 9 March 2025"), Some(Tier::Auto), every_rule());
        assert_eq!(after, text, "and a change is made within the block there is");
    }
}

// The pattern for a block did not match across it, so that a second block was put above.
#[test]
fn a_line_separator_or_next_line_sign_inside_the_block_does_not_hide_it() {
    for sign in ['\u{2028}', '\u{2029}', '\u{85}'] {
        let text = format!("---\nnote: one{sign}two\ndate: 2025-03-09\n---\n# A title\n");
        is_left_alone(&text);
        keeps(&text, &[&format!("note: one{sign}two\n")]);
        let dated = automatic(&text.replace("2025-03-09", "9 March 2025"));
        assert_eq!(dated, text);
    }
}

// A key was appended, which made the block invalid.
#[test]
fn a_block_that_is_json_a_text_or_a_list_gets_nothing_appended() {
    for yaml in ["{\"type\": \"source\", \"tags\": [\"a\"]}\n", "just a text\n", "- one\n- two\n", "42\n"] {
        let text = format!("---\n{yaml}---\n# A title\n");
        is_left_alone(&text);
    }
    is_left_alone("{\"type\": \"source\"}\n\nText\n");
}

// #660: comments were removed.
#[test]
fn comments_stay_where_they_are() {
    let text = "---\n# before the first\ntitle: A title # on the line\n# between\ntags: [a]\n# after the last\n---\n# A title\n";
    is_left_alone(text);
    keeps(text, &["# before the first\n", " # on the line\n", "# between\n", "# after the last\n---\n"]);
}

// A comment inside a list broke the YAML, and the words of a comment became part of a tag.
#[test]
fn a_comment_in_a_list_is_no_item_and_breaks_nothing() {
    let text = "---\ntags:\n  - clay\n  # not yet fired\n  - kiln # again\n---\n";
    is_left_alone(text);
    keeps(text, &["  # not yet fired\n", "  - kiln # again\n"]);
    assert_eq!(values(&automatic(text), "tags"), ["clay", "kiln"]);
}

// `tag: #foo #bar` holds nothing but a comment.
#[test]
fn tags_written_as_a_comment_are_a_comment() {
    for key in ["tags", "tag"] {
        let text = format!("---\n{key}: #foo #bar\n---\n");
        keeps(&text, &["#foo #bar\n"]);
        assert_eq!(values(&automatic(&text), "tags"), values(&text, "tags"));
    }
}

// With nothing to sort, comments before the first and after the last key were dropped.
#[test]
fn where_the_order_is_right_the_comments_at_both_ends_stay() {
    let text = "---\n# head\n\ntype: source\ntitle: A title\ntags: [a]\n\n# foot\n---\n";
    assert_eq!(applied(text, Some(Tier::Auto), every_rule()), text);
}

// A map in braces became a text.
#[test]
fn a_map_in_braces_stays_a_map() {
    let text = "---\nplace: {lat: 51.2, lon: -0.4}\n---\n";
    is_left_alone(text);
    keeps(text, &["place: {lat: 51.2, lon: -0.4}\n"]);
}

// #1456: a quoted key was destroyed.
#[test]
fn a_name_in_quotes_keeps_its_colon_and_its_quotes() {
    let text = "---\n\"quoted key: x\": 1\n'it''s': 2\n\"a # b\": 3\n---\n";
    is_left_alone(text);
    keeps(text, &["\"quoted key: x\": 1\n", "\"a # b\": 3\n"]);
}

// #1532: `$$` is a pattern to `String.replace`.
#[test]
fn dollar_signs_are_not_patterns() {
    let text = "---\nprice: $$$$\nmatch: $& and $1\nquoted: \"$`: $' $0\"\ndate: 9 March 2025\n---\n# $$$$ $&\n";
    let pieces = ["price: $$$$\n", "match: $& and $1\n", "quoted: \"$`: $' $0\"\n", "# $$$$ $&\n"];
    keeps(text, &pieces);
    assert_eq!(automatic(text), text.replace("9 March 2025", "2025-03-09"));
    let alias = "$& $1 $$";
    assert_eq!(values(&automatic(&format!("---\naliases: {alias}\n---\n")), "aliases"), [alias]);
}

// Trailing blank lines that belong to the value were taken for layout.
#[test]
fn blank_lines_that_a_block_scalar_keeps_are_its_value() {
    let text = "---\ntext: |+\n  one\n\n\ndate: 9 March 2025\n---\n";
    assert_eq!(automatic(text), text.replace("9 March 2025", "2025-03-09"));
    keeps(text, &["text: |+\n  one\n\n\n"]);
    assert_eq!(Frontmatter::read(text).text("text"), Some("one\n\n\n"));
    is_left_alone("---\ntext: |+\n  one\n\n\n---\n");
}

// #992, #1563: block scalars were torn by sorting and corrupted by escaping.
#[test]
fn block_scalars_are_neither_torn_nor_escaped() {
    let scalar = "text: >-\n  title: not a property\n  - \"quoted\" and 'so'\n\n  # no comment\n  a: b: c\n";
    let text = format!("---\ntags: [a]\n{scalar}type: source\n---\n# A title\n");
    keeps(&text, &[scalar]);
}

// They became invalid once their quotes were changed line by line.
#[test]
fn texts_in_double_quotes_over_several_lines_stay_whole() {
    let quoted = "text: \"one\n  two: \\\"three\\\"\n\n  four\"\n";
    let text = format!("---\n{quoted}date: 9 March 2025\n---\n");
    assert_eq!(automatic(&text), text.replace("9 March 2025", "2025-03-09"));
    for tier in [Some(Tier::Auto), None] {
        assert_eq!(values(&applied(&text, tier, every_rule()), "text"), values(&text, "text"));
    }
}

// #621, #870, #861, #1536: the day of creation was written anew.
#[test]
fn a_date_that_is_valid_is_never_replaced() {
    let text = "---\ndate created: 2025-03-09\ncreated: 2025-03-09T10:30:00\ndate: 2025-03-10\n---\n# A title\n";
    is_left_alone(text);
    keeps(text, &["date created: 2025-03-09\n", "created: 2025-03-09T10:30:00\n", "date: 2025-03-10\n"]);
}

// #747: an alias that is a number is a text only in quotes.
#[test]
fn an_alias_that_is_a_number_keeps_its_quotes() {
    for alias in ["\"2024\"", "'007'", "\"1e3\"", "\"true\""] {
        let text = format!("---\naliases:\n  - {alias}\n---\n# A title\n");
        is_left_alone(&text);
        keeps(&text, &[alias]);
    }
    let text = "---\naliases: \"2024\"\n---\n# A title\n";
    let after = Frontmatter::read(&automatic(text)).get("aliases").cloned().expect("it is there");
    let item = automatic(text)[after.value_span.range()].trim_start_matches("- ").to_owned();
    assert_eq!(item, "\"2024\"", "made a list, the number is a text still");
}

// #630: an alias with a comma became two.
#[test]
fn a_comma_in_an_alias_is_part_of_it() {
    for list in ["aliases: [\"Voss, Mara\", M]\n", "aliases:\n  - Voss, Mara\n  - M\n"] {
        let text = format!("---\n{list}---\n");
        is_left_alone(&text);
        assert_eq!(values(&applied(&text, None, every_rule()), "aliases"), ["Voss, Mara", "M"]);
    }
    // One text with a comma may be one alias or two: that is asked.
    is_left_alone("---\naliases: Voss, Mara\n---\n");
}

// #1217: the same tag in other quotes was taken for another one.
#[test]
fn a_tag_is_the_same_in_any_quotes() {
    assert_eq!(automatic("---\ntags: [a, \"a\", 'a', b]\n---\n"), "---\ntags: [a, b]\n---\n");
    assert_eq!(automatic("---\ntags:\n  - 'a'\n  - b\n  - a\n---\n"), "---\ntags:\n  - a\n  - b\n---\n");
}

// #439: an apostrophe was doubled or lost.
#[test]
fn an_apostrophe_needs_no_quotes_and_gets_none() {
    let text =
        "---\ntitle: A potter's title\naliases:\n  - Mara's kiln\n  - 'the ''old'' one: it'\n---\n# A potter's title\n";
    is_left_alone(text);
    assert_eq!(values(&applied(text, None, every_rule()), "aliases"), ["Mara's kiln", "the 'old' one: it"]);
}

// #840, #224: quote where it is needed, and only there.
#[test]
fn a_title_with_a_colon_keeps_or_gets_its_quotes() {
    let quoted = "---\ntitle: \"Cold: the long way\"\n---\n# Cold: the long way\n";
    is_left_alone(quoted);
    let broken = quoted.replace('"', "");
    is_left_alone(&broken);
    assert_eq!(values(&applied(&broken, None, every_rule()), "title"), ["Cold: the long way"]);
    is_left_alone("---\ntitle: A title at 10:30\n---\n# A title at 10:30\n");
}

// #1202: a blank was put or taken behind the colon of an empty property.
#[test]
fn the_blank_behind_a_colon_is_as_it_was() {
    is_left_alone("---\nempty: \nnone:\ntitle:  A title\nlist: \n  - a\n---\n# A title\n");
}

// #34: a second line of dashes in the body was taken for a block.
#[test]
fn a_rule_in_the_body_is_no_block() {
    let body = "# A title\n\n---\ntags: a, b\n---\n\nText\n";
    is_left_alone(body);
    let text = format!("---\ntags: a, b\n---\n{body}");
    for tier in [Some(Tier::Auto), None] {
        let after = applied(&text, tier, every_rule());
        assert!(after.ends_with(body), "{after}");
        assert_eq!(values(&after, "tags"), ["a", "b"]);
    }
}

// #884: what Obsidian's own editor writes was written otherwise, and back again by the next look at it.
#[test]
fn a_block_as_obsidian_writes_it_is_left_alone() {
    is_left_alone(concat!(
        "---\n",
        "type: source\n",
        "title: A title\n",
        "aliases:\n",
        "  - Cold\n",
        "  - \"1024\"\n",
        "created: 2025-03-09\n",
        "changed: 2025-03-09T10:30:00\n",
        "tags:\n",
        "  - a\n",
        "  - b/c\n",
        "cssclasses: []\n",
        "related:\n",
        "  - \"[[Mara Voss]]\"\n",
        "done: false\n",
        "rating: 4.5\n",
        "empty:\n",
        "subject: \"Re: prices\"\n",
        "---\n",
        "# A title\n",
    ));
}

// PR #615: never write what cannot be read; and #958, #1093: a block that is being typed is not corrupted.
#[test]
fn a_block_that_is_half_written_is_not_touched_without_asking() {
    let text = "---\ntitle: \"A title\ntags: [a,\ndate: 9 March 2025\naliases:\n  - \n---\n# A title\n";
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let typed = &text[..end];
        let after = automatic(typed);
        if Frontmatter::read(typed).error.is_some() || !matches!(Fence::find(typed), Fence::Block(_)) {
            assert_eq!(after, typed);
        }
    }
}
