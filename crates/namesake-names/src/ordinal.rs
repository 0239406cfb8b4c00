//! What tells namesakes of one family, one throne or one vault apart: `II`, `the Third`, `Jr.`, `12`

use namesake_text::fold::fold;

/// The place of somebody among namesakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ordinal {
    /// `II`, `XIV`, `2nd`, `the Third`, `12`.
    Number(u16),
    /// `I`, `V` or `X`, which may be an initial.
    Letter(u16),
    /// `Jr.`
    Junior,
    /// `Sr.`
    Senior,
}

const WORDS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

impl Ordinal {
    /// The ordinal at the end of `name`, behind at least one other word.
    pub fn of(name: &str) -> Option<Self> {
        let mut words = name.trim().rsplit(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        let last = words.next()?.trim_end_matches('.');
        let before = words.next()?;
        if last.eq_ignore_ascii_case("jr") || last.eq_ignore_ascii_case("junior") {
            return Some(Self::Junior);
        }
        if last.eq_ignore_ascii_case("sr") || last.eq_ignore_ascii_case("senior") {
            return Some(Self::Senior);
        }
        if let Some(number) = roman(last) {
            return Some(if last.len() == 1 { Self::Letter(number) } else { Self::Number(number) });
        }
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| last.strip_suffix(ending)).unwrap_or(last);
        if let Ok(number) = digits.parse() {
            return Some(Self::Number(number));
        }
        let at = WORDS.iter().position(|word| fold(last) == *word).filter(|_| before.eq_ignore_ascii_case("the"))?;
        u16::try_from(at + 1).ok().map(Self::Number)
    }

    /// The same place, or a number that says the same.
    pub fn is(self, other: Self) -> bool {
        let number = |one| match one {
            Self::Number(number) | Self::Letter(number) => Some(number),
            Self::Junior | Self::Senior => None,
        };
        self == other || number(self).is_some() && number(self) == number(other)
    }
}

/// The value of a Roman numeral below forty, in capitals and as it should be written: “Vi” and “Xi” are names.
fn roman(word: &str) -> Option<u16> {
    if word.is_empty() || word.len() > 7 || !word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')) {
        return None;
    }
    (1..40).find(|number| written(*number) == word)
}

fn written(number: u16) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    ["X".repeat(usize::from(number / 10)).as_str(), ONES[usize::from(number % 10)]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_generations_are_read_at_the_end() {
        for (name, expected) in [
            ("Ramesses II", Some(Ordinal::Number(2))),
            ("Louis XIV", Some(Ordinal::Number(14))),
            ("Malcolm X", Some(Ordinal::Letter(10))),
            ("Rob Benoit, Jr.", Some(Ordinal::Junior)),
            ("Rob Benoit Sr", Some(Ordinal::Senior)),
            ("Rob Benoit the Third", Some(Ordinal::Number(3))),
            ("Rob Benoit 3rd", Some(Ordinal::Number(3))),
            ("Rob Benoit 12", Some(Ordinal::Number(12))),
            ("Anna Berg 1985", Some(Ordinal::Number(1985))),
            ("Mia 22 Lang", None),
            ("Ines Vi", None),
            ("II", None),
            ("Louis IIX", None),
            ("Rob Second", None),
            ("Rob Benoit", None),
        ] {
            assert_eq!(Ordinal::of(name), expected, "{name}");
        }
        assert!(Ordinal::Number(10).is(Ordinal::Letter(10)) && !Ordinal::Number(2).is(Ordinal::Number(3)));
        assert!(!Ordinal::Junior.is(Ordinal::Senior));
    }
}
