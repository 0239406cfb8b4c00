//! A message, and how it is made.

use std::fmt::{self, Display, Formatter};
use std::ops::Deref;

/// Words for the user, in the user's language. Only [`crate::say!`] and [`crate::translated`] make them from words of the
/// sources, so that none is forgotten in a catalogue; [`Said::verbatim`] is for words that are not the sources'.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Said(String);

impl Said {
    /// Words that are the user's own, or of no language: a name, a path, a line of a note, a number.
    pub fn verbatim(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl Display for Said {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Said {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl From<Said> for String {
    fn from(said: Said) -> Self {
        said.0
    }
}

/// Says something to the user. The first argument is the English text, as for `format!`, but each value in it has a name and
/// is listed: `say!("“{written}” is {name}.", written, name = path.stem())`. A value is words of the user's, a number, or
/// something that is said itself; English words put together by hand would stay English.
#[macro_export]
macro_rules! say {
    ($template:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        $(let $name = &$crate::value!($name $(= $value)?);)*
        // In `concat!` no variable is taken without being listed.
        let english = |f: &mut ::std::fmt::Formatter<'_>| ::std::write!(f, ::std::concat!($template) $(, $name = $name)*);
        $crate::said($template, english, &[$((::std::stringify!($name), $name as &dyn ::std::fmt::Display)),*])
    }};
}

/// The value of an argument of [`crate::say!`].
#[doc(hidden)]
#[macro_export]
macro_rules! value {
    ($name:ident) => {
        $name
    };
    ($name:ident = $value:expr) => {
        $value
    };
}

/// The message of a template: `english` writes it, `values` stand in another language's text.
#[doc(hidden)]
pub fn said(
    template: &'static str,
    english: impl Fn(&mut Formatter<'_>) -> fmt::Result,
    values: &[(&str, &dyn Display)],
) -> Said {
    Said(match crate::template(template) {
        Some(text) => filled(text, values),
        None => fmt::from_fn(english).to_string(),
    })
}

/// `text` with each `{name}` replaced by its value.
fn filled(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(2 * text.len());
    let mut rest = text;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, behind)| Some((before, behind.split_once('}')?)))
    {
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(one, _)| *one == name) {
            filled.push_str(&value.to_string());
        }
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn values_stand_where_the_language_puts_them() {
        assert_eq!(filled("{n} von {name}: {n}", &[("name", &"{n} Rob"), ("n", &2)]), "2 von {n} Rob: 2");
    }
}
