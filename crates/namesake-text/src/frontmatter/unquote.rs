//! The removal of quotes that a text does not need. Narrow on purpose: quotes that are not needed do no harm.

use super::model::{Entry, Frontmatter, Root};
use super::scalar::{self, Place};
use super::value::{Style, Value};
use super::verify::{Declared, verify};
use crate::text::{Edit, Span, apply};

/// The edits that take the quotes off `entry`'s text or the texts of its list, wherever every reader then reads the
/// same. Quotes stay on what could be taken for a number, a date or a yes or no, on links and on templates, on what is
/// escaped or decorated, and everywhere in JSON.
pub fn unquote(text: &str, fm: &Frontmatter, entry: &Entry) -> Vec<Edit> {
    if fm.root != Root::Block {
        return Vec::new();
    }
    let bare = |value: &Value, span: Span, place| bare(value, span.of(text), place).map(|new| Edit::replace(span, new));
    let edits: Vec<Edit> = match &entry.value {
        Value::List { items, flow, .. } => {
            let place = if *flow { Place::Flow } else { Place::Block };
            items.iter().filter(|item| item.plain).filter_map(|item| bare(&item.value, item.span, place)).collect()
        }
        value if entry.plain => bare(value, entry.value_span, Place::Block).into_iter().collect(),
        _ => Vec::new(),
    };
    // Most properties have no quotes, and the check reads the whole block anew.
    if edits.is_empty() {
        return edits;
    }
    let head = &text[..fm.fence.body()];
    let holds = |after: String| verify(head, &after, &[Declared::Spelling(entry.key.clone())]).is_ok();
    if apply(head, &edits).is_ok_and(holds) { edits } else { Vec::new() }
}

/// The text of a quoted scalar that needs no quotes. One that was not written as we would write it, with other escapes
/// or over several lines, is somebody's choice.
fn bare<'v>(value: &'v Value, source: &str, place: Place) -> Option<&'v str> {
    let Value::Scalar { text, style: style @ (Style::Single | Style::Double) } = value else { return None };
    let plain = !means_more(text)
        && scalar::write_text(text, Style::Plain, place).as_deref() == Some(text)
        && scalar::write(text, *style, place).as_deref() == Some(source);
    plain.then_some(text)
}

/// Whether some program reads more than text in it when it stands without quotes: Obsidian a link, a template tool its
/// own commands, a reader of YAML 1.1 (<https://yaml.org/type/>) a boolean, a date, a time or a number.
fn means_more(text: &str) -> bool {
    let word = |word: &&str| text.eq_ignore_ascii_case(word);
    let is_figure = |c: char| c.is_ascii_digit() || " +-_.,:/TtZzEeb".contains(c);
    let no_letters = !text.contains(char::is_alphabetic);
    let unsigned = text.trim_start_matches(['+', '-']);
    ["[[", "{{", "<%"].iter().any(|mark| text.contains(mark))
        || ["y", "n", "yes", "no", "on", "off", "true", "false", "null"].iter().any(word)
        || ["0x", "0o", "0b"].iter().any(|base| unsigned.starts_with(base))
        || text.chars().all(is_figure) && (no_letters || text.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The property `k: value` without its needless quotes.
    fn without(value: &str) -> String {
        let text = format!("---\nk: {value}\n---\n");
        let fm = Frontmatter::read(&text);
        assert_eq!(fm.error, None, "{text}");
        let new = apply(&text, &unquote(&text, &fm, &fm.entries[0])).unwrap();
        new.strip_prefix("---\nk: ").unwrap().strip_suffix("\n---\n").unwrap().to_owned()
    }

    #[test]
    fn plain_words_need_no_quotes() {
        assert_eq!(without("\"Plain words\""), "Plain words");
        assert_eq!(without("'it''s' # so"), "it's # so");
        assert_eq!(without("\"C:\\\\Users\""), "C:\\Users");
        assert_eq!(without("\n  \"below\""), "\n  below");
        assert_eq!(without("\n  - \"a, b\"\n  - 'c' # d\n  - e"), "\n  - a, b\n  - c # d\n  - e");
        assert_eq!(without("[\"a\",'b c', \"d, e\"]"), "[a,b c, \"d, e\"]");
    }

    #[test]
    fn quotes_stay_where_the_text_would_be_read_otherwise() {
        for text in [
            "2024",
            "-1.5",
            "0x1F",
            "0b11",
            "1_000",
            "12,5",
            "10:30",
            "1:20:30",
            "2025-10-31",
            "2025-10-31 09:30",
            "true",
            "Yes",
            "off",
            "n",
            "NULL",
            "~",
            "",
            " a",
            "a ",
            "a: b",
            "a #b",
            "#a",
            "@a",
            "[[A]]",
            "see [[A]]",
            "{{date}}",
            "on {{date}}",
            "<% tp.now %>",
            "- a",
            "a:",
            "*a",
            "&a",
            "!a",
            "|",
            "---",
            "+1 555 0100",
            "<<",
            ".",
            "+.",
            "-0x1F",
            "0x1_F",
            ".inf",
        ] {
            let quoted = format!("\"{text}\"");
            assert_eq!(without(&quoted), quoted);
            assert_eq!(without(&format!("[{quoted}]")), format!("[{quoted}]"));
            assert_eq!(without(&format!("'{text}'")), format!("'{text}'"));
        }
    }

    #[test]
    fn what_is_escaped_folded_or_decorated_is_somebody_s_choice() {
        for value in [
            "\"Jos\\u00e9\"",
            "\"a\\tb\"",
            "\"a\n  b\"",
            "&x \"a\"",
            "!!str \"a\"",
            "[&x \"a\"]",
            "[[\"a\"]]",
            "{a: \"b\"}",
        ] {
            assert_eq!(without(value), value);
        }
        let json = "---\n{\"k\": \"a\"}\n---\n";
        let fm = Frontmatter::read(json);
        assert_eq!(unquote(json, &fm, &fm.entries[0]), []);
    }

    proptest! {
        #[test]
        fn any_text_keeps_what_it_says(text in prop_oneof!["\\PC{0,8}", "[-?:,\\[\\]{}#&*!|>'\"%@` ~a1\\\\]{0,8}"], single: bool) {
            let style = if single { Style::Single } else { Style::Double };
            for (place, around) in [(Place::Block, ["", ""]), (Place::Flow, ["[", "]"]), (Place::Block, ["\n- x\n- ", " # c"])] {
                let source = scalar::write(&text, style, place).unwrap();
                let note = format!("---\nk: {}{source}{}\n---\n", around[0], around[1]);
                let fm = Frontmatter::read(&note);
                let edits = unquote(&note, &fm, &fm.entries[0]);
                let new = apply(&note, &edits).unwrap();
                let after = Frontmatter::read(&new);
                prop_assert!(after.entries[0].value.same(&fm.entries[0].value), "{new}");
                prop_assert_eq!(unquote(&new, &after, &after.entries[0]), []);
            }
        }
    }
}
