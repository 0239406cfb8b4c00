//! Template values that nobody filled, also in the damaged spellings that formatters make of `{{date}}`. What belongs
//! in their place is left to the rules.

use super::value::{Item, Style, Value};

/// An unfilled template value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// What the template asked for, in lower case without a format: `date` of `{{DATE:YYYY}}`. Empty where the ruin
    /// does not say (`'[object Object]': null`) and for a template program (`<% ... %>`).
    pub name: String,
    /// Whether it stands in quotes, as Obsidian's own templates have it: then it is a template, not damage.
    pub quoted: bool,
}

/// Recognises an unfilled template value by its structure.
///
/// Known: `{{date}}` and `{ { DATE } }` (a flow map in a flow map), the same in a list, `{ ? { date } }`,
/// `"{ date }": null`, `'[object Object]': null`, and scalars `{{date}}`, `<% ... %>`, `<%* ... %>`.
pub fn placeholder(value: &Value) -> Option<Placeholder> {
    let unquoted = |name: String| Placeholder { name, quoted: false };
    match value {
        Value::Scalar { text, style } => {
            let name = in_text(text)?;
            Some(Placeholder { name, quoted: matches!(style, Style::Single | Style::Double) })
        }
        Value::List { items, .. } => match items.as_slice() {
            [item] => placeholder(&item.value),
            _ => None,
        },
        Value::Map { pairs, .. } => match pairs.as_slice() {
            [(key, value)] if value.value == Value::Null => in_key(key).map(unquoted),
            _ => None,
        },
        Value::Null | Value::Other => None,
    }
}

/// The key of a map that holds nothing else: a map with one plain name, or what became of it as a string.
fn in_key(key: &Item) -> Option<String> {
    match &key.value {
        Value::Map { pairs, flow: true, .. } => match pairs.as_slice() {
            // The value is a format: `{{date: YYYY}}`.
            [(name, Item { value: Value::Null | Value::Scalar { .. }, .. })] => match &name.value {
                Value::Scalar { text, style: Style::Plain } => Some(tidy(text)),
                _ => None,
            },
            _ => None,
        },
        Value::Scalar { text, style } if *style != Style::Plain => {
            if text == "[object Object]" {
                return Some(String::new());
            }
            let name = text.strip_prefix('{')?.strip_suffix('}')?;
            is_name(name).then(|| tidy(name))
        }
        _ => None,
    }
}

/// A scalar that is nothing but `{{name}}` (blanks allowed between the braces) or a Templater program.
fn in_text(text: &str) -> Option<String> {
    let text = text.trim();
    if text.starts_with("<%") && text.ends_with("%>") && text.len() >= 4 {
        return Some(String::new());
    }
    let inner = text.strip_prefix('{')?.trim_start().strip_prefix('{')?;
    let inner = inner.strip_suffix('}')?.trim_end().strip_suffix('}')?;
    is_name(inner).then(|| tidy(inner))
}

fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(['{', '}'])
}

fn tidy(name: &str) -> String {
    name.split(':').next().unwrap_or_default().trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::Frontmatter;
    use super::*;

    fn found(value: &str) -> Option<Placeholder> {
        let fm = Frontmatter::read(&format!("---\ncreated: {value}\n---\n"));
        assert_eq!(fm.error, None, "{value}");
        placeholder(&fm.get("created").unwrap().value)
    }

    fn name(value: &str) -> Option<String> {
        found(value).filter(|found| !found.quoted).map(|found| found.name)
    }

    #[test]
    fn a_template_value_is_known_in_every_state_of_ruin() {
        for ruin in [
            "{{date}}",
            "{{ DATE }}",
            "{ { DATE } }",
            "{{date:YYYY-MM-DD}}",
            "{{date: YYYY}}",
            "[{ { DATE } }]",
            "{ ? { date } }",
            "\n  \"{ date }\": null",
            "{\"{ date }\": null}",
            "\n  - { { DATE } }",
        ] {
            assert_eq!(name(ruin).as_deref(), Some("date"), "{ruin}");
        }
    }

    #[test]
    fn where_the_name_is_lost_it_is_still_a_placeholder() {
        for ruin in ["\n  '[object Object]': null", "<% tp.date.now() %>", "<%* tR += 1 %>"] {
            assert_eq!(name(ruin).as_deref(), Some(""), "{ruin}");
        }
    }

    #[test]
    fn in_quotes_it_is_a_template_and_no_damage() {
        assert_eq!(found("\"{{date}}\""), Some(Placeholder { name: "date".into(), quoted: true }));
        assert_eq!(found("'{{ title }}'"), Some(Placeholder { name: "title".into(), quoted: true }));
    }

    #[test]
    fn ordinary_maps_lists_and_texts_are_none() {
        for value in [
            "{lat: 51.2, lon: -0.4}",
            "{a}",
            "{a: {b: c}}",
            "[a]",
            "[{a}]",
            "2025-10-31",
            "'Re: {{date}} notes'",
            "",
            "\"{}\"",
            "{{a, b}}",
            "{{a}, {b}}",
            "[{{a}}, b]",
            "'[object Object]'",
            "{date: null}",
        ] {
            assert_eq!(found(value), None, "{value}");
        }
    }
}
