//! Writing one scalar: without quotes where YAML reads the same text back, in quotes where it would not.

use super::model::Frontmatter;
use super::usual;
use super::value::{Style, Value};

pub use super::value::Place;

/// The source for `text`, in `style` where that can hold it; nothing where YAML cannot hold it at all.
/// Block styles are not written; a plain scalar stands in their place.
pub fn write(text: &str, style: Style, place: Place) -> Option<String> {
    let single = || is_printable(text).then(|| format!("'{}'", text.replace('\'', "''")));
    let double = || Some(double(text));
    let source = match style {
        Style::Double => double(),
        Style::Single => single().or_else(double),
        _ if is_plain(text, place) => Some(text.to_owned()),
        _ if text.contains(['"', '\\']) => single().or_else(double),
        _ => double(),
    };
    source.filter(|source| reads_as(source, place, text)).or_else(double).filter(|source| reads_as(source, place, text))
}

/// As [`write()`], for a list whose items are texts: what YAML would take for a number or a boolean gets quotes.
pub(super) fn write_text(text: &str, style: Style, place: Place) -> Option<String> {
    write(text, if style == Style::Plain && is_typed(text) { Style::Double } else { style }, place)
}

/// Whether unquoted YAML takes it for a number or a boolean (core schema, YAML 1.2.2 §10.3.2).
pub fn is_typed(text: &str) -> bool {
    is_number(text) || matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
}

/// Whether unquoted YAML takes it for a number.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let based = |mark: &str, is_digit: fn(u8) -> bool| {
        text.strip_prefix(mark).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(is_digit))
    };
    let special = matches!(digits, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN");
    is_decimal(digits)
        || based("0x", |byte| byte.is_ascii_hexdigit())
        || based("0o", |byte| matches!(byte, b'0'..=b'7'))
        || special
}

/// Whether it is a decimal number without a sign.
fn is_decimal(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '.') && text.parse::<f64>().is_ok()
}

/// Whether every YAML reader takes it, unquoted, for itself. Narrower than YAML: doubt costs two quotes.
fn is_plain(text: &str, place: Place) -> bool {
    let mut chars = text.chars();
    let begins_well = match chars.next() {
        None => false,
        Some('-' | '?' | ':') => chars.next().is_some_and(char::is_alphanumeric),
        Some(first) => !matches!(
            first,
            ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`'
        ),
    };
    begins_well
        && is_printable(text)
        && text.trim() == text
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(place == Place::Flow && text.contains([',', '[', ']', '{', '}', ':', '?', '#']))
        && !matches!(text, "~" | "null" | "Null" | "NULL" | "---" | "..." | "<<" | "=")
}

/// Whether it needs no escape: one line, no control character, no separator that some reader breaks lines at.
fn is_printable(text: &str) -> bool {
    !text.chars().any(needs_escape)
}

fn needs_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn double(text: &str) -> String {
    let mut source = String::with_capacity(text.len() + 2);
    source.push('"');
    for c in text.chars() {
        let mut own = [0; 4];
        let code;
        source.push_str(match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\t' => "\\t",
            '\r' => "\\r",
            _ if needs_escape(c) => {
                code = format!("\\u{:04X}", u32::from(c));
                &code
            }
            _ => c.encode_utf8(&mut own),
        });
    }
    source.push('"');
    source
}

fn reads_as(source: &str, place: Place, text: &str) -> bool {
    let Some(read) = usual::text(source, place) else { return parses_as(source, place, text) };
    debug_assert!(parses_as(source, place, &read));
    read == text
}

fn parses_as(source: &str, place: Place, text: &str) -> bool {
    let note = match place {
        Place::Block => format!("---\nk: {source}\n---\n"),
        Place::Flow => format!("---\nk: [{source}]\n---\n"),
    };
    let fm = Frontmatter::read(&note);
    let [entry] = fm.entries.as_slice() else { return false };
    match &entry.value {
        Value::Scalar { text: read, .. } => place == Place::Block && read == text,
        Value::List { items, .. } => {
            place == Place::Flow && matches!(items.as_slice(), [item] if item.value.text() == Some(text))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str) -> String {
        write(text, Style::Plain, Place::Block).unwrap()
    }

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        for text in
            ["2025-10-31", "Weekly catch-up", "it's", "a:b", "C#", "10:30", "-5", "Jürgen 📅", "a, b", "x [y]", "true"]
        {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("Re: prices"), "\"Re: prices\"");
        assert_eq!(plain("[[Mara Voss]]"), "\"[[Mara Voss]]\"");
        assert_eq!(plain("#tag"), "\"#tag\"");
        assert_eq!(plain("@mara"), "\"@mara\"");
        assert_eq!(plain(""), "\"\"");
        assert_eq!(plain("null"), "\"null\"");
        assert_eq!(plain("say: \"hi\""), "'say: \"hi\"'");
        assert_eq!(plain("two\nlines"), "\"two\\nlines\"");
    }

    #[test]
    fn inside_brackets_commas_need_them_too() {
        assert_eq!(write("Voss, Mara", Style::Plain, Place::Flow).unwrap(), "\"Voss, Mara\"");
    }

    #[test]
    fn a_text_in_a_list_that_looks_like_a_number_or_boolean_gets_quotes() {
        for text in ["2024", "-1.5", "1e3", "0x1F", ".5", "true", "False", ".nan", "+3"] {
            assert_eq!(write_text(text, Style::Plain, Place::Block).unwrap(), format!("\"{text}\""));
        }
        for text in ["2024-01-01", "1.2.3", "e3", "nan", "yes", "v2", "0xZ", "-"] {
            assert!(!is_typed(text), "{text}");
        }
    }

    #[test]
    fn the_old_quotes_are_kept_where_they_can_hold_the_text() {
        assert_eq!(write("it's", Style::Single, Place::Block).unwrap(), "'it''s'");
        assert_eq!(write("a\tb", Style::Single, Place::Block).unwrap(), "\"a\\tb\"");
        assert_eq!(write("C:\\x", Style::Double, Place::Block).unwrap(), "\"C:\\\\x\"");
    }

    proptest! {
        #[test]
        fn what_reads_as_a_number_is_one(text in "[0-9.][0-9.eE+-]{0,6}") {
            prop_assert_eq!(is_decimal(&text), text.parse::<f64>().is_ok());
        }

        #[test]
        fn what_is_written_reads_back(text in prop_oneof![any::<String>(), "[-?:,\\[\\]{}#&*!|>'\"%@` ~a1\n\t\u{85}\u{2028}]{0,8}"]) {
            for place in [Place::Block, Place::Flow] {
                for style in [Style::Plain, Style::Single, Style::Double] {
                    let source = write_text(&text, style, place).expect("every text can be written");
                    prop_assert!(reads_as(&source, place, &text));
                    prop_assert!(!source.contains('\n'));
                }
            }
        }
    }
}
