//! Whether a value is of its property's type in Obsidian, and where it is not, the value that it certainly means.

use super::schema::PropertyType;
use super::value::{Style, Value};
use crate::text::dates::{DateReading, read};

/// What a value is to a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// Of that type, empty, or for other rules to mend: a date in another spelling, a text that should be a list.
    Fits,
    /// Something else; with the number or truth value it surely means, to be written without quotes.
    Misfit(Option<&'static str>),
    /// The same number in quotes: to be written without.
    Quoted,
}

/// How `value` fits `kind`.
pub fn fit(value: &Value, kind: PropertyType) -> Fit {
    use PropertyType::{Aliases, Checkbox, Date, Datetime, Multitext, Number, Tags, Text, Unknown};
    match (kind, value) {
        (Unknown, _) | (_, Value::Null | Value::Other) => Fit::Fits,
        (_, Value::Scalar { text, .. }) if text.trim().is_empty() => Fit::Fits,
        (Text | Multitext | Tags | Aliases, Value::Scalar { .. }) => Fit::Fits,
        (Multitext | Tags | Aliases, Value::List { items, .. }) => {
            let holds_map = items.iter().any(|item| matches!(item.value, Value::Map { .. }));
            if holds_map { Fit::Misfit(None) } else { Fit::Fits }
        }
        (Number, Value::Scalar { text, style }) => number(text, *style),
        (Checkbox, Value::Scalar { text, style }) => truth(text, *style),
        (Date | Datetime, Value::Scalar { text, .. }) if read(text.trim()) != DateReading::NotADate => Fit::Fits,
        // `[[Link]]` without quotes is a list in a list to YAML and a link to whoever wrote it.
        (_, Value::List { items, flow: true, .. }) if is_link(items.iter().map(|item| &item.value)) => Fit::Fits,
        _ => Fit::Misfit(None),
    }
}

fn is_link<'v>(mut items: impl Iterator<Item = &'v Value>) -> bool {
    matches!((items.next(), items.next()), (Some(Value::List { flow: true, .. }), None))
}

fn number(text: &str, style: Style) -> Fit {
    let text = text.trim();
    match style {
        Style::Plain if super::scalar::is_number(text) => Fit::Fits,
        Style::Single | Style::Double if is_canonical(text) => Fit::Quoted,
        _ => Fit::Misfit(None),
    }
}

/// Whether a number is written as a number would be: `007` and `+3` may be names of something, and of more digits than
/// a double holds some would be lost.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole)
        && are_digits(fraction)
        && (whole == "0" || !whole.starts_with('0'))
        && whole.len() + fraction.len() <= 15
}

fn truth(text: &str, style: Style) -> Fit {
    let text = text.trim();
    if style == Style::Plain && matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE") {
        return Fit::Fits;
    }
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    match () {
        () if is(&["true", "yes", "y", "on"]) => Fit::Misfit(Some("true")),
        () if is(&["false", "no", "n", "off"]) => Fit::Misfit(Some("false")),
        () => Fit::Misfit(None),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Frontmatter;
    use super::*;

    fn of(value: &str, kind: PropertyType) -> Fit {
        let fm = Frontmatter::read(&format!("---\nk: {value}\n---\n"));
        assert_eq!(fm.error, None, "{value}");
        fit(&fm.get("k").unwrap().value, kind)
    }

    #[test]
    fn numbers_are_told_from_texts() {
        for value in ["5", "-1.5", "1e3", "", "~", "\"\"", "0x1F", ".5", "+3"] {
            assert_eq!(of(value, PropertyType::Number), Fit::Fits, "{value}");
        }
        for value in ["\"5\"", "'-0.25'"] {
            assert_eq!(of(value, PropertyType::Number), Fit::Quoted, "{value}");
        }
        for value in ["five", "5 kg", "1,5", "\"007\"", "'+3'", "true", "[5]", "2025-10-31", "'1234567890123456'"] {
            assert_eq!(of(value, PropertyType::Number), Fit::Misfit(None), "{value}");
        }
    }

    #[test]
    fn yes_means_true_and_one_means_nothing_certain() {
        for (value, meant) in [("yes", "true"), ("\"true\"", "true"), ("Off", "false"), ("'no'", "false")] {
            assert_eq!(of(value, PropertyType::Checkbox), Fit::Misfit(Some(meant)), "{value}");
        }
        for value in ["1", "done", "[true]"] {
            assert_eq!(of(value, PropertyType::Checkbox), Fit::Misfit(None), "{value}");
        }
        assert_eq!(of("True", PropertyType::Checkbox), Fit::Fits);
    }

    #[test]
    fn what_another_rule_mends_is_no_misfit() {
        for value in ["3 January 2026", "03/04/2025", "2025-02-30", "\"2025-10-31\"", "2025-10-31T09:30:00"] {
            assert_eq!(of(value, PropertyType::Date), Fit::Fits, "{value}");
            assert_eq!(of(value, PropertyType::Datetime), Fit::Fits, "{value}");
        }
        assert_eq!(of("[[Mara Voss]]", PropertyType::Text), Fit::Fits);
        assert_eq!(of("a, b", PropertyType::Tags), Fit::Fits);
        assert_eq!(of("next week", PropertyType::Date), Fit::Misfit(None));
    }

    #[test]
    fn maps_fit_nothing_that_has_a_type() {
        for kind in [PropertyType::Text, PropertyType::Multitext, PropertyType::Number, PropertyType::Date] {
            assert_eq!(of("{a: 1}", kind), Fit::Misfit(None), "{kind:?}");
        }
        assert_eq!(of("{a: 1}", PropertyType::Unknown), Fit::Fits);
        assert_eq!(of("[a, {b: c}]", PropertyType::Tags), Fit::Misfit(None));
        assert_eq!(of("[a, b]", PropertyType::Text), Fit::Misfit(None));
    }
}
